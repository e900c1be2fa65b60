/// A page taken apart for a conversation: what is told, what is asked and what can be chosen.
///
/// All of it comes in reading order; nothing depends on where things stand on a screen.
struct Outline {
  /// One thing of a page.
  enum Item {
    /// Something to be told.
    case text(String)
    /// A title over what follows, and a note on it.
    case title(String, note: String)
    case question(Question)
    case option(Option)
    /// Rows to choose from, made only when they are told.
    case list(List)
    /// Where one thing ends and the next begins.
    case gap
  }

  /// Something that can be pressed.
  struct Option {
    /// What the screen is told, or the question to which it leads.
    var id: ViewID
    var title: String
    /// The group of views in which it stands.
    var group: Int?
  }

  /// Something that can be answered.
  struct Question {
    enum Kind {
      case field(Field)
      case choice(Choice)
      case toggle(Toggle)
    }

    var kind: Kind
    /// The title of its group where that says what it is about.
    var about: String
    /// The group of views in which it stands.
    var group: Int?
  }

  private(set) var items: [Item] = []
  private var focusables: Focusables
  private var groups = 0
  private let reader: LinearReader
  private let speech: Speech

  init(_ scene: Scene) {
    let page = scene.page
    focusables = Focusables(page.body)
    reader = LinearReader(words: scene.words)
    speech = scene.speech
    add(page.body, about: "", group: nil)
  }

  /// The questions, in reading order; a field that drives a list is none of them.
  var questions: [Question] {
    items.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }

  /// The field whose text finds the rows of a list.
  private(set) var driver: Field?

  /// The list of the page.
  var list: List? {
    for case .list(let list) in items { return list }
    return nil
  }

  func question(_ id: ViewID) -> Question? { questions.first { $0.id == id } }

  /// What can be pressed in place of an answer.
  func alternatives(to question: Question) -> [Option] {
    guard let group = question.group else { return [] }
    let confirmation = question.confirmation
    return items.compactMap {
      guard case .option(let option) = $0, option.group == group, option.id != confirmation
      else { return nil }
      return option
    }
  }

  /// True for what is pressed with an answer or in place of one, not by itself.
  func isAlternative(_ option: Option) -> Bool {
    if questions.contains(where: { $0.confirmation == option.id }) { return true }
    guard let group = option.group else { return false }
    return questions.contains { $0.group == group }
  }
}

extension Outline {
  private mutating func add(_ views: [View], about: String, group: Int?) {
    for view in views { add(view, about: about, group: group) }
  }

  private mutating func add(_ view: View, about: String, group: Int?) {
    switch view {
    case .gap: items.append(.gap)
    case .heading(let title, let note):
      items.append(.title(speech.spoken(title), note: speech.spoken(note)))
    case .text(let text): say(text.plain)
    case .alert(let alert): add(alert, group: group)
    case .facts(let facts): for fact in facts { add(fact, group: group) }
    case .rows(let rows):
      for row in rows {
        let text = speech.spoken(reader.text(row))
        if let id = row.id {
          items.append(.option(Option(id: id, title: text, group: group)))
        } else {
          say(text)
        }
      }
    case .list(let list):
      if list.count > 0 { items.append(.list(list)) } else { say(list.emptyText.plain) }
    case .table(let table): add(table, group: group)
    case .field(let field):
      if field.drives != nil {
        driver = field
      } else {
        ask(.field(field), about: about, group: group)
      }
    case .choice(let choice):
      if !choice.options.isEmpty { ask(.choice(choice), about: about, group: group) }
    case .toggle(let toggle): ask(.toggle(toggle), about: about, group: group)
    case .buttons(let buttons):
      for button in buttons {
        if button.isEnabled {
          items.append(
            .option(Option(id: button.id, title: speech.spoken(button.title), group: group)))
        } else {
          say("\(button.title), \(reader.words.unavailable)")
        }
      }
    case .progress(let progress):
      let text = SemanticReader(words: reader.words).text(progress)
      say([progress.label, text].filter { !$0.isEmpty }.joined(separator: ": "))
    case .group(let title, let views): addGroup(title, views)
    }
  }

  private mutating func addGroup(_ title: String, _ views: [View]) {
    groups += 1
    let asks = views.contains {
      switch $0 {
      case .field, .choice, .toggle: true
      default: false
      }
    }
    if !asks, !title.isEmpty { items.append(.title(speech.spoken(title), note: "")) }
    let number = groups
    add(views, about: asks ? title : "", group: number)
  }

  private mutating func add(_ alert: Alert, group: Int?) {
    var title = alert.title.plain
    var lines = alert.lines
    if lines.count == 1, let target = lines[0].target, focusables.contains(target) {
      // The one thing that is wrong is told with its question.
      lines = []
      if title.last == ":" { title = title.dropLast() + "." }
    }
    say(reader.word(alert.kind) + " " + title)
    for line in lines {
      if let target = line.target, !focusables.contains(target) {
        items.append(
          .option(Option(id: target, title: speech.spoken(line.text.plain), group: nil)))
      } else {
        say(line.text.plain)
      }
    }
  }

  private mutating func add(_ fact: Fact, group: Int?) {
    if fact.body.count == 1, case .text(let text) = fact.body[0] {
      say((fact.label.isEmpty ? "" : fact.label + ": ") + text.plain)
    } else {
      if !fact.label.isEmpty { items.append(.title(speech.spoken(fact.label), note: "")) }
      add(fact.body, about: "", group: group)
    }
  }

  /// A cell that can be chosen is called by its text, its column and the title of its row.
  private mutating func add(_ table: Table, group: Int?) {
    if table.isRepeated { return }
    if !table.label.isEmpty { items.append(.title(speech.spoken(table.label), note: "")) }
    var title = ""
    let titles = table.rows.map { row in
      // A row without a title belongs to the one above.
      if let first = row.first, first.id == nil, !first.text.isEmpty { title = first.words }
      return title
    }
    func option(_ row: Int, _ index: Int, _ words: [String]) -> Item? {
      table.rows[row][index].id.map { id in
        let title = words.filter { !$0.isEmpty }.joined(separator: ", ")
        return .option(Option(id: id, title: speech.spoken(title), group: group))
      }
    }
    guard !table.readsByColumn else {
      // As one reads a week: day after day.
      for (index, column) in table.columns.enumerated() {
        for (row, cells) in table.rows.enumerated() where index < cells.count {
          let words = [column, cells[index].words, titles[row]]
          if let option = option(row, index, words) { items.append(option) }
        }
      }
      return
    }
    for (row, cells) in table.rows.enumerated() {
      let choices = cells.indices.compactMap { index in
        let column = index < table.columns.count ? table.columns[index] : ""
        return option(row, index, [cells[index].words, column, titles[row]])
      }
      if choices.isEmpty { say(reader.text(cells, of: table)) } else { items += choices }
    }
  }

  private mutating func ask(_ kind: Question.Kind, about: String, group: Int?) {
    items.append(.question(Question(kind: kind, about: speech.spoken(about), group: group)))
  }

  private mutating func say(_ text: String) {
    for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
      items.append(.text(speech.spoken(String(line))))
    }
  }
}

extension Outline.Question {
  /// The view that is answered.
  var id: ViewID {
    switch kind {
    case .field(let field): field.id
    case .choice(let choice): choice.id
    case .toggle(let toggle): toggle.id
    }
  }

  /// What is asked, with the title of its group.
  var label: String {
    let label =
      switch kind {
      case .field(let field): field.label
      case .choice(let choice): choice.label
      case .toggle(let toggle): toggle.label
      }
    return [about, label].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// What is wrong with the answer.
  var problem: String? {
    switch kind {
    case .field(let field): field.problem
    case .choice(let choice): choice.problem
    case .toggle(let toggle): toggle.problem
    }
  }

  /// How to answer.
  var help: String {
    switch kind {
    case .field(let field): field.help
    case .choice(let choice): choice.help
    case .toggle(let toggle): toggle.help
    }
  }

  /// The button that makes a typed answer count.
  var confirmation: ViewID? {
    if case .field(let field) = kind { return field.confirmedBy }
    return nil
  }
}
