import Testing

@testable import Cabinet
@testable import CityOffice

@Suite struct ComplaintTests {
  private func refused(_ change: (inout Case) -> Void) throws -> (Case, Application) {
    var matter = Case()
    change(&matter)
    return (matter, try matter.run())
  }

  @Test func aRefusalThatStandsIsUpheldADayBeforeTheTermEnds() throws {
    let (matter, application) = try refused {
      $0.regulation.refusal = [.init(when: .all([]), ground: "1080.1", note: "Права нет.")]
    }
    // Filed on Friday, registered on Monday, 15 working days until Monday the 15th of February.
    let complaint = try matter.complaining(
      about: application, at: Case.moment("2021-01-22T20:00:00+03:00"))
    #expect(complaint.complaints[0].due.description == "2021-02-15")
    let decided = try matter.run(complaint)
    #expect(decided.complaints[0].outcome == .rejected)
    #expect(decided.complaints[0].note == "Отказ обоснован: Права нет.")
    #expect(decided.complaints[0].decidedAt?.description == "2021-02-12T12:00:00+03:00")
    #expect(decided.status == .refused && decided.isClosed)
  }

  @Test func refusalsToAcceptAreJudgedInFiveDays() throws {
    let (matter, application) = try refused {
      $0.regulation.acceptance = [.init(when: .all([]), ground: "1030.4", note: "Неверно.")]
    }
    let complaint = try matter.complaining(
      about: application, at: Case.moment("2021-01-14T12:00:00+03:00"))
    #expect(complaint.complaints[0].subject == .acceptance)
    #expect(complaint.complaints[0].due.description == "2021-01-22")
    #expect(try matter.run(complaint).complaints[0].outcome == .rejected)
  }

  @Test func aRefusalWithoutAGroundIsTakenBack() throws {
    let matter = Case()
    for status in [Status.registrationRefused, .repeatRefused, .refused] {
      var application = matter.application()
      if status == .refused {
        application = try matter.run(until: Case.moment("2021-01-15T20:00:00+03:00"))
      } else {
        application = try matter.run(until: application.submittedAt)
      }
      let at = application.lastEvent.at.adding(seconds: 60)
      application.history.append(StatusEvent(status, reason: 1, at: at, by: .office))
      let decided = try matter.run(try matter.complaining(about: application, at: at))
      #expect(decided.complaints[0].outcome == .satisfied)
      #expect(decided.complaints[0].note?.contains("заново") == true)
      #expect(decided.status == .granted, "\(status)")
      #expect(decided.isClosed)
    }
  }

  @Test func whoWasSilentIsToldToApplyAgain() throws {
    let (matter, application) = try refused {
      $0.regulation.clarifications = [
        .init(when: Case.holds("kind", "a"), fields: ["kind"], text: "Исправьте.", days: 3)
      ]
    }
    let decided = try matter.run(
      try matter.complaining(about: application, at: application.lastEvent.at))
    #expect(decided.complaints[0].outcome == .rejected)
    #expect(decided.complaints[0].note?.contains("не были представлены") == true)
  }

  @Test func whoAnsweredBadlyTwiceIsNotGrantedOnComplaint() throws {
    var matter = Case()
    matter.regulation.clarifications = [
      .init(when: Case.holds("kind", "a"), fields: ["kind"], text: "Исправьте.", days: 3)
    ]
    var application = try matter.run(until: Case.moment("2021-01-18T00:00:00+03:00"))
    for _ in 0..<2 {
      application = try matter.replying(
        ["kind": .text("a")], to: application, at: application.lastEvent.at)
      application = try matter.run(
        application, until: application.lastEvent.at.adding(seconds: 4 * 86_400))
    }
    #expect(application.status == .refused)
    let decided = try matter.run(
      try matter.complaining(about: application, at: application.lastEvent.at))
    #expect(decided.complaints[0].outcome == .rejected && decided.status == .refused)
  }

  @Test func aComplaintAboutDelayDoesNotStopTheReview() throws {
    let matter = Case()
    // The office slept through the whole term.
    let application = try matter.run(until: Case.moment("2021-01-14T12:00:00+03:00"))
    let complaint = try matter.complaining(
      about: application, at: Case.moment("2021-01-25T12:00:00+03:00"))
    let decided = try matter.run(complaint)
    #expect(decided.status == .granted && decided.isClosed)
    #expect(decided.complaints[0].outcome == .satisfied)
  }

  @Test func aDelayOfWhatIsToBeRefusedIsADelay() throws {
    var matter = Case()
    matter.term = Term(value: 60, unit: .workingDays)
    matter.regulation.refusal = [.init(when: .all([]), ground: "1080.1", note: "Права нет.")]
    var application = try matter.run(until: Case.moment("2021-01-20T12:00:00+03:00"))
    #expect(application.status == .inProgress)
    application.complaints = [
      Complaint(
        id: "c1", subject: .decision, text: "долго", filedAt: application.lastEvent.at,
        due: try #require(Day(2021, 2, 15)))
    ]
    let decided = try matter.run(application)
    #expect(decided.complaints[0].outcome == .satisfied)
    #expect(decided.complaints[0].note?.contains("срок нарушен") == true)
  }

  @Test func aServiceProvidedAtOnceIsReopenedOnce() throws {
    var matter = Case(term: Term(value: nil, unit: .immediately))
    matter.regulation.refusal = [.init(when: .all([]), ground: "1080.1", note: "Права нет.")]
    var application = matter.application()
    application.history += [.delivered, .registrationRefused].map {
      StatusEvent($0, at: matter.submittedAt, by: .office)
    }
    let decided = try matter.run(
      try matter.complaining(about: application, at: matter.submittedAt))
    #expect(decided.complaints[0].outcome == .satisfied)
    #expect(decided.status == .refused && decided.isClosed)
    #expect(decided.history.count { $0.code == .refused } == 1)
  }

  @Test func theOfficeWaitsForNobodyOnceAllIsDecided() throws {
    let matter = Case()
    let application = try matter.run()
    #expect(
      matter.desk.nextStep(for: application, service: matter.service, others: []) == nil)
  }
}
