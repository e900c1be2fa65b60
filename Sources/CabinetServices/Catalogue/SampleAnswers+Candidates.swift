import Cabinet

extension SampleAnswers {
  /// Answers to try for a field, the most usual first; nil stands for none, where it may be left out.
  func candidates(for field: FormField) -> [Answer?] {
    let given: [Answer] =
      switch field.type {
      case .text, .longText, .address: texts(field)
      case .date: dates(field, hints[field.id] ?? []).map { .text($0.description) }
      case .choice: (field.options ?? []).map { .text($0.id) }
      case .multiChoice:
        (field.options ?? []).map { .values([$0.id]) } + [.values((field.options ?? []).map(\.id))]
      case .flag: field.required ? [.flag(true)] : [.flag(false), .flag(true)]
      case .number:
        numbers(field, [1, 2, 3, 5, 7, 10, 18, 20, 30, 50, 100, 1000, 0]).map { .text(String($0)) }
      case .money:
        numbers(field, [100_000, 1_000_000, 5_000_000, 10_000, 0])
          .map { .text(Money(kopecks: $0).typed) }
      case .account: [.text("40702810138250123017")]
      case .bic: [.text("044525225")]
      case .attachment: files(field)
      case .person, .child, .pet, .vehicle, .home: things(field)
      default: [.text(field.type.identifier?.example ?? "образец")]
      }
    return given + (field.required ? [] : [nil])
  }

  private func texts(_ field: FormField) -> [Answer] {
    // Each field has a text of its own, so that fields that must differ do.
    let text = field.title + " — образец"
    let most = field.max ?? 300
    var sample = text.count > most ? String(field.id.prefix(most)) : text
    while sample.count < field.min ?? 0 { sample += " и так далее" }
    let named = values(hints[field.id] ?? [])
    return ([sample, String(sample.reversed())] + named).map { .text($0) }
  }

  /// Days of usual ages and distances, then those just inside and outside the windows of conditions.
  private func dates(_ field: FormField, _ hints: [Condition.Predicate]) -> [Day] {
    let ages = [30, 1, 5, 7, 10, 16, 25, 45, 65, 80].map {
      today.adding(years: -$0).adding(days: -200)
    }
    let near = [-40, -3, 0, 5, 20, 45, 70, 100, 200, 400].map { today.adding(days: $0) }
    let edges = hints.flatMap { hint -> [Day] in
      switch hint {
      case .ageAtLeast(let years), .ageBelow(let years):
        [-100, -1, 0, 1, 100].map { today.adding(years: -years).adding(days: $0) }
      case .daysAheadAtLeast(let days), .daysAheadAtMost(let days):
        [-30, -10, -1, 0, 1, 10, 30].map { today.adding(days: days + $0) }
      default: []
      }
    }
    return switch field.period {
    case .past: (ages + near + edges).filter { $0 <= today }
    case .future: (near + edges).filter { $0 > today }
    default: near.reversed() + ages + edges
    }
  }

  private func numbers(_ field: FormField, _ usual: [Int]) -> [Int] {
    let edges = (hints[field.id] ?? []).flatMap { hint -> [Int] in
      switch hint {
      case .atLeast(let bound), .atMost(let bound): [bound - 1, bound, bound + 1]
      default: []
      }
    }
    let bounds = [field.min, field.max].compactMap { $0 }
    return (usual + edges + bounds)
      .filter { $0 >= field.min ?? Int.min && $0 <= field.max ?? Int.max }
  }

  private func files(_ field: FormField) -> [Answer] {
    let kinds = field.accepts ?? ["pdf"]
    return kinds.map { kind in
      let file = Attachment(
        hash: String(repeating: "0", count: 64), name: "образец", kind: kind, size: 100_000,
        picture: kind == "pdf" ? nil : .init(width: 2000, height: 2600))
      return .files(Array(repeating: file, count: max(1, field.min ?? 1)))
    }
  }

  private func things(_ field: FormField) -> [Answer] {
    let past = FormField(id: "", type: .date, title: "", titleEn: "", period: .past)
    let births = dates(past, hints["\(field.id).birthDate"] ?? [])
    let usual = [
      "surname": "Образцова", "name": "Вера", "birthDate": births[0].description, "sex": "f",
      "birthCertificate": Identifier.birthCertificate.example, "snils": Identifier.snils.example,
      "species": "собака", "breed": "дворняжка", "model": "ВАЗ", "kind": "own",
      "plate": Identifier.plate.example, "address": "Москва, Образцовая улица, 1, 1",
      "cadastral": Identifier.cadastral.example,
    ]
    // Beside the usual facts, each value that a condition names, with every date of birth.
    let named = hints.keys.sorted().flatMap { path -> [[String: String]] in
      guard path.hasPrefix(field.id + "."), let hints = hints[path] else { return [] }
      let key = String(path.dropFirst(field.id.count + 1))
      return values(hints).map { [key: $0] }
    }
    return ([[:]] + named).flatMap { changes in
      births.map { birth in
        let facts = usual.merging(["birthDate": birth.description]) { $1 }.merging(changes) { $1 }
        return .reference(.init(id: "sample", title: "Образец", facts: facts))
      }
    }
  }

  /// The values that conditions name.
  private func values(_ hints: [Condition.Predicate]) -> [String] {
    hints.flatMap { hint -> [String] in
      switch hint {
      case .equals(let value): [value]
      case .oneOf(let values): values
      default: []
      }
    }
  }
}
