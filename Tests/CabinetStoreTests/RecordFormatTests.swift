import Cabinet
import Foundation
import Testing

@testable import CabinetStore

@Suite struct RecordFormatTests {
  /// The format is final: this line must be written and read by every later version.
  @Test func firstLineOfTheFormatNeverChanges() throws {
    let stream = CabinetStore.Stream.resident("anna")
    #expect(
      stream.path == "residents/\(ChainHash(of: Array("anna".utf8)).description.prefix(2))/anna")
    let new = NewRecord(
      at: moment, actor: .resident, event: Array(#"{"type":"signedIn"}"#.utf8))
    let (line, record) = RecordLine.encode(new, after: Head(seq: 0, hash: stream.origin))
    #expect(String(decoding: line, as: UTF8.self) == Self.firstLine)
    #expect(try decode(line.dropLast()) == record)
  }

  /// Made by another implementation, Python's `hashlib.blake2b`.
  static let firstLine =
    #"{"hash":"d96e6b677a4263780e034d8a4b4f5c2870fab39a2e7a33e4d4f3411dc358e542","#
    + #""prev":"1197657e6af33798bae126399a70650f0fe5ce642fb8732c502d75ef9c46298c","#
    + #""seq":1,"at":"2021-01-14T07:00:00Z","actor":"resident","#
    + #""event":{"type":"signedIn"}}"# + "\n"

  @Test func hashIsBLAKE2b256() {
    // RFC 7693 gives BLAKE2b-512 only; this is `printf abc | b2sum -l 256`.
    #expect(
      ChainHash(of: Array("abc".utf8)).description
        == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")
  }

  @Test func lineIsJSONThatOthersCanRead() throws {
    for actor in Actor.allCases {
      let new = NewRecord(
        at: moment, actor: actor, event: Array(#"{"имя":"Анна","n":[1,{}]}"#.utf8))
      let (line, record) = RecordLine.encode(new, after: Head(seq: 41, hash: ChainHash(of: [])))
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      #expect(object?["seq"] as? Int == 42)
      #expect(object?["actor"] as? String == actor.rawValue)
      #expect(object?["at"] as? String == "2021-01-14T07:00:00Z")
      #expect(object?["hash"] as? String == record.hash.description)
      #expect((object?["event"] as? [String: Any])?["имя"] as? String == "Анна")
      #expect(try decode(line.dropLast()) == record)
    }
  }

  /// No single changed bit of a line goes unnoticed.
  @Test func everyFlippedBitIsNoticed() {
    let new = NewRecord(at: moment, actor: .clock, event: Array(#"{"amount":25000}"#.utf8))
    let line = RecordLine.encode(new, after: Head(seq: 9, hash: ChainHash(of: []))).line.dropLast()
    for index in line.indices {
      for bit in 0..<8 {
        var flipped = Array(line)
        flipped[index] ^= 1 << UInt8(bit)
        #expect(throws: RecordLine.Fault.self) { try decode(flipped[...]) }
      }
    }
  }

  @Test func everyPrefixIsRefused() {
    let new = NewRecord(at: moment, actor: .clock, event: Array(#"{"a":{"b":{}}}"#.utf8))
    let line = RecordLine.encode(new, after: Head(seq: 9, hash: ChainHash(of: []))).line.dropLast()
    for count in 0..<line.count {
      #expect(throws: RecordLine.Fault.self) { try decode(line.prefix(count)) }
    }
  }

  @Test func headOfASecondRecordIsFoundAnywhere() {
    let new = NewRecord(at: moment, actor: .clock, event: Array("{}".utf8))
    let line = RecordLine.encode(new, after: Head(seq: 1, hash: ChainHash(of: []))).line
    func hasHead(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBytes { RecordLine.hasHead(behindFirstByteOf: $0) }
    }
    #expect(!hasHead(line))
    #expect(!hasHead([]))
    for offset in 1...line.count { #expect(hasHead(line.prefix(offset) + line)) }
  }

  @Test(arguments: [-62_135_596_800, -1, 0, 951_782_399, 951_782_400, 253_402_300_799])
  func everyAcceptedMomentComesBack(_ seconds: Int) throws {
    let new = NewRecord(at: Timestamp(seconds: seconds), actor: .office, event: Array("{}".utf8))
    try new.validate()
    let (line, record) = RecordLine.encode(new, after: Head(seq: 0, hash: ChainHash(of: [])))
    #expect(try decode(line.dropLast()) == record)
    #expect(String(decoding: line, as: UTF8.self).contains("\"at\":\"\(new.at.utc)\""))
  }

  @Test(arguments: [-62_135_596_801, 253_402_300_800])
  func momentsOutsideTheCalendarAreRefused(_ seconds: Int) {
    let new = NewRecord(at: Timestamp(seconds: seconds), actor: .office, event: Array("{}".utf8))
    #expect(throws: StoreError.invalidContent(.momentOutOfRange)) { try new.validate() }
  }

  @Test func snapshotComesBackAndNoticesEveryFlippedBit() {
    let snapshot = Snapshot(
      head: Head(seq: 12, hash: ChainHash(of: [1])), body: Array(#"{"name":"Анна"}"#.utf8))
    let file = SnapshotFile.encode(snapshot, length: 4096)
    #expect(SnapshotFile.decode(file)?.snapshot == snapshot)
    #expect(SnapshotFile.decode(file)?.position.offset == 4096)
    #expect((try? JSONSerialization.jsonObject(with: Data(file))) != nil)
    for index in file.indices {
      for bit in 0..<8 {
        var flipped = file
        flipped[index] ^= 1 << UInt8(bit)
        #expect(SnapshotFile.decode(flipped) == nil)
      }
    }
  }

  private func decode(_ line: ArraySlice<UInt8>) throws -> Record {
    try Array(line).withUnsafeBytes { try RecordLine.decode($0) }
  }
}
