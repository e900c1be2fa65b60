import Testing

@testable import Cabinet
@testable import CityOffice

/// One application before an office whose regulation the test writes.
struct Case {
  var regulation = Regulation(
    formCode: "010101", acceptance: [], requests: [], clarifications: [], suspension: nil,
    refusal: [], grant: "Услуга оказана.")
  var term = Term(value: 5, unit: .workingDays)
  var answers: [String: Answer] = ["snils": .text("112-233-445 95"), "kind": .text("a")]
  var submittedAt = Case.moment("2021-01-14T10:00:00+03:00")
  var registers = Registers()
  var others: [Application] = []

  static func moment(_ text: String) -> Timestamp { Timestamp(text) ?? Timestamp(seconds: 0) }

  var desk: OfficeDesk { OfficeDesk(registers: registers) }

  var service: Service {
    let day = submittedAt.day
    return Service(
      id: "sample", title: "Услуга", titleEn: "Service", shortTitle: nil, summary: "",
      summaryEn: "",
      category: "", lifeSituations: [], keywords: [], agency: "", kind: .application,
      audience: Audience(who: [], rules: []), results: [], term: term,
      fee: Fee(kind: .free, amount: nil, note: nil), documents: [],
      acceptanceRefusals: [Ground(code: "1030.4", title: "Сведения недостоверны")], suspensions: [],
      refusals: [
        Ground(code: "1080.1", title: "Нет права"), Ground(code: "1080.3", title: "Нет сведений"),
      ], appeal: Appeal(to: [], note: nil), legalActs: [], steps: [],
      form: Form(version: 1, steps: []), regulation: regulation, updated: day, basis: "")
  }

  func application(_ id: String = "a1") -> Application {
    Application(
      submission: Submission(
        id: id, number: "№ \(id)", service: service, answers: answers, questions: []),
      at: submittedAt)
  }

  /// The application after all that the office does by itself until a moment, each step checked by
  /// the status machine.
  func run(
    _ application: Application? = nil, until end: Timestamp? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Application {
    var state = CabinetState()
    state.applications = [application ?? self.application()]
    let id = state.applications[0].id
    for _ in 0..<60 {
      let now = try #require(state.application(id))
      guard let step = desk.nextStep(for: now, service: service, others: others + [now]),
        step.at <= end ?? step.at
      else { return now }
      let last = now.history.map(\.at).max() ?? now.submittedAt
      #expect(step.at >= last, "time runs back", sourceLocation: location)
      try state.apply(step.event, at: step.at)
    }
    Issue.record("the office comes to no end", sourceLocation: location)
    return state.applications[0]
  }

  /// The application with a reply to the open request.
  func replying(_ answers: [String: Answer], to application: Application, at moment: Timestamp)
    throws -> Application
  {
    var state = CabinetState()
    state.applications = [application]
    try state.apply(
      .clarificationGiven(
        application: application.id, answers: answers,
        StatusEvent(.clarificationGiven, at: moment, by: .resident)), at: moment)
    return state.applications[0]
  }

  /// The application with a complaint about it.
  func complaining(about application: Application, at moment: Timestamp) throws -> Application {
    let calendar = WorkingCalendar.russia
    let subject = try #require(
      application.complaintSubject(on: moment.day, calendar: calendar))
    let registered = calendar.adding(workingDays: 1, to: moment.day)
    var state = CabinetState()
    state.applications = [application]
    try state.apply(
      .complaintFiled(
        application: application.id,
        Complaint(
          id: "c1", subject: subject, text: "не согласна", filedAt: moment,
          due: calendar.adding(workingDays: subject.workingDays, to: registered))), at: moment)
    return state.applications[0]
  }

  static func holds(_ field: String, _ value: String) -> Condition {
    .test(.field(field), .equals(value))
  }
}

extension Application {
  /// The codes of the history, control statuses included.
  var codes: [String] { history.map(\.fullCode) }

  /// The moment of the first entry of a status, in Moscow, to the minute.
  func at(_ status: Status) -> String? {
    history.first { $0.code == status }.map { "\($0.at.day) \($0.at.clock.prefix(5))" }
  }
}
