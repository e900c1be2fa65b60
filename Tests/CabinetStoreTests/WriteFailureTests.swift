import Cabinet
import CabinetStore
import Glibc
import StoreTorture
import Testing

@Suite struct WriteFailureTests {
  let files: FaultyFileSystem
  let log: FileEventLog

  /// A store with one record, whose next calls are counted from 1.
  init() throws {
    files = try FaultSweepTests.machine()
    log = try FileEventLog("/data/store", creating: FaultSweepTests.manifest, files: files)
    _ = try log.append(SnapshotTests.stream, expecting: 0, SnapshotTests.record(1))
  }

  /// The number that a call of the next append will have.
  func place(of call: String) throws -> Int {
    let trial = try WriteFailureTests()
    trial.files.heal()
    _ = try trial.log.append(SnapshotTests.stream, expecting: 1, SnapshotTests.record(2))
    return try #require(trial.files.log.lastIndex { $0.hasPrefix(call) }) + 1
  }

  /// The disk fills up within a record: nothing of it stays, and the next one needs no recovery.
  @Test(arguments: [1, 40, 200]) func whatAFullDiskTookIsCutOff(_ count: Int) throws {
    let before = try log.generation(of: SnapshotTests.stream)
    let write = try place(of: "write at 240")
    files.heal()
    files.faultyCall = write
    files.fault = .shortThenFailure(count, ENOSPC)
    let error = #expect(throws: StoreError.self) {
      try log.append(SnapshotTests.stream, expecting: 1, SnapshotTests.record(2))
    }
    guard case .noSpace = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    files.heal()
    #expect(try log.generation(of: SnapshotTests.stream) == before)
    #expect(try log.append(SnapshotTests.stream, expecting: 1, SnapshotTests.record(2)).seq == 2)
    #expect(log.recoveries.isEmpty)
    #expect(log.failure == nil)
  }

  /// A writer died before its flush.
  ///
  /// Who is shown its record, and tells the user so, flushes it.
  @Test func recordOfADeadWriterIsOnTheDiskOnceHandedOut() throws {
    let sync = try place(of: "fdatasync")
    files.heal()
    files.faultyCall = sync
    files.fault = .crash
    #expect(throws: StoreError.self) {
      try log.append(SnapshotTests.stream, expecting: 1, SnapshotTests.record(2))
    }
    files.heal()
    let other = try FileEventLog("/data/store", files: files)
    #expect(try other.commit(SnapshotTests.stream, after: 1) { _ in nil }.others.count == 1)
    let again = try FileEventLog("/data/store", files: files.afterCrash(.nothing))
    #expect(try again.read(SnapshotTests.stream, from: 1).count == 2)
  }

  @Test func failedSynchronisationStopsTheLogUntilReopened() throws {
    let files = try FaultSweepTests.machine()
    let log = try FileEventLog(
      "/data/store", creating: FaultSweepTests.manifest, files: files)
    _ = try log.append(SnapshotTests.stream, expecting: 0, SnapshotTests.record(1))
    files.heal()
    _ = try log.append(SnapshotTests.stream, expecting: 1, SnapshotTests.record(2))
    let sync = try #require(files.log.lastIndex(of: "fdatasync")) + 1
    files.heal()
    files.faultyCall = sync
    files.fault = .failure(EIO, forEver: false)
    let failed = #expect(throws: StoreError.self) {
      try log.append(SnapshotTests.stream, expecting: 2, SnapshotTests.record(3))
    }
    guard case .syncFailed = failed else {
      Issue.record("\(String(describing: failed))")
      return
    }
    files.heal()
    #expect(log.failure == failed)
    let failure = try #require(failed)
    #expect(throws: failure) {
      try log.append(SnapshotTests.stream, expecting: 2, SnapshotTests.record(3))
    }
    #expect(throws: failure) { try log.append(.accounts, expecting: 0, SnapshotTests.record(3)) }
    #expect(!files.log.contains("fdatasync"))
    #expect(try log.read(SnapshotTests.stream, from: 1).count == 2)
    let again = try FileEventLog("/data/store", files: files)
    #expect(try again.append(SnapshotTests.stream, expecting: 2, SnapshotTests.record(3)).seq == 3)
  }
}
