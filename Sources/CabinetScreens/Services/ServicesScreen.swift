import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// The services of the city: found as one types; before that, those at hand and the ways in.
struct ServicesScreen: Screen {
  private enum Item {
    case match(ServiceMatch)
    case atHand(ServiceBrief, Phrase)
    case group(ServiceGroup, count: Int)
    case way(BrowseScreen.Axis)
    case situation(Catalogue.Entry)
  }

  /// How many of those at hand are offered before the ways in.
  private static let most = (favourites: 4, recent: 3)
  /// The situations that fit a query come after its best services.
  private static let best = 3

  private var query = ""
  private var standing = StandingRow()
  private var prepared: Prepared?

  /// What a query found; it stays as it is while signs of rows change.
  private struct Prepared {
    var items: [Item] = []
    /// How many services fit.
    var count = 0
    /// True where these are only the nearest.
    var isNearest = false

    /// The rows before all services: some of them once more, and the ways in.
    var lead = 0

    /// The rows that are not what is counted.
    var extras: Set<Int> {
      Set(
        items.indices.filter { index in
          switch items[index] {
          case .match: false
          case .atHand: index < lead
          case .group, .way, .situation: true
          }
        })
    }
  }

  var section: Section? { .services }
  var focusUse: FocusUse { .noted }
  var hasAside: Bool { true }

  init(query: String = "") { self.query = query }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    standing.take(event)
    switch event {
    case .textChanged("query", let text):
      query = text
      prepared = look(context)
      return []
    case .activated(let id): return open(id)
    case .actionInvoked(FavouriteKey.id):
      let found = prepared ?? look(context)
      prepared = found
      let first = found.items.first.map { row($0, context).id } ?? nil
      return FavouriteKey.effects(standing.service(first: first), context)
    case .actionInvoked(let id):
      guard let way = BrowseScreen.Axis.allCases.first(where: { $0.action == id }) else {
        return id == Self.favourites ? [.push(ServiceListScreen(.favourites))] : []
      }
      return [.push(BrowseScreen(axis: way))]
    default: return []
    }
  }

  private func open(_ id: ViewID) -> [Effect] {
    if let service = id.tail(of: "service.") { return [.push(ServiceScreen(id: service))] }
    if let situation = id.tail(of: "situation.") {
      return [.push(ServiceListScreen(.situation(situation)))]
    }
    if let way = id.tail(of: "way.").flatMap(BrowseScreen.Axis.init(rawValue:)) {
      return [.push(BrowseScreen(axis: way))]
    }
    switch id {
    case "group.favourites": return [.push(ServiceListScreen(.favourites))]
    case "group.recent": return [.push(ServiceListScreen(.recent))]
    default: return []
    }
  }

  func prepare(_ context: ScreenContext) { _ = context.session.search }

  func actions(_ context: ScreenContext) -> [Action] {
    ActionGroup.services.actions(context) { !CardActions.all.contains($0) }
  }

  static let favourites: ActionID = "services.favourites"

  private func look(_ context: ScreenContext) -> Prepared {
    guard query.contains(where: { !$0.isWhitespace }) else { return atHand(context) }
    let search = context.session.search
    let found = search.matches(query)
    var items = found.map(Item.match)
    guard items.isEmpty else {
      // One or two letters begin too many words to mean a situation.
      let situations = query.count < 3 ? [] : search.situations(query).map(Item.situation)
      items.insert(contentsOf: situations, at: min(Self.best, items.count))
      return Prepared(items: items, count: found.count)
    }
    let near = search.suggestions(query)
    return Prepared(
      items: near.services.map(Item.match) + near.situations.map(Item.situation)
        + [.way(.situation)],
      isNearest: true)
  }

  /// What is offered before anything is typed: the favourites, those used last, the ways in, all.
  private func atHand(_ context: ScreenContext) -> Prepared {
    let favourites = context.session.favourites
    let recent = context.session.recentServices.filter { !favourites.contains($0) }
    let all = Alphabet.sorted(context.session.directory.services) { context.say($0.shortName) }
    var items = favourites.prefix(Self.most.favourites)
      .map { Item.atHand($0, BrowseWords.isFavourite) }
    items += recent.prefix(Self.most.recent).map { .atHand($0, BrowseWords.isRecent) }
    items += BrowseScreen.Axis.allCases.map(Item.way)
    if favourites.count > Self.most.favourites {
      items.append(.group(.favourites, count: favourites.count))
    }
    if recent.count > Self.most.recent {
      items.append(.group(.recent, count: context.session.recentServices.count))
    }
    let lead = items.count
    items += all.map { .atHand($0, $0.shortTerms) }
    return Prepared(items: items, count: all.count, lead: lead)
  }

  func view(_ context: ScreenContext) -> Page {
    let found = prepared ?? look(context)
    var body: [View] = []
    if query.isEmpty { body += damages(context) }
    body += [
      .field(
        Field(
          id: "query", label: context.say(ServiceWords.find), text: query,
          note: context.say(Plural.services(found.count)),
          placeholder: context.say(ServiceWords.example), drives: "services")),
      .gap,
    ]
    if found.isNearest { body += [.text(StyledText(context.say(ServiceWords.nearest))), .gap] }
    body.append(
      .list(
        List(
          id: "services", label: context.say(Section.services.title), count: found.items.count,
          extras: found.extras, revision: query,
          emptyText: StyledText(context.say(ServiceWords.nothing))
        ) { row(found.items[$0], context) }))
    return Page(
      path: [context.say(Section.services.title)], status: context.status,
      sections: Section.list(current: .services, context), body: body, initialFocus: "query")
  }

  /// What of the catalogue cannot be read, told before one begins to search and not again after.
  private func damages(_ context: ScreenContext) -> [View] {
    let damages = context.session.shelf.damages
    guard !damages.isEmpty else { return [] }
    let shown = damages.prefix(2).map { StyledText(context.say($0.phrase)) }
    let rest = damages.count - shown.count
    let more = rest > 0 ? [StyledText(context.say(ServiceWords.moreDamages(rest)))] : []
    return [
      .alert(
        Alert(
          .note, StyledText(context.say(ServiceWords.damaged)),
          lines: (shown + more).map { (nil, $0) })), .gap,
    ]
  }

  private func row(_ item: Item, _ context: ScreenContext) -> Row {
    func row(_ id: String, _ title: Phrase, _ note: Phrase) -> Row {
      Row(
        id: ViewID(id), title: StyledText(context.say(title)),
        details: [.text(StyledText(context.say(note), .dim))])
    }
    switch item {
    case .match(let match):
      return ServiceRow.make(match.service, marks: match.highlights, context)
    case .atHand(let service, let note): return ServiceRow.make(service, note: note, context)
    case .way(let way):
      return row("way.\(way.rawValue)", way.title, way.count(context.session.directory))
    case .group(.favourites, let count):
      return row("group.favourites", BrowseWords.favourites, Plural.services(count))
    case .group(_, let count):
      return row("group.recent", BrowseWords.recent, Plural.services(count))
    case .situation(let situation):
      return row("situation.\(situation.id)", situation.name, ServiceWords.situation)
    }
  }
}

extension BrowseScreen.Axis {
  /// The action that leads there.
  var action: ActionID { ActionID("browse.\(rawValue)") }

  var sentence: Phrase {
    switch self {
    case .category: Phrase("Показать услуги по темам.", "Show the services by theme.")
    case .situation:
      Phrase(
        "Показать жизненные ситуации и их услуги.", "Show life situations and their services.")
    case .agency: Phrase("Показать услуги по ведомствам.", "Show the services by agency.")
    }
  }
}
