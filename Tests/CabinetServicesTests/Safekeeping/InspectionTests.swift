import Cabinet
import CabinetStore
import FoundationEssentials
import Testing

@testable import CabinetServices

@Suite struct InspectionTests {
  let folder: Fixtures.Folder
  let path: String

  init() throws {
    folder = try Fixtures.Folder()
    path = folder.path + "/store"
  }

  func log() throws -> FileEventLog {
    try FileEventLog(path, creating: StoreManifest(kind: .personal, createdAt: Resident.start))
  }

  func findings() throws -> [StoreReport.Finding.Kind] {
    try log().check(CabinetInspector()).findings.map(\.kind)
  }

  /// Twelve closed applications: the snapshot keeps some as summaries, and one that came to life again.
  @Test func snapshotIsHeldAgainstTheRecords() throws {
    let log = try log()
    try Cabinets.add(Account(login: "anna", resident: "anna"), to: log, at: Resident.start)
    let session = try Resident.session(log)
    try Resident.apply(session, kind: "no", id: "a1", more: ["why": .text("x")])
    for number in 2...12 { try Resident.apply(session, id: "a\(number)") }
    let later = try Resident.session(log, at: Resident.days(20))
    try later.runOffice(until: later.now)
    later.saveSnapshot()
    #expect(later.state.closed.count == 4)
    _ = try later.complain(about: "a1", text: "why", id: "c1")
    later.saveSnapshot()
    #expect(try findings() == [])
    let stream = CabinetStore.Stream.resident("anna")
    let snapshot = try #require(try log.loadSnapshot(of: stream))
    let text = String(decoding: snapshot.body, as: UTF8.self)
    for (old, new) in [
      ("Синтетическая", "Настоящая"), ("\"submittedCount\":12", "\"submittedCount\":13"),
      ("a3|", "a33|"),
    ] {
      #expect(text.contains(old), "\(old)")
      let forged = text.replacing(old, with: new)
      try log.saveSnapshot(Snapshot(head: snapshot.head, body: Array(forged.utf8)), of: stream)
      #expect(try findings() == [.wrongSnapshot], "\(new)")
    }
    try log.saveSnapshot(Snapshot(head: snapshot.head, body: Array("{}".utf8)), of: stream)
    #expect(try findings() == [.brokenSnapshot])
  }

  /// A cabinet notes a register before it asks anything of it; where that note is lost, or the whole
  /// cabinet, the appointment stands unseen.
  @Test func appointmentsAreHeldAgainstTheCabinetsThatSeeThem() throws {
    let log = try log()
    try Cabinets.add(Account(login: "anna", resident: "anna"), to: log, at: Town.start)
    let town = Town(log)
    let session = try town.session()
    let slot = try town.times(session, town.request(), at: "doctor-068")[0]
    let booking = try session.confirm(try session.hold(slot, town.request()).id)
    #expect(try findings() == [])
    let shard = CabinetStore.Stream.resident("anna").path
    try FileManager.default.removeItem(atPath: "\(path)/\(shard)")
    let unseen = StoreReport.Finding.Kind.unseenBooking(id: booking.id, resident: "anna")
    #expect(try findings() == [unseen])
    #expect(!unseen.isDamage)
    // A new cabinet that has not heard of the register sees it no more than none.
    let again = try Town(self.log()).session()
    #expect(try findings() == [unseen])
    _ = try town.times(again, town.request(), at: "doctor-068")
    _ = try? again.hold(slot, town.request())
    #expect(try findings() == [])
  }

  @Test func attachmentsAndReferencesAreHeldAgainstEachOther() throws {
    let log = try log()
    try Cabinets.add(Account(login: "anna", resident: "anna"), to: log, at: Resident.start)
    let session = try Resident.session(log)
    let named = try session.attach([1, 2, 3], name: "named.bin")
    let orphan = try session.attach([4, 5, 6], name: "orphan.bin")
    var profile = session.state.profile
    profile.documents = [.init(id: "d1", title: #"a "hash":"quoted"#, attachment: named)]
    try session.save(profile)
    #expect(try findings() == [.orphanAttachment(orphan.hash)])
    let file = "\(path)/\(CabinetStore.Stream.resident("anna").path)/attachments/\(named.hash)"
    try FileManager.default.removeItem(atPath: file)
    let report = try self.log().check(CabinetInspector())
    #expect(
      report.findings.map(\.kind) == [
        .missingAttachment(named.hash), .orphanAttachment(orphan.hash),
      ])
    #expect(report.findings.first?.place == .init(line: 1, seq: 1))
    #expect(!report.isSound)
  }

  @Test func accountsAndContradictionsAreNamed() throws {
    let log = try log()
    func add(_ event: String, to stream: CabinetStore.Stream) throws {
      let seq = try log.head(of: stream).seq
      _ = try log.append(
        stream, expecting: seq,
        NewRecord(at: Resident.start, actor: .resident, event: Array(event.utf8)))
    }
    try add(#"{"login":"a","resident":"a"}"#, to: .accounts)
    try add(#"{"login":"a","resident":"b"}"#, to: .accounts)
    try add(#"{"nothing":1}"#, to: .accounts)
    try add(#"{"kind":"draftErased","draft":"none"}"#, to: .resident("b"))
    try add(#"{"kind":"fromTheFuture"}"#, to: .resident("c"))
    let report = try log.check(CabinetInspector())
    let codes = report.findings.map { "\($0.stream.path) \($0.kind.code) \($0.line ?? 0)" }
    let b = CabinetStore.Stream.resident("b").path
    let c = CabinetStore.Stream.resident("c").path
    #expect(
      Set(codes) == [
        "accounts brokenAccount 2", "accounts brokenAccount 3", "\(b) contradiction 1",
        "\(c) contradiction 1", "\(c) cabinetWithoutAccount 0",
      ])
    for finding in report.findings {
      for phrase in [finding.what, finding.meaning, finding.advice] {
        #expect(!phrase.ru.isEmpty && !phrase.en.isEmpty && phrase.ru != phrase.en)
      }
    }
  }
}
