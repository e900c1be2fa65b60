import Cabinet
import CabinetStore
import Testing

@testable import CabinetServices

@Suite struct ImportTests {
  static func document() throws -> ExportDocument {
    let log = MemoryEventLog()
    _ = try Demonstration.open(log, fixtures: Fixtures.folder, ids: IDSource(seed: 1))
    return try ExportDocument(of: nil, in: log, kind: .demonstration)
  }

  @discardableResult
  static func bring(
    _ document: ExportDocument, as login: String? = nil, into log: any EventLog
  ) throws -> ImportCabinet.Outcome {
    try ImportCabinet.run(
      document, as: login, into: log, kind: .demonstration, at: Resident.start)
  }

  @Test func documentReadsBackAsItWasWritten() throws {
    let document = try Self.document()
    #expect(document.records.count > 20)
    #expect(document.files.count == 2 && document.missing.isEmpty)
    #expect(try ExportDocument(document.encoded) == document)
  }

  /// Every write fails, once and for ever: afterwards there is no cabinet or the whole one, and the same
  /// import finishes it.
  @Test(arguments: [false, true]) func everyWriteOfAnImport(_ staysDown: Bool) throws {
    let document = try Self.document()
    let whole = FailingLog(failing: 0)
    try Self.bring(document, into: whole)
    #expect(whole.writes >= 4)
    for write in 1...whole.writes {
      let log = FailingLog(failing: write, staysDown: staysDown)
      let outcome = try? Self.bring(document, into: log)
      let stream = CabinetStore.Stream.resident(document.account.resident)
      let kept = try log.memory.read(stream, from: 1).count
      #expect(kept == 0 || kept == document.records.count, "write \(write)")
      if try log.memory.head(of: .accounts).seq > 0 { #expect(kept == document.records.count) }
      if outcome != nil { #expect(kept == document.records.count) }
      log.failAt = 0
      let again = FailingLog(failing: 0)
      try Self.bring(document, into: log.memory)
      try Self.bring(document, into: log.memory)
      try Self.bring(document, into: again)
      for log in [log.memory, again.memory] {
        #expect(
          try ExportDocument(of: document.account.login, in: log, kind: .demonstration) == document)
        #expect(try log.read(.accounts, from: 1).count == 1)
      }
    }
  }

  @Test func anotherLoginMayBeGivenAndATakenOneIsRefused() throws {
    let document = try Self.document()
    let log = MemoryEventLog()
    try Cabinets.add(Account(login: "demo", resident: "other"), to: log, at: Resident.start)
    #expect(throws: CabinetFailure.self) { try Self.bring(document, into: log) }
    #expect(try log.streams() == [.accounts])
    #expect(try Self.bring(document, as: "anna", into: log).isNew)
    let session = try Cabinets.open(
      log, isDemonstration: true, login: "anna", fixtures: Fixtures.folder)
    #expect(session.eventCount == document.records.count)
  }

  @Test func lostFileIsToldAndKeepsNothingElseBack() throws {
    var document = try Self.document()
    let lost = document.files[0].hash
    document.files[0].bytes = nil
    #expect(document.missing == [lost])
    let read = try ExportDocument(document.encoded)
    #expect(read == document)
    let log = MemoryEventLog()
    try Self.bring(read, into: log)
    #expect(try ExportDocument(of: "demo", in: log, kind: .demonstration) == document)
    document.files.remove(at: 0)
    #expect(throws: CabinetFailure.self) { try ExportDocument(document.encoded) }
  }

  @Test func elementsOfAnArrayAreFoundWhateverItsLayout() {
    for (text, expected) in [
      ("[]", []), ("[ ]", []), ("[1]", ["1"]), ("[ 1 , 2 ]", ["1", "2"]),
      (
        #"["a,]\"[", {"b": [1, {"c": "}"}]} , [[]],null]"#,
        [#""a,]\"[""#, #"{"b": [1, {"c": "}"}]}"#, "[[]]", "null"]
      ),
    ] as [(String, [String])] {
      let bytes = Array(("x" + text + "y").utf8)
      let ranges = JSONElements.ranges(in: bytes, 1..<bytes.count - 1)
      #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
    }
    let spaced = Array(" { \"a b\" :\n\t\"c \\\" d\" , \"e\":[ 1 , 2 ] } ".utf8)
    #expect(
      String(decoding: JSONElements.compact(spaced[...]), as: UTF8.self)
        == #"{"a b":"c \" d","e":[1,2]}"#)
  }
}
