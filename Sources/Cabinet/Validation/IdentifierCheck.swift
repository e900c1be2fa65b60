/// What became of checking a number that a resident typed.
public enum IdentifierCheck: Equatable, Sendable {
  /// The text is accepted; it comes back in canonical form, such as `112-233-445 95`.
  ///
  /// The advice speaks of a rule that may warn but never reject.
  case valid(String, advice: Phrase?)
  /// The text is refused.
  case invalid(IdentifierProblem)

  /// The canonical form of an accepted text.
  public var canonical: String? {
    guard case .valid(let text, _) = self else { return nil }
    return text
  }

  /// Why the text was refused.
  public var problem: IdentifierProblem? {
    guard case .invalid(let problem) = self else { return nil }
    return problem
  }

  /// What deserves a second look in an accepted text.
  public var warning: Phrase? {
    guard case .valid(_, let advice) = self else { return nil }
    return advice
  }

  /// Whether the text is accepted.
  public var isValid: Bool { canonical != nil }
}

extension IdentifierCheck {
  /// Runs a reading that returns the canonical form or throws what is wrong.
  init(_ read: () throws(IdentifierProblem) -> String) {
    do {
      self = .valid(try read(), advice: nil)
    } catch {
      self = .invalid(error)
    }
  }

  /// The same acceptance with a word of warning.
  func warning(_ advice: Phrase?) -> IdentifierCheck {
    guard case .valid(let text, _) = self else { return self }
    return .valid(text, advice: advice)
  }
}

/// Why a text is not the number it should be, and what to do about it.
public struct IdentifierProblem: Error, Equatable, Sendable {
  /// What is wrong, short, such as "the control number is 96 but should be 95".
  public var reason: Phrase
  /// What to do next, such as "check the digits against the card".
  public var advice: Phrase

  /// Makes a problem from its reason and its advice.
  public init(_ reason: Phrase, advice: Phrase) {
    self.reason = reason
    self.advice = advice
  }
}
