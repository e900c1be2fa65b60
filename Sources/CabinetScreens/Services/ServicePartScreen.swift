import Cabinet
import CabinetServices
import TerminalUI

/// One long part of a card: grounds of refusal, the order of steps, the acts.
struct ServicePartScreen: Screen {
  /// Which part.
  enum Part { case refusals, steps, acts }

  let id: String
  let part: Part

  var section: Section? { .services }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    if case .activated("back") = event { return [.pop] }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    guard let service = context.session.knownService(id) else {
      return Page(path: [id], body: [])
    }
    let title =
      switch part {
      case .refusals: ServiceWords.refusals
      case .steps: ServiceWords.steps
      case .acts: ServiceWords.acts
      }
    let content: [View] =
      switch part {
      case .refusals: refusals(service, context)
      case .steps: steps(service, context)
      case .acts: acts(service, context)
      }
    return Page(
      path: [context.say(service.shortName), context.say(title)], status: context.status,
      body: content + [.gap, .buttons([Button(id: "back", context.say(BackWords.toCard))])])
  }

  private func refusals(_ service: Service, _ context: ScreenContext) -> [View] {
    func list(_ grounds: [Ground]) -> View {
      .rows(grounds.map { Row(leading: StyledText($0.code, .dim), title: StyledText($0.title)) })
    }
    var body: [View] = [
      .heading(context.say(ServiceWords.acceptance)), list(service.acceptanceRefusals), .gap,
      .heading(context.say(ServiceWords.refusal)), list(service.refusals),
    ]
    if !service.suspensions.isEmpty {
      body += [
        .gap, .heading(context.say(ServiceWords.suspension)),
        .rows(
          service.suspensions.map {
            Row(
              title: StyledText($0.title),
              details: [.text(StyledText(context.say($0.limit.inWords), .dim))])
          }),
      ]
    }
    body += [
      .gap, .heading(context.say(ServiceWords.appeal)),
      .text(StyledText(service.appeal.to.joined(separator: "; "))),
      .text(StyledText(context.say(ServiceWords.appealTerms))),
    ]
    if let note = service.appeal.note { body.append(.text(StyledText(note))) }
    return body
  }

  private func steps(_ service: Service, _ context: ScreenContext) -> [View] {
    [
      .rows(
        service.steps.enumerated().map { index, step in
          let who =
            switch step.who {
            case .resident: Phrase("вы", "you")
            case .office: Phrase("ведомство", "the agency")
            case .agency: Phrase("другой орган", "another agency")
            }
          return Row(
            leading: StyledText("\(index + 1)."), title: StyledText(step.title),
            details: [
              .text(StyledText(context.say(who))), .text(StyledText(step.term ?? "", .dim)),
            ])
        })
    ]
  }

  private func acts(_ service: Service, _ context: ScreenContext) -> [View] {
    [
      .rows(
        service.legalActs.map { act in
          let date = act.date.map { context.say(Phrase("от \($0.russian)", "of \($0.inWords.en)")) }
          let number = [act.number.map { "№\u{A0}\($0)" }, date]
            .compactMap { $0 }.joined(separator: " ")
          return Row(
            title: StyledText([act.title, act.clause].compactMap { $0 }.joined(separator: ", ")),
            details: [.text(StyledText(number, .dim))])
        })
    ]
  }
}

/// Words for the way back.
enum BackWords {
  static let toCard = Phrase("К карточке услуги", "Back to the card")
}
