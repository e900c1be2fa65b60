import Cabinet
import Terminal
import TerminalUI

/// All that can be done here, by the list of actions; it finds as one types.
struct HelpScreen: Screen {
  let actions: [Action]
  private var query = ""

  var section: Section? { nil }

  init(actions: [Action]) { self.actions = actions }

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

  func view(_ context: ScreenContext) -> Page {
    let words = query.lowercased().split(separator: " ")
    let found = actions.filter { action in
      let text = "\(action.title) \(action.sentence) \(action.keysInWords)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    return Page(
      kind: .dialog, path: [context.say(HelpWords.title)],
      body: [
        .field(
          Field(
            id: "query", label: context.say(FollowWords.filter), text: query, drives: "actions")),
        .text(StyledText(context.say(HelpWords.layouts), .dim)), .gap,
        .list(
          List(
            id: "actions", label: context.say(HelpWords.title), count: found.count, revision: query,
            emptyText: StyledText(context.say(FollowWords.nothingLike))
          ) { index in
            Row(
              id: ViewID("action.\(found[index].id.rawValue)"),
              leading: StyledText(found[index].keysInWords, .strong),
              title: StyledText(found[index].sentence))
          }),
      ], initialFocus: "query")
  }
}

extension Action {
  /// The keys, as a help shows them.
  var keysInWords: String { keys.map(\.label).joined(separator: " ") }
}

/// Words of the help.
enum HelpWords {
  static let title = Phrase("Справка", "Help")
  static let layouts = Phrase(
    "Буквы действуют по месту на клавиатуре, в русской раскладке тоже.",
    "Letters act by their place on the keyboard, in the Russian layout too.")
}
