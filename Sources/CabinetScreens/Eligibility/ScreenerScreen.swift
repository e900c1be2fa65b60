import Cabinet
import CabinetServices
import TerminalUI

/// Am I eligible: the rules of a service with one's own values, and questions for what is not known.
///
/// The answers last for the session; they reach the profile only where the resident asks for it.
struct ScreenerScreen: Screen {
  let service: String
  /// The thing of each kind of which the resident wants to know; empty for one not in the profile.
  private var chosen: [Profile.Object.Kind: String] = [:]
  /// What is typed and not taken yet, and what was refused, by path.
  private var typed: [String: String] = [:]
  private var problems: [String: Phrase] = [:]

  var section: Section? { .services }

  init(service: String) { self.service = service }

  private func service(_ context: ScreenContext) -> Service? {
    context.session.knownService(service)
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard let service = service(context) else { return [.pop] }
    switch event {
    case .textChanged(let id, let text):
      if let path = id.tail(of: "q.") { typed[path] = text }
      return []
    case .textCommitted(let id):
      guard let path = id.tail(of: "q."), let text = typed[path] else { return [] }
      return take(text.isEmpty ? nil : .text(text), path, service, context)
    case .chosen(let id, let values):
      if let kind = id.tail(of: "of.").flatMap(Profile.Object.Kind.init(rawValue:)) {
        chosen[kind] = values.first
        typed = [:]
        problems = [:]
        return []
      }
      guard let path = id.tail(of: "q.") else { return [] }
      return take(values.first.map(Answer.text), path, service, context)
    case .activated("apply"):
      return EligibilityWarningScreen.wayIn(
        service, context.session.assess(service, about: chosen), offersCheck: false)
    case .activated("keep"):
      return [.saveProfile(context.session.profileWithAnswers().profile)]
    case .activated("back"): return [.pop]
    default: return []
    }
  }

  private mutating func take(
    _ answer: Answer?, _ path: String, _ service: Service, _ context: ScreenContext
  ) -> [Effect] {
    let path = FactPath(path)
    guard let field = context.session.questions.question(path)?.field else { return [] }
    if let answer, let problem = field.problem(answer, in: [:], today: context.today) {
      problems[path.text] = problem.reason
      return []
    }
    problems[path.text] = nil
    typed[path.text] = nil
    let things = context.session.assess(service, about: chosen).things
    let thing = path.isOfOneThing ? path.kind.flatMap { things[$0] } : nil
    return [.eligibility(.remember(answer.map(field.canonical), path, thing: thing))]
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .profileSaved: return [.notify(ProfileWords.saved)]
    case .draftBegan(let draft): return [.replace(ApplyScreen(draft: draft))]
    default: return []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    guard let service = service(context) else {
      return Page(path: [self.service], body: [])
    }
    let assessment = context.session.assess(service, about: chosen)
    var body = verdict(assessment, service, context)
    let asked = questions(service, context)
    if !asked.isEmpty {
      body += [.gap, .heading(context.say(EligibilityWords.questions))]
      body += service.audience.kinds.flatMap { about($0, assessment, context) }
      body += asked.map { question($0, assessment, context) }
      body.append(.text(StyledText(context.say(EligibilityWords.kept), .dim)))
    }
    body += [
      .gap, .buttons(buttons(service, context)),
      .text(StyledText(context.say(EligibilityWords.preview), .dim)),
    ]
    return Page(
      path: [context.say(service.shortName), context.say(EligibilityWords.title)],
      status: context.status, body: body,
      initialFocus: initialFocus(assessment, asked), identity: service.id)
  }

  private func initialFocus(_ assessment: Assessment, _ asked: [ScreenerQuestion]) -> ViewID? {
    let missing = assessment.missing.map(\.text)
    return asked.first { missing.contains($0.id) }.map { ViewID("q.\($0.id)") } ?? "apply"
  }

  private func verdict(
    _ assessment: Assessment, _ service: Service, _ context: ScreenContext
  ) -> [View] {
    guard assessment.hasRules else {
      let words =
        assessment.verdict == .yes ? EligibilityWords.openToAll : EligibilityWords.noRules
      return [.text(StyledText(context.say(words)))]
    }
    let kind: Alert.Kind =
      switch assessment.verdict {
      case .yes: .success
      case .notYet, .no: .warning
      case .unknown: .note
      }
    var body: [View] = [
      .alert(
        Alert(kind, StyledText(context.say(EligibilityWords.sentence(assessment.verdict))))),
      .gap, .rows(assessment.rows(context)),
    ]
    if let nearest = assessment.nearestWords(context) {
      body += [
        .gap,
        .facts([Fact(context.say(EligibilityWords.nearest), StyledText(nearest, .strong))]),
      ]
    }
    return body
  }

  /// The questions of the rules, in the order of the rules.
  private func questions(_ service: Service, _ context: ScreenContext) -> [ScreenerQuestion] {
    Condition.all(service.audience.rules.map(\.condition)).paths
      .compactMap(context.session.questions.question)
  }

  private func about(
    _ kind: Profile.Object.Kind, _ assessment: Assessment, _ context: ScreenContext
  ) -> [View] {
    let listed = context.session.state.profile.objects(kind)
    guard !listed.isEmpty else { return [] }
    let options =
      listed.map { Choice.Option(value: $0.id, title: $0.shortTitle) }
      + [Choice.Option(value: "", title: context.say(EligibilityWords.another))]
    return [
      .choice(
        Choice(
          id: ViewID("of.\(kind.rawValue)"), label: context.say(kind.title), options: options,
          selected: Set([assessment.things[kind]].compactMap { $0 })))
    ]
  }

  private func question(
    _ question: ScreenerQuestion, _ assessment: Assessment, _ context: ScreenContext
  ) -> View {
    let path = FactPath(question.id)
    let fact = context.session.knowledge(about: assessment.things).fact(path)
    let field = question.field
    let id = ViewID("q.\(question.id)")
    let label = context.say(field.name)
    let note = fact.map { context.say(EligibilityWords.source($0.source)) } ?? ""
    let problem = problems[question.id].map(context.say)
    if let options = field.options {
      // A thing that the profile holds answers yes to whether there is one.
      let value =
        fact.map { fact -> String in
          if question.options == nil { return fact.isAbsent ? "false" : "true" }
          return fact.value.text ?? ""
        }
      return .choice(
        Choice(
          id: id, label: label,
          options: options.map { .init(value: $0.id, title: context.say($0.name)) },
          selected: Set([value].compactMap { $0 }), note: note, problem: problem))
    }
    let text = typed[question.id] ?? fact?.value.text.map(field.typed) ?? ""
    return .field(
      Field(
        id: id, label: label, text: text, note: typed[question.id] == nil ? note : "",
        placeholder: question.type == .date ? context.say(FormWords.dateExample) : "",
        problem: problem))
  }

  private func buttons(_ service: Service, _ context: ScreenContext) -> [Button] {
    var buttons: [Button] = []
    if !service.form.steps.isEmpty {
      buttons.append(Button(id: "apply", context.say(ServiceWords.apply)))
    }
    if !context.session.profileWithAnswers().saved.isEmpty {
      buttons.append(Button(id: "keep", context.say(EligibilityWords.keepAnswers)))
    }
    return buttons + [Button(id: "back", context.say(ServiceWords.toCard))]
  }
}
