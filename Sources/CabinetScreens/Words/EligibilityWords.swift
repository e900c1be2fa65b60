import Cabinet

/// Words of the preview of who may apply.
public enum EligibilityWords {
  static let title = Phrase("Подхожу ли я", "Am I eligible?")
  static let check = Phrase("Проверить, подхожу ли я", "Check whether I am eligible")
  static let checkSentence = Phrase(
    "Проверить по правилам услуги, подходите ли вы.",
    "Check by the rules of the service whether you are eligible.")
  static let checkTitle = Phrase("подхожу ли", "eligible?")
  static let questions = Phrase("Вопросы", "Questions")
  static let about = Phrase("О ком", "About whom")
  static let another = Phrase("не из «Моих данных»", "not among my details")
  static let nearest = Phrase("Ближайшее", "Nearest change")
  static let forAll = Phrase("для всех", "for all")
  static let needed = Phrase("нужно", "needed")
  static let toCheck = Phrase("нужно проверить", "to be checked")
  static let soFar = Phrase("по известному подходите", "eligible as far as is known")
  static let leftToCheck = Phrase("осталось проверить", "left to check")
  static let notKnown = Phrase("не известно", "not known")
  static let keepAnswers = Phrase("Сохранить в «Мои данные»", "Save to my details")
  static let kept = Phrase(
    "Ответы помнит только этот сеанс; в заявление и в «Мои данные» они сами не попадут.",
    "The answers last for this session only; they go neither into an application nor into your details."
  )
  static let preview = Phrase(
    "Это предварительная проверка. Решает ведомство, и подать заявление можно при любом ответе.",
    "This is a preview. The agency decides, and you may apply whatever the answer.")
  static let noRules = Phrase(
    "У этой услуги нет правил, которые можно проверить заранее.",
    "This service has no rules that can be checked beforehand.")
  static let openToAll = Phrase(
    "Обратиться может любой: проверять нечего.", "Anybody may apply: there is nothing to check.")
  static let warning = Phrase("Вы можете не подойти", "You may not be eligible")
  static let applyAnyway = Phrase("Всё равно подать", "Apply anyway")
  static let fromAnswer = Phrase("ваш ответ", "your answer")

  /// The verdict in a few words, as it stands beside a service.
  public static func verdict(_ verdict: Assessment.Verdict) -> Phrase {
    switch verdict {
    case .yes: Phrase("подходите", "eligible")
    case .notYet: Phrase("пока нет", "not yet")
    case .unknown: Phrase("не известно", "not known")
    case .no: Phrase("не подходите", "not eligible")
    }
  }

  /// The verdict as a sentence.
  static func sentence(_ verdict: Assessment.Verdict) -> Phrase {
    switch verdict {
    case .yes:
      Phrase("Вы подходите по этим правилам.", "By these rules you are eligible.")
    case .notYet: Phrase("Пока вы не подходите.", "You are not eligible yet.")
    case .unknown:
      Phrase("Чтобы проверить, ответьте на вопросы.", "Answer the questions to find out.")
    case .no: Phrase("По этим правилам вы не подходите.", "By these rules you are not eligible.")
    }
  }

  /// Whether a rule holds, in brackets.
  public static func mark(_ holds: Bool?) -> Phrase {
    switch holds {
    case true?: Phrase("[да]", "[yes]")
    case false?: Phrase("[нет]", "[no]")
    case nil: Phrase("[не ясно]", "[unclear]")
    }
  }

  /// Where a fact comes from.
  static func source(_ source: Knowledge.Source) -> Phrase {
    switch source {
    case .profile: FormWords.fromProfile
    case .answer: fromAnswer
    case .application(let number): Phrase("заявление \(number)", "application \(number)")
    }
  }

  /// The resident's own facts beside a rule: `вам 41 год`, `регистрация: в Москве`; empty where none is
  /// known.
  public static func value(
    _ reason: Assessment.Reason, today: Day, questions: (FactPath) -> ScreenerQuestion?
  ) -> Phrase? {
    let ages = reason.rule.condition.tests.filter(\.predicate.isAge).map(\.path)
    let parts = reason.facts.map { known in
      fact(known, asAge: ages.contains(known.path), today: today, question: questions(known.path))
    }
    guard !parts.isEmpty else { return nil }
    return Phrase(
      parts.map(\.ru).joined(separator: ", "), parts.map(\.en).joined(separator: ", "))
  }

  private static func fact(
    _ known: Assessment.KnownFact, asAge: Bool, today: Day, question: ScreenerQuestion?
  ) -> Phrase {
    if asAge, let born = known.fact.value.text.flatMap({ Day($0) }), born <= today {
      return age(CalendarSpan(from: born, to: today), born: born, today: today, of: known)
    }
    let label = question?.name ?? Phrase(known.path.text, known.path.text)
    func shown(_ language: Language) -> String {
      if known.fact.isAbsent { return Phrase("нет", "no")[language] }
      if known.fact.value.text == "true", question?.options == nil {
        return Phrase("есть", "yes")[language]
      }
      let answers = question?.options == nil && known.fact.value.text != nil
      let value = question?.field.shown(known.fact.value, language) ?? known.fact.value.text ?? ""
      return answers && known.fact.isAtLeast
        ? Phrase("\(value) в ваших данных", "\(value) in your details")[language] : value
    }
    let whose = known.thing.map { "\($0.shortTitle): " } ?? ""
    return Phrase(
      "\(whose)\(label.ru): \(shown(.russian))", "\(whose)\(label.en): \(shown(.english))")
  }

  private static func age(
    _ span: CalendarSpan, born: Day, today: Day, of known: Assessment.KnownFact
  ) -> Phrase {
    let years = born.wholeYears(until: today)
    let age = years >= 2 ? Plural.years(years) : span.inWords
    if let thing = known.thing {
      return Phrase("\(thing.shortTitle): \(age.ru)", "\(thing.shortTitle): \(age.en)")
    }
    switch known.path.kind {
    case .child?: return Phrase("ребёнку \(age.ru)", "the child is \(age.en)")
    case nil: return Phrase("вам \(age.ru)", "you are \(age.en)")
    default: return Phrase("возраст: \(age.ru)", "age: \(age.en)")
    }
  }

  /// What must come about first: `через 1 месяц и 18 дней, с 4 марта; после регистрации …`.
  public static func nearest(_ change: NearestChange, today: Day) -> Phrase {
    func words(_ language: Language) -> String {
      let acts = change.acts.map { $0.name[language] }
      guard let day = change.day else { return acts.joined(separator: ", ") }
      let date = DateWords.long(day, today: today, language)
      let span = CalendarSpan(from: today, to: day).inWords[language]
      let time =
        day == today.adding(days: 1)
        ? Phrase("завтра, \(date)", "tomorrow, \(date)")[language]
        : Phrase("через \(span), с \(date)", "in \(span), from \(date)")[language]
      return ([time] + acts).joined(separator: "; ")
    }
    return Phrase(words(.russian), words(.english))
  }
}

extension Condition.Predicate {
  /// True for one that speaks of an age.
  fileprivate var isAge: Bool {
    switch self {
    case .ageAtLeast, .ageBelow, .daysAheadAtLeast, .daysAheadAtMost: true
    default: false
    }
  }
}

extension Profile.Object {
  /// What it is called among one's own: a person by the given name, a pet by its name, a car by its plate.
  var shortTitle: String {
    let key =
      switch kind {
      case .person, .child, .pet: "name"
      case .vehicle: "plate"
      case .home: "address"
      }
    return facts[key] ?? title
  }
}
