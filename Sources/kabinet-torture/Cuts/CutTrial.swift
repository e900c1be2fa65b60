import Cabinet
import CabinetStore
import Glibc
import StoreTorture

/// A disk under a process that writes and says what was confirmed, and its copies after power cuts.
final class CutTrial {
  static let streams: [CabinetStore.Stream] = [.resident("anna"), .city("vets")]

  private(set) var cuts = 0
  private(set) var confirmed = 0
  private(set) var recoveries = 0
  private(set) var failures: [String] = []

  private let kind: LoopDisk.Kind
  private let carelessness: Carelessness?
  private let scratch: Scratch
  private let disk: LoopDisk
  private var chance: SplitMix64
  /// A new store after so many cuts, so that a disk of this size suffices.
  private static let cutsOfAStore = 20

  init(_ kind: LoopDisk.Kind, seed: UInt64, carelessness: Carelessness? = nil) throws {
    self.kind = kind
    self.carelessness = carelessness
    scratch = try Scratch()
    disk = try LoopDisk(kind, in: scratch.path)
    chance = SplitMix64(state: seed)
  }

  func run(cuts count: Int) throws {
    var lines: [Substring] = []
    for number in 0..<count {
      let store = "store-\(number / Self.cutsOfAStore)"
      if number % Self.cutsOfAStore == 0 {
        if number > 0 {
          try Program.demand(
            ["rm", "-rf", "\(disk.path)/store-\(number / Self.cutsOfAStore - 1)"])
        }
        lines = []
      }
      // Numbers of its own for each process: a record that was not confirmed may be there all the same.
      lines += try write(to: store, first: number * 1_000_000)
      cuts += 1
      confirmed += lines.count
      do {
        if let complaint = try examineCopy(of: store, lines) {
          failures.append("cut \(number): \(complaint)")
        }
      } catch {
        failures.append("cut \(number): \(error)")
      }
    }
  }

  /// Lets a process write for a moment, kills it, and copies the disk at once.
  private func write(to store: String, first: Int) throws -> [Substring] {
    let output = "\(scratch.path)/confirmed"
    let child = try Program.start(
      ["/proc/self/exe", "acknowledge", "--store", "\(disk.path)/\(store)", "--first", "\(first)"]
        + (carelessness.map { ["--careless", $0.rawValue] } ?? []),
      environment: ["SWIFT_BACKTRACE": "enable=no"], output: .file(output),
      errors: .file("\(scratch.path)/errors"))
    usleep(UInt32.random(in: 5_000...120_000, using: &chance))
    kill(child, SIGKILL)
    let end = try Program.wait(for: child)
    guard end == .killed(SIGKILL) else {
      throw Program.Trouble(
        description: "the writer ended: \(Files.text("\(scratch.path)/errors"))")
    }
    try Program.demand(
      ["cp", "--sparse=always", "\(scratch.path)/disk", "\(scratch.path)/copy"])
    return Files.text(output).split(separator: "\n")
  }

  private func examineCopy(of store: String, _ lines: [Substring]) throws -> String? {
    let copy = try LoopDisk(
      mounting: "\(scratch.path)/copy", kind, isCopy: true, at: "\(scratch.path)/after",
      in: scratch.path)
    return try withExtendedLifetime(copy) {
      let folder = "\(copy.path)/\(store)"
      if lines.isEmpty, Files.size(folder) == nil { return nil }
      let log = try FileEventLog(folder, creating: lines.isEmpty ? WriterSum.manifest : nil)
      var found: Set<String> = []
      for stream in Self.streams {
        for record in try log.commit(stream, after: 0, { _ in nil }).others {
          let isNew = found.insert("\(stream) \(String(decoding: record.event, as: UTF8.self))")
            .inserted
          if !isNew { return "record \(record.seq) of \(stream) is there twice" }
        }
      }
      recoveries += log.recoveries.count
      for line in lines {
        if let name = line.split(separator: " ").last, line.hasPrefix("attachment ") {
          _ = try log.attachment(String(name), of: Self.streams[0])
        } else if let seq = line.split(separator: " ").last.flatMap({ Int($0) }),
          line.hasPrefix("snapshot ")
        {
          let kept = try log.loadSnapshot(of: Self.streams[0])?.head.seq ?? 0
          if kept < seq { return "the snapshot of record \(seq) is lost" }
        } else if !found.contains(String(line)) {
          return "confirmed and lost: \(line)"
        }
      }
      let findings = try log.check().findings
      return findings.isEmpty ? nil : "check: \(findings)"
    }
  }
}
