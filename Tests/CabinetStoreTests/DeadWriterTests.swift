import CabinetStore
import Glibc
import StoreTorture
import Testing

/// A process is killed, another one goes on with what it left, and then the power goes.
@Suite struct DeadWriterTests {
  private static let manifest = FaultSweepTests.manifest

  /// What may be on the disk after each change that `work` makes on a machine.
  private static func images(
    of machine: Machine, _ work: (FaultyFileSystem) throws -> Void
  ) throws -> [Machine] {
    var images: [Machine] = []
    let files = FaultyFileSystem(on: machine)
    files.changed = {
      images += Survival.orderly.map { machine.afterCrash($0) }
      images += (0..<16).map { machine.afterCrash(.chance($0)) }
    }
    try work(files)
    return images
  }

  /// A machine whose disk and chance follow from a seed: one record was confirmed, and the writer of the
  /// second met a fault at its flush and is gone.
  private static func machine(seed: UInt64, _ fault: Fault) throws -> Machine {
    let machine = Machine(seed: seed)
    let files = FaultyFileSystem(on: machine)
    try files.makeDirectory("/data", in: nil)
    try files.fsync(files.open("/", in: nil, for: .directory))
    let log = try FileEventLog("/data/store", creating: manifest, files: files)
    _ = try log.append(SnapshotTests.stream, expecting: 0, SnapshotTests.record(1))
    files.heal()
    files.trouble.target = .syncs
    files.faultyCall = 1
    files.fault = fault
    #expect(throws: StoreError.self) {
      try log.append(SnapshotTests.stream, expecting: 1, SnapshotTests.record(2))
    }
    files.exit()
    return machine
  }

  /// Two unfinished records, one behind the other, would be taken for damage.
  @Test func theNextRecordWaitsForTheOneThatADeadWriterLeft() throws {
    let trial = try WriteFailureTests()
    let sync = try trial.place(of: "fdatasync")
    trial.files.heal()
    trial.files.faultyCall = sync
    trial.files.fault = .crash
    #expect(throws: StoreError.self) {
      try trial.log.append(SnapshotTests.stream, expecting: 1, SnapshotTests.record(2))
    }
    trial.files.exit()
    let images = try Self.images(of: trial.files.machine) { files in
      let log = try FileEventLog("/data/store", files: files)
      _ = try log.append(SnapshotTests.stream, expecting: 2, SnapshotTests.record(3))
    }
    #expect(images.count > 50)
    for image in images {
      let log = try FileEventLog("/data/store", files: FaultyFileSystem(on: image))
      let seen = try log.commit(SnapshotTests.stream, after: 0) { _ in nil }
      #expect(seen.others.map(\.seq) == Array(1...seen.others.count))
    }
  }

  /// A writer dies before its flush, and the disk fails to write the record by itself: programs still
  /// read it, and the next flush finds nothing to do.
  @Test func whatTheDiskGaveUpIsWrittenOnceMore() throws {
    var lost = 0
    for seed in UInt64(0)..<48 {
      let machine = try Self.machine(seed: seed, .crash)
      while machine.hasSomethingToWrite { machine.giveUp() }
      let next = try FileEventLog("/data/store", files: FaultyFileSystem(on: machine))
      let seen = try next.read(SnapshotTests.stream, from: 1).count
      let cut = try FileEventLog(
        "/data/store", files: FaultyFileSystem(on: machine.afterCrash(.nothing)))
      if seen == 2, try cut.read(SnapshotTests.stream, from: 1).count == 1 { lost += 1 }
      // The failure is told to the first one who asks, and stops it.
      #expect(throws: StoreError.self) {
        try next.append(SnapshotTests.stream, expecting: seen, SnapshotTests.record(3))
      }
      var confirmed = 0
      let images = try Self.images(of: machine) { files in
        let log = try FileEventLog("/data/store", files: files)
        let commit = try log.commit(SnapshotTests.stream, after: 0) { _ in SnapshotTests.record(3) }
        confirmed = commit.others.count + 1
      }
      for image in images {
        let log = try FileEventLog("/data/store", files: FaultyFileSystem(on: image))
        let kept = try log.commit(SnapshotTests.stream, after: 0) { _ in nil }.others
        #expect(kept.map(\.seq) == Array(1...kept.count), "seed \(seed)")
      }
      let last = try FileEventLog(
        "/data/store", files: FaultyFileSystem(on: machine.afterCrash(.nothing)))
      #expect(try last.read(SnapshotTests.stream, from: 1).count == confirmed, "seed \(seed)")
    }
    #expect(lost > 5)
  }

  /// A flush fails, the record is cut off, and its writer dies: the disk may have the record, not the cut.
  ///
  /// Whoever is told that there is no such record must never see it again.
  @Test func aRecordThatWasCutOffDoesNotComeBack() throws {
    var cut = 0
    for seed in UInt64(0)..<48 {
      let machine = try Self.machine(seed: seed, .failure(EIO, forEver: false))
      let next = try FileEventLog("/data/store", files: FaultyFileSystem(on: machine))
      let told = try next.commit(SnapshotTests.stream, after: 0) { _ in nil }.others.count
      if told == 1 { cut += 1 }
      for survival in Survival.orderly + (0..<16).map({ .chance($0) }) {
        let image = FaultyFileSystem(on: machine.afterCrash(survival))
        let kept = try FileEventLog("/data/store", files: image).read(SnapshotTests.stream, from: 1)
        #expect(kept.count == told, "seed \(seed), \(survival)")
      }
    }
    #expect(cut > 10)
  }

  /// A directory with journals and without a manifest would be no store.
  @Test func aStoreWhoseMakerDiedIsAStoreWhateverTheDiskKept() throws {
    let clean = try FaultSweepTests.machine()
    _ = try FileEventLog("/data/store", creating: Self.manifest, files: clean)
    for call in 1...clean.calls {
      let files = try FaultSweepTests.machine()
      files.faultyCall = call
      files.fault = .crash
      _ = try? FileEventLog("/data/store", creating: Self.manifest, files: files)
      files.exit()
      let images = try Self.images(of: files.machine) { files in
        let log = try FileEventLog("/data/store", creating: Self.manifest, files: files)
        _ = try log.append(SnapshotTests.stream, expecting: 0, SnapshotTests.record(1))
      }
      for image in images {
        let log = try FileEventLog(
          "/data/store", creating: Self.manifest, files: FaultyFileSystem(on: image))
        #expect(log.manifest == Self.manifest, "killed at call \(call)")
      }
    }
  }

  /// Kills a process in `work` before the disk has the name that it gave last, and the one after it
  /// at every call; whatever the disk kept, all that was confirmed, or handed out to the third, stays.
  private static func sweep(
    options: FileEventLog.Options, confirmed: Int,
    prepare: (FileEventLog) throws -> Void, _ work: (FileEventLog) throws -> Void
  ) throws {
    func open(_ machine: Machine) throws -> (FaultyFileSystem, FileEventLog) {
      let files = FaultyFileSystem(on: machine)
      let log = try FileEventLog("/data/store", creating: manifest, options: options, files: files)
      return (files, log)
    }
    let (trial, whole) = try open(FaultSweepTests.machine().machine)
    try prepare(whole)
    trial.heal()
    try work(whole)
    let rename = try #require(trial.log.firstIndex { $0.hasPrefix("rename journal") })
    var calls = 0
    var call = 0
    repeat {
      let (first, log) = try open(FaultSweepTests.machine().machine)
      try prepare(log)
      first.heal()
      first.faultyCall = rename + 2
      first.fault = .crash
      #expect(throws: StoreError.self) { try work(log) }
      first.exit()
      let second = FaultyFileSystem(on: first.machine)
      second.faultyCall = call
      second.fault = .crash
      _ = try? FileEventLog("/data/store", options: options, files: second)
        .commit(SnapshotTests.stream, after: 0) { _ in nil }
      if call == 0 { calls = second.calls }
      second.exit()
      try goOn(on: first.machine, options: options, confirmed: confirmed, "killed at call \(call)")
      call += 1
    } while call <= calls
    #expect(call > 30)
  }

  /// Reads and adds a record, examining at each change what the disk may have.
  private static func goOn(
    on machine: Machine, options: FileEventLog.Options, confirmed: Int, _ context: String
  ) throws {
    var known = confirmed
    var fault: (any Error)?
    func examine() {
      do {
        for survival in Survival.orderly + (0..<16).map({ .chance($0) }) {
          let image = FaultyFileSystem(on: machine.afterCrash(survival))
          let log = try FileEventLog("/data/store", options: options, files: image)
          let seen = try log.commit(SnapshotTests.stream, after: 0) { _ in nil }.others
          #expect(seen.map(\.seq) == seen.indices.map { $0 + 1 })
          #expect(seen.count >= known, "\(context), \(survival)")
        }
      } catch { fault = error }
    }
    let files = FaultyFileSystem(on: machine)
    let log = try FileEventLog("/data/store", options: options, files: files)
    files.changed = examine
    let others = try log.commit(SnapshotTests.stream, after: 0) { _ in nil }.others
    known = max(known, others.count)
    examine()
    known =
      try log.append(
        SnapshotTests.stream, expecting: others.count, SnapshotTests.record(99)
      ).seq
    examine()
    if let fault { throw fault }
  }

  /// The name of an empty file may reach the disk before that of the sealed one which made room for it.
  @Test func recordsStayThoughTheirSealerDied() throws {
    var options = FileEventLog.Options()
    options.sealedSize = 600
    try Self.sweep(options: options, confirmed: 3) { log in
      for seq in 1...3 {
        _ = try log.append(SnapshotTests.stream, expecting: seq - 1, SnapshotTests.record(seq))
      }
    } _: { log in
      _ = try log.append(SnapshotTests.stream, expecting: 3, SnapshotTests.record(4))
    }
  }

  /// Who is shown what an import left, and tells the user so, brings its name to the disk.
  @Test func importedHistoryStaysOnceHandedOut() throws {
    try Self.sweep(options: FileEventLog.Options(), confirmed: 0) { log in
      _ = try log.commit(SnapshotTests.stream, after: 0) { _ in nil }
    } _: { log in
      var seq = 0
      _ = try log.restore(SnapshotTests.stream) { () throws(StoreError) in
        seq += 1
        return seq > 3 ? nil : SnapshotTests.record(seq)
      }
    }
  }
}
