import CabinetStore
import FoundationEssentials
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct SessionTests {
  private let log = MemoryEventLog()
  private let stream = CabinetStore.Stream.resident("anna")

  /// Writes an event as another program might.
  private func forge(_ text: String, at moment: Timestamp = Resident.start) throws {
    let head = try log.head(of: stream)
    _ = try log.append(
      stream, expecting: head.seq,
      NewRecord(at: moment, actor: .office, event: Array(text.utf8)))
  }

  @Test func twoSessionsSeeEachOtherAndLoseNothing() throws {
    let first = try Resident.session(log, seed: 1)
    let second = try Resident.session(log, seed: 2)
    try Resident.apply(first, id: "a1")
    try Resident.apply(second, id: "a2")
    try Resident.apply(first, id: "a3")
    #expect(try second.refresh())
    #expect(try !second.refresh())
    #expect(first.state == second.state && first.eventCount == second.eventCount)
    #expect(first.state.applications.map(\.id) == ["a1", "a2", "a3"])
    #expect(Set(first.state.applications.map(\.number)).count == 3)
    #expect(try Resident.session(log).state == first.state)
  }

  @Test func twoSessionsChangeDifferentPartsOfTheProfile() throws {
    let first = try Resident.session(log)
    let pet = Profile.Object(id: "pet-1", kind: .pet, facts: ["name": "Буся"])
    let car = Profile.Object(id: "vehicle-1", kind: .vehicle, facts: ["model": "LADA"])
    try first.save(
      Profile(values: ["name": "Анна", "sex": "f", "email": "a@b.ru"], objects: [pet]))
    let second = try Resident.session(log)
    var mine = first.state.profile
    mine.values["phone"] = "+79000000000"
    mine.values["email"] = nil
    mine.objects.append(car)
    var theirs = second.state.profile
    theirs.values["name"] = "Вера"
    theirs.objects = []
    try second.save(theirs)
    try first.save(mine)
    let merged = first.state.profile
    #expect(merged.values == ["name": "Вера", "sex": "f", "phone": "+79000000000"])
    #expect(merged.objects == [car])
    #expect(first.newObjectID(.vehicle) == "vehicle-2" && first.newObjectID(.pet) == "pet-1")
  }

  @Test(arguments: [
    #"{"kind":"applicationEaten"}"#, #"{"kind":"statusChanged"}"#, #"{"a":1}"#,
    #"{"kind":"statusChanged","application":"a9","status":{"code":1040,"at":"2021-01-14T07:00:00Z","by":"office","note":""}}"#,
    #"{"kind":"statusChanged","application":"a1","status":{"code":1075,"at":"2021-01-14T07:00:00Z","by":"office","note":""}}"#,
    #"{"kind":"statusChanged","application":"a1","status":{"code":4242,"at":"2021-01-14T07:00:00Z","by":"office","note":""}}"#,
    #"{"kind":"draftDiscarded","draft":"a9"}"#,
  ])
  func aForeignEventThatCannotFollowIsAnError(event: String) throws {
    let session = try Resident.session(log)
    try Resident.apply(session)
    let record = session.eventCount + 1
    try forge(event)
    for body in [{ _ = try session.refresh() }, { try session.save(Profile()) }] {
      guard case .journalContradicts(let what)? = session.expectFailure(body) else {
        Issue.record("it was taken in")
        continue
      }
      #expect(what.ru.contains("\(record)"))
    }
    #expect(throws: CabinetFailure.self) { try Resident.session(log) }
  }

  @Test(arguments: [
    StoreError.busy(path: "", holder: nil), .noSpace(path: ""), .syncFailed(path: ""),
  ])
  func aStoreThatFailsLeavesEverythingAsItWas(error: StoreError) throws {
    try Resident.apply(try Resident.session(log), kind: "ask")
    let session = try Resident.session(log, at: Resident.days(2))
    try session.runOffice(until: session.now)
    var draft = try session.beginDraft(for: Resident.service, id: "a2")
    draft.answers["kind"] = .text("good")
    let changes: [() throws -> Void] = [
      { try session.save(Profile(values: ["name": "А"])) }, { [draft] in try session.save(draft) },
      { try session.discard(draft: "a2") }, { try session.erase(draft: "a2") },
      { _ = try session.beginDraft(for: Resident.service) },
      { _ = try session.repeatApplication("a1") },
      { try session.saveReply(["kind": .text("good")], to: "a1") },
      { try session.sendReply(["kind": .text("good")], to: "a1") },
    ]
    for change in changes {
      log.nextFailure = error
      #expect(session.expectFailure(change) == .store(error))
    }
    #expect(CabinetFailure.store(error).exitCode == 1)
    #expect(try Resident.session(log).state == session.state)
  }

  @Test func aSnapshotIsOpenedAsTheJournalIsReplayed() throws {
    let session = try Resident.session(log)
    for index in 1...25 {
      try Resident.apply(session, kind: "bad", id: "a\(index)", more: ["sum": .text("\(index)")])
    }
    try session.runOffice(until: Resident.days(3))
    try Resident.apply(session, id: "open")
    let whole = session.state
    session.saveSnapshot()
    let reopened = try Resident.session(log)
    #expect(reopened.eventCount == session.eventCount)
    #expect(reopened.state.closed.count == 17 && reopened.state.applications.count == 9)
    #expect(reopened.state.summaries == whole.summaries)
    for application in whole.applications {
      #expect(try reopened.application(application.id) == application)
      #expect(try reopened.application(application.number) == application)
    }
    #expect(reopened.state.submittedCount == 26 && reopened.state.drafts == whole.drafts)
    // What is submitted again by its old id is known from the ledger.
    let count = reopened.eventCount
    #expect(try reopened.submit(draft: "a1") == whole.application("a1"))
    #expect(reopened.eventCount == count)

    // A complaint brings an old one back to life, for this session and for one that replays all.
    let later = try Resident.session(log, at: Resident.days(4))
    #expect(later.state.closed.contains("a1"))
    try later.complain(about: "a1", text: "не согласна", id: "c1")
    #expect(!later.state.closed.contains("a1") && later.state.closed.count == 16)
    #expect(try later.application("a1").complaints.map(\.id) == ["c1"])
    #expect(try reopened.refresh())
    #expect(try reopened.application("a1") == later.application("a1"))
    try session.refresh()
    #expect(session.state.summaries == later.state.summaries)
    try later.runOffice(until: Resident.days(60))
    #expect(try later.application("a1").complaints[0].outcome == .rejected)
    later.saveSnapshot()
    let last = try Resident.session(log, at: Resident.days(60))
    #expect(last.state.summaries == later.state.summaries)
    try session.refresh()
    #expect(session.state.summaries == later.state.summaries)
  }

  @Test func aSnapshotThatCannotBeReadIsPassedOver() throws {
    let session = try Resident.session(log)
    try Resident.apply(session)
    let head = try log.head(of: stream)
    try log.saveSnapshot(Snapshot(head: head, body: Array(#"{"other":1}"#.utf8)), of: stream)
    #expect(try Resident.session(log).state == session.state)
    log.nextFailure = .noSpace(path: "")
    session.saveSnapshot()
    #expect(try Resident.session(log).state == session.state, "a snapshot holds no truth")
  }

  @Test func aJournalThatLostItsEndIsAnErrorAndNoEndlessLoop() throws {
    let session = try Resident.session(log)
    try Resident.apply(session)
    let shorter = ShortenedLog(log)
    let other = try CabinetSession(
      log: shorter, resident: "anna", ordinal: 1, isDemonstration: false, fixtures: "",
      clock: .fixed(Resident.start))
    shorter.isShortened = true
    guard case .store(.conflict)? = other.expectFailure({ try other.save(Profile()) }) else {
      Issue.record("another failure")
      return
    }
  }

  @Test func theClockMovesInADemonstrationOnly() throws {
    let session = try Resident.session(log)
    guard
      case .notPossible? = session.expectFailure({
        try session.advanceClock(to: Resident.days(1))
      })
    else {
      Issue.record("it moved")
      return
    }
    let demo = try Resident.session(log, isDemonstration: true)
    try Resident.apply(demo)
    try demo.advanceClock(to: Resident.days(30))
    #expect(demo.now == Resident.days(30) && demo.today.description == "2021-02-13")
    #expect(try demo.application("a1").status == .granted)
    let count = demo.eventCount
    try demo.advanceClock(to: Resident.days(3))
    #expect(demo.now == Resident.days(30) && demo.eventCount == count)
    #expect(try Resident.session(log, isDemonstration: true).now == Resident.days(30))
  }

  @Test func runningTheOfficeTwiceDoesNothingTwice() throws {
    let first = try Resident.session(log)
    let second = try Resident.session(log)
    try Resident.apply(first)
    try first.runOffice(until: Resident.days(30))
    let count = first.eventCount
    #expect(try second.runOffice(until: Resident.days(30)) == 0)
    #expect(second.eventCount == count && second.nextOfficeMoment == nil)
    #expect(second.state == first.state)
  }

  @Test func idsFollowFromTheirSeed() {
    var first = IDSource(seed: 7)
    var second = IDSource(seed: 7)
    var other = IDSource(seed: 8)
    let ids = (0..<1000).map { _ in first.next("a") }
    #expect(ids == (0..<1000).map { _ in second.next("a") })
    #expect(Set(ids).count == 1000)
    #expect(other.next("a") != ids[0])
    let letters = Set("a23456789abcdefghjkmnpqrstvwxyz")
    #expect(ids.allSatisfy { $0.count == 9 && $0.allSatisfy(letters.contains) })
  }

  @Test func accountsAreOpenedOnce() throws {
    let log = MemoryEventLog()
    func open(_ login: String? = nil) throws -> CabinetSession {
      try Cabinets.open(
        log, isDemonstration: false, login: login, fixtures: Fixtures.folder,
        clock: .fixed(Resident.start))
    }
    #expect(try open().resident == "resident-1")
    try Cabinets.add(Account(login: "anna", resident: "anna"), to: log, at: Resident.start)
    try Cabinets.add(Account(login: "anna", resident: "other"), to: log, at: Resident.start)
    let anna = try open("anna")
    #expect(anna.resident == "anna" && anna.ordinal == 2)
    #expect(try open("me").ordinal == 1)
    #expect(throws: CabinetFailure.notSignedIn("nobody")) { try open("nobody") }
    #expect(CabinetFailure.notSignedIn("nobody").exitCode == 5)
    let visitor = try Cabinets.visitor(fixtures: Fixtures.folder, clock: .fixed(Resident.start))
    #expect(visitor.catalogue.services.count == Fixtures.catalogue.services.count)
  }

  @Test func everyFailureIsSaidInBothLanguagesWithItsCode() {
    let failures: [(CabinetFailure, Int32)] = [
      (.noSuchService("x", nearest: ["y"]), 4), (.noSuchApplication("x", nearest: []), 4),
      (.noSuchDraft("x"), 4), (.answersRefused([]), 1), (.noSuchFields(["a"], known: ["b"]), 1),
      (.notPossible(Phrase("нет", "no")), 1), (.fileRefused(name: "f", Phrase("нет", "no")), 1),
      (.journalContradicts(Phrase("что", "what")), 3), (.notSignedIn("x"), 5),
      (.store(.noStore(path: "p")), 3), (.store(.noSpace(path: "p")), 1),
    ]
    for (failure, code) in failures {
      #expect(failure.exitCode == code, "\(failure)")
      #expect(failure.phrase.ru != failure.phrase.en && !failure.phrase.ru.isEmpty)
    }
    let refusals: [FoldRefusal] = [
      .noSuchDraft("x"), .noSuchApplication("x"), .noSuchComplaint("x"), .alreadySubmitted("x"),
      .complaintOpen(application: "x"),
      .statusNotAllowed(application: "x", from: .granted, to: .refused),
    ]
    for refusal in refusals { #expect(!CabinetFailure(refusal).phrase.ru.isEmpty) }
  }
}
