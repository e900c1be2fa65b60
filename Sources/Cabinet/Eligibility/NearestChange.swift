/// What must come about before one is eligible: a day, something done, or both.
public struct NearestChange: Sendable, Equatable {
  /// The first day on which the rules hold; nil where it need not be waited for.
  public var day: Day?
  /// What must be done or happen, in the order of the rules.
  public var acts: [ScreenerQuestion.Act]

  /// Makes a change.
  public init(day: Day?, acts: [ScreenerQuestion.Act]) {
    self.day = day
    self.acts = acts
  }

  /// The nearest change after which no rule fails; nil where none is known of.
  ///
  /// Only days at which a date of the rules turns, and acts that the catalogue names for a fact of the
  /// rules, are tried: the earlier day goes before the later, and on a day the fewer acts before the
  /// more. What is not known is taken to stay so. Tried are at most 2^acts combinations a day.
  ///
  /// - Parameter questions: the question of a path; nil where the catalogue has none.
  static func find(
    _ rules: [EligibilityRule], _ knowledge: Knowledge, today: Day,
    questions: (FactPath) -> ScreenerQuestion?
  ) -> NearestChange? {
    let conditions = rules.map(\.condition)
    let turns = conditions.flatMap { $0.turningDays(knowledge) }.filter { $0 > today }
    let days = [today] + Set(turns).sorted()
    let combinations = combinations(of: conditions, knowledge, questions)
    for day in days {
      for acts in combinations {
        let changed = acts.reduce(knowledge) { $0.answering($1.path, .text($1.act.value)) }
        if conditions.allSatisfy({ $0.truth(changed, on: day) != false }) {
          return NearestChange(day: day > today ? day : nil, acts: acts.map(\.act))
        }
      }
    }
    return nil
  }

  private typealias Step = (path: FactPath, act: ScreenerQuestion.Act)

  /// All ways to do some of what could be done about known facts, the fewest acts first.
  private static func combinations(
    of conditions: [Condition], _ knowledge: Knowledge,
    _ questions: (FactPath) -> ScreenerQuestion?
  ) -> [[Step]] {
    let paths = Condition.all(conditions).paths.filter { knowledge.fact($0) != nil }
    let all = paths.reduce(into: [[Step]()]) { ways, path in
      let acts = questions(path)?.acts ?? []
      ways += ways.flatMap { way in acts.map { way + [(path, $0)] } }
    }
    return all.enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }.map(\.element)
  }
}
