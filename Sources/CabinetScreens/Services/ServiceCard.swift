import Cabinet
import CabinetServices
import TerminalUI

/// The card of a service as views, part by part.
struct ServiceCard {
  let service: Service
  let context: ScreenContext

  /// What a part shows.
  func views(_ part: CardPart) -> [View] {
    let body: [View] =
      switch part {
      case .who: who
      case .documents: documents
      case .result: [.facts(result)]
      case .steps: [.rows(steps)]
      case .acceptance: grounds(service.acceptanceRefusals, ServiceWords.acceptance)
      case .refusals: grounds(service.refusals, ServiceWords.refusal)
      case .suspensions: suspensions
      case .appeal: appeal
      case .acts: [.rows(acts)]
      case .about: about
      }
    return body + (isTranslated(part) ? [] : [.gap, Self.russianOnly(context)])
  }

  /// Why some of the card is in Russian though the interface is not.
  static func russianOnly(_ context: ScreenContext) -> View {
    .text(StyledText(context.say(ServiceWords.russianOnly), .dim))
  }

  private func say(_ phrase: Phrase) -> String { context.say(phrase) }

  /// A text of the card in the language of the interface, where the catalogue has it.
  func translated(_ text: String) -> String { context.translated(text) }

  /// True where the whole of a part is in the language of the interface.
  func isTranslated(_ part: CardPart) -> Bool {
    guard context.language == .english else { return true }
    return texts(part).allSatisfy { context.session.directory.english($0) != nil }
  }

  private func texts(_ part: CardPart) -> [String] {
    switch part {
    case .who: service.audience.who
    case .documents: service.documents.flatMap { [$0.title, $0.note].compactMap { $0 } }
    case .result:
      service.results.map(\.title) + [service.fee.note, service.term.note].compactMap { $0 }
    case .steps: service.steps.flatMap { [$0.title, $0.term].compactMap { $0 } }
    case .acceptance: service.acceptanceRefusals.map(\.title)
    case .refusals: service.refusals.map(\.title)
    case .suspensions: service.suspensions.map(\.title)
    case .appeal: service.appeal.to + [service.appeal.note].compactMap { $0 }
    case .acts: service.legalActs.map(\.title)
    case .about: [service.basis]
    }
  }
}

extension ServiceCard {
  private var who: [View] {
    let body = service.audience.who.map { View.text(StyledText(translated($0))) }
    let assessment = context.session.assess(service)
    guard assessment.hasRules else { return body }
    return body + [.gap, .heading(say(ServiceWords.you)), .rows(assessment.rows(context))]
  }

  /// What the rules say of the resident; nil where the service has none.
  var you: Fact? {
    let assessment = context.session.assess(service)
    guard assessment.hasRules else { return nil }
    return Fact(say(ServiceWords.you), assessment.summary(context))
  }

  private var documents: [View] {
    let list = DocumentChecklist(service, context)
    return [.text(StyledText(list.summary, .dim)), .gap, .rows(list.rows(isDetailed: true))]
  }

  /// The result, the price, the term and the day on which a decision would come.
  var result: [Fact] {
    var facts = [
      Fact(
        say(ServiceWords.result),
        service.results.map { .text(StyledText(translated($0.title) + $0.ways(context))) }),
      Fact(say(ServiceWords.fee), joined(service.fee.inWords, service.fee.note, " · ")),
      Fact(say(ServiceWords.term), term),
    ]
    if let ifToday { facts.append(ifToday) }
    return facts
  }

  /// The term; where it is not known its note says that and why.
  private var term: StyledText {
    if service.term.unit == .uncertain, let note = service.term.note {
      return StyledText(translated(note))
    }
    return joined(service.term.inWords, service.term.note, ", ")
  }

  /// The day on which a decision would come of an application sent today; nil where no term tells.
  var ifToday: Fact? {
    context.session.expectedDecision(term: service.term, submittedAt: context.session.now).map {
      Fact(
        say(ServiceWords.ifToday),
        StyledText(
          "\(say(ServiceWords.decisionBy)) "
            + DateWords.long($0, today: context.today, context.language)))
    }
  }

  private func joined(_ words: Phrase, _ note: String?, _ separator: String) -> StyledText {
    StyledText(
      [say(words), note.map(translated)].compactMap { $0 }.joined(separator: separator))
  }

  private var steps: [Row] {
    service.steps.enumerated().map { index, step in
      let who =
        switch step.who {
        case .resident: Phrase("вы", "you")
        case .office: Phrase("ведомство", "the agency")
        case .agency: Phrase("другой орган", "another agency")
        }
      let details = [say(who), step.term.map(translated)].compactMap { $0 }
      return Row(
        leading: StyledText("\(index + 1)."),
        title: StyledText(translated(step.title))
          + StyledText(" — " + details.joined(separator: ", "), .dim))
    }
  }

  private func grounds(_ grounds: [Ground], _ lead: Phrase) -> [View] {
    [
      .text(StyledText("\(say(lead)):")), .gap,
      .rows(
        grounds.map {
          Row(leading: StyledText($0.code, .dim), title: StyledText(translated($0.title)))
        }),
    ]
  }

  private var suspensions: [View] {
    guard !service.suspensions.isEmpty else {
      return [.text(StyledText(say(ServiceWords.noSuspension)))]
    }
    return [
      .text(StyledText("\(say(ServiceWords.suspension)):")), .gap,
      .rows(
        service.suspensions.map {
          Row(
            leading: "·",
            title: StyledText(translated($0.title))
              + StyledText(" — \(say(ServiceWords.atMost(say($0.limit.inWords))))", .dim))
        }),
    ]
  }

  private var appeal: [View] {
    [
      .text(StyledText(say(ServiceWords.complainTo) + ":")),
      .rows(service.appeal.to.map { Row(leading: "·", title: StyledText(translated($0))) }), .gap,
      .text(StyledText(say(ServiceWords.appealTerms))),
      .text(StyledText(service.appeal.note.map(translated) ?? "")),
    ]
  }

  private var acts: [Row] {
    service.legalActs.map { act in
      let date = act.date.map { say(Phrase("от \($0.russian)", "of \($0.inWords.en)")) }
      let number = [act.number.map { "№\u{A0}\($0)" }, date]
        .compactMap { $0 }.joined(separator: " ")
      let name = [act.title, act.clause].compactMap { $0 }.joined(separator: ", ")
      return Row(
        leading: "·",
        title: StyledText(translated(name))
          + StyledText(number.isEmpty ? "" : " — \(number)", .dim))
    }
  }

  /// The agency, where else the service stands, and where its facts come from.
  private var about: [View] {
    func row(_ group: ServiceGroup, _ id: String) -> Row {
      Row(id: ViewID(id), title: StyledText(group.title(context)))
    }
    return [
      .facts([
        Fact(
          say(Phrase("Ведомство", "Agency")),
          [.rows([row(.agency(service.agency), "group.agency")])]),
        Fact(
          say(Phrase("Тема", "Theme")),
          [.rows([row(.category(service.category), "group.category")])]),
        Fact(
          say(Phrase("Ситуации", "Situations")),
          [.rows(service.lifeSituations.map { row(.situation($0), "group.situation.\($0)") })]),
        Fact(
          say(Phrase("Ищут как", "Also called")),
          StyledText(service.keywords.joined(separator: ", "))),
        Fact(say(ServiceWords.updated), StyledText(say(service.updated.inWords))),
        Fact(say(ServiceWords.basis), StyledText(service.basis)),
      ])
    ]
  }

  /// The group that a row of the last part leads to.
  func group(_ id: ViewID) -> ServiceGroup? {
    switch id {
    case "group.agency": .agency(service.agency)
    case "group.category": .category(service.category)
    default: id.tail(of: "group.situation.").map(ServiceGroup.situation)
    }
  }
}

extension ServiceResult {
  /// How it comes, in a few words: ` — в МФЦ, по почте`.
  func ways(_ context: ScreenContext) -> String {
    let ways = delivery.map { way -> String in
      switch way {
      case .cabinet: context.say(Phrase("в кабинете", "in the cabinet"))
      case .mfc: context.say(Phrase("в МФЦ", "at a service centre"))
      case .post: context.say(Phrase("по почте", "by post"))
      case .office: context.say(Phrase("в ведомстве", "at the agency"))
      }
    }
    return ways.isEmpty ? "" : " — " + ways.joined(separator: ", ")
  }
}

extension ScreenContext {
  /// A text of the catalogue in the language of the interface, where the catalogue has it; as it is
  /// published otherwise.
  func translated(_ text: String) -> String {
    language == .english ? session.directory.english(text) ?? text : text
  }
}
