/// A statement about answers, the profile or the city's registers that holds or does not.
///
/// Forms use it to show fields, cards to say who may apply, regulations to decide.
/// In JSON: `{"all":[…]}`, `{"any":[…]}`, `{"not":…}`, or a subject with a predicate:
/// `{"field":"delivery","equals":"post"}`, `{"profile":"birthDate","ageAtLeast":18}`,
/// `{"register":"parkingDebt","atLeast":1}`.
public indirect enum Condition: Sendable, Equatable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case test(Subject, Predicate)

  /// Of what a condition speaks.
  public enum Subject: Hashable, Sendable {
    /// An answer of the form; `child.birthDate` reaches into what the answer refers to.
    case field(String)
    /// A value of the applicant's profile.
    case profile(String)
    /// An entry of the city's registers on the applicant; only the office can see it.
    case register(String)
  }

  /// What a condition says of its subject.
  public enum Predicate: Sendable, Equatable {
    case equals(String)
    case oneOf([String])
    case isEmpty(Bool)
    /// Whole years from the date to today.
    case ageAtLeast(Int)
    case ageBelow(Int)
    case atLeast(Int)
    case atMost(Int)
    /// Days from today to the date; negative for the past.
    case daysAheadAtLeast(Int)
    case daysAheadAtMost(Int)
    /// Differs from another field where both are given.
    case differsFrom(String)
    /// One of the attached pictures is smaller than this, in pixels.
    case pictureBelow(width: Int, height: Int)
    /// One of the attached files is of another kind.
    case fileKindNotIn([String])
  }

  /// What a condition is judged by.
  public struct Facts {
    /// The day on which it is judged.
    public var today: Day
    /// The value of a subject; nil where there is none.
    public var value: (Subject) -> Answer?

    /// Makes facts of a lookup.
    public init(today: Day, value: @escaping (Subject) -> Answer?) {
      self.today = today
      self.value = value
    }
  }

  /// Tells whether the condition holds.
  ///
  /// What is not known makes a test fail, except `isEmpty`.
  public func holds(_ facts: Facts) -> Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.holds(facts) }
    case .any(let parts): parts.contains { $0.holds(facts) }
    case .not(let part): !part.holds(facts)
    case .test(let subject, let predicate): predicate.holds(for: subject, facts)
    }
  }

  /// The subjects of which the condition speaks.
  public var subjects: Set<Subject> {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.subjects) }
    case .not(let part): part.subjects
    case .test(let subject, .differsFrom(let other)): [subject, .field(other)]
    case .test(let subject, _): [subject]
    }
  }
}

extension Condition.Predicate {
  fileprivate func holds(for subject: Condition.Subject, _ facts: Condition.Facts) -> Bool {
    let answer = facts.value(subject)
    if case .isEmpty(let expected) = self { return (answer?.isEmpty ?? true) == expected }
    guard let answer, !answer.isEmpty else { return false }
    let date = answer.text.flatMap { Day($0) }
    let number = answer.text.flatMap { Int($0) }
    switch self {
    case .equals(let value): return answer.values.contains(value)
    case .oneOf(let values): return answer.values.contains { values.contains($0) }
    case .isEmpty: return false
    case .ageAtLeast(let years):
      return date.map { $0.wholeYears(until: facts.today) >= years } ?? false
    case .ageBelow(let years):
      return date.map { $0.wholeYears(until: facts.today) < years } ?? false
    case .atLeast(let least): return number.map { $0 >= least } ?? false
    case .atMost(let most): return number.map { $0 <= most } ?? false
    case .daysAheadAtLeast(let days):
      return date.map { $0.ordinal - facts.today.ordinal >= days } ?? false
    case .daysAheadAtMost(let days):
      return date.map { $0.ordinal - facts.today.ordinal <= days } ?? false
    case .differsFrom(let other):
      guard let second = facts.value(.field(other)), !second.isEmpty else { return false }
      return answer.values != second.values
    case .pictureBelow(let width, let height):
      return answer.attachments.contains {
        guard let picture = $0.picture else { return false }
        return picture.width < width || picture.height < height
      }
    case .fileKindNotIn(let kinds):
      return answer.attachments.contains { !kinds.contains($0.kind) }
    }
  }
}
