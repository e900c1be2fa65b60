import Testing

@testable import Cabinet
@testable import CityOffice

@Suite struct ReviewTests {
  private static let request = Regulation.InteragencyRequest(
    to: "ФНС России", subject: "доходы", days: 2, reveals: "income")

  private static func question(_ field: String = "kind") -> Regulation.Clarification {
    .init(when: Case.holds(field, "a"), fields: [field], text: "Исправьте.", days: 3)
  }

  @Test func aPlainMatterGoesItsWayAndIsDecidedADayBeforeTheTermEnds() throws {
    let application = try Case().run()
    #expect(
      application.codes == ["1010", "1040", "1050", "10090", "1052", "10190", "1075.1"])
    #expect(application.at(.inProgress) == "2021-01-15 14:20")
    #expect(application.at(.withdrawalUnavailable) == "2021-01-20 14:00")
    #expect(application.at(.granted) == "2021-01-20 15:00")
    #expect(application.lastEvent.note == "Услуга оказана.")
  }

  @Test func requestsAreSentTogetherAndAnsweredInOrder() throws {
    var matter = Case(term: Term(value: 10, unit: .workingDays))
    matter.regulation.requests = [
      Self.request, .init(to: "МВД России", subject: "регистрация", days: 0, reveals: nil),
      .init(to: "Росреестр", subject: "права", days: 4, reveals: nil),
    ]
    let application = try matter.run()
    #expect(
      application.codes == [
        "1010", "1040", "1050", "10090", "7704.1", "7704.2", "7704.3", "7705.1", "7705.2", "7705.3",
        "1052", "10190", "1075.1",
      ])
    #expect(application.at(.requestSent) == "2021-01-15 11:30")
    #expect(application.at(.requestAnswered) == "2021-01-19 16:10")
    #expect(application.history.first { $0.code == .requestSent }?.note == "ФНС России: доходы")
  }

  @Test func answersThatComeAfterTheTermAreNotWaitedForLongerThanItLasts() throws {
    var matter = Case(term: Term(value: 2, unit: .workingDays))
    matter.regulation.requests = [.init(to: "ФНС", subject: "доходы", days: 30, reveals: nil)]
    let application = try matter.run()
    #expect(application.status == .granted)
    #expect(application.lastEvent.at.day.description <= "2021-01-18")
  }

  @Test func registersSpeakOnlyOnceTheyWereAsked() throws {
    var matter = Case(
      registers: Registers(people: ["112-233-445 95": ["income": "9", "own": "1"]]))
    let income = Condition.test(.register("income"), .atLeast(9))
    matter.regulation.requests = [Self.request]
    matter.regulation.acceptance = [.init(when: income, ground: "1030.4", note: "")]
    #expect(try matter.run().status == .granted, "nobody has asked the register by then")
    matter.regulation.refusal = [.init(when: income, ground: "1080.1", note: "Доход велик.")]
    #expect(try matter.run().lastEvent.note == "Нет права. Доход велик.")
    matter.regulation.acceptance = [
      .init(when: .test(.register("own"), .equals("1")), ground: "1030.4", note: "")
    ]
    #expect(try matter.run().status == .registrationRefused, "the agency's own register is open")
    matter.answers["snils"] = .text("087-654-303 00")
    #expect(try matter.run().status == .granted, "the register holds nothing on this person")
    matter.answers["snils"] = nil
    #expect(try matter.run().status == .granted)
  }

  @Test func aQuestionWaitsForTheApplicantWhileTheTermStands() throws {
    var matter = Case()
    matter.regulation.clarifications = [Self.question(), Self.question()]
    let asked = try matter.run(until: Case.moment("2021-01-18T00:00:00+03:00"))
    #expect(asked.codes.last == "8021" && asked.at(.clarificationRequested) == "2021-01-15 14:20")
    let request = try #require(asked.openRequest)
    #expect(request.fields == ["kind"] && request.due?.description == "2021-01-20")
    #expect(request.note == "Исправьте. Исправьте.")
    #expect(asked.phase == .needsResident)

    let answered = try matter.replying(
      ["kind": .text("b")], to: asked, at: Case.moment("2021-01-19T21:00:00+03:00"))
    let decided = try matter.run(answered)
    #expect(decided.status == .granted)
    // One of five days was spent; four are left after the 19th.
    #expect(decided.deadline(calendar: .russia) == .running(Day(2021, 1, 25) ?? Day(ordinal: 0)))
    #expect(decided.at(.granted) == "2021-01-22 15:00")
  }

  @Test func whoAnswersBadlyTwiceIsRefused() throws {
    var matter = Case(term: Term(value: 30, unit: .workingDays))
    matter.regulation.clarifications = [Self.question()]
    var application = try matter.run(until: Case.moment("2021-01-18T00:00:00+03:00"))
    for _ in 0..<2 {
      #expect(application.openRequest != nil)
      application = try matter.replying(
        ["kind": .text("a")], to: application, at: application.lastEvent.at.adding(seconds: 60))
      application = try matter.run(
        application, until: application.lastEvent.at.adding(seconds: 4 * 86_400))
    }
    #expect(application.status == .refused && application.lastEvent.reason == 3)
    #expect(application.history.count { $0.code == .clarificationRequested } == 2)
    #expect(application.lastEvent.note == "Нет сведений. Ведомство просило об этом дважды.")
  }

  @Test func silenceEndsInARefusal() throws {
    var matter = Case()
    matter.regulation.clarifications = [Self.question()]
    let application = try matter.run()
    #expect(application.codes.suffix(3) == ["8021", "8031", "1080.3"])
    let expired = try #require(application.history.first { $0.code == .clarificationExpired })
    #expect(expired.by == .clock && expired.note == "Сведения не представлены до 20.01.2021.")
    #expect(application.at(.clarificationExpired) == "2021-01-21 00:05")
    #expect(application.at(.refused) == "2021-01-22 10:00")
  }

  @Test func aStopResumesAndTheRestOfTheTermRuns() throws {
    var matter = Case()
    matter.regulation.suspension = .init(when: .all([]), text: "Ждём оригиналов.", days: 10)
    let application = try matter.run()
    #expect(
      application.codes == [
        "1010", "1040", "1050", "10090", "1060", "1160.1", "1052", "10190", "1075.1",
      ])
    #expect(application.at(.suspended) == "2021-01-15 14:20")
    #expect(application.at(.resumed) == "2021-01-29 10:00")
    #expect(application.deadline(calendar: .russia) == .running(Day(2021, 2, 4) ?? Day(ordinal: 0)))
    #expect(application.at(.granted) == "2021-02-03 15:00")
    matter.regulation.suspension?.days = 0
    #expect(try matter.run().status == .granted)
  }

  @Test(arguments: [Int.min, -1, 0, 1_000_000, .max])
  func absurdSpansDoNotTrap(days: Int) throws {
    var matter = Case()
    matter.regulation.requests = [.init(to: "", subject: "", days: days, reveals: nil)]
    matter.regulation.suspension = .init(when: .all([]), text: "", days: days)
    #expect(try matter.run().status == .granted)
    matter.regulation.clarifications = [
      .init(when: .all([]), fields: [], text: "", days: days)
    ]
    #expect(try matter.run().status == .refused)
    matter = Case(term: Term(value: days, unit: .workingDays))
    #expect(try matter.run().status == .granted)
    matter = Case(term: Term(value: days, unit: .calendarDays))
    #expect(try matter.run().status == .granted)
  }

  @Test func theFirstGroundThatHoldsRefusesTheService() throws {
    var matter = Case()
    matter.regulation.refusal = [
      .init(when: .any([]), ground: "1080.3", note: "не это"),
      .init(when: .all([]), ground: "1080.1", note: "Права нет."),
    ]
    let application = try matter.run()
    #expect(application.lastEvent.fullCode == "1080.1")
    #expect(application.lastEvent.note == "Нет права. Права нет.")
    #expect(application.at(.refused) == "2021-01-20 15:00")
  }

  /// Whatever the length and the questions, the decision never comes after the term.
  @Test func theDecisionNeverComesLate() throws {
    for unit in [Term.Unit.workingDays, .calendarDays] {
      for length in 1...40 {
        for requests in 0...2 {
          var matter = Case(term: Term(value: length, unit: unit))
          matter.regulation.requests = Array(repeating: Self.request, count: requests)
          let application = try matter.run()
          guard case .running(let due) = application.deadline(calendar: .russia) else {
            Issue.record("the term does not run")
            return
          }
          let decided = application.lastEvent.at.day
          #expect(application.status == .granted && decided <= due, "\(unit) \(length)")
          if length > 7 { #expect(decided < due) }
        }
      }
    }
  }

  @Test func aServiceProvidedAtOnceTakesNoTime() throws {
    var matter = Case(
      term: Term(value: nil, unit: .immediately),
      submittedAt: Case.moment("2021-01-16T23:30:00+03:00"))
    matter.regulation.requests = [Self.request]
    let application = try matter.run()
    #expect(application.status == .granted)
    #expect(Set(application.history.map(\.at)) == [matter.submittedAt])
    matter.regulation.refusal = [.init(when: .all([]), ground: "1080.1", note: "")]
    #expect(try matter.run().status == .refused)
  }

  @Test(arguments: [Term.Unit.uncertain, .onVisit])
  func aServiceWithoutATermIsDecidedAFewDaysAfterTheReview(unit: Term.Unit) throws {
    let application = try Case(term: Term(value: nil, unit: unit)).run()
    #expect(application.at(.granted) == "2021-01-20 15:00")
  }

  @Test func aWithdrawalIsConfirmedOnTheNextWorkingDay() throws {
    let matter = Case()
    var state = CabinetState()
    state.applications = [try matter.run(until: Case.moment("2021-01-15T20:00:00+03:00"))]
    #expect(state.applications[0].canWithdraw)
    let asked = Case.moment("2021-01-15T21:00:00+03:00")
    try state.apply(
      .statusChanged(
        application: "a1", StatusEvent(.withdrawalRequested, at: asked, by: .resident)), at: asked)
    let application = try matter.run(state.applications[0])
    #expect(application.codes.suffix(2) == ["1069", "1090"])
    #expect(application.at(.withdrawn) == "2021-01-18 12:00")
    #expect(application.phase == .withdrawn)
  }

  @Test func anHourBeforeTheDecisionItIsTooLateToWithdraw() throws {
    let before = try Case().run(until: Case.moment("2021-01-20T13:59:59+03:00"))
    #expect(before.canWithdraw)
    let after = try Case().run(until: Case.moment("2021-01-20T14:00:00+03:00"))
    #expect(!after.canWithdraw && !after.status.isFinal)
  }
}
