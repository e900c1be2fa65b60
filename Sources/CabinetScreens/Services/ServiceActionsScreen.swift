import Cabinet
import CabinetServices
import TerminalUI

/// What one can do about a service without leaving the cabinet: the nine actions, and where each is done.
struct ServiceActionsScreen: Screen {
  let id: String

  var section: Section? { .services }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let target) = event else { return [] }
    if let service = target.tail(of: "service.")?.split(separator: "/").first {
      return [.push(ServiceScreen(id: String(service)))]
    }
    return target == "back" ? [.pop] : []
  }

  func view(_ context: ScreenContext) -> Page {
    guard let service = context.session.knownService(id) else {
      return Page(path: [id], body: [])
    }
    let links = context.session.serviceLinks
    let judge = ActionJudge(service: service, services: links)
    return Page(
      path: [context.say(service.shortName), context.say(ServiceActionWords.title)],
      status: context.status,
      body: [
        .rows(
          ServiceAction.allCases.map { row($0, judge.standing($0), service, links, context) }),
        .gap,
        .text(StyledText(context.say(ServiceActionWords.source), .dim)), .gap,
        .buttons([Button(id: "back", context.say(ServiceWords.toCard))]),
      ])
  }

  private func row(
    _ action: ServiceAction, _ standing: Completeness.Standing, _ service: Service,
    _ links: ServiceLinks, _ context: ScreenContext
  ) -> Row {
    let (mark, tone): (Phrase, Tone) =
      switch standing {
      case .provided: (ServiceActionWords.can, .good)
      case .missing: (ServiceActionWords.cannot, .warning)
      case .notNeeded: (ServiceActionWords.notNeeded, .dim)
      }
    let other =
      standing == .provided
      ? leadsTo(action, service, links).flatMap(context.session.directory.service) : nil
    return Row(
      id: other.map { ViewID("service.\($0.id)/\(action.rawValue)") },
      leading: StyledText(context.say(mark), tone),
      title: StyledText(context.say(action.title), other == nil ? .plain : .accent),
      details: [
        .text(
          StyledText(
            other.map { context.say($0.shortName) }
              ?? context.say(place(action, service, standing)),
            .dim))
      ])
  }

  /// The other service by which an action is done; nil where it is done by this one.
  private func leadsTo(_ action: ServiceAction, _ service: Service, _ links: ServiceLinks)
    -> String?
  {
    let other: String? =
      switch action {
      case .appointment: service.kind == .booking ? nil : links.visit(for: service)
      case .payment: service.fee.service
      case .rating: links.rating
      case .information, .request, .registration, .result, .progress, .appeal: nil
      }
    return other == service.id ? nil : other
  }

  private func place(_ action: ServiceAction, _ service: Service, _ standing: Completeness.Standing)
    -> Phrase
  {
    guard standing == .provided else {
      return standing == .notNeeded && action == .payment
        ? Phrase("бесплатно", "free") : Phrase("", "")
    }
    return switch action {
    case .information: Phrase("эта карточка", "this card")
    case .request: Phrase("кнопка «Подать заявление»", "the button Apply")
    case .registration, .progress, .appeal: Phrase("раздел «Заявления»", "the section Applications")
    case .result: Phrase("раздел «Заявления» или при выдаче", "Applications, or on hand-out")
    case .appointment, .payment, .rating: Phrase("эта услуга", "this service")
    }
  }
}

/// Words of what can be done in the cabinet.
enum ServiceActionWords {
  static let title = Phrase("Что можно онлайн", "What can be done online")
  static let can = Phrase("[да]", "[yes]")
  static let cannot = Phrase("[нет]", "[no]")
  static let notNeeded = Phrase("[не нужно]", "[no need]")
  static let source = Phrase(
    "Девять действий назвало постановление Правительства РФ от 26.03.2016 № 236.",
    "The nine actions are those of Government Decree 236 of 26.03.2016.")
}
