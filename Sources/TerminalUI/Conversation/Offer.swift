/// What can be chosen on a page, with the number of each.
struct Offer {
  /// One thing to choose.
  enum Target {
    case option(Outline.Option)
    case question(Outline.Question)
    case row(List, Int)
  }

  /// What has a number of its own, from 1 on; rows of the list come after it.
  private(set) var fixed: [(target: Target, title: String)] = []
  /// The rows of the list that can be chosen, in their order.
  private(set) var rows: [Int] = []
  private(set) var list: List?
  /// The choices but for the rows, as they are told, under their titles.
  private(set) var lines: [String] = []
  private let reader: LinearReader
  private let speech: Speech

  /// Numbers what a page offers; questions that were asked one after the other are not offered again.
  init(_ outline: Outline, _ place: Place, _ scene: Scene) {
    reader = LinearReader(words: scene.words)
    speech = scene.speech
    var drafts: [Draft] = []
    var draft = Draft()
    for item in outline.items {
      switch item {
      case .title(let name, let note): draft = Draft(heading: (name, note))
      case .text(let text):
        draft.text = text
        draft.isParted = true
        draft.isOpen = true
      case .gap:
        if draft.isOpen { draft = Draft(text: draft.text) }
      case .option(let option):
        guard !outline.isAlternative(option) else { continue }
        draft.choose(.option(option), option.title, into: &drafts)
      case .question(let question):
        guard !place.isWalked else { continue }
        let state = question.state(scene.words)
        let title = question.label + (state.isEmpty ? "" : ": \(state)")
        draft.choose(.question(question), title, into: &drafts)
      case .list(let list):
        self.list = list
        let isFiltered = place.filter?.revision == list.revision
        rows = (isFiltered ? place.filter?.rows : nil) ?? Array(0..<list.count)
      }
    }
    number(drafts, told: place.toldTitles)
  }

  /// A choice before it has its number.
  private struct Draft {
    var target: Target?
    var title = ""
    /// The title over it, and the text before it.
    var heading: (name: String, note: String)?
    var text: String?
    /// True once something stands under the title, a text or another choice.
    var isOpen = false
    /// True where a text stands between the title and the choice.
    var isParted = false

    mutating func choose(_ target: Target, _ title: String, into drafts: inout [Draft]) {
      self.target = target
      self.title = title
      drafts.append(self)
      isOpen = true
    }
  }

  /// Gives the choices their numbers; those of one name are told apart by what stands over them.
  private mutating func number(_ drafts: [Draft], told: Set<String>) {
    var counts: [String: Int] = [:]
    for draft in drafts { counts[(draft.heading?.name ?? "") + draft.title, default: 0] += 1 }
    for draft in drafts {
      guard let target = draft.target else { continue }
      let isAlone = counts[(draft.heading?.name ?? "") + draft.title] == 1
      var name = draft.title
      if !isAlone, let text = draft.text {
        name = "\(text): \(name)"
      } else if let heading = draft.heading {
        if draft.isParted {
          name = "\(heading.name): \(name)"
        } else if !draft.isOpen, !told.contains(heading.name) {
          lines.append(Outline.sentence(heading.name, heading.note))
        }
      }
      fixed.append((target, name))
      lines.append("\(fixed.count). \(name)")
    }
  }

  /// The thing with a number; nil where none has it.
  func target(_ number: Int) -> Target? {
    if fixed.indices.contains(number - 1) { return fixed[number - 1].target }
    guard let list, rows.indices.contains(number - 1 - fixed.count) else { return nil }
    return .row(list, rows[number - 1 - fixed.count])
  }

  /// The text of a row of the list.
  func text(ofRow index: Int) -> String {
    list.map { speech.spoken(reader.text($0.row(index))) } ?? ""
  }

  /// The rows from one on, a portion of them, with their numbers.
  func lines(from offset: Int) -> [String] {
    rows.indices.dropFirst(offset).prefix(Conversation.rows).map { place in
      "\(fixed.count + 1 + place). \(text(ofRow: rows[place]))"
    }
  }
}

extension Outline.Question {
  /// The answer that is there, in words.
  func state(_ words: InterfaceWords) -> String {
    switch kind {
    case .field(let field):
      field.text.isEmpty
        ? words.empty
        : field.isSecret ? String(repeating: "*", count: field.text.count) : field.text
    case .choice(let choice):
      choice.options.filter { choice.selected.contains($0.value) }.map(\.title)
        .joined(separator: ", ")
    case .toggle(let toggle): toggle.isOn ? words.checked : words.unchecked
    }
  }
}
