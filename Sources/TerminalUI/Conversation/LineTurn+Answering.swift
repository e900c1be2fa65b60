extension LineTurn {
  /// Takes the line as the answer to a question; an empty one keeps what is there.
  mutating func answer(_ question: Outline.Question) {
    let others = outline.alternatives(to: question)
    if let number = Int(text), others.indices.contains(number - 1) {
      place.position = .after(question.id, isSkipped: false)
      reply.orders = [.tell(.activated(others[number - 1].id))]
      return
    }
    let isTyped = if case .field(let field) = question.kind { field.isMultiline } else { false }
    if text.isEmpty, place.typed.isEmpty || !isTyped {
      place.position = .after(question.id, isSkipped: true)
      return
    }
    switch question.kind {
    case .field(let field): type(into: field)
    case .choice(let choice): choose(of: choice)
    case .toggle(let toggle): turn(toggle)
    }
  }

  private mutating func type(into field: Field) {
    // The sign before an answer that would be a command without it.
    let typed =
      text.hasPrefix("=") && Command(String(text.dropFirst())) != nil
      ? String(text.dropFirst()) : text
    guard field.isMultiline else {
      commit(typed, to: field)
      return
    }
    if typed == "." {
      let whole = place.typed.joined(separator: "\n")
      place.typed = []
      commit(whole, to: field)
    } else {
      place.typed.append(typed)
      reply.isUnfinished = true
    }
  }

  private mutating func commit(_ typed: String, to field: Field) {
    place.position = .after(field.id, isSkipped: false)
    let text = String(typed.prefix(Turn.longestText))
    if text != field.text { reply.orders.append(.tell(.textChanged(field.id, text))) }
    reply.orders.append(.tell(.textCommitted(field.id)))
    if let button = field.confirmedBy { reply.orders.append(.tell(.activated(button))) }
  }

  private mutating func choose(of choice: Choice) {
    var values: Set<String> = []
    let words =
      choice.allowsMany ? text.split(whereSeparator: { $0 == "," || $0 == ";" }) : [text[...]]
    let isNone =
      choice.allowsMany
      && ["нет", "none", "no", "0"].contains(Speech.key(text))
    for word in words where !isNone {
      guard let option = Self.option(named: String(word), of: choice) else {
        reply.lines = [ConversationWords.filled(phrases.noSuchOption, Speech.key(String(word)))]
        return
      }
      values.insert(option.value)
    }
    place.position = .after(choice.id, isSkipped: false)
    reply.orders = [.tell(.chosen(choice.id, values))]
  }

  /// The option with a number, or the only one that begins so.
  private static func option(named name: String, of choice: Choice) -> Choice.Option? {
    let key = Speech.key(name)
    if let number = Int(key) {
      return choice.options.indices.contains(number - 1) ? choice.options[number - 1] : nil
    }
    if let same = choice.options.first(where: { Speech.key($0.title) == key }) { return same }
    let found = choice.options.filter { Speech.key($0.title).hasPrefix(key) }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func turn(_ toggle: Toggle) {
    let isOn: Bool
    switch Speech.key(text) {
    case "да", "д", "yes", "y", "1", "+": isOn = true
    case "нет", "н", "no", "n", "0", "2", "-": isOn = false
    default:
      reply.lines = [ConversationWords.filled(phrases.noSuchOption, text)]
      return
    }
    place.position = .after(toggle.id, isSkipped: false)
    if isOn != toggle.isOn { reply.orders = [.tell(.toggled(toggle.id, isOn))] }
  }

  /// Empties an answer; the question is asked again.
  mutating func clear(_ question: Outline.Question) {
    switch question.kind {
    case .field(let field):
      reply.orders = [.tell(.textChanged(field.id, "")), .tell(.textCommitted(field.id))]
    case .choice(let choice): reply.orders = [.tell(.chosen(choice.id, []))]
    case .toggle(let toggle): reply.orders = [.tell(.toggled(toggle.id, false))]
    }
  }
}
