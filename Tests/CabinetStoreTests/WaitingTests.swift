import Cabinet
import StoreTorture
import Testing

@testable import CabinetStore

/// What is done while another process has the lock.
///
/// One process of the three holds the lock by itself, gives it up for a moment, and takes it again.
@Suite struct WaitingTests {
  let machine: Machine
  /// The writer, the one who waits, and the one who only holds the lock.
  let files: [FaultyFileSystem]
  let logs: [FileEventLog]
  let lock: FileDescriptor

  init() throws {
    let first = try FaultSweepTests.machine()
    machine = first.machine
    files = [first, FaultyFileSystem(on: machine), FaultyFileSystem(on: machine)]
    var options = FileEventLog.Options()
    options.sealedSize = 2000
    logs = try files.prefix(2).map {
      try FileEventLog(
        "/data/store", creating: FaultSweepTests.manifest, options: options, files: $0)
    }
    for number in 1..<3 { files[number].process = number + 1 }
    for (seq, log) in zip(1..., [logs[0], logs[1], logs[0]]) {
      _ = try log.commit(SnapshotTests.stream, after: seq - 1) { _ in SnapshotTests.record(seq) }
    }
    lock = try files[2].open(
      "/data/store/\(SnapshotTests.stream.path)/lock", in: nil, for: .noting)
    #expect(try files[2].lock(lock))
  }

  /// While the lock is held by the third, as it were, the writer adds so many records.
  private func write(_ count: Int) throws {
    try files[2].unlock(lock)
    for _ in 0..<count {
      let seq = try logs[0].head(of: SnapshotTests.stream).seq
      _ = try logs[0].append(
        SnapshotTests.stream, expecting: seq, SnapshotTests.record(seq + 1))
    }
    #expect(try files[2].lock(lock))
  }

  /// What the one who waits gets to see, and what it asks of the system once it has the lock.
  private func commit(
    after seq: Int, meanwhile: [() throws -> Void]
  ) throws -> (others: [Int], calls: [String], places: [LockPlace]) {
    var (places, steps) = ([LockPlace](), meanwhile[...])
    files[1].waits = { place in
      places.append(place)
      guard let step = steps.popFirst() else { return }
      do { try step() } catch { Issue.record(error) }
    }
    files[1].heal()
    var others: [Int] = []
    _ = try logs[1].commit(SnapshotTests.stream, after: seq) {
      others = $0.map(\.seq)
      return SnapshotTests.record(99)
    }
    let calls = files[1].log
    return (others, calls.split(separator: "lock").last.map(Array.init) ?? [], places)
  }

  @Test func whoWaitsReadsWhatIsWrittenMeanwhile() throws {
    let seen = try commit(
      after: 2, meanwhile: [{ try write(3) }, { try write(1) }, { try files[2].unlock(lock) }])
    #expect(seen.others == [3, 4, 5, 6, 7])
    #expect(seen.places == [.line, .door, .door])
    #expect(try logs[1].check().findings.isEmpty)
  }

  /// All that is left to do under the lock is what a lone writer does, and the note.
  @Test func whatWasReadIsNotReadAgain() throws {
    let seen = try commit(
      after: 2, meanwhile: [{ try write(1) }, { try files[2].unlock(lock) }])
    #expect(seen.others == [3, 4])
    #expect(
      seen.calls == [
        "read", "read", "write at 0", "status", "write at 960", "fdatasync", "write at 0", "unlock",
      ])
  }

  /// A record that the disk does not have yet may be taken back by its writer.
  @Test func whatTheDiskMayNotHaveIsLeftForLater() throws {
    var whole: [UInt8] = []
    let seen = try commit(
      after: 2,
      meanwhile: [
        {
          try write(1)
          whole = files[0].disk(of: SnapshotTests.stream)
          // The next one is written, and its writer waits for the disk.
          files[0].trouble.target = .syncs
          files[0].trouble.fault = .crash
          files[0].trouble.faultyCall = files[0].trouble.calls + 1
          #expect(throws: StoreError.self) { try write(1) }
          files[0].exit()
          #expect(try files[2].lock(lock))
          #expect(files[0].disk(of: SnapshotTests.stream).count > whole.count)
        },
        {
          files[0].setDisk(of: SnapshotTests.stream, whole)
          try files[2].unlock(lock)
        },
      ])
    #expect(seen.others == [3, 4])
    #expect(try logs[1].head(of: SnapshotTests.stream).seq == 5)
    #expect(try logs[1].check().findings.isEmpty)
  }

  @Test func filesSealedMeanwhileAreReadAsWell() throws {
    let seen = try commit(
      after: 2,
      meanwhile: [{ try write(2) }, { try write(20) }, { try files[2].unlock(lock) }])
    #expect(files[0].sealedFiles(of: SnapshotTests.stream) > 1)
    #expect(seen.others == Array(3...25))
    #expect(try logs[1].check().findings.isEmpty)
  }

  /// What was read while waiting in vain is not lost for the caller, who has not seen it.
  @Test func whoWaitsInVainMissesNothing() throws {
    files[1].waits = { place in
      if place == .line { do { try write(2) } catch { Issue.record(error) } }
    }
    #expect(throws: StoreError.busy(path: "/data/store/\(SnapshotTests.stream.path)", holder: 1)) {
      try logs[1].commit(SnapshotTests.stream, after: 2) { _ in SnapshotTests.record(99) }
    }
    files[1].waits = { _ in }
    #expect(try logs[1].read(SnapshotTests.stream, from: 3).map(\.seq) == Array(3...5))
    try files[2].unlock(lock)
    let seen = try commit(after: 2, meanwhile: [])
    #expect(seen.others == Array(3...5))
  }

  /// Whoever stands at the door is let in after three milliseconds, and finds the lock free.
  @Test func aTurnEnds() throws {
    try files[2].unlock(lock)
    try #require(try commit(after: 3, meanwhile: []).others.isEmpty)
    var (woken, waited) = ([LockPlace](), [LockPlace]())
    files[0].wakes = { place in
      woken.append(place)
      return true
    }
    files[0].waits = { place in
      waited.append(place)
      do { _ = try commit(after: 20, meanwhile: []) } catch { Issue.record(error) }
    }
    for seq in 4..<21 {
      #expect(woken == (seq == 4 ? [] : seq < 20 ? [.line] : [.line, .door]), "record \(seq)")
      // The fifteenth after the first.
      files[0].microseconds += 200
      #expect(waited == [], "record \(seq)")
      _ = try logs[0].commit(SnapshotTests.stream, after: seq) { _ in SnapshotTests.record(seq) }
    }
    #expect(waited == [.line])
    #expect(woken == [.line, .door, .line])
    #expect(try logs[0].read(SnapshotTests.stream, from: 1).map(\.seq) == Array(1...22))
  }

  /// Where nobody waits, nobody is called to the door, and the lock is free at once.
  @Test func nobodyIsLeftToWait() throws {
    try files[2].unlock(lock)
    try #require(try commit(after: 3, meanwhile: []).others.isEmpty)
    var woken: [LockPlace] = []
    files[0].wakes = { place in
      woken.append(place)
      return false
    }
    for seq in 4..<40 {
      _ = try logs[0].commit(SnapshotTests.stream, after: seq) { _ in SnapshotTests.record(seq) }
    }
    #expect(!woken.contains(.door))
    #expect(!files[0].log.contains { $0.hasPrefix("wait") })
  }
}
