import Cabinet
import CabinetStore
import StoreTorture
import Testing

@Suite struct SnapshotTests {
  static let stream = CabinetStore.Stream.resident("anna")

  /// A stream of so many records with a snapshot, and 3 records after it, whose writer is gone.
  static func write(
    records: Int, _ options: FileEventLog.Options, _ files: FaultyFileSystem
  ) throws -> (snapshot: Snapshot, journal: Int) {
    let log = try FileEventLog(
      "/data/store", creating: FaultSweepTests.manifest, options: options, files: files)
    var hash = stream.origin
    for seq in 1...records { hash = try log.append(stream, expecting: seq - 1, record(seq)).hash }
    let snapshot = Snapshot(
      head: Head(seq: records, hash: hash), body: Array(#"{"state":"…"}"#.utf8))
    try log.saveSnapshot(snapshot, of: stream)
    for seq in records + 1...records + 3 {
      _ = try log.append(stream, expecting: seq - 1, record(seq))
    }
    return (snapshot, try log.generation(of: stream))
  }

  /// Bytes read to open such a stream.
  static func bytesToOpen(records: Int) throws -> (bytes: Int, journal: Int) {
    let files = try FaultSweepTests.machine()
    var options = FileEventLog.Options()
    options.sealedSize = 1 << 16
    let (snapshot, journal) = try write(records: records, options, files)
    files.heal()
    let again = try FileEventLog("/data/store", options: options, files: files)
    #expect(try again.loadSnapshot(of: stream) == snapshot)
    #expect(
      try again.read(stream, from: records + 1).map(\.seq) == Array(records + 1...records + 3))
    #expect(try again.head(of: stream).seq == records + 3)
    let read = files.bytesRead
    // Writing on reads, once, the active file and what tells that the sealed ones are untouched.
    #expect(try again.append(stream, expecting: records + 3, record(1)).seq == records + 4)
    let active = options.sealedSize + 1000
    #expect(files.bytesRead - read < active + 10_000)
    return (read, journal)
  }

  static func record(_ seq: Int) -> NewRecord {
    NewRecord(
      at: moment, actor: .resident, event: Array(#"{"type":"read","number":\#(seq)}"#.utf8))
  }

  @Test func openingReadsOnlyTheTail() throws {
    let small = try Self.bytesToOpen(records: 100)
    let large = try Self.bytesToOpen(records: 10_000)
    #expect(large.journal > 2_000_000)
    #expect(abs(large.bytes - small.bytes) < 500)
    #expect(large.bytes < 10_000)
  }

  @Test func olderSnapshotDoesNotReplaceANewerOne() throws {
    let files = try FaultSweepTests.machine()
    let log = try FileEventLog(
      "/data/store", creating: FaultSweepTests.manifest, files: files)
    let records = try (1...4).map {
      try log.append(Self.stream, expecting: $0 - 1, Self.record($0))
    }
    for (seq, body, expected) in [(2, "a", 2), (4, "b", 4), (3, "c", 4)] {
      let head = Head(seq: seq, hash: records[seq - 1].hash)
      try log.saveSnapshot(
        Snapshot(head: head, body: Array(#"{"s":"\#(body)"}"#.utf8)), of: Self.stream)
      #expect(try log.loadSnapshot(of: Self.stream)?.head.seq == expected)
    }
    #expect(throws: StoreError.conflict(actual: 4)) {
      try log.saveSnapshot(
        Snapshot(head: Head(seq: 5, hash: records[3].hash), body: Array("{}".utf8)),
        of: Self.stream)
    }
  }

  /// The newer one is another process's, and was kept after this one looked.
  @Test func olderSnapshotDoesNotReplaceANewerOneOfAnotherProcess() throws {
    let files = try FaultSweepTests.machine()
    let first = try FileEventLog("/data/store", creating: FaultSweepTests.manifest, files: files)
    let records = try (1...4).map {
      try first.append(Self.stream, expecting: $0 - 1, Self.record($0))
    }
    let second = try FileEventLog("/data/store", files: FaultyFileSystem(on: files.machine))
    #expect(try second.loadSnapshot(of: Self.stream) == nil)
    let body = Array("{}".utf8)
    try first.saveSnapshot(
      Snapshot(head: Head(seq: 4, hash: records[3].hash), body: body), of: Self.stream)
    try second.saveSnapshot(
      Snapshot(head: Head(seq: 2, hash: records[1].hash), body: body), of: Self.stream)
    for log in [first, second] {
      #expect(try log.loadSnapshot(of: Self.stream)?.head.seq == 4)
    }
  }

  /// A reader saw a record that its writer then took back: the reader is told, not misled.
  @Test func recordTakenBackIsAConflictForItsReader() throws {
    let files = try FaultSweepTests.machine()
    let writer = try FileEventLog(
      "/data/store", creating: FaultSweepTests.manifest, files: files)
    let reader = try FileEventLog("/data/store", files: files)
    let first = try writer.append(Self.stream, expecting: 0, Self.record(1))
    let before = files.disk(of: Self.stream)
    _ = try writer.append(Self.stream, expecting: 1, Self.record(2))
    #expect(try reader.read(Self.stream, from: 1).count == 2)
    files.setDisk(of: Self.stream, before)
    let other = try FileEventLog("/data/store", files: files)
    _ = try other.append(Self.stream, expecting: 1, Self.record(22))
    #expect(throws: StoreError.conflict(actual: 2)) {
      try reader.append(Self.stream, expecting: 2, Self.record(3))
    }
    let now = try reader.read(Self.stream, from: 1)
    #expect(now.first == first)
    #expect(now.last?.event == Self.record(22).event)
    #expect(try reader.append(Self.stream, expecting: 2, Self.record(3)).seq == 3)
  }
}
