import Cabinet

extension CatalogueCheck {
  /// What is wrong with the rules of who may apply for a service.
  ///
  /// Every path has a question, every predicate fits the question's answers, some person meets all
  /// rules, and each rule tells people apart.
  func rules(_ service: Service) -> [String] {
    let audience = service.audience
    guard !audience.rules.isEmpty else {
      return audience.open == true ? [] : ["there are no rules, and it is not open to all"]
    }
    var wrong = audience.open == true ? ["it is open to all, yet has rules"] : []
    for rule in audience.rules {
      if rule.title.isEmpty || rule.titleEn.isEmpty { wrong.append("a rule has no sentence") }
      let unfit = rule.condition.subjects.filter {
        if case .profile = $0 { false } else { true }
      }
      if !unfit.isEmpty { wrong.append("the rule \(rule.title) speaks of more than the profile") }
      for (path, predicate) in rule.condition.tests {
        if let reason = misfit(path, predicate) {
          wrong.append("the rule \(rule.title): \(reason)")
        }
      }
    }
    guard wrong.isEmpty else { return wrong }
    let conditions = audience.rules.map(\.condition)
    if !canBe(true, .all(conditions)) { wrong.append("nobody can meet all rules") }
    for rule in audience.rules where !canBe(false, rule.condition) {
      wrong.append("the rule \(rule.title) holds for everybody")
    }
    return wrong
  }

  /// What is wrong with the questions by which rules are judged, by the question's id.
  func questionFindings() -> [Finding] {
    var seen: Set<String> = []
    return catalogue.questions.all.flatMap { question -> [Finding] in
      func report(_ reason: String) -> Finding { .init(service: question.id, reason: reason) }
      var wrong: [Finding] = []
      if !seen.insert(question.id).inserted { wrong.append(report("two questions have one id")) }
      if ![.date, .number, .choice].contains(question.type) {
        wrong.append(report("a question takes a date, a number or a choice"))
      }
      let texts = [question.title, question.titleEn, question.label, question.labelEn]
      if texts.contains(where: \.isEmpty) {
        wrong.append(report("a text of the question is empty"))
      }
      for act in question.acts ?? [] {
        if question.field.options?.contains(where: { $0.id == act.value }) != true {
          wrong.append(report("an act leads to \(act.value), which is no answer"))
        }
      }
      let services = (question.acts ?? []).compactMap(\.service) + (question.granted ?? [])
      wrong += services.filter { catalogue.service($0) == nil }.map { report("no service \($0)") }
      return wrong
    }
  }

  private func misfit(_ path: FactPath, _ predicate: Condition.Predicate) -> String? {
    guard let question = catalogue.question(path) else {
      return "no question asks for \(path.text)"
    }
    func need(_ type: FieldType) -> String? {
      question.type == type ? nil : "\(path.text) is no \(type.rawValue)"
    }
    func bound(_ value: Int, _ range: ClosedRange<Int>) -> String? {
      range.contains(value) ? nil : "\(value) is out of bounds"
    }
    func known(_ values: [String]) -> String? {
      let options = question.field.options?.map(\.id) ?? []
      return need(.choice) ?? values.first { !options.contains($0) }.map { "\($0) is no answer" }
    }
    return switch predicate {
    case .ageAtLeast(let years), .ageBelow(let years): need(.date) ?? bound(years, 1...120)
    case .daysAheadAtLeast(let days), .daysAheadAtMost(let days):
      need(.date) ?? bound(days, -3660...3660)
    case .atLeast(let number), .atMost(let number): need(.number) ?? bound(number, 0...99)
    case .equals(let value): known([value])
    case .oneOf(let values): values.isEmpty ? "oneOf names nothing" : known(values)
    case .isEmpty: question.options == nil ? need(.choice) : "\(path.text) is not a yes or no"
    case .differsFrom, .pictureBelow, .fileKindNotIn: "no rule may ask this"
    }
  }

  /// Whether some person makes the condition come out so.
  private func canBe(_ outcome: Bool, _ condition: Condition) -> Bool {
    let paths = condition.paths
    var candidates: [FactPath: [Answer]] = [:]
    for path in paths { candidates[path] = answers(about: path, in: condition) }
    func search(_ index: Int, _ knowledge: Knowledge) -> Bool {
      if let truth = condition.truth(knowledge, on: today) { return truth == outcome }
      guard index < paths.count else { return false }
      return (candidates[paths[index]] ?? []).contains {
        search(index + 1, knowledge.answering(paths[index], $0))
      }
    }
    return search(0, Knowledge(profile: Profile()))
  }

  /// The answers that can matter: each option, and each side of each bound.
  private func answers(about path: FactPath, in condition: Condition) -> [Answer] {
    guard let question = catalogue.question(path) else { return [] }
    if let options = question.field.options { return options.map { .text($0.id) } }
    let days = condition.tests.filter { $0.path == path }.flatMap { _, predicate -> [String] in
      switch predicate {
      case .ageAtLeast(let years), .ageBelow(let years):
        [-1, 0, 1].map { today.adding(years: -years).adding(days: $0).description }
      case .daysAheadAtLeast(let days), .daysAheadAtMost(let days):
        [-1, 0, 1].map { today.adding(days: days + $0).description }
      case .atLeast(let number), .atMost(let number):
        [number - 1, number, number + 1].map { String($0) }
      default: []
      }
    }
    return Set(days).sorted().map { .text($0) }
  }
}
