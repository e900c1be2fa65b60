import CabinetStore
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
      let machine = Machine(seed: seed)
      let files = FaultyFileSystem(on: machine)
      try files.makeDirectory("/data", in: nil)
      try files.fsync(files.open("/", in: nil, for: .directory))
      let log = try FileEventLog("/data/store", creating: Self.manifest, files: files)
      _ = try log.append(SnapshotTests.stream, expecting: 0, SnapshotTests.record(1))
      files.heal()
      files.trouble.target = .syncs
      files.faultyCall = 1
      #expect(throws: StoreError.self) {
        try log.append(SnapshotTests.stream, expecting: 1, SnapshotTests.record(2))
      }
      files.exit()
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
}
