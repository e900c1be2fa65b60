import Cabinet
import Terminal
import TerminalUI

/// All that can be done here, by the list of actions; it finds as one types.
struct HelpScreen: ActionReader {
  private var actions: [Action]
  private var query = ""

  var section: Section? { nil }

  init(actions: [Action]) { self.actions = actions }

  mutating func take(_ actions: [Action]) { self.actions = actions }

  /// A line of the help: an action, or a way to move, which is no action.
  private struct Entry {
    var id: ViewID
    var keys: String
    var sentence: String
    /// What is searched: all that is shown, and the keys as tapes spell them.
    var text: String
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("query", let text):
      query = text
      return []
    case .activated(let id):
      guard let action = id.tail(of: "action.") else { return [] }
      return [.pop, .invoke(ActionID(action))]
    default: return []
    }
  }

  private func entries(_ context: ScreenContext) -> [Entry] {
    let moving = HelpWords.moving.enumerated().map { index, way in
      Entry(
        id: ViewID("move.\(index)"), keys: context.say(way.keys),
        sentence: context.say(way.sentence), text: "")
    }
    let acting = actions.map {
      Entry(
        id: ViewID("action.\($0.id.rawValue)"), keys: $0.keysInWords, sentence: $0.sentence,
        text: "\($0.title) \($0.keys.map(\.name).joined(separator: " "))")
    }
    let words = query.lowercased().split(separator: " ")
    return (acting + moving).filter { entry in
      let text = "\(entry.text) \(entry.sentence) \(entry.keys)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  func view(_ context: ScreenContext) -> Page {
    let found = entries(context)
    return Page(
      kind: .dialog, path: [context.say(HelpWords.title)],
      body: [
        .field(
          Field(
            id: "query", label: context.say(FollowWords.filter), text: query, drives: "actions")),
        .list(
          List(
            id: "actions", label: context.say(HelpWords.title), count: found.count, revision: query,
            emptyText: StyledText(context.say(HelpWords.nothing))
          ) { index in
            Row(
              id: found[index].id, leading: StyledText(found[index].keys, .strong),
              title: StyledText(found[index].sentence))
          }),
      ], initialFocus: "query")
  }
}

extension Action {
  /// All keys, in both layouts, as a help shows them.
  var keysInWords: String { keys.map(\.labelInBothLayouts).joined(separator: "  ") }
}

/// Words of the help.
enum HelpWords {
  static let title = Phrase("Справка", "Help")
  static let nothing = Phrase(
    "Такого действия здесь нет. Сотрите запрос или ищите командой Ctrl+P.",
    "There is no such action here. Clear the query, or look with Ctrl+P.")
  /// Ways to move, which every screen has.
  static let moving = [
    (
      keys: Phrase("стрелки, j k h l / о л р д", "arrows, j k h l / о л р д"),
      sentence: Phrase("Ходить по строкам и вдоль строки.", "Move by lines and along a line.")
    ),
    (
      keys: Phrase("Tab  Shift+Tab", "Tab  Shift+Tab"),
      sentence: Phrase(
        "К следующему и к предыдущему месту, по кругу.", "To the next and previous place, round.")
    ),
    (
      keys: Phrase("PgUp  PgDn  Home  End", "PgUp  PgDn  Home  End"),
      sentence: Phrase("Листать, в начало и в конец.", "By pages, to the start and the end.")
    ),
    (
      keys: Phrase("Space", "Space"),
      sentence: Phrase("Отметить, нажать.", "Tick, press.")
    ),
    (
      keys: Phrase("^A ^E  ^W ^U ^K", "^A ^E  ^W ^U ^K"),
      sentence: Phrase(
        "В поле: в начало, в конец; стереть слово, до начала, до конца.",
        "In a field: start, end; delete a word, to the start, to the end.")
    ),
    (
      keys: Phrase("^Z / ^Я", "^Z / ^Я"),
      sentence: Phrase("Отдать терминал оболочке; fg вернёт.", "Leave to the shell; fg returns.")
    ),
  ]
}
