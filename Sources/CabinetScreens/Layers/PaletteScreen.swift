import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// Everything by name: actions, services, one's own applications.
struct PaletteScreen: Screen {
  private enum Item {
    case action(Action)
    case service(ServiceBrief, Phrase)
    case application(ApplicationSummary)
  }

  let actions: [Action]
  private var query = ""
  private var items: [Item]
  /// How many services at hand are offered before anything is typed.
  private static let mostAtHand = 3

  var section: Section? { nil }

  init(actions: [Action], session: CabinetSession) {
    self.actions = actions
    let favourites = session.favourites
    let recent = session.recentServices.filter { !favourites.contains($0) }
    let atHand =
      favourites.map { Item.service($0, BrowseWords.isFavourite) }
      + recent.map { Item.service($0, BrowseWords.isRecent) }
    items = atHand.prefix(Self.mostAtHand) + actions.map(Item.action)
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("query", let text):
      query = text
      find(context)
      return []
    case .activated(let id):
      if let action = id.tail(of: "action.") { return [.pop, .invoke(ActionID(action))] }
      if let service = id.tail(of: "service.") { return [.replace(ServiceScreen(id: service))] }
      if let application = id.tail(of: "application.") {
        return [.replace(ApplicationScreen(id: application))]
      }
      return []
    default: return []
    }
  }

  private mutating func find(_ context: ScreenContext) {
    let words = query.lowercased().split(separator: " ")
    func fits(_ text: String) -> Bool {
      let text = text.lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    items = actions.filter { fits("\($0.title) \($0.sentence)") }.map(Item.action)
    guard !words.isEmpty else { return }
    items += context.session.state.summaries.lazy
      .filter { fits("\($0.name.ru) \($0.name.en) \($0.number)") }.prefix(20)
      .map(Item.application)
    items += context.session.search.matches(query).prefix(50)
      .map { .service($0.service, Phrase("услуга", "service")) }
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(Phrase("Команды", "Commands"))],
      body: [
        .field(
          Field(id: "query", label: context.say(FollowWords.filter), text: query, drives: "items")),
        .gap,
        .list(
          List(
            id: "items", label: context.say(Phrase("Команды", "Commands")), count: items.count,
            revision: query, emptyText: StyledText(context.say(FollowWords.nothingLike))
          ) { row(items[$0], context) }),
      ], initialFocus: "query")
  }

  private func row(_ item: Item, _ context: ScreenContext) -> Row {
    switch item {
    case .action(let action):
      Row(
        id: ViewID("action.\(action.id.rawValue)"), title: StyledText(action.sentence),
        details: [.text(StyledText(action.keysInWords, .dim))])
    case .service(let service, let note): ServiceRow.make(service, note: note, context)
    case .application(let summary):
      Row(
        id: ViewID("application.\(summary.id)"), title: StyledText(context.say(summary.name)),
        details: [.text(StyledText(context.say(summary.phase.title), .dim))])
    }
  }
}
