import Cabinet
import Foundation
import Testing

@testable import CabinetStore

@Suite struct DamageTests {
  let directory: TemporaryDirectory
  let path: String
  let name = "store/\(anna.path)/journal.jsonl"
  let records: [Record]
  let journal: [UInt8]

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/store"
    let log = try FileEventLog(path, creating: personal)
    records = try (1...5).map { try log.append(anna, expecting: $0 - 1, event($0)) }
    journal = try directory.bytes(name)
  }

  /// Every byte of every line but the last, changed: the damage is named with its line.
  @Test func tamperingInTheMiddleIsNamedWithItsLine() throws {
    var line = 1
    let lastStart = journal.dropLast().lastIndex(of: 10) ?? 0
    for index in 0..<lastStart {
      var changed = journal
      changed[index] ^= 1
      try directory.overwrite(name, changed)
      let log = try FileEventLog(path)
      let error = #expect(throws: StoreError.self) { try log.read(anna, from: 1) }
      guard case .damaged(anna, let found, _) = error else {
        Issue.record("byte \(index): \(String(describing: error))")
        continue
      }
      #expect(found == .init(line: line, seq: line), "byte \(index)")
      #expect(throws: StoreError.self) { try log.append(anna, expecting: 5, event(6)) }
      #expect(try log.check().findings.map(\.line).contains(line))
      #expect(try directory.bytes(name) == changed)
      if journal[index] == 10 { line += 1 }
    }
  }

  /// The same, by who only wants to look: what was written before is shown, and no record is taken.
  @Test func aDamagedJournalCanBeReadUpToTheDamage() throws {
    var options = FileEventLog.Options()
    options.readsUpToDamage = true
    var line = 1
    let lastStart = journal.dropLast().lastIndex(of: 10) ?? 0
    for index in 0..<lastStart {
      var changed = journal
      changed[index] ^= 1
      try directory.overwrite(name, changed)
      let log = try FileEventLog(path, options: options)
      #expect(try log.read(anna, from: 1) == Array(records[..<(line - 1)]), "byte \(index)")
      #expect(try log.read(anna, from: line) == [], "byte \(index)")
      guard case .damaged(anna, .init(line: line, seq: line), _) = log.damage(of: anna) else {
        Issue.record("byte \(index): \(String(describing: log.damage(of: anna)))")
        continue
      }
      #expect(log.takeNotices().count == 1)
      #expect(throws: StoreError.self) { try log.append(anna, expecting: line - 1, event(6)) }
      #expect(throws: StoreError.self) {
        let hash = line > 1 ? records[line - 2].hash : anna.origin
        let snapshot = Snapshot(
          head: Head(seq: line - 1, hash: hash), body: Array("{}".utf8))
        try log.saveSnapshot(snapshot, of: anna)
      }
      #expect(try directory.bytes(name) == changed)
      if journal[index] == 10 { line += 1 }
    }
  }

  @Test func removedSwappedAndForeignLinesBreakTheChain() throws {
    let lines = journal.split(separator: 10).map { Array($0) + [10] }
    let other = CabinetStore.Stream.resident("boris")
    let log = try FileEventLog(path)
    _ = try log.append(other, expecting: 0, event(1))
    let foreign = try directory.bytes("store/\(other.path)/journal.jsonl")
    for (changed, line) in [
      (Array(lines[1...].joined()), 1), (lines[0] + lines[2], 2),
      (lines[0] + lines[2] + lines[1], 2), (lines[0] + lines[0], 2), (foreign, 1),
    ] {
      try directory.overwrite(name, changed)
      #expect(throws: StoreError.damaged(anna, .init(line: line, seq: line), .brokenChain)) {
        try FileEventLog(path).read(anna, from: 1)
      }
    }
  }

  /// The last record cut off at every byte: read past it, then set aside, reported once, written on.
  @Test func tornTailIsSetAside() throws {
    let start = (journal.dropLast().lastIndex(of: 10) ?? 0) + 1
    for count in start + 1..<journal.count {
      try directory.overwrite(name, Array(journal.prefix(count)))
      let log = try FileEventLog(path)
      #expect(try log.read(anna, from: 1) == Array(records.prefix(4)))
      #expect(log.recoveries.isEmpty)
      #expect(try log.check().findings.map(\.kind) == [.tornTail(size: count - start)])
      #expect(try log.check().isSound)
      _ = try log.append(anna, expecting: 4, event(50))
      let recovery = try #require(log.recoveries.first)
      #expect(log.recoveries.count == 1)
      #expect(recovery.line == 5)
      let copy = try Data(contentsOf: URL(fileURLWithPath: recovery.copy))
      #expect(Array(copy) == Array(journal[start..<count]))
      #expect(try FileEventLog(path).read(anna, from: 1).map(\.seq) == [1, 2, 3, 4, 5])
    }
  }

  @Test(arguments: [1, 100, 5000]) func zeroFilledTailIsTorn(_ count: Int) throws {
    try directory.overwrite(name, journal + [UInt8](repeating: 0, count: count))
    let log = try FileEventLog(path)
    #expect(try log.append(anna, expecting: 5, event(6)).seq == 6)
    #expect(log.recoveries.map(\.size) == [count])
  }

  @Test func damageThatASnapshotCoversIsNoTornTail() throws {
    let log = try FileEventLog(path)
    try log.saveSnapshot(
      Snapshot(head: try log.head(of: anna), body: Array("{}".utf8)), of: anna)
    try directory.overwrite(name, journal.dropLast(3))
    #expect(throws: StoreError.damaged(anna, .init(line: 5, seq: 5), .notRecord)) {
      try FileEventLog(path).append(anna, expecting: 4, event(5))
    }
    try directory.overwrite(name, Array(journal.split(separator: 10)[0]) + [10])
    let report = try FileEventLog(path).check()
    #expect(report.findings.map(\.kind) == [.snapshotAhead])
    #expect(!report.isSound)
  }

  @Test func brokenSnapshotIsIgnored() throws {
    let log = try FileEventLog(path)
    let head = try log.head(of: anna)
    let snapshot = Snapshot(head: head, body: Array(#"{"n":5}"#.utf8))
    try log.saveSnapshot(snapshot, of: anna)
    let file = "store/\(anna.path)/snapshot.json"
    let bytes = try directory.bytes(file)
    #expect(try FileEventLog(path).loadSnapshot(of: anna) == snapshot)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      try directory.overwrite(file, changed)
      let again = try FileEventLog(path)
      #expect(try again.loadSnapshot(of: anna) == nil)
      #expect(try again.read(anna, from: 1) == records)
      #expect(try again.check().findings.map(\.kind) == [.brokenSnapshot])
    }
    #expect(throws: StoreError.conflict(actual: 5)) {
      try log.saveSnapshot(
        Snapshot(head: Head(seq: 5, hash: anna.origin), body: Array("{}".utf8)), of: anna)
    }
  }

  @Test func everyPhraseSpeaksBothLanguagesAndSaysWhatNext() {
    let errors: [StoreError] = [
      .invalidName("x"), .invalidContent(.notObject), .invalidContent(.tooLarge),
      .invalidContent(.momentOutOfRange), .conflict(actual: 1), .busy(path: "/p", holder: 7),
      .busy(path: "/p", holder: nil), .damaged(anna, .init(line: 3, seq: 3), .wrongHash),
      .damaged(anna, .init(line: 3, seq: 3), .notRecord),
      .damaged(anna, .init(line: 3, seq: 3), .brokenChain),
      .unsafe(path: "/p", .foreign), .unsafe(path: "/p", .openFile),
      .unsafe(path: "/p", .openDirectory), .unsafe(path: "/p", .notPlain), .noStore(path: "/p"),
      .notStore(path: "/p"), .damagedManifest(path: "/p"), .newerFormat(path: "/p", found: 2),
      .noSpace(path: "/p"), .readOnly(path: "/p"), .syncFailed(path: "/p"),
      .system(path: "/p", code: 5), .noAttachment("n"), .damagedAttachment("n"),
    ]
    for phrase in errors.map(\.phrase) {
      // Happened, kept, next.
      #expect(phrase.ru.split(separator: ". ").count >= 3, "\(phrase.ru)")
      #expect(phrase.en.split(separator: ". ").count >= 3, "\(phrase.en)")
      #expect(phrase.ru.unicodeScalars.contains { ("а"..."я").contains($0) })
      #expect(!phrase.en.unicodeScalars.contains { ("а"..."я").contains($0) })
    }
    #expect(Set(errors.map(\.phrase)).count == errors.count)
  }
}
