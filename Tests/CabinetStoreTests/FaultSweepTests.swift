import Cabinet
import CabinetStore
import Glibc
import StoreTorture
import Testing

/// Every system call of every operation fails in every way; afterwards the store has the old state
/// or the new one, and whatever was acknowledged.
@Suite struct FaultSweepTests {
  static let faults: [Fault] =
    [EIO, ENOSPC].flatMap {
      [.failure($0, forEver: false), .failure($0, forEver: true)]
    } + [
      .failure(EROFS, forEver: true), .failure(EINTR, forEver: false), .short(1), .short(40),
      .crash,
    ]

  /// What a run attempted and what the store confirmed.
  struct Outcome {
    var attempted: [CabinetStore.Stream: [[UInt8]]] = [:]
    var confirmed: [CabinetStore.Stream: [[UInt8]]] = [:]
    var attachments: [String] = []
    var isOpened = false
  }

  /// What may survive if the power goes too.
  ///
  /// After an error that the store has dealt with, a few
  /// ways suffice; a crash by itself is tried in all.
  static func survivals(
    after fault: Fault
  ) -> [Survival] {
    fault == .crash ? Survival.orderly : [.nothing, .halfOfLastWrite]
  }

  static let manifest = StoreManifest(kind: .personal, createdAt: moment)
  static let resident = CabinetStore.Stream.resident("anna")
  static let city = CabinetStore.Stream.city("vets")

  /// Opens, appends, snapshots and attaches, going on after each refusal as a session would.
  static func work(
    on files: FaultyFileSystem, round: Int, steps: Int = 3,
    options: FileEventLog.Options = FileEventLog.Options()
  ) -> Outcome {
    var outcome = Outcome()
    guard
      let log = try? FileEventLog(
        "/data/store", creating: manifest, options: options, files: files)
    else { return outcome }
    outcome.isOpened = true
    for step in 1...steps {
      for stream in [resident, city] {
        let event = Array(#"{"round":\#(round),"step":\#(step)}"#.utf8)
        outcome.attempted[stream, default: []].append(event)
        let commit = try? log.commit(stream, after: 0) { _ in
          NewRecord(at: moment, actor: .resident, event: event)
        }
        if commit?.added != nil { outcome.confirmed[stream, default: []].append(event) }
      }
      if step == 2 {
        if let head = try? log.head(of: resident) {
          try? log.saveSnapshot(Snapshot(head: head, body: Array("{}".utf8)), of: resident)
        }
        let bytes = Array("photo \(round)".utf8)
        if let name = try? log.putAttachment(bytes, in: resident) {
          outcome.attachments.append(name)
        }
      }
    }
    return outcome
  }

  /// Opens the store as the next process would and holds it against what was promised.
  static func verify(
    _ files: FaultyFileSystem, _ runs: [Outcome], _ context: String
  ) throws {
    let log = try FileEventLog("/data/store", creating: manifest, files: files)
    #expect(log.manifest == manifest, "\(context)")
    for stream in [resident, city] {
      // A write: it makes recovery happen, and proves that the store still takes records.
      let seen = try log.commit(stream, after: 0) { _ in
        NewRecord(at: moment, actor: .clock, event: Array(#"{"last":true}"#.utf8))
      }
      let present = seen.others.map(\.event).filter { $0 != Array(#"{"last":true}"#.utf8) }
      let confirmed = runs.flatMap { $0.confirmed[stream] ?? [] }
      let attempted = runs.flatMap { $0.attempted[stream] ?? [] }
      #expect(present.filter(confirmed.contains) == confirmed, "\(context) \(stream)")
      #expect(attempted.filter(present.contains) == present, "\(context) \(stream)")
    }
    for name in runs.flatMap(\.attachments) {
      #expect(try ChainHash(of: log.attachment(name, of: resident)).description == name)
    }
    let report = try log.check()
    #expect(report.findings.isEmpty, "\(context): \(report.findings)")
  }

  /// A machine with an empty directory for data.
  static func machine() throws -> FaultyFileSystem {
    let files = FaultyFileSystem()
    try files.makeDirectory("/data", in: nil)
    try files.fsync(files.open("/", in: nil, for: .directory))
    files.heal()
    return files
  }

  @Test(arguments: faults) func everyCallOfANewStore(_ fault: Fault) throws {
    let clean = try Self.machine()
    let whole = Self.work(on: clean, round: 1)
    let calls = clean.calls
    #expect(whole.confirmed == whole.attempted)
    #expect(calls > 100)
    for call in 1...calls {
      let files = try Self.machine()
      files.faultyCall = call
      files.fault = fault
      let outcome = Self.work(on: files, round: 1)
      if fault == .failure(EINTR, forEver: false) || fault == .short(1) || fault == .short(40) {
        #expect(outcome.confirmed == outcome.attempted, "\(fault) at call \(call)")
      }
      for survival in Self.survivals(after: fault) {
        try Self.verify(
          files.afterCrash(survival), [outcome], "\(fault) at call \(call), \(survival)")
      }
      if fault != .crash {
        files.heal()
        try Self.verify(files, [outcome], "\(fault) at call \(call), same machine")
      }
    }
  }

  /// The same where nearly every record seals the file before it.
  @Test(arguments: faults) func everyCallOfSealing(_ fault: Fault) throws {
    var options = FileEventLog.Options()
    options.sealedSize = 400
    let clean = try Self.machine()
    let whole = Self.work(on: clean, round: 1, steps: 4, options: options)
    #expect(whole.confirmed == whole.attempted)
    #expect(clean.sealedFiles(of: Self.city) == 1)
    for call in 1...clean.calls {
      let files = try Self.machine()
      files.faultyCall = call
      files.fault = fault
      let outcome = Self.work(on: files, round: 1, steps: 4, options: options)
      for survival in Self.survivals(after: fault) {
        try Self.verify(
          files.afterCrash(survival), [outcome], "\(fault) at call \(call), \(survival)")
      }
      if fault != .crash {
        files.heal()
        try Self.verify(files, [outcome], "\(fault) at call \(call), same machine")
      }
    }
  }

  /// The machine crashed in the middle of a record; now every call of the recovery fails.
  @Test(arguments: faults, [Survival.halfOfLastWrite, .zerosForLastWrite])
  func everyCallOfARecovery(
    _ fault: Fault, _ torn: Survival
  ) throws {
    func tornMachine() throws -> (FaultyFileSystem, Outcome) {
      let files = try Self.machine()
      let probe = Self.work(on: files, round: 1)
      #expect(probe.confirmed == probe.attempted)
      guard let lastSync = files.log.lastIndex(of: "fdatasync") else { return (files, probe) }
      let again = try Self.machine()
      again.faultyCall = lastSync + 1
      again.fault = .crash
      let outcome = Self.work(on: again, round: 1)
      return (again.afterCrash(torn), outcome)
    }
    let (clean, first) = try tornMachine()
    let second = Self.work(on: clean, round: 2, steps: 1)
    #expect(second.confirmed == second.attempted)
    #expect(clean.log.contains { $0.contains("quarantine") })
    for call in 1...clean.calls {
      let (files, _) = try tornMachine()
      files.faultyCall = call
      files.fault = fault
      let outcome = Self.work(on: files, round: 2, steps: 1)
      for survival in Self.survivals(after: fault) {
        try Self.verify(
          files.afterCrash(survival), [first, outcome], "\(fault) at call \(call), \(survival)")
      }
      if fault != .crash {
        files.heal()
        try Self.verify(files, [first, outcome], "\(fault) at call \(call), same machine")
      }
    }
  }
}

let moment = Timestamp(seconds: 1_610_607_600)
