import ArgumentParser
import Cabinet
import CabinetStore
import Glibc
import StoreTorture

/// Cuts the power of real file systems: a copy of the disk, taken at any moment, is what a cut leaves.
struct CutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cuts", abstract: "Cut the power of ext4 and xfs disks under a writing process.",
    discussion: """
      Each disk is first cut under a process that does not wait for it: were nothing lost then, the \
      bench could see no loss at all.
      """)

  @Option(help: "How many cuts of each file system.")
  var cuts = 200
  @Option(help: "How many cuts of each under a process that writes carelessly.")
  var controls = 10
  @Option(help: "The seed of the moments; the clock's where not given.")
  var seed: UInt64?

  func validate() throws {
    if cuts < 1 || controls < 1 { throw ValidationError("--cuts and --controls take 1 or more") }
  }

  func run() throws {
    var isWhole = true
    let seed = seed ?? UInt64(truncatingIfNeeded: Clock.now)
    for kind in LoopDisk.Kind.allCases {
      if let reason = LoopDisk.obstacle(to: kind) {
        print("SKIPPED: \(cuts) power cuts on \(kind): \(reason)")
        continue
      }
      let control = try CutTrial(kind, seed: seed, carelessness: .noSync)
      try control.run(cuts: controls)
      print(
        "\(kind), without fdatasync: \(control.failures.count) of \(control.cuts) power cuts lost "
          + "what was confirmed")
      if control.failures.isEmpty {
        print("  BROKEN: this bench sees no loss where there must be one")
        isWhole = false
      }
      let trial = try CutTrial(kind, seed: seed)
      try trial.run(cuts: cuts)
      print(
        "\(kind), seed \(seed): \(trial.cuts) power cuts, \(trial.confirmed) confirmations looked "
          + "for, \(trial.recoveries) torn tails mended, \(trial.failures.count) failures")
      for failure in trial.failures.prefix(20) { print("  BROKEN \(failure)") }
      if !trial.failures.isEmpty { isWhole = false }
      fflush(nil)
    }
    if !isWhole { throw ExitCode(1) }
  }
}

/// The process whose disk loses its power.
struct AcknowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge", abstract: "Write until killed, and print what the store confirmed.",
    shouldDisplay: false)

  @Option var store: String
  @Option var first: Int
  @Option var careless: Carelessness?

  func run() throws {
    var options = FileEventLog.Options()
    options.sealedSize = 4000
    let disk = PosixFileSystem()
    let log = try FileEventLog(
      store, creating: WriterSum.manifest, options: options, files: careless?.over(disk) ?? disk)
    var number = first
    while true {
      for stream in CutTrial.streams {
        let record = WriterSum.record(writer: 0, number: number, sum: 0)
        _ = try log.commit(stream, after: 0) { _ in record }
        confirm("\(stream) \(String(decoding: record.event, as: UTF8.self))")
        number += 1
      }
      if number % 10 < 2 {
        let head = try log.head(of: CutTrial.streams[0])
        try log.saveSnapshot(
          Snapshot(head: head, body: Array("{}".utf8)), of: CutTrial.streams[0])
        confirm("snapshot \(head.seq)")
        let name = try log.putAttachment(Array("file \(number)".utf8), in: CutTrial.streams[0])
        confirm("attachment \(name)")
      }
    }
  }

  /// One write, so that the reader has a whole line or none.
  private func confirm(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
