import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct SubmitTests {
  @Test func whatWasAskedIsSentOnceAndDelivered() throws {
    let session = try Resident.session()
    var more: [String: Answer] = ["why": .text("скрыто"), "sum": .text("1 500,50")]
    more["stranger"] = .text("x")
    let application = try Resident.apply(session, more: more)
    #expect(
      application.submission.answers
        == Resident.answers("good").merging(
          ["sum": .text("150050")]) { $1 })
    #expect(application.submission.questions.map(\.id) == ["surname", "kind", "sum", "truthful"])
    #expect(application.number == "9990-9000001-010101-0000001/21")
    #expect(ENO.check(application.number).isValid)
    #expect(application.status == .delivered, "the office takes it up at once")
    #expect(session.state.drafts.isEmpty)
    let count = session.eventCount
    #expect(try session.submit(draft: "a1") == application)
    #expect(session.eventCount == count)
  }

  @Test func numbersCountTheApplications() throws {
    let session = try Resident.session()
    for index in 1...3 {
      let application = try Resident.apply(session, id: "a\(index)")
      #expect(application.number == "9990-9000001-010101-000000\(index)/21")
    }
  }

  @Test func refusedAnswersKeepTheDraft() throws {
    let session = try Resident.session()
    var draft = try session.beginDraft(for: Resident.service, id: "a1")
    draft.answers = ["surname": .text(" "), "kind": .text("x"), "sum": .text("-1")]
    try session.save(draft)
    guard
      case .answersRefused(let problems)? = session.expectFailure({
        try session.submit(draft: "a1")
      })
    else {
      Issue.record("another failure")
      return
    }
    #expect(problems.map(\.field) == ["surname", "kind", "sum", "truthful"])
    #expect(session.state.draft("a1")?.answers == draft.answers)
    #expect(
      session.expectFailure { try session.submit(draft: "a9") } == .noSuchDraft("a9"))
  }

  @Test func whatAnotherSessionSavedLastIsWhatIsSent() throws {
    let log = MemoryEventLog()
    let session = try Resident.session(log)
    var draft = try session.beginDraft(for: Resident.service, id: "a1")
    draft.answers = Resident.answers("good")
    try session.save(draft)
    let other = try Resident.session(log)
    draft.answers["surname"] = .text("Иная")
    try other.save(draft)
    #expect(try session.submit(draft: "a1").answers["surname"] == .text("Иная"))
  }

  @Test func aStoreThatFailsLeavesTheDraft() throws {
    let log = MemoryEventLog()
    let session = try Resident.session(log)
    var draft = try session.beginDraft(for: Resident.service, id: "a1")
    draft.answers = Resident.answers("good")
    try session.save(draft)
    log.nextFailure = .noSpace(path: "диск")
    #expect(
      session.expectFailure { try session.submit(draft: "a1") } == .store(.noSpace(path: "диск")))
    #expect(try session.submit(draft: "a1").status == .delivered)
  }

  @Test func whenOnlyTheOfficeFailsTheApplicationIsSentAllTheSame() throws {
    let log = FailingLog(failing: 3)
    let session = try Resident.session(log)
    // Records 1 and 2 are the draft, 3 the submission, 4 the delivery.
    log.failAt = 4
    let application = try Resident.apply(session)
    #expect(application.status == .submitted)
    try session.runOffice(until: session.now)
    #expect(try session.application("a1").status == .delivered)
  }

  @Test func theExpectedDayFollowsOfficeHours() throws {
    let session = try Resident.session()
    let term = Term(value: 5, unit: .workingDays)
    for (sent, due) in [
      ("2021-01-14T10:00:00+03:00", "2021-01-21"), ("2021-01-14T17:00:00+03:00", "2021-01-22"),
      ("2021-01-16T12:00:00+03:00", "2021-01-25"), ("2021-04-30T16:00:00+03:00", "2021-05-12"),
    ] {
      let moment = try #require(Timestamp(sent))
      #expect(session.expectedDecision(term: term, submittedAt: moment)?.description == due)
    }
    #expect(
      session.expectedDecision(
        term: Term(value: nil, unit: .uncertain), submittedAt: Resident.start) == nil)
  }

  @Test func theDueDayBeforeRegistrationIsTheOneAfterIt() throws {
    let session = try Resident.session()
    let sent = try Resident.apply(session)
    let expected = session.dueDay(of: sent)
    try session.runOffice(until: Resident.days(1))
    let registered = try session.application("a1")
    #expect(registered.registeredAt != nil)
    #expect(session.dueDay(of: registered) == expected)
    #expect(session.progress(of: registered)?.total == 5)
    #expect(session.workingDays(until: try #require(expected)) == 5)
  }
}
