/// How the rules of who may apply stand for a resident on a day: a preview, never a decision.
public struct Assessment: Sendable, Equatable {
  /// What the rules come to.
  public enum Verdict: String, Sendable, CaseIterable {
    /// All rules hold.
    case yes
    /// Some rule fails today, and a change is known after which none would.
    case notYet
    /// No rule fails, but of some it is not known whether they hold.
    case unknown
    /// Some rule fails, and nothing that the rules name would change it.
    case no
  }

  /// One rule and how it stands.
  public struct Reason: Sendable, Equatable {
    /// The rule.
    public var rule: EligibilityRule
    /// Whether it holds; nil where that is not known.
    public var holds: Bool?
    /// The facts by which it was judged, as far as they are known.
    public var facts: [KnownFact]
    /// The paths of which nothing is known, where that keeps the rule from being judged.
    public var missing: [FactPath]
  }

  /// A fact that a rule speaks of.
  public struct KnownFact: Sendable, Equatable {
    /// Its path.
    public var path: FactPath
    /// What is known.
    public var fact: Knowledge.Fact
    /// The thing whose fact it is; nil for the applicant's own.
    public var thing: Profile.Object?
  }

  /// What the rules come to.
  public var verdict: Verdict
  /// Every rule, in the order of the card.
  public var reasons: [Reason]
  /// What must come about first; given for `notYet` alone.
  public var nearest: NearestChange?
  /// The things of the profile of which the rules were asked.
  public var things: [Profile.Object.Kind: String]

  /// True where there are rules at all.
  public var hasRules: Bool { !reasons.isEmpty }

  /// The paths that should be asked for, each once, in the order of the rules.
  public var missing: [FactPath] {
    reasons.flatMap(\.missing).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Audience {
  /// Judges the rules by what is known.
  ///
  /// Where a rule speaks of a thing, such as a child, and none was chosen, each that is known is tried and
  /// the one that comes off best is told of. Without rules the verdict is yes where anybody may
  /// apply, and unknown where it is the office's alone to say.
  ///
  /// - Parameters:
  ///   - knowledge: what is known; its `things` are those chosen.
  ///   - today: the day on which it is judged.
  ///   - questions: the question of a path; nil where the catalogue has none.
  public func assess(
    _ knowledge: Knowledge, today: Day, questions: (FactPath) -> ScreenerQuestion?
  ) -> Assessment {
    guard !rules.isEmpty else {
      return Assessment(
        verdict: open == true ? .yes : .unknown, reasons: [], nearest: nil, things: [:])
    }
    var choices = [knowledge]
    for kind in kinds where knowledge.things[kind] == nil {
      var things = knowledge.profile.objects(kind).map(\.id)
      guard !things.isEmpty else { continue }
      // One that the profile does not hold, but of which there were answers.
      if knowledge.answers.tell(of: kind, thing: "") { things.append("") }
      choices = choices.flatMap { choice in
        things.map { thing in
          var chosen = choice
          chosen.things[kind] = thing
          return chosen
        }
      }
    }
    var best: Assessment?
    for choice in choices {
      let assessment = judge(choice, today, questions)
      if best.map({ assessment.rank < $0.rank }) ?? true { best = assessment }
    }
    return best ?? judge(knowledge, today, questions)
  }

  /// The kinds of thing that the rules ask one of.
  public var kinds: [Profile.Object.Kind] {
    let kinds = rules.flatMap(\.condition.paths).filter(\.isOfOneThing).compactMap(\.kind)
    return Profile.Object.Kind.allCases.filter(kinds.contains)
  }

  private func judge(
    _ knowledge: Knowledge, _ today: Day, _ questions: (FactPath) -> ScreenerQuestion?
  ) -> Assessment {
    let reasons = rules.map { rule in
      let holds = rule.condition.truth(knowledge, on: today)
      let paths = rule.condition.paths
      return Assessment.Reason(
        rule: rule, holds: holds,
        facts: paths.compactMap { path in
          knowledge.fact(path).map { fact in
            .init(
              path: path, fact: fact,
              thing: path.isOfOneThing ? path.kind.flatMap(knowledge.thing) : nil)
          }
        },
        missing: holds == nil
          ? paths.filter { knowledge.fact($0).map(\.isAtLeast) ?? true } : [])
    }
    var assessment = Assessment(
      verdict: .yes, reasons: reasons, nearest: nil, things: knowledge.things)
    if reasons.contains(where: { $0.holds == false }) {
      assessment.nearest = NearestChange.find(
        rules, knowledge, today: today, questions: questions)
      assessment.verdict = assessment.nearest == nil ? .no : .notYet
    } else if reasons.contains(where: { $0.holds == nil }) {
      assessment.verdict = .unknown
    }
    return assessment
  }
}

extension Assessment {
  /// How well it came off, the best first: by verdict, then by the nearer change.
  fileprivate var rank: (Int, Int, Int) {
    let order: Int =
      switch verdict {
      case .yes: 0
      case .unknown: 1
      case .notYet: 2
      case .no: 3
      }
    return (order, nearest?.day?.ordinal ?? 0, reasons.count { $0.holds == false })
  }
}
