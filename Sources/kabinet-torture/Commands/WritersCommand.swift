import ArgumentParser
import Cabinet
import CabinetStore
import Glibc

/// Many processes at once on one cabinet, then on one register of the city.
struct WritersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "writers", abstract: "Let many processes commit to one stream at once.")

  @Option(help: "How many processes.")
  var writers = 32
  @Option(help: "How many commits each makes.")
  var commits = 1000

  func run() throws {
    var isWhole = true
    for stream in ["resident", "city"] {
      let scratch = try Scratch(onDisk: true)
      let start = Clock.now
      let children = try (0..<writers).map { writer in
        try Program.start(
          [
            "/proc/self/exe", "write", "--store", "\(scratch.path)/store", "--stream", stream,
            "--writer", "\(writer)", "--commits", "\(commits)",
          ], environment: ["SWIFT_BACKTRACE": "enable=no"],
          output: .file("\(scratch.path)/\(writer).out"),
          errors: .file("\(scratch.path)/\(writer).err"))
      }
      for (writer, child) in children.enumerated() {
        let end = try Program.wait(for: child)
        guard end != .exited(0) else { continue }
        isWhole = false
        print("BROKEN writer \(writer): \(end) \(Files.text("\(scratch.path)/\(writer).err"))")
      }
      let seconds = Double(Clock.now - start) / 1e9
      let waits = (0..<writers).flatMap { writer in
        Files.text("\(scratch.path)/\(writer).out").split(separator: "\n").compactMap { Int($0) }
      }.sorted()
      func part(_ share: Int) -> Double {
        waits.isEmpty ? 0 : Double(waits[min(waits.count - 1, waits.count * share / 1000)]) / 1000
      }
      let complaint = try WriterSum.complaint(
        store: "\(scratch.path)/store", stream: stream, writers: writers, commits: commits)
      if let complaint {
        isWhole = false
        print("BROKEN \(stream): \(complaint)")
      }
      print(
        "\(stream): \(writers) writers × \(commits) commits, \(waits.count) confirmed, "
          + "\(Int(Double(waits.count) / seconds)) a second; milliseconds: p50 \(part(500)), "
          + "p99 \(part(990)), longest \(part(1000))")
    }
    if !isWhole { throw ExitCode(1) }
  }
}

/// One of those processes.
struct WriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Commit to a stream and print how long each took.",
    shouldDisplay: false)

  @Option var store: String
  @Option var stream: String
  @Option var writer: Int
  @Option var commits: Int

  func run() throws {
    let log = try FileEventLog(store, creating: WriterSum.manifest)
    let stream = WriterSum.stream(stream)
    var seq = 0
    var sum = 0
    var report = ""
    for number in 1...commits {
      let start = Clock.now
      let commit = try log.commit(stream, after: seq) { others in
        sum += others.count
        return WriterSum.record(writer: writer, number: number, sum: sum + 1)
      }
      report += "\((Clock.now - start) / 1000)\n"
      seq = commit.seq(after: seq)
      sum += 1
    }
    print(report, terminator: "")
  }
}

/// What the writers add up: each record holds the sum of all before it, and one more.
enum WriterSum {
  static let moment = Timestamp(seconds: 1_610_607_600)
  static let manifest = StoreManifest(kind: .personal, createdAt: moment)

  static func stream(_ name: String) -> CabinetStore.Stream {
    name == "city" ? .city("counter") : .resident("counter")
  }

  static func record(writer: Int, number: Int, sum: Int) -> NewRecord {
    NewRecord(at: moment, actor: .resident, event: event(writer, number, sum))
  }

  private static func event(_ writer: Int, _ number: Int, _ sum: Int) -> [UInt8] {
    Array(#"{"writer":\#(writer),"number":\#(number),"sum":\#(sum)}"#.utf8)
  }

  /// What is lost, doubled or added up wrongly; nil where nothing is.
  static func complaint(
    store: String, stream name: String, writers: Int, commits: Int
  ) throws -> String? {
    let log = try FileEventLog(store)
    let records = try log.read(stream(name), from: 1)
    guard records.count == writers * commits else {
      return "\(records.count) records instead of \(writers * commits)"
    }
    // Whose turn each record was is not known; that it is one of the records to come is.
    var next = [Int](repeating: 1, count: writers)
    for record in records {
      let writer = next.indices.first { record.event == event($0, next[$0], record.seq) }
      guard let writer else {
        return "record \(record.seq) is not to be expected: "
          + String(decoding: record.event, as: UTF8.self)
      }
      next[writer] += 1
    }
    let findings = try log.check().findings
    return findings.isEmpty ? nil : "check: \(findings)"
  }
}
