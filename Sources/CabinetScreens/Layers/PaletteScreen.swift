import Cabinet
import TerminalUI

/// Everything by name: actions, services, and what is one's own.
struct PaletteScreen: ActionReader {
  private var sources: [PaletteSource]
  private var query = ""
  private var items: [PaletteItem]?

  var section: Section? { nil }

  init(actions: [Action]) { sources = PaletteSource.all(actions) }

  mutating func take(_ actions: [Action]) {
    sources = PaletteSource.all(actions)
    items = nil
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("query", let text):
      query = text
      items = found(context)
      return []
    case .activated(let id):
      let item = (items ?? found(context)).first { $0.id == id }
      return item.map { [.pop] + $0.effects } ?? []
    default: return []
    }
  }

  private func found(_ context: ScreenContext) -> [PaletteItem] {
    let words = query.lowercased().split(separator: " ")
    return sources.flatMap { $0.items(query, words, context) }
  }

  func view(_ context: ScreenContext) -> Page {
    let items = items ?? found(context)
    return Page(
      kind: .dialog, path: [context.say(Phrase("Команды", "Commands"))],
      body: [
        .field(
          Field(
            id: "query", label: context.say(FollowWords.filter), text: query,
            placeholder: context.say(
              Phrase("действие, услуга, заявление", "an action, a service, an application")),
            drives: "items")),
        .gap,
        .list(
          List(
            id: "items", label: context.say(Phrase("Команды", "Commands")), count: items.count,
            revision: query,
            emptyText: StyledText(
              context.say(
                Phrase(
                  "Ничего похожего. Короче слово — больше найдётся; F3 ищет среди услуг.",
                  "Nothing like it. A shorter word finds more; F3 searches the services.")))
          ) { index in
            Row(
              id: items[index].id, title: StyledText(items[index].title),
              details: [.text(StyledText(items[index].note, .dim))])
          }),
      ], initialFocus: "query")
  }
}
