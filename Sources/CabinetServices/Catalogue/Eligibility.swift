import Cabinet

/// Whether the profile meets the rules of who may apply.
public enum Eligibility: Equatable {
  /// All rules hold; they are named.
  case eligible([Phrase])
  /// Some rules do not hold; they are named.
  case notEligible([Phrase])
  /// The profile does not say enough.
  case unknown
}

extension CabinetSession {
  /// Judges the rules of a service over the profile; nil where the service has none.
  ///
  /// It warns before the form and never stands in for the office's decision.
  public func eligibility(for service: Service) -> Eligibility? {
    let rules = service.audience.rules
    guard !rules.isEmpty else { return nil }
    let profile = state.profile
    let facts = Condition.Facts(today: today, answers: [:], profile: profile)
    let known = rules.filter { rule in
      rule.condition.subjects.allSatisfy { facts.value($0) != nil }
    }
    let failed = known.filter { !$0.condition.holds(facts) }
    guard failed.isEmpty else { return .notEligible(failed.map { Phrase($0.title, $0.titleEn) }) }
    return known.count == rules.count
      ? .eligible(rules.map { Phrase($0.title, $0.titleEn) }) : .unknown
  }
}
