import Cabinet
import Foundation
import Testing

@testable import CabinetStore

let anna = CabinetStore.Stream.resident("anna")
let personal = StoreManifest(kind: .personal, createdAt: moment)

func event(_ number: Int) -> NewRecord {
  NewRecord(
    at: moment.adding(seconds: number), actor: .resident, event: Array(#"{"n":\#(number)}"#.utf8))
}

@Suite struct FileEventLogTests {
  let directory: TemporaryDirectory
  let path: String
  let journalPath: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/store"
    journalPath = "store/\(anna.path)/journal.jsonl"
  }

  @Test func recordsComeBackInANewProcess() throws {
    let log = try FileEventLog(path, creating: personal)
    var added: [Record] = []
    for number in 1...5 { added.append(try log.append(anna, expecting: number - 1, event(number))) }
    let again = try FileEventLog(path)
    #expect(again.manifest == personal)
    #expect(try again.read(anna, from: 1) == added)
    #expect(try again.read(anna, from: 4) == Array(added[3...]))
    #expect(try again.read(anna, from: 6).isEmpty)
    #expect(try again.head(of: anna) == Head(seq: 5, hash: added[4].hash))
    #expect(added[0].previousHash == anna.origin)
    #expect(try again.streams() == [anna])
    #expect(try again.read(.city("vets"), from: 1).isEmpty)
    #expect(try again.generation(of: .city("vets")) == 0)
  }

  @Test func nothingIsReadableByOthers() throws {
    let log = try FileEventLog(path, creating: personal)
    let record = try log.append(anna, expecting: 0, event(1))
    try log.saveSnapshot(
      Snapshot(head: Head(seq: 1, hash: record.hash), body: Array("{}".utf8)), of: anna)
    _ = try log.putAttachment([1, 2, 3], in: anna)
    var seen = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: "\(directory.path)/\(name)", isDirectory: &isDirectory)
      #expect(try directory.permissions(name) == (isDirectory.boolValue ? 0o700 : 0o600), "\(name)")
      #expect(!name.hasSuffix(".tmp"))
      seen += 1
    }
    #expect(seen == 11)
  }

  @Test func openFilesAndDirectoriesAreRefused() throws {
    let log = try FileEventLog(path, creating: personal)
    _ = try log.append(anna, expecting: 0, event(1))
    let journal = "\(path)/\(anna.path)/journal.jsonl"
    for (target, closed, opened, flaw) in [
      (path, 0o700, 0o755, StoreError.Flaw.openDirectory),
      ("\(path)/residents", 0o700, 0o750, .openDirectory),
      (journal, 0o600, 0o640, .openFile), ("\(path)/store.json", 0o600, 0o604, .openFile),
    ] {
      try FileManager.default.setAttributes([.posixPermissions: opened], ofItemAtPath: target)
      let error = #expect(throws: StoreError.self) {
        try FileEventLog(path).read(anna, from: 1)
      }
      #expect(error == .unsafe(path: target, flaw))
      #expect(error?.phrase.en.contains("chmod \(flaw == .openFile ? 600 : 700) \(target)") == true)
      try FileManager.default.setAttributes([.posixPermissions: closed], ofItemAtPath: target)
    }
    #expect(try FileEventLog(path).read(anna, from: 1).count == 1)
  }

  @Test func symbolicLinksAreRefused() throws {
    let log = try FileEventLog(path, creating: personal)
    _ = try log.append(anna, expecting: 0, event(1))
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: directory.path + "/link", withDestinationPath: path)
    #expect(throws: StoreError.unsafe(path: directory.path + "/link", .notPlain)) {
      try FileEventLog(directory.path + "/link")
    }
    let journal = "\(path)/\(anna.path)/journal.jsonl"
    try files.moveItem(atPath: journal, toPath: directory.path + "/elsewhere")
    try files.createSymbolicLink(
      atPath: journal, withDestinationPath: directory.path + "/elsewhere")
    #expect(throws: StoreError.unsafe(path: journal, .notPlain)) {
      try FileEventLog(path).read(anna, from: 1)
    }
  }

  @Test func newerFormatIsLeftUntouched() throws {
    _ = try FileEventLog(path, creating: personal)
    let format = StoreManifest.currentFormat + 1
    let newer = Array(#"{"format":\#(format),"something":{"else":[]}}"#.utf8)
    try directory.overwrite("store/store.json", newer)
    #expect(throws: StoreError.newerFormat(path: path + "/store.json", found: format)) {
      try FileEventLog(path, creating: personal)
    }
    #expect(try directory.bytes("store/store.json") == newer)
  }

  @Test(arguments: ["", "{", "[]", #"{"format":0}"#, #"{"format":"1"}"#, #"{"format":1}"#])
  func brokenManifestIsLeftUntouched(_ text: String) throws {
    _ = try FileEventLog(path, creating: personal)
    try directory.overwrite("store/store.json", Array(text.utf8))
    #expect(throws: StoreError.damagedManifest(path: path + "/store.json")) {
      try FileEventLog(path, creating: personal)
    }
    #expect(try directory.bytes("store/store.json") == Array(text.utf8))
  }

  @Test func storeIsMadeOnlyWhereAskedAndWhereNothingIs() throws {
    #expect(throws: StoreError.noStore(path: path)) { try FileEventLog(path) }
    #expect(!FileManager.default.fileExists(atPath: path))
    let deep = directory.path + "/a/b/c/"
    #expect(try FileEventLog(deep, creating: personal).manifest == personal)
    #expect(throws: StoreError.notStore(path: directory.path)) {
      try FileEventLog(directory.path, creating: personal)
    }
    let empty = directory.path + "/empty"
    try FileManager.default.createDirectory(
      atPath: empty, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    let demonstration = StoreManifest(kind: .demonstration, createdAt: moment)
    #expect(try FileEventLog(empty, creating: demonstration).manifest.kind == .demonstration)
    #expect(try directory.permissions("empty") == 0o700)
    #expect(try FileEventLog(empty, creating: personal).manifest.kind == .demonstration)
  }

  @Test(arguments: [
    "", "..", "a/b", "Anna", "анна", "a.b", "a b", String(repeating: "a", count: 65),
  ])
  func namesThatAreNoNamesAreRefused(_ name: String) throws {
    let log = try FileEventLog(path, creating: personal)
    for stream in [CabinetStore.Stream.resident(name), .city(name)] {
      #expect(throws: StoreError.invalidName(stream.path)) {
        try log.append(stream, expecting: 0, event(1))
      }
      #expect(throws: StoreError.self) { try log.read(stream, from: 1) }
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["lock", "store.json"])
  }

  @Test func conflictNamesTheActualEnd() throws {
    let log = try FileEventLog(path, creating: personal)
    let other = try FileEventLog(path)
    _ = try log.append(anna, expecting: 0, event(1))
    #expect(throws: StoreError.conflict(actual: 1)) {
      try other.append(anna, expecting: 0, event(2))
    }
    #expect(throws: StoreError.conflict(actual: 1)) {
      try other.append(anna, expecting: 2, event(2))
    }
    #expect(try other.append(anna, expecting: 1, event(2)).seq == 2)
    #expect(try log.read(anna, from: 2).count == 1)
  }

  @Test func commitShowsWhatOthersAppendedAndKeepsNothingOnRefusal() throws {
    struct Refusal: Error {}
    let log = try FileEventLog(path, creating: personal)
    let other = try FileEventLog(path)
    let first = try log.append(anna, expecting: 0, event(1))
    let generation = try log.generation(of: anna)
    #expect(throws: Refusal.self) {
      try other.commit(anna, after: 0) { others in
        #expect(others == [first])
        throw Refusal()
      }
    }
    #expect(try other.commit(anna, after: 0) { _ in nil }.others == [first])
    #expect(try log.generation(of: anna) == generation)
    let commit = try other.commit(anna, after: 1) { others in
      #expect(others.isEmpty)
      return event(2)
    }
    #expect(commit.seq(after: 1) == 2)
    #expect(try log.generation(of: anna) > generation)
  }

  @Test func eventsThatAreNoObjectsAreRefused() throws {
    let log = try FileEventLog(path, creating: personal)
    for text in ["", "[]", "{}\n", "{\n}", #"{"a":1}}"#] {
      let new = NewRecord(at: moment, actor: .clock, event: Array(text.utf8))
      #expect(throws: StoreError.invalidContent(.notObject)) {
        try log.append(anna, expecting: 0, new)
      }
    }
    let filling = String(repeating: "x", count: Record.maximumEventSize - 7)
    let largest = NewRecord(at: moment, actor: .clock, event: Array(#"{"a":"\#(filling)"}"#.utf8))
    #expect(throws: StoreError.invalidContent(.tooLarge)) {
      try log.append(anna, expecting: 0, largest)
    }
    var fitting = largest
    fitting.event.remove(at: 6)
    let record = try log.append(anna, expecting: 0, fitting)
    try log.saveSnapshot(
      Snapshot(head: Head(seq: 1, hash: record.hash), body: Array("{}".utf8)), of: anna)
    #expect(try FileEventLog(path).loadSnapshot(of: anna)?.head.seq == 1)
    #expect(try FileEventLog(path).read(anna, from: 1) == [record])
  }

  @Test func lockHeldElsewhereIsReportedWithItsHolder() throws {
    let log = try FileEventLog(path, creating: personal)
    var options = FileEventLog.Options()
    options.patience = 20
    let other = try FileEventLog(path, options: options)
    _ = try log.commit(anna, after: 0) { _ in
      let error = #expect(throws: StoreError.self) {
        try other.append(anna, expecting: 0, event(1))
      }
      let own = Int(ProcessInfo.processInfo.processIdentifier)
      #expect(error == .busy(path: "\(path)/\(anna.path)", holder: own))
      // Reading never waits.
      #expect(throws: Never.self) { try other.read(anna, from: 1) }
      return event(1)
    }
    #expect(try other.append(anna, expecting: 1, event(2)).seq == 2)
  }

  @Test func attachmentsAreKeptByHash() throws {
    let log = try FileEventLog(path, creating: personal)
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
    let name = try log.putAttachment(bytes, in: anna)
    #expect(try log.putAttachment(bytes, in: anna) == name)
    #expect(try FileEventLog(path).attachment(name, of: anna) == bytes)
    for wrong in ["", "../journal.jsonl", String(repeating: "0", count: 64), name.uppercased()] {
      #expect(throws: StoreError.noAttachment(wrong)) { try log.attachment(wrong, of: anna) }
    }
    try directory.overwrite("store/\(anna.path)/attachments/\(name)", [1])
    #expect(throws: StoreError.damagedAttachment(name)) { try log.attachment(name, of: anna) }
    #expect(try log.check().findings.map(\.kind) == [.damagedAttachment(name)])
    // Putting it again mends it.
    #expect(try log.putAttachment(bytes, in: anna) == name)
    #expect(try log.check().isSound)
  }

  @Test func readOnlyLogRefusesToWrite() throws {
    _ = try FileEventLog(path, creating: personal).append(anna, expecting: 0, event(1))
    var options = FileEventLog.Options()
    options.isWritable = false
    let log = try FileEventLog(path, options: options)
    #expect(try log.read(anna, from: 1).count == 1)
    #expect(throws: StoreError.readOnly(path: path)) {
      try log.append(anna, expecting: 1, event(2))
    }
  }

  @Test func manyStreamsNeedFewDescriptors() throws {
    var options = FileEventLog.Options()
    options.openJournals = 3
    let log = try FileEventLog(path, creating: personal, options: options)
    for round in 0..<3 {
      for resident in 0..<20 {
        let stream = CabinetStore.Stream.resident("r\(resident)")
        #expect(try log.append(stream, expecting: round, event(round)).seq == round + 1)
      }
    }
    #expect(try log.streams().count == 20)
    let report = try log.check()
    #expect(report.records == 60)
    #expect(report.findings.isEmpty)
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    #expect(open.count < 200)
  }
}
