/// What a conversation knows of one page: where it stands on it, and what it has told of it.
struct Place {
  /// Where it stands.
  enum Position: Hashable {
    /// At a question; `returns` is true where one came from the choices for this question alone.
    case question(ViewID, returns: Bool)
    /// A question was answered, or skipped on purpose; what comes next depends on the page by then.
    case after(ViewID, isSkipped: Bool)
    case menu
  }

  /// Names the page; another page in the same layer has another.
  var key: String
  var position = Position.menu
  /// True while other layers lie over the page.
  var isCovered = false
  /// True where the page asks its questions one after the other before it offers its choices.
  var isWalked = false
  /// The questions as they were when one was asked, to go on where one has disappeared.
  var order: [ViewID] = []
  /// How often each text was told.
  var told: [String: Int] = [:]
  /// The titles that were told with their texts.
  var toldTitles: Set<String> = []
  /// The questions whose help was told.
  var helped: Set<ViewID> = []
  /// The choices as they were told last.
  var menu: [String] = []
  /// Lines that wait until one asks for more.
  var pending: [String] = []
  /// The first row of the list that was told last.
  var offset = 0
  /// The content of the list to which the row and the filter belong.
  var revision = ""
  /// The rows of the list that a word has left; nil where there is none.
  var filter: Filter?
  /// The lines typed so far into a text of several.
  var typed: [String] = []

  /// The rows that contain a word.
  struct Filter {
    var word: String
    var rows: [Int]
    var revision: String
  }

  init(key: String) { self.key = key }

  static func key(of scene: Scene) -> String {
    let page = scene.page
    return page.path.joined(separator: "\u{1F}") + String(divider) + page.identity
      + (page.kind == .dialog ? String(divider) : "")
  }

  /// Takes over what was told of a page of the same name that stood here: only what is new of it
  /// will be told.
  mutating func inherit(from old: Place) {
    guard old.path == path else { return }
    told = old.told
    toldTitles = old.toldTitles
    helped = old.helped
  }

  /// The path to the page.
  private var path: Substring { key.prefix { $0 != Self.divider } }

  private static let divider: Character = "\u{1E}"

  /// Begins where the page begins.
  mutating func begin(_ scene: Scene, _ outline: Outline) {
    let first = scene.focus.flatMap { $0.rawValue.isEmpty ? nil : $0 } ?? scene.page.initialFocus
    let start = first ?? Focusables(scene.page.body).order.first
    if !scene.page.opensAtTop, let start, let question = outline.question(at: start) {
      position = .question(question.id, returns: false)
      isWalked = true
    }
  }

  /// Comes back from the layers that lay over the page: what opened them is asked again.
  mutating func uncover() {
    isCovered = false
    menu = []
    if case .after(let id, _) = position { position = .question(id, returns: !isWalked) }
  }

  /// Goes on to what comes next on the page as it is now.
  mutating func move(_ scene: Scene, _ outline: Outline) {
    if let focus = scene.focus, let question = outline.question(at: focus) {
      // The screen leads to a question; what lies beside one is an answer that was taken.
      position =
        question.id == focus
        ? .question(focus, returns: position.isOneQuestion)
        : .after(question.id, isSkipped: true)
    }
    let ids = outline.questions.map(\.id)
    switch position {
    case .menu: break
    case .question(let id, _): if !ids.contains(id) { position = .after(id, isSkipped: true) }
    case .after: break
    }
    if case .after(let id, let isSkipped) = position {
      if !isSkipped, outline.question(id)?.problem != nil {
        position = .question(id, returns: !isWalked)
      } else {
        position = next(after: id, ids).map { .question($0, returns: false) } ?? .menu
      }
    }
    order = ids
  }

  /// The question after one that may have disappeared meanwhile.
  private func next(after id: ViewID, _ ids: [ViewID]) -> ViewID? {
    guard isWalked else { return nil }
    if let index = ids.firstIndex(of: id) {
      return index + 1 < ids.count ? ids[index + 1] : nil
    }
    guard let index = order.firstIndex(of: id) else { return nil }
    return order[index...].first { ids.contains($0) }
  }

  /// The texts before an item that were not told yet, a title only with what it is a title of.
  mutating func untold(_ outline: Outline, before end: Int) -> [String] {
    var lines: [String] = []
    var seen: [String: Int] = [:]
    var title: (name: String, note: String)?
    var isOpen = false
    for item in outline.items.prefix(end) {
      switch item {
      case .title(let name, let note): (title, isOpen) = ((name, note), false)
      case .gap: if isOpen { title = nil }
      case .text(let text):
        isOpen = true
        seen[text, default: 0] += 1
        guard seen[text, default: 0] > told[text, default: 0] else { continue }
        told[text] = seen[text]
        if let heading = title {
          lines.append(Outline.sentence(heading.name, heading.note))
          toldTitles.insert(heading.name)
        }
        title = nil
        lines.append(text)
      case .question, .option, .list: isOpen = true
      }
    }
    return lines
  }
}

extension Place.Position {
  /// True for a question that was chosen by itself.
  var isOneQuestion: Bool {
    if case .question(_, true) = self { return true }
    return false
  }
}

extension Outline {
  /// A title as it is told.
  static func sentence(_ title: String, _ note: String) -> String {
    (note.isEmpty ? title : "\(title): \(note)") + "."
  }

  /// The question that has the focus, or in whose group it lies.
  func question(at focus: ViewID) -> Question? {
    if let question = question(focus) { return question }
    for case .option(let option) in items where option.id == focus {
      guard let group = option.group else { return nil }
      return questions.first { $0.group == group }
    }
    return nil
  }

  /// Where a question stands among the items.
  func index(of id: ViewID) -> Int? {
    items.firstIndex { if case .question(let question) = $0 { question.id == id } else { false } }
  }
}
