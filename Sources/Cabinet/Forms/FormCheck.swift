/// Something wrong with an answer.
public struct FieldProblem: Error, Sendable, Equatable {
  /// The field.
  public var field: String
  /// The question, to name it in a summary.
  public var title: Phrase
  /// What is wrong and how to mend it.
  public var reason: Phrase

  /// Makes a problem.
  public init(field: String, title: Phrase, reason: Phrase) {
    self.field = field
    self.title = title
    self.reason = reason
  }
}

extension Form {
  /// The fields that are asked, given these answers.
  ///
  /// A hidden answer counts as none, so that a
  /// condition on a hidden field does not hold. Conditions are judged by the canonical form of what
  /// was typed, as the office will judge it: `1 500` roubles are 150000 kopecks.
  public func visibleFields(_ answers: [String: Answer], profile: Profile, today: Day)
    -> [FormField]
  {
    var visible: [FormField] = []
    var known: [String: Answer] = [:]
    for field in fields {
      let facts = Condition.Facts(today: today, answers: known, profile: profile)
      guard field.when?.holds(facts) ?? true else { continue }
      visible.append(field)
      known[field.id] = answers[field.id].map(field.canonical)
    }
    return visible
  }

  /// All that is wrong with the answers to the fields that are asked, in the order of the form.
  public func problems(_ answers: [String: Answer], profile: Profile, today: Day) -> [FieldProblem]
  {
    visibleFields(answers, profile: profile, today: today).compactMap { field in
      field.problem(answers[field.id], in: answers, today: today)
    }
  }

  /// What is sent of the answers: those to fields that are asked, in canonical form.
  public func sent(_ answers: [String: Answer], profile: Profile, today: Day) -> [String: Answer] {
    var sent: [String: Answer] = [:]
    for field in visibleFields(answers, profile: profile, today: today) {
      if let answer = answers[field.id], !answer.isEmpty {
        sent[field.id] = field.canonical(answer)
      }
    }
    return sent
  }

  /// The answered fields that are not asked any more and therefore are not sent.
  public func hiddenAnswers(_ answers: [String: Answer], profile: Profile, today: Day)
    -> [FormField]
  {
    let visible = Set(visibleFields(answers, profile: profile, today: today).map(\.id))
    return fields.filter { field in
      !visible.contains(field.id) && !(answers[field.id]?.isEmpty ?? true)
    }
  }
}

extension Condition.Facts {
  /// Facts of answers, a profile and, for the office, entries of the registers.
  public init(
    today: Day, answers: [String: Answer], profile: Profile = Profile(),
    register: [String: String] = [:]
  ) {
    self.init(today: today) { subject in
      switch subject {
      case .field(let path):
        if let answer = answers[path] { return answer }
        guard let dot = path.firstIndex(of: "."),
          case .reference(let reference)? = answers[String(path[..<dot])]
        else { return nil }
        return reference.facts[String(path[path.index(after: dot)...])].map(Answer.text)
      case .profile(let key): return profile[key].map(Answer.text)
      case .register(let key): return register[key].map(Answer.text)
      }
    }
  }
}
