import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// The services of one group, searched as one types.
struct ServiceListScreen: Screen {
  let group: ServiceGroup
  private var query = ""
  private var standing = StandingRow()
  /// The services as they were when the list was opened, so that a row stays where it is while its
  /// sign changes.
  private var services: [ServiceBrief]?

  var section: Section? { .services }
  var focusUse: FocusUse { .noted }
  var hasAside: Bool { true }

  init(_ group: ServiceGroup) { self.group = group }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    let all = services ?? group.services(context)
    services = all
    let first = shown(all, context).first.map { ViewID("service.\($0.service.id)") }
    standing.take(event)
    switch event {
    case .textChanged("query", let text):
      query = text
      return []
    case .activated(let id):
      guard let service = id.tail(of: "service.") else { return [] }
      return [.push(ServiceScreen(id: service))]
    case .actionInvoked(FavouriteKey.id):
      return FavouriteKey.effects(standing.service(first: first), context)
    default: return []
    }
  }

  func prepare(_ context: ScreenContext) { _ = context.session.search }

  func actions(_ context: ScreenContext) -> [Action] { FavouriteKey.actions(context) }

  func view(_ context: ScreenContext) -> Page {
    let all = services ?? group.services(context)
    let shown = shown(all, context)
    let empty = all.isEmpty ? group.emptyText : FollowWords.nothingLike
    return Page(
      path: [context.say(Section.services.title), group.title(context)],
      status: context.status, sections: Section.list(current: .services, context),
      body: [
        .field(
          Field(
            id: "query", label: context.say(ServiceWords.find), text: query,
            note: context.say(Plural.services(shown.count)), drives: "services")), .gap,
        .list(
          List(
            id: "services", label: group.title(context), count: shown.count, revision: query,
            emptyText: StyledText(context.say(empty))
          ) { index in
            let (service, match) = shown[index]
            return ServiceRow.make(
              service, marks: { match?.highlights(in: $0) ?? [] },
              note: group.note(on: service, context), context)
          }),
      ], initialFocus: "query")
  }

  /// The services that fit what was typed, best first.
  private func shown(
    _ services: [ServiceBrief], _ context: ScreenContext
  ) -> [(service: ServiceBrief, match: ServiceMatch?)] {
    guard query.contains(where: { !$0.isWhitespace }) else { return services.map { ($0, nil) } }
    let members = Set(services.map(\.id))
    return context.session.search.matches(query)
      .filter { members.contains($0.service.id) }.map { ($0.service, $0) }
  }
}
