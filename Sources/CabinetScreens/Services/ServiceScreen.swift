import Cabinet
import CabinetServices
import TerminalUI

/// The card of a service: all that one must know before one applies.
struct ServiceScreen: Screen {
  let id: String
  /// True where all parts follow each other, to be read as one text.
  private let isWhole: Bool

  var section: Section? { .services }
  var hasAside: Bool { true }
  var usualAside: ViewID? { ViewID("part.\(CardPart.steps.rawValue)") }

  init(id: String, isWhole: Bool = false) {
    self.id = id
    self.isWhole = isWhole
  }

  func opened() -> [Effect] { [.favourite(.opened(service: id))] }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .actionInvoked(FavouriteKey.id): return FavouriteKey.effects(id, context)
    case .actionInvoked(CardActions.contents):
      return [.push(CardContentsScreen(id: id, current: nil))]
    case .actionInvoked(CardActions.next):
      return [.push(ServicePartScreen(id: id, part: .who))]
    case .actionInvoked(CardActions.eligible), .activated("eligible"):
      return [.push(ScreenerScreen(service: id))]
    case .activated("online"): return [.push(ServiceActionsScreen(id: id))]
    case .activated("apply"):
      guard let service = context.session.knownService(id) else { return [] }
      return EligibilityWarningScreen.wayIn(service, context.session.assess(service))
    case .activated(let target):
      if let part = target.tail(of: "part.").flatMap(CardPart.init(rawValue:)) {
        return [.push(ServicePartScreen(id: id, part: part))]
      }
      guard let draft = target.tail(of: "draft."),
        let found = context.session.state.draft(draft), found.service == id
      else { return [] }
      return [.push(ApplyScreen(resuming: found, context))]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .draftBegan(let draft) = outcome { return [.push(ApplyScreen(draft: draft))] }
    return []
  }

  func actions(_ context: ScreenContext) -> [Action] {
    guard let service = context.session.knownService(id) else { return [] }
    return CardActions.list(
      context, isPart: false, hasRules: !service.audience.rules.isEmpty)
  }

  func view(_ context: ScreenContext) -> Page {
    let service: Service
    do { service = try context.session.service(id) } catch {
      return Page(
        path: [context.say(Section.services.title)], status: context.status,
        body: [.text(StyledText(context.say(error.phrase)))])
    }
    let directory = context.session.directory
    let agency = context.say(directory.agency(service.agency))
    let isFavourite = context.session.isFavourite(id)
    var body: [View] = [
      .heading(
        context.say(service.name),
        note: isFavourite ? "* \(context.say(BrowseWords.isFavourite))" : ""),
      .text(StyledText("\(agency) · \(context.say(service.terms))", .dim)),
      .gap, .text(StyledText(context.say(service.gist))), .gap,
      .buttons(applyButtons(service, context)), .gap,
    ]
    body +=
      isWhole ? parts(service, context) : facts(service, context) + [contents(service, context)]
    let focus = initialFocus(service, context)
    return Page(
      path: [
        context.say(Section.services.title), context.say(directory.category(service.category)),
      ],
      status: context.status, body: body, initialFocus: focus, identity: focus.rawValue)
  }

  /// The answers that most people look for: whether, with what, what for and when.
  private func facts(_ service: Service, _ context: ScreenContext) -> [View] {
    let card = ServiceCard(service: service, context: context)
    let list = DocumentChecklist(service, context)
    var people = [
      Fact(
        context.say(ServiceWords.who),
        service.audience.who.map { .text(StyledText(card.translated($0))) })
    ]
    if let you = card.you { people.append(you) }
    let needed = Fact(
      context.say(ServiceWords.whatIsNeeded),
      [.rows(list.rows(isDetailed: false)), .text(StyledText(list.summary, .dim))])
    // Who reads English learns why some of it is Russian before they come upon it.
    let isTranslated = [CardPart.who, .documents, .result].allSatisfy(card.isTranslated)
    return (isTranslated ? [] : [ServiceCard.russianOnly(context), .gap]) + [
      .facts(people), .gap, .facts([needed]), .gap,
      .facts(card.result.filter { !isSaidAbove($0, service, context) }), .gap,
    ]
  }

  /// True of a price or a term of which the line under the title says all.
  private func isSaidAbove(_ fact: Fact, _ service: Service, _ context: ScreenContext) -> Bool {
    switch fact.label {
    case context.say(ServiceWords.fee): service.fee.note == nil
    case context.say(ServiceWords.term): service.term.note == nil
    default: false
    }
  }

  /// The parts of the card, each with the number of things in it, and what else one can look up.
  private func contents(_ service: Service, _ context: ScreenContext) -> View {
    let check =
      service.audience.rules.isEmpty
      ? [] : [Button(id: "eligible", context.say(EligibilityWords.check))]
    return .group(
      context.say(ServiceWords.contents),
      [
        .buttons(
          CardPart.allCases.map {
            Button(id: ViewID("part.\($0.rawValue)"), $0.label(service, context))
          } + [Button(id: "online", context.say(ServiceActionWords.title))] + check)
      ])
  }

  /// All parts, one after the other.
  private func parts(_ service: Service, _ context: ScreenContext) -> [View] {
    let card = ServiceCard(service: service, context: context)
    return CardPart.allCases.flatMap { part -> [View] in
      [.heading(part.label(service, context))] + card.views(part) + [.gap]
    }
  }

  private func drafts(_ service: Service, _ context: ScreenContext) -> [Draft] {
    context.session.state.drafts.filter { $0.service == service.id && !$0.isDiscarded }
  }

  private func initialFocus(_ service: Service, _ context: ScreenContext) -> ViewID {
    drafts(service, context).first.map { ViewID("draft.\($0.id)") } ?? "apply"
  }

  private func applyButtons(_ service: Service, _ context: ScreenContext) -> [Button] {
    var buttons: [Button] = []
    for draft in drafts(service, context).prefix(1) {
      buttons.append(Button(id: ViewID("draft.\(draft.id)"), context.say(ServiceWords.goOn)))
    }
    if !service.form.steps.isEmpty {
      let title = buttons.isEmpty ? ServiceWords.apply : ServiceWords.applyAnew
      buttons.append(Button(id: "apply", context.say(title)))
    }
    return buttons
  }
}
