extension LineTurn {
  /// The fewest letters by which an action is found.
  private static let fewestLetters = 3

  /// Takes the line as a choice: a title, a command, a number, words to find.
  mutating func choose() {
    let offer = Offer(outline, place, scene)
    let key = Speech.key(text)
    if key.isEmpty {
      reply.lines = []
      if !place.pending.isEmpty { obey(.more) }
      return
    }
    if let same = offer.fixed.first(where: { Speech.key($0.title) == key }) {
      press(same.target)
    } else if let command = Command(text) {
      obey(command)
    } else if let number = Int(key) {
      if let target = offer.target(number) { press(target) } else { refuse() }
    } else if let (row, action) = numberedAction(key, offer) {
      reply.orders = [.tell(.focusMoved(row)), .invoke(action)]
    } else if let wanted = Command.wanted(text) {
      find(wanted)
    } else if !chooseByBeginning(key, offer), !act(key) {
      filter(key, offer)
    }
  }

  private mutating func refuse() {
    reply.lines = [ConversationWords.filled(phrases.notUnderstood, text)]
  }

  /// Presses what was chosen.
  mutating func press(_ target: Offer.Target) {
    switch target {
    case .option(let option): reply.orders = [.tell(.activated(option.id))]
    case .question(let question): place.position = .question(question.id, returns: true)
    case .row(let list, let index):
      reply.orders = [.tell(.activated(list.row(index).id ?? list.id))]
    }
  }

  /// Words after a number name an action for that row.
  private func numberedAction(_ key: String, _ offer: Offer) -> (ViewID, ActionID)? {
    guard let space = key.firstIndex(of: " "), let number = Int(key[..<space]),
      case .row(let list, let index)? = offer.target(number), let row = list.row(index).id,
      let action = action(named: String(key[key.index(after: space)...]))
    else { return nil }
    return (row, action.id)
  }

  private mutating func find(_ wanted: String) {
    // A stroke finds on this page, a word finds a service from every page.
    if let field = outline.driver, text.hasPrefix("/") {
      reply.orders = [.tell(.textChanged(field.id, wanted))]
    } else {
      reply.orders = [.invoke("search"), .find(wanted)]
    }
  }

  /// Chooses the only thing whose title begins so, or names those that do; false where none does.
  private mutating func chooseByBeginning(_ key: String, _ offer: Offer) -> Bool {
    var found = offer.fixed.filter { Speech.key($0.title).hasPrefix(key) }
    if place.isWalked {
      // Questions that were asked already can be asked again by their name.
      found += outline.questions.filter { Speech.key($0.label).hasPrefix(key) }
        .map { (.question($0), $0.label) }
    }
    let rows =
      outline.driver == nil
      ? offer.rows.filter { Speech.key(offer.text(ofRow: $0)).hasPrefix(key) } : []
    switch (found.count, rows.count) {
    case (0, 0): return false
    case (1, 0): press(found[0].target)
    case (0, 1): if let list = offer.list { press(.row(list, rows[0])) }
    case (0, _):
      keep(rows)
    default: tellSeveral(found.map(\.title), offer)
    }
    return true
  }

  /// Names what fits, with the numbers it has.
  private mutating func tellSeveral(_ titles: [String], _ offer: Offer) {
    reply.lines = [phrases.severalFit]
    reply.lines += titles.map { title in
      let number = offer.fixed.firstIndex { $0.title == title }
      return number.map { "\($0 + 1). \(title)" } ?? title
    }
  }

  private func action(named key: String) -> Action? {
    let actions = scene.actions.filter { $0.id != "activate" }
    if let same = actions.first(where: { Speech.key($0.title) == key }) { return same }
    guard key.count >= Self.fewestLetters else { return nil }
    let found = actions.filter { Speech.key($0.title).hasPrefix(key) }
    return found.count == 1 ? found[0] : nil
  }

  /// Does the action that is called so; where words find rows, only by its whole name.
  private mutating func act(_ key: String) -> Bool {
    guard let action = action(named: key),
      outline.driver == nil || Speech.key(action.title) == key
    else { return false }
    reply.orders = [.invoke(action.id)]
    return true
  }

  /// Leaves the rows that contain all the words.
  private mutating func filter(_ key: String, _ offer: Offer) {
    let words = key.split(separator: " ")
    func fits(_ title: String) -> Bool {
      let title = Speech.key(title)
      return words.allSatisfy { title.contains($0) }
    }
    if let field = outline.driver {
      reply.orders = [.tell(.textChanged(field.id, text))]
      return
    }
    let rows = offer.rows.filter { fits(offer.text(ofRow: $0)) }
    let fixed = offer.fixed.filter { fits($0.title) }
    if fixed.count == 1, rows.isEmpty {
      press(fixed[0].target)
    } else if !fixed.isEmpty, rows.isEmpty {
      tellSeveral(fixed.map(\.title), offer)
    } else if rows.isEmpty {
      refuse()
    } else {
      keep(rows)
    }
  }

  private mutating func keep(_ rows: [Int]) {
    place.filter = Place.Filter(word: text, rows: rows, revision: outline.list?.revision ?? "")
    place.offset = 0
  }
}
