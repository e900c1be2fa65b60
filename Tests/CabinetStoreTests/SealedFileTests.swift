import Cabinet
import Foundation
import StoreTorture
import Testing

@testable import CabinetStore

@Suite struct SealedFileTests {
  let directory: TemporaryDirectory
  let path: String
  var options = FileEventLog.Options()

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/store"
    options.sealedSize = 1000
  }

  func name(_ file: String) -> String { "store/\(anna.path)/\(file)" }

  /// The files with records, in their order.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(anna.path)").sorted()
      .filter { $0.hasPrefix("journal") }
  }

  func write(_ numbers: ClosedRange<Int>) throws -> [Record] {
    let log = try FileEventLog(path, creating: personal, options: options)
    return try numbers.map { try log.append(anna, expecting: $0 - 1, event($0)) }
  }

  @Test func chainGoesOnFromFileToFile() throws {
    let records = try write(1...20)
    let names = try files()
    #expect(names.count > 3)
    #expect(names.first == "journal-000001.jsonl")
    #expect(names.last == "journal.jsonl")
    let log = try FileEventLog(path, options: options)
    #expect(try log.read(anna, from: 1) == records)
    #expect(try log.read(anna, from: 7) == Array(records[6...]))
    #expect(try log.read(anna, from: 2, limit: 9) == Array(records[1...9]))
    #expect(try log.head(of: anna).seq == 20)
    #expect(try log.check().findings.isEmpty)
    // One after another they are the journal, with nothing between.
    let bytes = try names.flatMap { try directory.bytes(name($0)) }
    #expect(try log.generation(of: anna) == bytes.count)
    var prev = anna.origin.description
    for line in bytes.split(separator: 10) {
      let text = String(decoding: line, as: UTF8.self)
      #expect(text.contains("\"prev\":\"\(prev)\""))
      prev = String(text.dropFirst(9).prefix(64))
    }
  }

  @Test func snapshotsReachIntoSealedFiles() throws {
    let records = try write(1...12)
    for seq in [1, 3, 4, 5, 9, 12] {
      let log = try FileEventLog(path, options: options)
      let snapshot = Snapshot(
        head: Head(seq: seq, hash: records[seq - 1].hash), body: Array(#"{"n":\#(seq)}"#.utf8))
      try log.saveSnapshot(snapshot, of: anna)
      let again = try FileEventLog(path, options: options)
      #expect(try again.loadSnapshot(of: anna) == snapshot)
      #expect(try again.read(anna, from: seq + 1) == Array(records[seq...]))
      #expect(try again.check().findings.isEmpty)
    }
  }

  /// One process reads and writes on while another seals under it.
  @Test func othersNoticeThatTheFileWasSealed() throws {
    let first = try FileEventLog(path, creating: personal, options: options)
    let second = try FileEventLog(path, options: options)
    var reader = FileEventLog.Options()
    reader.isWritable = false
    let third = try FileEventLog(path, options: reader)
    var seen: [Record] = []
    for number in 1...30 {
      let log = number % 2 == 0 ? first : second
      let before = try third.generation(of: anna)
      let commit = try log.commit(anna, after: max(0, number - 2)) { others in
        #expect(others.map(\.seq) == (number > 1 ? [number - 1] : []))
        return event(number)
      }
      #expect(commit.added?.seq == number)
      #expect(try third.generation(of: anna) > before)
      seen += try third.read(anna, from: seen.count + 1)
    }
    #expect(seen.map(\.seq) == Array(1...30))
    #expect(try files().count > 5)
    #expect(try first.check().findings.isEmpty)
  }

  @Test func tornTailAfterSealedFilesIsSetAside() throws {
    let records = try write(1...9)
    let active = try directory.bytes(name("journal.jsonl"))
    let lines = active.split(separator: 10)
    let torn = try #require(lines.last).dropLast(5)
    try directory.overwrite(name("journal.jsonl"), active.dropLast(torn.count + 6) + torn)
    let log = try FileEventLog(path, options: options)
    #expect(try log.append(anna, expecting: 8, event(9)).seq == 9)
    let recovery = try #require(log.recoveries.first)
    #expect(recovery.line == lines.count)
    #expect(try log.read(anna, from: 1).prefix(8) == records.prefix(8))
    #expect(log.takeNotices() == [recovery.phrase])
    #expect(log.takeNotices().isEmpty)
  }

  /// Every byte of every file: named by file, line and record, and nothing is written behind it, though
  /// a snapshot hides it from reading.
  @Test func damageUnderASnapshotStopsTheFirstWrite() throws {
    let records = try write(1...9)
    try FileEventLog(path, options: options).saveSnapshot(
      Snapshot(head: Head(seq: 9, hash: records[8].hash), body: Array("{}".utf8)), of: anna)
    var seq = 1
    for file in try files() {
      let bytes = try directory.bytes(name(file))
      var line = 1
      for index in bytes.indices {
        // The very last record is read to verify the snapshot; that case is another test's.
        guard seq < 8 else { break }
        var changed = bytes
        changed[index] ^= 1
        try directory.overwrite(name(file), changed)
        let log = try FileEventLog(path, options: options)
        #expect(try log.loadSnapshot(of: anna)?.head.seq == 9)
        #expect(try log.read(anna, from: 10).isEmpty)
        let error = #expect(throws: StoreError.self) {
          try log.append(anna, expecting: 9, event(10))
        }
        guard case .damaged(anna, let place, _) = error else {
          Issue.record("\(file) byte \(index): \(String(describing: error))")
          continue
        }
        #expect(place == .init(file: file, line: line, seq: seq), "\(file) byte \(index)")
        #expect(throws: StoreError.self) { try log.putAttachment([1], in: anna) }
        #expect(try directory.bytes(name(file)) == changed)
        if bytes[index] == 10 {
          line += 1
          seq += 1
        }
      }
      try directory.overwrite(name(file), bytes)
    }
    #expect(seq == 8)
    let log = try FileEventLog(path, options: options)
    #expect(try log.append(anna, expecting: 9, event(10)).seq == 10)
  }

  /// Sealed files that nobody touched are vouched for by the system and not read again.
  @Test func untouchedSealedFilesAreNotReadAgain() throws {
    func bytesForFirstWrite(records: Int) throws -> Int {
      let files = try FaultSweepTests.machine()
      let log = try FileEventLog(
        "/data/store", creating: personal, options: options, files: files)
      for number in 1...records {
        _ = try log.append(anna, expecting: number - 1, event(number))
      }
      try log.saveSnapshot(
        Snapshot(head: try log.head(of: anna), body: Array("{}".utf8)), of: anna)
      files.heal()
      let again = try FileEventLog("/data/store", options: options, files: files)
      _ = try again.append(anna, expecting: records, event(1))
      return files.bytesRead
    }
    let few = try bytesForFirstWrite(records: 20)
    let many = try bytesForFirstWrite(records: 500)
    // The note of the sealed files grows, and nothing else: 480 records are over 100,000 bytes.
    #expect(many - few < 10_000)
  }

  @Test func copiedStoreIsReadOnceAndVouchedForAgain() throws {
    _ = try write(1...9)
    let note = name("verified.json")
    let before = try directory.bytes(note)
    try FileManager.default.copyItem(atPath: path, toPath: directory.path + "/copy")
    let copy = try FileEventLog(directory.path + "/copy", options: options)
    _ = try copy.append(anna, expecting: 9, event(10))
    let noted = try directory.bytes("copy/\(anna.path)/verified.json")
    #expect(noted != before)
    #expect(VerifiedFile.decode(noted)?.count == VerifiedFile.decode(before)?.count)
    // A broken note costs a reading.
    try directory.overwrite(note, Array(before.dropLast(5)))
    #expect(
      try FileEventLog(path, options: options).append(anna, expecting: 9, event(10)).seq == 10)
    #expect(try directory.bytes(note) == before)
  }

  @Test func missingFileIsDamageAndNamed() throws {
    _ = try write(1...20)
    try FileManager.default.removeItem(atPath: "\(path)/\(anna.path)/journal-000002.jsonl")
    let log = try FileEventLog(path, options: options)
    #expect(throws: StoreError.self) { try log.read(anna, from: 1) }
    #expect(throws: StoreError.self) { try log.append(anna, expecting: 20, event(21)) }
    let report = try log.check()
    #expect(report.findings.first?.kind == .missingFile("journal-000002.jsonl"))
    #expect(!report.isSound)
  }

  @Test func restoredHistoryIsWholeOrNotThere() throws {
    let records = try write(1...9)
    let boris = CabinetStore.Stream.resident("boris")
    let log = try FileEventLog(path, options: options)
    let open = try FileEventLog(path, options: options)
    #expect(try open.commit(boris, after: 0) { _ in nil }.added == nil)
    struct Stop: Error {}
    var index = 0
    #expect(throws: StoreError.noSpace(path: "")) {
      try log.restore(boris) { () throws(StoreError) in
        index += 1
        if index == 5 { throw .noSpace(path: "") }
        return event(index)
      }
    }
    #expect(try FileEventLog(path).read(boris, from: 1).isEmpty)
    var rest = records[...]
    let head = try log.restore(boris) { () throws(StoreError) in
      rest.popFirst().map { NewRecord(at: $0.at, actor: $0.actor, event: $0.event) }
    }
    #expect(head.seq == 9)
    #expect(throws: StoreError.conflict(actual: 9)) {
      try log.restore(boris) { () throws(StoreError) in nil }
    }
    #expect(try log.read(boris, from: 1).map(\.event) == records.map(\.event))
    // Who had the empty journal open sees it, and goes on behind it.
    #expect(try open.read(boris, from: 1).count == 9)
    #expect(try open.append(boris, expecting: 9, event(10)).seq == 10)
    #expect(try log.append(boris, expecting: 10, event(11)).seq == 11)
    #expect(try FileEventLog(path).check().findings.isEmpty)
  }

  @Test func namedRecordIsFoundWithoutReadingTheStream() throws {
    let files = try FaultSweepTests.machine()
    let log = try FileEventLog("/data/store", creating: personal, options: options, files: files)
    var records: [Record] = []
    for number in 1...300 {
      records.append(try log.append(anna, expecting: number - 1, event(number)))
      try log.name("r\(number)", records[number - 1], of: anna)
    }
    try log.name("first", records[0], of: anna)
    for record in records {
      files.heal()
      let again = try FileEventLog("/data/store", options: options, files: files)
      #expect(try again.record(named: "r\(record.seq)", of: anna) == record)
      #expect(files.bytesRead < 8000)
    }
    #expect(try log.record(named: "first", of: anna) == records[0])
    #expect(try log.record(named: "nobody", of: anna) == nil)
    #expect(try log.record(named: "../r1", of: anna) == nil)
    #expect(throws: StoreError.invalidName("A")) { try log.name("A", records[0], of: anna) }
  }

  @Test func nameThatLiesFindsNothing() throws {
    let records = try write(1...9)
    let log = try FileEventLog(path, options: options)
    try log.name("one", records[0], of: anna)
    let folder = "\(path)/\(anna.path)/names"
    let shard = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
    let file = name("names/\(shard)/one.json")
    let bytes = try directory.bytes(file)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      try directory.overwrite(file, changed)
      #expect(try log.record(named: "one", of: anna) == nil, "byte \(index)")
    }
  }

  @Test func leftoversOfACrashAreSweptUnderTheLock() throws {
    _ = try write(1...2)
    for stale in ["snapshot.json.tmp", "verified.json.tmp"] {
      let file = "\(path)/\(anna.path)/\(stale)"
      #expect(FileManager.default.createFile(atPath: file, contents: Data([1])))
    }
    _ = try FileEventLog(path).read(anna, from: 1)
    #expect(FileManager.default.fileExists(atPath: "\(path)/\(anna.path)/snapshot.json.tmp"))
    _ = try FileEventLog(path).append(anna, expecting: 2, event(3))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(anna.path)").sorted()
        == ["journal.jsonl", "lock"])
  }
}
