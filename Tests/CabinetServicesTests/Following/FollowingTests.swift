import CabinetStore
import CityOffice
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct FollowingTests {
  private let log = MemoryEventLog()

  /// A session to which the office has put its question.
  private func asked() throws -> CabinetSession {
    try Resident.apply(try Resident.session(log), kind: "ask")
    let session = try Resident.session(log, at: Resident.days(2))
    try session.runOffice(until: session.now)
    #expect(try session.application("a1").openRequest?.fields == ["kind"])
    return session
  }

  @Test func aReplyIsAFormOfWhatWasAsked() throws {
    let session = try asked()
    let form = try #require(session.requestedForm(for: try session.application("a1")))
    #expect(form.fields.map(\.id) == ["kind"] && form.fields[0].required)
    let answered = try session.sendReply(["kind": .text("good")], to: "a1")
    #expect(answered.status == .clarificationGiven && answered.answers["kind"] == .text("good"))
    #expect(session.requestedForm(for: answered) == nil)
  }

  @Test func anAskedFieldKeepsItsConditionOnAnotherAskedOne() throws {
    let session = try asked()
    var application = try session.application("a1")
    application.history[application.history.count - 1].fields = ["kind", "why"]
    let both = try #require(session.requestedForm(for: application))
    #expect(
      both.problems(["kind": .text("good")], profile: Profile(), today: session.today).isEmpty)
    #expect(
      both.problems(["kind": .text("no")], profile: Profile(), today: session.today)
        .map(\.field) == ["why"])
    application.history[application.history.count - 1].fields = ["why"]
    let one = try #require(session.requestedForm(for: application))
    #expect(one.problems([:], profile: Profile(), today: session.today).map(\.field) == ["why"])
  }

  @Test func theBufferSurvivesUntilItIsSent() throws {
    let session = try asked()
    try session.saveReply(["kind": .text("неведомо")], to: "a1")
    let later = try Resident.session(log, at: Resident.days(2))
    #expect(try later.application("a1").reply?.answers == ["kind": .text("неведомо")])
    #expect(throws: CabinetFailure.self) {
      try later.sendReply(["kind": .text("тоже")], to: "a1")
    }
    #expect(try later.application("a1").reply?.answers == ["kind": .text("тоже")])
    #expect(try later.application("a1").answers["kind"] == .text("ask"))
    #expect(try later.sendReply(["kind": .text("good")], to: "a1").reply == nil)
  }

  @Test func onlyWhatWasAskedIsTaken() throws {
    let session = try asked()
    for answers in [["surname": Answer.text("Иная")], ["stranger": .flag(true)]] {
      let names = Array(answers.keys)
      #expect(
        session.expectFailure { try session.sendReply(answers, to: "a1") }
          == .noSuchFields(names, known: ["kind"]))
      #expect(
        session.expectFailure { try session.saveReply(answers, to: "a1") }
          == .noSuchFields(names, known: ["kind"]))
    }
  }

  @Test func nobodyRepliesWhereNothingIsAskedOrTooLate() throws {
    let session = try Resident.session()
    try Resident.apply(session)
    for body in [
      { _ = try session.sendReply([:], to: "a1") }, { try session.saveReply([:], to: "a1") },
    ] {
      guard case .notPossible? = session.expectFailure(body) else {
        Issue.record("it was taken")
        continue
      }
    }
    _ = try asked()
    // The office's question was open for three working days; nobody looked for a month.
    let late = try Resident.session(log, at: Resident.days(30))
    #expect(throws: CabinetFailure.self) { try late.sendReply(["kind": .text("good")], to: "a1") }
    #expect(try late.application("a1").status == .refused)
  }

  @Test func withdrawalFollowsTheStatus() throws {
    let session = try Resident.session(log)
    try Resident.apply(session)
    guard case .notPossible? = session.expectFailure({ try session.withdraw("a1") }) else {
      Issue.record("it was not registered yet")
      return
    }
    let next = try Resident.session(log, at: Resident.days(1))
    #expect(try next.withdraw("a1").status == .withdrawalRequested, "the office is caught up with")
    let later = try Resident.session(log, at: Resident.days(5))
    try later.runOffice(until: later.now)
    #expect(try later.application("a1").status == .withdrawn)
    #expect(throws: CabinetFailure.self) { try later.withdraw("a1") }
    #expect(
      later.expectFailure { try later.withdraw("a9") } == .noSuchApplication("a9", nearest: ["a1"]))
  }

  @Test func complaintsAreFiledOnceAndJudged() throws {
    let session = try Resident.session(log)
    try Resident.apply(session, kind: "no", more: ["why": .text("так")])
    guard
      case .notPossible? = session.expectFailure({
        try session.complain(about: "a1", text: "рано")
      })
    else {
      Issue.record("nothing was refused yet")
      return
    }
    let later = try Resident.session(log, at: Resident.days(8))
    try later.runOffice(until: later.now)
    for text in ["", " \n", String(repeating: "я", count: 4001)] {
      #expect(later.expectFailure { try later.complain(about: "a1", text: text) } != nil)
    }
    let filed = try later.complain(about: "a1", text: " не согласна ", id: "c1")
    #expect(filed.complaints.map(\.text) == ["не согласна"])
    // Friday; registered on Monday the 25th; 15 working days.
    #expect(filed.complaints[0].due.description == "2021-02-15")
    let count = later.eventCount
    #expect(try later.complain(about: "a1", text: "ещё раз", id: "c1") == filed)
    #expect(later.eventCount == count)
    #expect(later.expectFailure { try later.complain(about: "a1", text: "другая") } != nil)
    let end = try Resident.session(log, at: Resident.days(60))
    try end.runOffice(until: end.now)
    #expect(try end.application("a1").complaints[0].outcome == .rejected)
    #expect(end.complaintSubject(for: try end.application("a1")) == nil)
    #expect(end.expectFailure { try end.complain(about: "a1", text: "опять") } != nil)
  }

  @Test func aRepeatTakesTheAnswersButNoConsent() throws {
    let session = try Resident.session()
    try Resident.apply(session, kind: "bad", more: ["sum": .text("12,50")])
    let draft = try session.repeatApplication("a1")
    #expect(draft.repeats == "a1" && draft.id != "a1")
    #expect(
      draft.answers == [
        "surname": .text("Синтетическая"), "kind": .text("bad"), "sum": .text("12,50"),
      ])
    var corrected = draft
    corrected.answers.merge(Resident.answers("good")) { $1 }
    try session.save(corrected)
    let application = try session.submit(draft: draft.id)
    #expect(application.submission.repeats == "a1")
    #expect(application.submission.answers["sum"] == .text("1250"))
  }

  @Test func ordersAreCarriedOutWhollyOrNotAtAll() throws {
    let session = try Resident.session()
    var draft = try session.beginDraft(for: Resident.service, id: "a1")
    draft.answers = Resident.answers("good")
    try session.save(draft)
    try session.submit(draft: "a1")
    // 1080 cannot come before registration, and delivery must not be left behind.
    #expect(
      session.expectFailure { try session.order(.refuse(ground: "1080.1", note: ""), on: "a1") }
        != nil)
    #expect(
      session.expectFailure { try session.order(.refuse(ground: "1080.9", note: ""), on: "a1") }
        != nil)
    #expect(
      session.expectFailure { try session.order(.grant(note: ""), on: "a1") } != nil)
    #expect(try session.order(.accept, on: "a1").canWithdraw)
    #expect(
      session.expectFailure {
        try session.order(.ask(text: "?", fields: ["kind", "nothing"], days: 3), on: "a1")
      } == .noSuchFields(["nothing"], known: Resident.service.form.fields.map(\.id)))
    let asked = try session.order(.ask(text: "?", fields: ["kind"], days: .max), on: "a1")
    #expect(asked.openRequest?.fields == ["kind"])
    try session.sendReply(["kind": .text("good")], to: "a1")
    #expect(try session.order(.grant(note: "Дано"), on: "a1").status == .granted)
  }

  @Test func aBrokenRegulationDoesNotHoldUpOthers() throws {
    var broken = Resident.make("broken", formVersion: 1)
    broken.regulation.acceptance = [.init(when: .all([]), ground: "1080.1", note: "не здесь")]
    let catalogue = Catalogue(
      services: [Resident.service, broken], agencies: [], categories: [], lifeSituations: [])
    let session = try Resident.session(catalogue: catalogue)
    var draft = try session.beginDraft(for: broken, id: "a0")
    draft.answers = Resident.answers("good")
    try session.save(draft)
    try session.submit(draft: "a0")
    try Resident.apply(session)
    try session.runOffice(until: Resident.days(30))
    #expect(try session.application("a0").status == .delivered)
    #expect(try session.application("a1").status == .granted)
  }

  @Test func theOverviewPutsWhatNeedsTheResidentFirst() throws {
    let session = try asked()
    _ = try session.beginDraft(for: Resident.service, id: "a2")
    try Resident.apply(session, id: "a3")
    try Resident.apply(session, kind: "bad", id: "a4", more: ["sum": .text("1")])
    try session.runOffice(until: session.now)
    let overview = session.overview
    guard case .clarification(let application, let due, let left)? = overview.needs.first,
      case .draft(let draft)? = overview.needs.last
    else {
      Issue.record("\(overview.needs)")
      return
    }
    #expect(application.id == "a1" && draft.id == "a2")
    #expect(due.description == "2021-01-20" && left == 3)
    #expect(overview.moving.map(\.id) == ["a3", "a4"])
    let later = try Resident.session(log, at: Resident.days(12))
    try later.runOffice(until: later.now)
    #expect(Set(later.overview.news.map(\.id)) == ["a1", "a3", "a4"])
    let muchLater = try Resident.session(log, at: Resident.days(60))
    #expect(muchLater.overview.news.isEmpty && muchLater.overview.moving.isEmpty)
  }

  @Test func aRecordTellsAllInEitherLanguage() throws {
    let session = try asked()
    let open = session.record(of: try session.application("a1"), language: .russian)
    for part in ["Решение до", "9990-9000001-010101-0000001/21", "8021", "Уточните вид.", "ask"] {
      #expect(open.contains(part), "\(part)")
    }
    try session.sendReply(["kind": .text("good")], to: "a1")
    try session.runOffice(until: Resident.days(30))
    let closed = session.record(of: try session.application("a1"), language: .english)
    #expect(closed.contains("Service granted") && !closed.contains("Decision by"))
  }

  @Test func everyStatusHasAStanding() throws {
    let session = try Resident.session()
    var application = try Resident.apply(session)
    for status in Status.allCases {
      application.history = [StatusEvent(status, at: session.now, by: .office)]
      let standing = session.standing(of: application)
      #expect((1...standing.total).contains(standing.step))
      #expect(!standing.sentence.ru.isEmpty && !standing.sentence.en.isEmpty)
    }
  }

  @Test func recordsAreWrittenToNewFilesOnly() throws {
    let folder = try Fixtures.Folder()
    let path = folder.path + "/запись.txt"
    #expect(try RecordFile.write("текст\n", to: path) == path)
    #expect(try InputFile.read(path, limit: 100) == Array("текст\n".utf8))
    for (place, reason) in [
      (path, "уже есть"), (folder.path + "/нет/запись.txt", "нет"), (folder.path, "уже есть"),
    ] {
      do {
        _ = try RecordFile.write("иное", to: place)
        Issue.record("\(place) was written")
      } catch {
        #expect(error.phrase.ru.contains(reason), "\(error.phrase.ru)")
      }
    }
    #expect(try InputFile.read(path, limit: 100) == Array("текст\n".utf8))
  }
}
