import Testing

@testable import Cabinet

@Suite struct ReadingTests {
  private let calendar = WorkingCalendar.russia

  @Test func everyStatusBelongsToAPhase() {
    let phases: [Status: Phase] = [
      .clarificationRequested: .needsResident, .granted: .granted, .handedOver: .granted,
      .registrationRefused: .refused, .repeatRefused: .refused, .refused: .refused,
      .submissionFailed: .refused, .withdrawn: .withdrawn, .cancelledByOffice: .withdrawn,
    ]
    for status in Status.allCases where !status.isControl {
      let application = Samples.application(through: [status])
      #expect(application.phase == phases[status] ?? .inProgress, "\(status)")
      #expect(application.phase.isClosed == status.isFinal, "\(status)")
    }
    for phase in Phase.allCases { #expect(phase.title.ru != phase.title.en) }
  }

  @Test func aNegativeResultIsARefusal() {
    var application = Samples.application(through: [.granted])
    application.history[1].reason = 2
    #expect(application.phase == .refused)
  }

  @Test func controlStatusesAreNotShown() {
    let application = Samples.application(
      through: [.delivered, .registered, .withdrawalAvailable])
    #expect(application.status == .registered)
    #expect(application.visibleHistory.map(\.code) == [.submitted, .delivered, .registered])
    #expect(application.history.count == 4)
    #expect(application.registeredAt == application.history[2].at)
  }

  @Test func withdrawalFollowsTheLastControlStatusWhereTheMachineAllows() {
    for status in Status.allCases where !status.isControl {
      let open = Samples.application(through: [.withdrawalAvailable, status])
      #expect(
        open.canWithdraw == StatusMachine.allows(.withdrawalRequested, after: status), "\(status)")
      let shut = Samples.application(through: [
        .withdrawalAvailable, status, .withdrawalUnavailable,
      ])
      #expect(!shut.canWithdraw)
      #expect(!Samples.application(through: [status]).canWithdraw)
    }
  }

  @Test func complaintsAreAboutRefusalsAndDelays() throws {
    func subject(_ application: Application, _ day: String = "2021-01-14") throws
      -> Complaint.Subject?
    {
      application.complaintSubject(on: try Samples.day(day), calendar: calendar)
    }
    for (status, expected) in [
      (Status.registrationRefused, Complaint.Subject.acceptance), (.repeatRefused, .acceptance),
      (.refused, .decision), (.clarificationExpired, .decision),
    ] {
      #expect(try subject(Samples.application(through: [status])) == expected)
    }
    var negative = Samples.application(through: [.granted])
    negative.history[1].reason = 2
    #expect(try subject(negative) == .decision)
    // Five working days from the 14th end on the 21st.
    let late = Samples.application([(.registered, Samples.moment)])
    #expect(try subject(late, "2021-01-21") == nil)
    #expect(try subject(late, "2021-01-22") == .decision)
    for status in [Status.granted, .withdrawn, .handedOver, .cancelledByOffice] {
      let decided = Samples.application([(.registered, Samples.moment), (status, Samples.moment)])
      #expect(try subject(decided, "2021-06-01") == nil, "\(status) is no delay")
    }
  }

  @Test func oneDecisionIsJudgedOnce() throws {
    var application = Samples.application(through: [.delivered, .registrationRefused])
    let refused = application.lastEvent.at
    func subject() -> Complaint.Subject? {
      application.complaintSubject(on: Samples.today, calendar: calendar)
    }
    application.complaints = [
      Complaint(id: "c", subject: .acceptance, text: "", filedAt: refused, due: Samples.today)
    ]
    #expect(subject() == nil, "a complaint is open")
    #expect(!application.isClosed)
    application.complaints[0].outcome = .rejected
    application.complaints[0].decidedAt = refused.adding(seconds: 60)
    #expect(subject() == nil && application.isClosed)
    application.complaints[0].outcome = .satisfied
    #expect(application.awaitsReopening && !application.isClosed)
    let again = refused.adding(seconds: 120)
    application.history += [.registered, .refused].map { StatusEvent($0, at: again, by: .office) }
    #expect(!application.awaitsReopening && application.isClosed)
    #expect(subject() == .decision, "the new refusal has not been judged")
  }

  @Test func numbersPassTheCheckOfNumbers() {
    for (resident, count) in [(1, 1), (999_999, 9_999_999), (42, 1_000_000)] {
      for year in [2021, 2100, 1999] {
        let number = ApplicationNumber.make(
          resident: resident, formCode: "010101", count: count, year: year)
        #expect(ENO.check(number).canonical == number, "\(number)")
      }
    }
    #expect(
      ApplicationNumber.make(resident: 1, formCode: "010101", count: 42, year: 2021)
        == "9990-9000001-010101-0000042/21")
  }

  @Test func numbersOfAStoreDiffer() {
    var seen: Set<String> = []
    for resident in 1...20 {
      for count in 1...50 {
        seen.insert(
          ApplicationNumber.make(resident: resident, formCode: "010101", count: count, year: 2021))
      }
    }
    #expect(seen.count == 1000)
  }
}
