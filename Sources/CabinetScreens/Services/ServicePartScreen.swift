import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// One part of a service's card, with the way to the next.
struct ServicePartScreen: Screen {
  let id: String
  let part: CardPart

  var section: Section? { .services }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .activated("back"): return [.pop]
    case .activated("next"), .actionInvoked(CardActions.next): return go(1)
    case .actionInvoked(CardActions.previous): return go(-1)
    case .activated("contents"), .actionInvoked(CardActions.contents):
      return [.push(CardContentsScreen(id: id, current: part))]
    case .actionInvoked(FavouriteKey.id): return FavouriteKey.effects(id, context)
    case .activated(let target):
      guard let service = context.session.knownService(id),
        let group = ServiceCard(service: service, context: context).group(target)
      else { return [] }
      return [.push(ServiceListScreen(group))]
    default: return []
    }
  }

  /// To the part after or before; from the first back to the card, and on the last there is none after.
  private func go(_ step: Int) -> [Effect] {
    if let other = part.neighbour(step) {
      return [.replace(ServicePartScreen(id: id, part: other))]
    }
    return step < 0 ? [.pop] : [.notify(ServiceWords.lastPart)]
  }

  func actions(_ context: ScreenContext) -> [Action] { CardActions.list(context, isPart: true) }

  func view(_ context: ScreenContext) -> Page {
    guard let service = context.session.knownService(id) else {
      return Page(path: [id], body: [])
    }
    var buttons: [Button] = []
    if let next = part.neighbour(1) {
      buttons.append(
        Button(
          id: "next", "\(context.say(ServiceWords.further)): \(next.label(service, context))"))
    }
    buttons += [
      Button(id: "contents", context.say(ServiceWords.contents)),
      Button(id: "back", context.say(ServiceWords.toCard)),
    ]
    return Page(
      path: [context.say(service.shortName), context.say(part.title)], status: context.status,
      body: [.heading(part.label(service, context), note: part.place(context)), .gap]
        + ServiceCard(service: service, context: context).views(part) + [.gap, .buttons(buttons)],
      identity: part.rawValue)
  }
}

/// The keys that lead about a card.
enum CardActions {
  static let next: ActionID = "card.next"
  static let previous: ActionID = "card.previous"
  static let contents: ActionID = "card.contents"
  static let eligible: ActionID = "service.eligible"
  static let all = [contents, next, previous, eligible]

  /// The actions on the card, or on one of its parts.
  static func list(
    _ context: ScreenContext, isPart: Bool, hasRules: Bool = false
  ) -> [Action] {
    ActionGroup.services.actions(context) { id in
      switch id {
      case FavouriteKey.id, contents, next: true
      case previous: isPart
      case eligible: hasRules
      default: false
      }
    }
  }

  /// The same in both languages.
  static let entries = [
    ActionEntry(
      contents, Phrase("содержание", "contents"),
      Phrase(
        "Показать части карточки услуги и перейти к любой.",
        "Show the parts of a service's card and go to any."),
      keys: [.character("c")], hintOrder: 2),
    ActionEntry(
      next, Phrase("дальше", "next"),
      Phrase("К следующей части карточки.", "To the next part of the card."),
      keys: [.character("n")], hintOrder: 3),
    ActionEntry(
      previous, Phrase("раньше", "previous"),
      Phrase("К предыдущей части карточки.", "To the part of the card before."),
      keys: [.character("p")], hintOrder: 5),
    ActionEntry(
      eligible, EligibilityWords.checkTitle, EligibilityWords.checkSentence,
      keys: [.character("e")], hintOrder: 4),
  ]
}

/// The parts of a card as a list: where one is, and the way to any other.
struct CardContentsScreen: Screen {
  let id: String
  /// The part over which it was opened; nil over the card itself.
  let current: CardPart?

  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let target) = event,
      let part = target.tail(of: "part.").flatMap(CardPart.init(rawValue:))
    else { return [] }
    let screen = ServicePartScreen(id: id, part: part)
    return current == nil ? [.pop, .push(screen)] : [.pop, .replace(screen)]
  }

  func view(_ context: ScreenContext) -> Page {
    let service = context.session.knownService(id)
    return Page(
      kind: .dialog, path: [context.say(ServiceWords.contents)],
      body: [
        .rows(
          CardPart.allCases.map { part in
            let count = service.flatMap(part.count)
            let here = part == current ? context.say(ServiceWords.youAreHere) : ""
            return Row(
              id: ViewID("part.\(part.rawValue)"), leading: StyledText("\(part.number)."),
              title: StyledText(context.say(part.title)),
              details: [
                .text(StyledText(count.map(String.init) ?? "")), .text(StyledText(here, .dim)),
              ])
          })
      ], initialFocus: current.map { ViewID("part.\($0.rawValue)") })
  }
}
