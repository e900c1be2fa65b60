import Cabinet
import CityOffice

/// What is wrong with a catalogue, service by service.
public struct CatalogueCheck {
  /// Something wrong with a service.
  public struct Finding: Equatable, Sendable {
    /// The service.
    public var service: String
    /// What is wrong.
    public var reason: String
  }

  private let catalogue: Catalogue
  private let today: Day

  /// Prepares a check; conditions are judged as of a day.
  public init(_ catalogue: Catalogue, today: Day) {
    self.catalogue = catalogue
    self.today = today
  }

  /// All that is wrong; empty for a sound catalogue.
  public func findings() -> [Finding] {
    var findings: [Finding] = []
    var formCodes: [String: String] = [:]
    for service in catalogue.services {
      func report(_ reason: String) { findings.append(.init(service: service.id, reason: reason)) }
      if let other = formCodes.updateValue(service.id, forKey: service.regulation.formCode) {
        report("the form code \(service.regulation.formCode) belongs to \(other) too")
      }
      references(service).forEach(report)
      texts(service).forEach(report)
      outcome(service).map(report)
    }
    return findings
  }

  /// References that lead nowhere.
  private func references(_ service: Service) -> [String] {
    var wrong: [String] = []
    func need(_ holds: Bool, _ reason: @autoclosure () -> String) {
      if !holds { wrong.append(reason()) }
    }
    func known(_ entries: [Catalogue.Entry], _ id: String) -> Bool {
      entries.contains { $0.id == id }
    }
    need(known(catalogue.agencies, service.agency), "no agency \(service.agency)")
    need(known(catalogue.categories, service.category), "no category \(service.category)")
    for id in service.lifeSituations {
      need(known(catalogue.lifeSituations, id), "no life situation \(id)")
    }
    let fields = service.form.fields
    need(Set(fields.map(\.id)).count == fields.count, "two fields of the form have one id")
    func needFields(of condition: Condition, in place: String, isOffice: Bool = true) {
      for subject in condition.subjects {
        switch subject {
        case .field: break
        case .profile(let key):
          need(!isOffice, "\(place) speaks of the profile (\(key)), which the office does not see")
        case .register(let key):
          need(isOffice, "\(place) speaks of the register \(key), which only the office sees")
        }
      }
      for case .field(let path) in condition.subjects {
        let id = path.split(separator: ".").first.map(String.init) ?? path
        need(service.form.field(id) != nil, "\(place) speaks of a field \(path) that is not there")
      }
    }
    for field in fields {
      if let when = field.when { needFields(of: when, in: field.id, isOffice: false) }
      let needsOptions = field.type == .choice || field.type == .multiChoice
      need(!needsOptions || !(field.options ?? []).isEmpty, "\(field.id) has no options")
    }
    for document in service.documents {
      if let field = document.field {
        need(service.form.field(field) != nil, "document \(document.id): no field \(field)")
      }
    }
    let regulation = service.regulation
    let grounds = Set((service.acceptanceRefusals + service.refusals).map(\.code))
    for check in regulation.acceptance + regulation.refusal {
      needFields(of: check.when, in: check.ground)
      need(grounds.contains(check.ground), "no ground \(check.ground)")
    }
    for check in regulation.acceptance {
      let isRefusal = ["1030", "1035"].contains { check.ground.hasPrefix($0 + ".") }
      need(isRefusal, "registration cannot be refused on the ground \(check.ground)")
    }
    for check in regulation.refusal {
      need(
        check.ground.hasPrefix("1080."),
        "the service cannot be refused on the ground \(check.ground)")
    }
    for clarification in regulation.clarifications {
      needFields(of: clarification.when, in: "a clarification")
      for field in clarification.fields {
        need(service.form.field(field) != nil, "a clarification asks for a missing field \(field)")
      }
    }
    if let rule = regulation.suspension { needFields(of: rule.when, in: "the suspension") }
    let code = regulation.formCode
    need(
      code.utf8.count == 6 && code.utf8.allSatisfy { (48...57).contains($0) },
      "the form code \(code) is not six digits")
    return wrong
  }

  /// Texts that are missing or hard to read.
  private func texts(_ service: Service) -> [String] {
    var wrong: [String] = []
    func need(_ text: String, _ what: String) {
      if text.allSatisfy(\.isWhitespace) { wrong.append("\(what) is empty") }
    }
    need(service.title, "title")
    need(service.titleEn, "titleEn")
    need(service.summary, "summary")
    need(service.summaryEn, "summaryEn")
    need(service.basis, "basis")
    need(service.audience.who.joined(), "audience")
    need(service.results.map(\.title).joined(), "results")
    need(service.steps.map(\.title).joined(), "steps")
    need(service.legalActs.map(\.title).joined(), "legalActs")
    need(service.appeal.to.joined(), "appeal")
    need(service.acceptanceRefusals.map(\.title).joined(), "acceptanceRefusals")
    for field in service.form.fields {
      need(field.titleEn, "titleEn of \(field.id)")
      for option in field.options ?? [] {
        need(option.titleEn, "titleEn of \(field.id)/\(option.id)")
      }
    }
    let sentences = service.summary.split { ".!?".contains($0) }
    let words = sentences.reduce(0) { $0 + $1.split(separator: " ").count }
    if words > sentences.count * 20 {
      wrong.append("the summary has more than 20 words a sentence")
    }
    return wrong
  }

  /// Why the service cannot be got by anybody; nil where it can.
  private func outcome(_ service: Service) -> String? {
    guard let answers = SampleAnswers(service: service, today: today).find() else {
      return "no valid answers were found to which the regulation has no objection"
    }
    let submission = Submission(
      id: "sample", number: "", service: service, answers: answers, questions: [])
    var application = Application(submission: submission, at: Timestamp(today, hour: 10))
    let desk = OfficeDesk(registers: Registers())
    for _ in 0..<60 {
      guard let step = desk.nextStep(for: application, service: service, others: []) else { break }
      guard case .statusChanged(_, let status) = step.event else { break }
      var state = CabinetState()
      state.applications = [application]
      do { try state.apply(step.event, at: step.at) } catch {
        return "the office may not follow \(application.status) with \(status.code)"
      }
      application = state.applications[0]
    }
    return application.phase == .granted
      ? nil : "nothing speaks against it, yet it ends as \(application.status)"
  }
}
