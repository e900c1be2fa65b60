import Cabinet
import CabinetStore
import StoreTorture
import Testing

/// What a commit asks of the system: flushes cost more than everything else together.
@Suite struct FlushCountTests {
  let machine: Machine
  let files: [FaultyFileSystem]
  let logs: [FileEventLog]

  /// A store that two processes have open.
  init() throws {
    let first = try FaultSweepTests.machine()
    machine = first.machine
    let second = FaultyFileSystem(on: machine)
    second.process = 2
    files = [first, second]
    logs = try files.map {
      try FileEventLog("/data/store", creating: FaultSweepTests.manifest, files: $0)
    }
    _ = try logs[0].append(SnapshotTests.stream, expecting: 0, SnapshotTests.record(1))
    _ = try logs[1].commit(SnapshotTests.stream, after: 0) { _ in SnapshotTests.record(2) }
  }

  /// The calls of one commit by one of the two.
  private func calls(by writer: Int) throws -> [String] {
    files[writer].heal()
    let seq = try logs[writer].head(of: SnapshotTests.stream).seq
    let reading = files[writer].log.count
    _ = try logs[writer].append(SnapshotTests.stream, expecting: seq, SnapshotTests.record(seq + 1))
    return Array(files[writer].log[reading...])
  }

  /// Whoever wrote before has noted that the disk has it.
  @Test func writersByTurnsNeedOneFlushEach() throws {
    for turn in 0..<20 {
      #expect(try calls(by: turn % 2).filter { $0 == "fdatasync" }.count == 1, "turn \(turn)")
    }
  }

  /// A new process is told by the note, too.
  @Test func theFirstCommitOfAProcessNeedsOneFlush() throws {
    let files = FaultyFileSystem(on: machine)
    let log = try FileEventLog("/data/store", files: files)
    _ = try log.append(SnapshotTests.stream, expecting: 2, SnapshotTests.record(3))
    #expect(files.log.filter { $0 == "fdatasync" }.count == 1)
  }

  /// After a while one who writes alone leaves the note out.
  @Test func whoWritesAloneAsksForNothingElse() throws {
    for _ in 0..<80 { _ = try calls(by: 0) }
    let alone = try calls(by: 0).filter { $0 != "truncate" }
    #expect(
      alone.map { $0.prefix { $0 != " " } }
        == ["lock", "read", "status", "read", "write", "fdatasync", "unlock", "read"])
    // The note is old now: what it does not vouch for is flushed before anything follows.
    #expect(try calls(by: 1).filter { $0 == "fdatasync" }.count == 2)
    #expect(try calls(by: 0).filter { $0 == "fdatasync" }.count == 1)
  }

  /// A journal put in place of another has nothing of what the note vouches for.
  @Test func theNoteOfAnotherJournalVouchesForNothing() throws {
    let old = files[0].disk(of: SnapshotTests.stream)
    _ = try calls(by: 0)
    files[0].setDisk(of: SnapshotTests.stream, old)
    let other = FaultyFileSystem(on: machine)
    let log = try FileEventLog("/data/store", files: other)
    _ = try log.append(SnapshotTests.stream, expecting: 2, SnapshotTests.record(9))
    #expect(other.log.filter { $0 == "fdatasync" }.count == 2)
  }
}
