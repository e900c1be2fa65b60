import Cabinet

/// Answers that a form accepts and a regulation has nothing against, found by trying.
///
/// The check of the catalogue proves with them that every form can be completed and that every
/// service is granted to somebody. The search changes one answer at a time, or two where one is not
/// enough, and keeps the change that leaves the fewest faults.
struct SampleAnswers {
  let service: Service
  let today: Day
  /// What the conditions of the service ask of each path: `child.birthDate`, `area`.
  let hints: [String: [Condition.Predicate]]

  init(service: Service, today: Day) {
    self.service = service
    self.today = today
    var hints: [String: [Condition.Predicate]] = [:]
    let asked = service.form.fields.compactMap(\.when)
    for condition in asked + SampleAnswers.objections(of: service.regulation) {
      SampleAnswers.collect(condition, into: &hints)
    }
    self.hints = hints
  }

  /// Answers to all questions that are asked; nil where none were found that satisfy the form and the
  /// regulation.
  func find() -> [String: Answer]? {
    let choices = service.form.fields.map { ($0.id, candidates(for: $0)) }
    var answers: [String: Answer] = [:]
    for (id, candidates) in choices { answers[id] = candidates.first ?? nil }
    var faults = faults(answers)
    while !faults.isEmpty {
      let names = faults.reduce(into: Set()) { $0.formUnion($1) }
      let culprits = choices.filter { names.contains($0.0) }
      guard
        let better = changed(answers, faults.count, culprits)
          ?? changed(answers, faults.count, choices)
          ?? changed(answers, faults.count, culprits, with: choices)
      else { return nil }
      answers = better
      faults = self.faults(better)
    }
    return service.form.sent(answers, profile: Profile(), today: today)
  }

  private typealias Choice = (id: String, candidates: [Answer?])

  /// The change of one field that leaves the fewest faults; nil where none leaves fewer than `count`.
  private func changed(
    _ answers: [String: Answer], _ count: Int, _ fields: [Choice]
  ) -> [String: Answer]? {
    var best: (answers: [String: Answer]?, count: Int) = (nil, count)
    for field in fields {
      for candidate in field.candidates where best.count > 0 {
        var trial = answers
        trial[field.id] = candidate
        let left = faults(trial).count
        if left < best.count { best = (trial, left) }
      }
    }
    return best.answers
  }

  /// The first change of two fields that leaves fewer than `count` faults.
  private func changed(
    _ answers: [String: Answer], _ count: Int, _ fields: [Choice], with others: [Choice]
  ) -> [String: Answer]? {
    for field in fields {
      for candidate in field.candidates {
        var trial = answers
        trial[field.id] = candidate
        let rest = others.filter { $0.id != field.id }
        if let found = changed(trial, count, rest) { return found }
      }
    }
    return nil
  }

  /// The fields at fault, for each objection of the regulation and each problem of the form.
  private func faults(_ answers: [String: Answer]) -> [Set<String>] {
    let sent = service.form.sent(answers, profile: Profile(), today: today)
    var faults = service.form.problems(answers, profile: Profile(), today: today)
      .map { Set([$0.field]) }
    let facts = Condition.Facts(today: today, answers: sent)
    for objection in SampleAnswers.objections(of: service.regulation) where objection.holds(facts) {
      let fields = objection.subjects.compactMap { subject -> String? in
        guard case .field(let path) = subject else { return nil }
        return path.split(separator: ".").first.map(String.init)
      }
      faults.append(Set(fields))
    }
    return faults
  }

  /// All that speaks against an application.
  private static func objections(of regulation: Regulation) -> [Condition] {
    regulation.acceptance.map(\.when) + regulation.clarifications.map(\.when)
      + [regulation.suspension?.when].compactMap { $0 } + regulation.refusal.map(\.when)
  }

  private static func collect(
    _ condition: Condition, into hints: inout [String: [Condition.Predicate]]
  ) {
    switch condition {
    case .all(let parts), .any(let parts): for part in parts { collect(part, into: &hints) }
    case .not(let part): collect(part, into: &hints)
    case .test(.field(let path), let predicate): hints[path, default: []].append(predicate)
    case .test: break
    }
  }
}
