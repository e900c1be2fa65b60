import Cabinet

/// What is wrong with a catalogue, service by service.
public struct CatalogueCheck {
  /// Something wrong with a service.
  public struct Finding: Equatable, Sendable {
    /// The service.
    public var service: String
    /// What is wrong.
    public var reason: String
  }

  let catalogue: Catalogue
  let today: Day

  /// Prepares a check; conditions are judged as of a day.
  public init(_ catalogue: Catalogue, today: Day) {
    self.catalogue = catalogue
    self.today = today
  }

  /// All that is wrong; empty for a sound catalogue.
  public func findings() -> [Finding] { report().findings }

  /// All that is wrong, and all that is measured.
  ///
  /// It tries out every service: seconds, not milliseconds.
  public func report() -> CatalogueReport {
    var findings = questionFindings() + selfAssessmentFindings
    var scores: [Completeness] = []
    var formCodes: [String: String] = [:]
    let links = ServiceLinks(catalogue)
    for service in catalogue.services {
      func report(_ reason: String) { findings.append(.init(service: service.id, reason: reason)) }
      if let other = formCodes.updateValue(service.id, forKey: service.regulation.formCode) {
        report("the form code \(service.regulation.formCode) belongs to \(other) too")
      }
      references(service).forEach(report)
      texts(service).forEach(report)
      rules(service).forEach(report)
      let sample = SampleCase(service, today: today)
      sample.failure.map(report)
      scores.append(
        Completeness(service, among: links, by: catalogue.selfAssessment, sample: sample))
    }
    return CatalogueReport(catalogue, findings: findings, scores: scores)
  }

  /// What is wrong with how the catalogue judges itself, and with what its agencies name.
  private var selfAssessmentFindings: [Finding] {
    func finding(_ reason: String) -> Finding { .init(service: "shared", reason: reason) }
    let own = catalogue.selfAssessment
    let weights = ServiceAction.allCases.map(own.weight)
    var wrong: [Finding] = []
    if weights.contains(where: { $0 < 0 }) || weights.allSatisfy({ $0 == 0 }) {
      wrong.append(finding("the weights of the self-assessment leave nothing to weigh"))
    }
    if let id = own.rating, catalogue.service(id) == nil {
      wrong.append(finding("no service \(id) to rate by"))
    }
    for agency in catalogue.agencies {
      guard let id = agency.visit, catalogue.service(id)?.kind != .booking else { continue }
      wrong.append(finding("the visit of \(agency.id), \(id), is no booking"))
    }
    return wrong
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
    for (name, text) in [("summary", service.summary), ("summaryEn", service.summaryEn)]
    where Readability(text).isHard {
      wrong.append("the \(name) has more than \(Readability.limit) words a sentence")
    }
    if let id = service.fee.service, catalogue.service(id) == nil {
      wrong.append("no service \(id) to pay by")
    }
    return wrong
  }
}
