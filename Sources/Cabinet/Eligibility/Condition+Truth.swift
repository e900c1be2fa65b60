extension Condition {
  /// Tells whether the condition holds of what is known; nil where that is not enough to tell.
  ///
  /// Unlike ``holds(_:)``, which takes what is not known for no, this is Kleene's logic of three
  /// values: `false` and unknown is `false`, `true` and unknown is unknown. Subjects other than those of
  /// the profile are not known before an application.
  public func truth(_ knowledge: Knowledge, on day: Day) -> Bool? {
    switch self {
    case .all(let parts): Self.conjunction(parts.map { $0.truth(knowledge, on: day) })
    case .any(let parts):
      Self.conjunction(parts.map { $0.truth(knowledge, on: day).map(!) }).map(!)
    case .not(let part): part.truth(knowledge, on: day).map(!)
    case .test(.profile(let path), let predicate):
      knowledge.fact(FactPath(path)).flatMap { predicate.truth($0, on: day) }
    case .test: nil
    }
  }

  private static func conjunction(_ truths: [Bool?]) -> Bool? {
    truths.contains(false) ? false : truths.contains(nil) ? nil : true
  }

  /// The paths of the profile of which the condition speaks, each once, in its order.
  public var paths: [FactPath] {
    switch self {
    case .all(let parts), .any(let parts):
      parts.flatMap(\.paths).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .not(let part): part.paths
    case .test(.profile(let path), _): [FactPath(path)]
    case .test: []
    }
  }

  /// The tests of the condition that speak of a path of the profile.
  public var tests: [(path: FactPath, predicate: Predicate)] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .not(let part): part.tests
    case .test(.profile(let path), let predicate): [(FactPath(path), predicate)]
    case .test: []
    }
  }

  /// The days on which a test of the condition turns from false to true or back, as dates that are known.
  func turningDays(_ knowledge: Knowledge) -> [Day] {
    tests.flatMap { path, predicate -> [Day] in
      guard let date = knowledge.fact(path)?.value.text.flatMap({ Day($0) }) else { return [] }
      return switch predicate {
      case .ageAtLeast(let years), .ageBelow(let years): [date.adding(years: years)]
      case .daysAheadAtMost(let days): [date.adding(days: -days)]
      case .daysAheadAtLeast(let days): [date.adding(days: 1 - days)]
      default: []
      }
    }
  }
}

extension Condition.Predicate {
  fileprivate func truth(_ fact: Knowledge.Fact, on day: Day) -> Bool? {
    if case .isEmpty(let expected) = self { return fact.isAbsent == expected }
    switch self {
    case .ageAtLeast, .ageBelow, .daysAheadAtLeast, .daysAheadAtMost:
      guard fact.value.text.flatMap({ Day($0) }) != nil else { return fact.isAbsent ? false : nil }
    case .atLeast, .atMost:
      guard let number = fact.value.text.flatMap({ Int($0) }) else {
        return fact.isAbsent ? false : nil
      }
      if fact.isAtLeast {
        if case .atLeast(let least) = self { return number >= least ? true : nil }
        if case .atMost(let most) = self { return number > most ? false : nil }
      }
    case .equals, .oneOf: if fact.isAtLeast { return nil }
    case .isEmpty, .differsFrom, .pictureBelow, .fileKindNotIn: return nil
    }
    let subject = Condition.Subject.profile("")
    return Condition.test(subject, self).holds(.init(today: day) { _ in fact.value })
  }
}
