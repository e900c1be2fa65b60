import Cabinet
import Testing

@testable import CabinetStore

/// Records by their numbers, and reading by pieces.
@Suite struct NumberedRecordTests {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/store"
  }

  /// Records of very different sizes, some of them larger than any piece that is read at once.
  private func write(_ sizes: [Int], sealedSize: Int) throws -> [Record] {
    var options = FileEventLog.Options()
    options.sealedSize = sealedSize
    let log = try FileEventLog(path, creating: personal, options: options)
    return try sizes.enumerated().map { index, size in
      let filler = String(repeating: "x", count: size)
      return try log.append(
        anna, expecting: index,
        NewRecord(
          at: Timestamp(seconds: index), actor: .office, event: Array(#"{"x":"\#(filler)"}"#.utf8)))
    }
  }

  @Test(arguments: [900, 40_000, 4 << 20]) func eachIsFound(_ sealedSize: Int) throws {
    let sizes = (0..<300).map { $0 % 97 == 0 ? 30_000 : $0 < 150 ? 10 : 10 + $0 * 7 % 900 }
    let records = try write(sizes, sealedSize: sealedSize)
    // Whoever has read nothing, a part, or all finds the same.
    for first in [1, 150, 300] {
      let log = try FileEventLog(path)
      _ = try log.read(anna, from: 1, limit: first)
      for seq in records.indices.map({ $0 + 1 }).reversed() {
        #expect(try log.record(numbered: seq, of: anna) == records[seq - 1])
      }
      for seq in [-1, 0, 301, 302, 9000] {
        #expect(try log.record(numbered: seq, of: anna) == nil)
      }
    }
    let all = try FileEventLog(path)
    _ = try all.read(anna, from: 1)
    for (index, record) in records.enumerated() {
      #expect(try all.record(numbered: index + 1, of: anna) == record)
    }
    #expect(try all.record(numbered: 1, of: .city("nobody")) == nil)
  }

  @Test func piecesAreTheWhole() throws {
    let records = try write((0..<60).map { $0 * 31 % 500 }, sealedSize: 2000)
    for size in [1, 2, 7, 59, 60, 61] {
      let log = try FileEventLog(path)
      var read: [Record] = []
      while case let piece = try log.read(anna, from: read.count + 1, limit: size), !piece.isEmpty {
        read += piece
      }
      #expect(read == records)
      #expect(try log.read(anna, from: 1) == records)
      #expect(try log.head(of: anna).seq == 60)
    }
  }

  /// A record that was read and then taken back by its writer does not stop who reads by pieces.
  @Test func whatIsTakenBackIsNotBuiltOn() throws {
    let records = try write([1, 2, 3], sealedSize: 4 << 20)
    let log = try FileEventLog(path)
    #expect(try log.read(anna, from: 1, limit: 9) == records)
    let file = "store/\(anna.path)/journal.jsonl"
    let bytes = try directory.bytes(file)
    let kept = RecordLine.encode(records[0]).count + RecordLine.encode(records[1]).count
    try directory.overwrite(file, Array(bytes[..<kept]))
    let other = try FileEventLog(path)
    let third = try other.append(
      anna, expecting: 2,
      NewRecord(at: Timestamp(seconds: 9), actor: .resident, event: Array(#"{"y":1}"#.utf8)))
    #expect(try log.read(anna, from: 3, limit: 9) == [third])
  }
}
