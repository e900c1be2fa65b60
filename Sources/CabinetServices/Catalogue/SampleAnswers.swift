import Cabinet

/// Answers that a form accepts and a regulation has nothing against, found by trying.
///
/// The check of the catalogue proves with them that every form can be completed and that every
/// service is granted to somebody.
struct SampleAnswers {
  let service: Service
  let today: Day

  /// Answers to all questions that are asked; nil where none were found that satisfy the form and the
  /// regulation.
  func find() -> [String: Answer]? {
    var answers: [String: Answer] = [:]
    for field in service.form.fields { answers[field.id] = candidates(for: field)[0] }
    for _ in 0..<40 {
      let sent = service.form.sent(answers, profile: Profile(), today: today)
      let facts = Condition.Facts(today: today, answers: sent)
      guard let objection = objections.first(where: { $0.holds(facts) }) else {
        let problems = service.form.problems(answers, profile: Profile(), today: today)
        return problems.isEmpty ? sent : nil
      }
      guard let better = answersWithout(objection, from: answers) else { return nil }
      answers = better
    }
    return nil
  }

  /// All that speaks against an application.
  private var objections: [Condition] {
    let regulation = service.regulation
    return regulation.acceptance.map(\.when) + regulation.clarifications.map(\.when)
      + [regulation.suspension?.when].compactMap { $0 } + regulation.refusal.map(\.when)
  }

  /// Changes one field of which a condition speaks so that it does not hold, or two where one is not enough.
  private func answersWithout(_ condition: Condition, from answers: [String: Answer])
    -> [String: Answer]?
  {
    let names = condition.subjects.compactMap { subject -> String? in
      guard case .field(let path) = subject else { return nil }
      return path.split(separator: ".").first.map(String.init)
    }
    let fields = Set(names).sorted().compactMap { service.form.field($0) }
    func works(_ trial: [String: Answer]) -> Bool {
      let sent = service.form.sent(trial, profile: Profile(), today: today)
      return !condition.holds(Condition.Facts(today: today, answers: sent))
        && service.form.problems(trial, profile: Profile(), today: today).isEmpty
    }
    for field in fields {
      for candidate in candidates(for: field) {
        var trial = answers
        trial[field.id] = candidate
        if works(trial) { return trial }
      }
    }
    for first in fields {
      for second in fields where second.id != first.id {
        for one in candidates(for: first) {
          for other in candidates(for: second) {
            var trial = answers
            trial[first.id] = one
            trial[second.id] = other
            if works(trial) { return trial }
          }
        }
      }
    }
    return nil
  }

  /// Answers that the type of a field accepts, the most usual first.
  private func candidates(for field: FormField) -> [Answer] {
    switch field.type {
    case .text, .longText, .address: texts(field)
    case .date: dates(field).map { .text($0.description) }
    case .choice: (field.options ?? []).map { .text($0.id) }
    case .multiChoice: (field.options ?? []).map { .values([$0.id]) }
    case .flag: field.required ? [.flag(true)] : [.flag(false), .flag(true)]
    case .number: numbers(field, [1, 2, 3, 5, 7, 10, 18, 20, 30, 50, 100, 1000, 0])
    case .money:
      numbers(field, [100_000, 1_000_000, 5_000_000, 10_000, 0]).compactMap { answer in
        answer.text.flatMap { Int($0) }.map { .text(Money(kopecks: $0).typed) }
      }
    case .account: [.text("40702810138250123017")]
    case .attachment: [.files([sampleFile(field)])]
    case .person, .child, .pet, .vehicle, .home: things(field)
    default:
      field.type == .bic
        ? [.text("044525225")] : [.text(field.type.identifier?.example ?? "образец")]
    }
  }

  private func texts(_ field: FormField) -> [Answer] {
    // Each field has a text of its own, so that fields that must differ do.
    let text = field.title + " — образец"
    let most = field.max ?? 300
    var sample = text.count > most ? String(field.id.prefix(most)) : text
    while sample.count < field.min ?? 0 { sample += " и так далее" }
    return [.text(sample), .text(String(sample.reversed()))]
  }

  private func dates(_ field: FormField) -> [Day] {
    let ages = [30, 1, 5, 7, 10, 16, 25, 45, 65, 80].map {
      today.adding(years: -$0).adding(days: -200)
    }
    let near = [-40, -3, 0, 5, 20, 45, 70, 100, 200, 400].map { today.adding(days: $0) }
    return switch field.period {
    case .past: ages + near.filter { $0 <= today }
    case .future: near.filter { $0 > today }
    default: near.reversed() + ages
    }
  }

  private func numbers(_ field: FormField, _ usual: [Int]) -> [Answer] {
    let bounds = [field.min, field.max].compactMap { $0 }
    return (usual + bounds).filter { $0 >= field.min ?? Int.min && $0 <= field.max ?? Int.max }
      .map { .text(String($0)) }
  }

  private func sampleFile(_ field: FormField) -> Attachment {
    Attachment(
      hash: String(repeating: "0", count: 64), name: "образец", kind: field.accepts?.first ?? "pdf",
      size: 100_000, picture: .init(width: 2000, height: 2600))
  }

  private func things(_ field: FormField) -> [Answer] {
    let births = dates(FormField(id: "", type: .date, title: "", titleEn: "", period: .past))
    return births.map { birth in
      let facts = [
        "surname": "Образцова", "name": "Вера", "birthDate": birth.description, "sex": "f",
        "birthCertificate": Identifier.birthCertificate.example, "snils": Identifier.snils.example,
        "species": "собака", "breed": "дворняжка", "model": "ВАЗ", "kind": "own",
        "plate": Identifier.plate.example, "address": "Москва, Образцовая улица, 1, 1",
        "cadastral": Identifier.cadastral.example,
      ]
      return .reference(.init(id: "sample", title: "Образец", facts: facts))
    }
  }
}
