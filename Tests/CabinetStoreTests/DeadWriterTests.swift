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
