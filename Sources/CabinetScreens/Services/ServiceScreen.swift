import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// The card of a service: all that one must know before one applies.
struct ServiceScreen: Screen {
  let id: String

  var section: Section? { .services }

  init(id: String) { self.id = id }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    if case .actionInvoked("service.eligible") = event {
      return [.push(ScreenerScreen(service: id))]
    }
    guard case .activated(let target) = event, let service = context.session.knownService(id)
    else { return [] }
    switch target {
    case "apply":
      return EligibilityWarningScreen.wayIn(service, context.session.assess(service))
    case "online": return [.push(ServiceActionsScreen(id: id))]
    case "eligible": return [.push(ScreenerScreen(service: id))]
    case "refusals": return [.push(ServicePartScreen(id: id, part: .refusals))]
    case "steps": return [.push(ServicePartScreen(id: id, part: .steps))]
    case "acts": return [.push(ServicePartScreen(id: id, part: .acts))]
    default:
      guard let draft = target.tail(of: "draft."),
        let found = context.session.state.draft(draft), found.service == service.id
      else { return [] }
      return [.push(ApplyScreen(draft: found))]
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .draftBegan(let draft) = outcome { return [.push(ApplyScreen(draft: draft))] }
    return []
  }

  func actions(_ context: ScreenContext) -> [Action] {
    guard let service = context.session.knownService(id), !service.audience.rules.isEmpty
    else { return [] }
    return [
      Action(
        "service.eligible", title: context.say(EligibilityWords.checkTitle),
        sentence: context.say(EligibilityWords.checkSentence), keys: [.character("e")],
        hintOrder: 4)
    ]
  }

  func view(_ context: ScreenContext) -> Page {
    let service: Service
    do { service = try context.session.service(id) } catch {
      return Page(path: [id], body: [.text(StyledText(context.say(error.phrase)))])
    }
    let catalogue = context.session.directory
    let agency = context.say(catalogue.agency(service.agency))
    var body: [View] = [
      .heading(context.say(service.name)),
      .text(StyledText("\(agency) · \(context.say(service.terms))", .dim)),
      .gap, .text(StyledText(context.say(service.gist))), .gap,
      .buttons(applyButtons(service, context)), .gap,
      .facts(eligibility(service, context)), .gap,
      .facts([Fact(context.say(ServiceWords.whatIsNeeded), [.rows(documents(service, context))])]),
      .gap, .facts(outcome(service, context)), .gap,
      .buttons(partButtons(service, context)), .gap,
    ]
    body.append(
      .text(
        StyledText(
          "\(context.say(ServiceWords.updated)) \(context.say(service.updated.inWords)). "
            + "\(context.say(ServiceWords.basis)): \(service.basis)", .dim)))
    return Page(
      path: [
        context.say(Section.services.title), context.say(catalogue.category(service.category)),
      ],
      status: context.status, body: body, initialFocus: initialFocus(service, context),
      identity: initialFocus(service, context).rawValue)
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

  private func partButtons(_ service: Service, _ context: ScreenContext) -> [Button] {
    let grounds = service.acceptanceRefusals.count + service.refusals.count
    let check =
      service.audience.rules.isEmpty
      ? [] : [Button(id: "eligible", context.say(EligibilityWords.check))]
    return [
      Button(id: "refusals", "\(context.say(ServiceWords.refusals)) (\(grounds))"),
      Button(id: "steps", "\(context.say(ServiceWords.steps)) (\(service.steps.count))"),
      Button(id: "acts", "\(context.say(ServiceWords.acts)) (\(service.legalActs.count))"),
      Button(id: "online", context.say(ServiceActionWords.title)),
    ] + check
  }

  private func eligibility(_ service: Service, _ context: ScreenContext) -> [Fact] {
    var facts = [
      Fact(
        context.say(ServiceWords.who),
        service.audience.who.map { .text(StyledText($0)) })
    ]
    let assessment = context.session.assess(service)
    if assessment.hasRules {
      facts.append(
        Fact(context.say(ServiceWords.you), assessment.summary(context)))
    }
    return facts
  }

  private func documents(_ service: Service, _ context: ScreenContext) -> [Row] {
    service.documents.map { document in
      let (mark, tone, note) = state(of: document, service, context)
      return Row(
        leading: StyledText(context.say(mark), tone), title: StyledText(document.title),
        details: [.text(StyledText(note, .dim))])
    }
  }

  private func state(of document: RequiredDocument, _ service: Service, _ context: ScreenContext)
    -> (Phrase, Tone, String)
  {
    let ifAny = document.required ? "" : ", \(context.say(ServiceWords.optional))"
    switch document.supplier {
    case .agency:
      let source = document.source.map { ": \($0)" } ?? ""
      return (ServiceWords.theirs, .dim, context.say(ServiceWords.agencyAsks) + source)
    case .profile:
      let field = service.form.field(document.field ?? document.id)
      let key = field?.prefill.map { String($0.dropFirst("profile.".count)) } ?? document.id
      let has = context.session.state.profile[key] != nil
      return has
        ? (ServiceWords.has, .good, context.say(ServiceWords.fromProfile))
        : (ServiceWords.lacks, .warning, context.say(ServiceWords.typeIn) + ifAny)
    case .applicant:
      let isFile = document.field.flatMap(service.form.field)?.type == .attachment
      let how = isFile ? ServiceWords.attachFile : ServiceWords.typeIn
      return (ServiceWords.lacks, .warning, context.say(how) + ifAny)
    }
  }

  private func outcome(_ service: Service, _ context: ScreenContext) -> [Fact] {
    var facts = [
      Fact(
        context.say(ServiceWords.result),
        service.results.map { .text(StyledText("\($0.title)\($0.ways(context))")) }),
      Fact(
        context.say(ServiceWords.fee),
        StyledText(
          [context.say(service.fee.inWords), service.fee.note].compactMap { $0 }
            .joined(separator: " · "))),
      Fact(
        context.say(ServiceWords.term),
        StyledText(
          [context.say(service.term.inWords), service.term.note].compactMap { $0 }
            .joined(separator: ", "))),
    ]
    if let day = context.session.expectedDecision(
      term: service.term, submittedAt: context.session.now)
    {
      facts.append(
        Fact(
          context.say(ServiceWords.ifToday),
          StyledText(
            "\(context.say(ServiceWords.decisionBy)) "
              + DateWords.long(day, today: Day(ordinal: 0), context.language))))
    }
    return facts
  }
}

extension ServiceResult {
  /// How it comes, in a few words: ` — в МФЦ, по почте`.
  fileprivate func ways(_ context: ScreenContext) -> String {
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
