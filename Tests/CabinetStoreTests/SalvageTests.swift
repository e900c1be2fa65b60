import Cabinet
import Foundation
import Testing

@testable import CabinetStore

@Suite struct SalvageTests {
  let directory: TemporaryDirectory
  let path: String
  let name = "store/\(anna.path)/journal.jsonl"
  let records: [Record]
  let lines: [[UInt8]]

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/store"
    let log = try FileEventLog(path, creating: personal)
    records = try (1...6).map { try log.append(anna, expecting: $0 - 1, event($0)) }
    lines = try directory.bytes(name).split(separator: 10).map { Array($0) + [10] }
  }

  func salvage(_ lines: [[UInt8]]) throws -> Salvage {
    try directory.overwrite(name, Array(lines.joined()))
    return try FileEventLog(path).salvage(anna)
  }

  /// A record as a forger writes it: other content, and the hash that belongs to it.
  func forged(_ seq: Int, after hash: ChainHash) -> [UInt8] {
    RecordLine.encode(event(666), after: Head(seq: seq - 1, hash: hash)).line
  }

  @Test func wholeJournalLosesNothing() throws {
    let salvage = try salvage(lines)
    #expect(salvage.records == records)
    #expect(salvage.losses.isEmpty)
  }

  @Test(arguments: 1...6) func damagedLineCostsThatRecordOnly(_ seq: Int) throws {
    var changed = lines
    changed[seq - 1][120] ^= 1
    let salvage = try salvage(changed)
    #expect(salvage.records == records.filter { $0.seq != seq })
    #expect(salvage.losses.map(\.place) == [.init(line: seq, seq: seq)])
    #expect(
      try FileEventLog(path).check().findings.map(\.place).contains(.init(line: seq, seq: seq)))
  }

  @Test(arguments: 1...5) func recordChangedWithItsHashIsNamed(_ seq: Int) throws {
    var changed = lines
    changed[seq - 1] = forged(seq, after: records[seq - 1].previousHash)
    let salvage = try salvage(changed)
    #expect(salvage.records == records.filter { $0.seq != seq })
    #expect(salvage.losses == [.init(place: .init(line: seq, seq: seq), reason: .altered)])
    let finding = try #require(try FileEventLog(path).check().findings.first)
    #expect(finding.kind == .damagedRecord(.altered))
    #expect(finding.place == .init(line: seq, seq: seq))
  }

  @Test(arguments: 1...5) func insertedRecordIsForeign(_ seq: Int) throws {
    var changed = lines
    changed.insert(forged(seq + 1, after: records[seq - 1].hash), at: seq)
    let inserted = try salvage(changed)
    // Of two that follow the same record, the one that others follow was there first.
    #expect(inserted.records.map(\.seq) == Array(1...6))
    #expect(inserted.losses.count == 1)
    changed[seq] = lines[seq - 1]
    let repeated = try salvage(changed)
    #expect(repeated.records == records)
    #expect(repeated.losses == [.init(place: .init(line: seq + 1, seq: seq), reason: .foreign)])
  }

  @Test func missingRecordsAreCounted() throws {
    let salvage = try salvage([lines[0], lines[3], lines[5]])
    #expect(salvage.records.map(\.seq) == [1, 4, 6])
    #expect(salvage.losses.map(\.reason) == [.missing(2), .missing(1)])
    #expect(try self.salvage(Array(lines[2...])).losses.map(\.reason) == [.missing(2)])
  }

  @Test func wholeJournalOfAnotherIsForeign() throws {
    let log = try FileEventLog(path)
    let boris = CabinetStore.Stream.resident("boris")
    for number in 1...3 { _ = try log.append(boris, expecting: number - 1, event(number)) }
    let foreign = try directory.bytes("store/\(boris.path)/journal.jsonl")
    let salvage = try salvage([foreign])
    #expect(salvage.records.isEmpty)
    #expect(salvage.losses.map(\.reason) == [.foreign, .foreign, .foreign])
  }

  @Test func unfinishedRecordWasNeverConfirmed() throws {
    let salvage = try salvage(Array(lines[..<5]) + [Array(lines[5].prefix(100))])
    #expect(salvage.records == Array(records[..<5]))
    #expect(salvage.losses.map(\.reason) == [.unfinished(100)])
  }
}
