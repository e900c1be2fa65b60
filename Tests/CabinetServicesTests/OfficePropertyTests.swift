import CabinetStore
import CityOffice
import Testing

@testable import Cabinet
@testable import CabinetServices

/// For every service of the catalogue and random answers that its form accepts: the office comes to
/// an end, by the machine, in time, and the same however often one looks.
@Suite struct OfficePropertyTests {
  private static let registers = Registers(people: [
    Identifier.snils.example: [
      "unspentConviction": "true", "parkingDebtOver60Days": "1", "registeredInMoscow": "false",
    ]
  ])

  /// Random answers that the form accepts; nil where some tries found none.
  private static func answers(
    _ service: Service, _ today: Day, using generator: inout SplitMix64
  ) -> [String: Answer]? {
    let sample = SampleAnswers(service: service, today: today)
    for _ in 0..<50 {
      var answers: [String: Answer] = [:]
      for field in service.form.fields {
        answers[field.id] = sample.candidates(for: field).randomElement(using: &generator) ?? nil
      }
      if service.form.problems(answers, profile: Profile(), today: today).isEmpty {
        return service.form.sent(answers, profile: Profile(), today: today)
      }
    }
    return nil
  }

  private struct Run {
    let service: Service
    let desk = OfficeDesk(registers: OfficePropertyTests.registers)
    let badAnswer: [String: Answer]
    var state = CabinetState()
    var steps = 0

    var application: Application { state.applications[0] }

    mutating func work(until end: Timestamp?) throws {
      while steps <= 60,
        let step = desk.nextStep(
          for: application, service: service, others: state.applications),
        step.at <= end ?? step.at
      {
        try #require(step.at >= application.history.map(\.at).max() ?? step.at)
        try state.apply(step.event, at: step.at)
        steps += 1
      }
    }
  }

  @Test(arguments: Fixtures.catalogue.services.indices)
  func everyServiceComesToAnEnd(index: Int) throws {
    let service = Fixtures.catalogue.services[index]
    var generator = SplitMix64(state: UInt64(index) &+ 42)
    var found = 0
    for _ in 0..<12 {
      let at = CabinetClock.demonstrationStart.adding(
        seconds: Int.random(in: 0..<(200 * 86_400), using: &generator))
      guard let answers = Self.answers(service, at.day, using: &generator) else { continue }
      found += 1
      let submission = Submission(
        id: "a", number: "", service: service, answers: answers, questions: [])
      var whole = Run(service: service, badAnswer: [:])
      whole.state.applications = [Application(submission: submission, at: at)]
      var piecewise = whole

      try whole.work(until: nil)
      let application = whole.application
      #expect(
        application.status.isFinal && whole.steps <= 60, "\(service.id): \(application.status)")
      try check(application, service)

      var moment = at
      while !piecewise.application.status.isFinal, moment < at.adding(seconds: 400 * 86_400) {
        try piecewise.work(until: moment)
        moment = moment.adding(seconds: Int.random(in: 1..<200_000, using: &generator))
      }
      #expect(piecewise.application == application, "\(service.id) differs by looking")
    }
    #expect(found > 0, "\(service.id): no answers pass its form")
  }

  private func check(_ application: Application, _ service: Service) throws {
    var last: Status?
    for event in application.history {
      #expect(StatusMachine.allows(event.code, after: last), "\(service.id): \(event.code)")
      if !event.code.isControl { last = event.code }
    }
    let grounds = Set((service.acceptanceRefusals + service.refusals).map(\.code))
    if application.status == .refused || application.status == .registrationRefused {
      #expect(grounds.contains(application.lastEvent.fullCode), "\(service.id)")
      #expect(!application.lastEvent.note.isEmpty)
    }
    // Silence is refused on the day after it is found; every other decision keeps the term.
    let wasSilent = application.history.contains { $0.code == .clarificationExpired }
    if !wasSilent, case .running(let due) = application.deadline(calendar: .russia) {
      #expect(application.lastEvent.at.day <= due, "\(service.id)")
    }
    for (asked, next) in zip(application.history, application.history.dropFirst())
    where asked.code == .clarificationRequested {
      let due = try #require(asked.due)
      #expect(due > asked.at.day && next.at.day > due)
      for field in asked.fields ?? [] { #expect(service.form.field(field) != nil) }
    }
  }
}
