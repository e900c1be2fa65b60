import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// Filling in an application, a step at a time, then checking it and sending it.
///
/// Every answer is saved when its field is left. Going back never validates and never loses anything;
/// going forward checks the step that is left.
struct ApplyScreen: Screen {
  private(set) var draft: Draft
  private(set) var form: FormPage
  private(set) var savedAt: Timestamp?
  private(set) var hasFailedToSave = false
  /// The step at which a kept draft was opened again, until another is gone to.
  private(set) var resumedStep: Int?
  /// Where one is in a kept draft, to be said as it opens.
  private var resumption: Phrase?

  var section: Section? { .applications }
  /// Whoever leaves after all where nothing can be saved is asked first.
  var isUnsaved: Bool { hasFailedToSave }

  init(draft: Draft) {
    self.draft = draft
    form = FormPage(answers: draft.answers)
    savedAt = draft.savedAt
  }

  /// Opens a draft that was kept, at what is still to be done on its step.
  init(resuming draft: Draft, _ context: ScreenContext) {
    self.init(draft: draft)
    let asked = fields(context, step: draft.step)
    guard !asked.isEmpty else { return }
    resumedStep = draft.step
    for field in asked { form.check(field, today: context.today) }
    let open = form.firstOpen(asked, today: context.today)
    resumption = FormWords.resumed(
      at: open?.name, isWrong: open.map { form.problems[$0.id] != nil } ?? false)
  }

  func opened() -> [Effect] { resumption.map { [.notify($0)] } ?? [] }

  func service(_ context: ScreenContext) -> Service? {
    context.session.knownService(draft.service)
  }

  /// The fields of the step that are asked, given the answers.
  func fields(_ context: ScreenContext, step: Int) -> [FormField] {
    guard let service = service(context), service.form.steps.indices.contains(step) else {
      return []
    }
    let visible = Set(
      service.form.visibleFields(
        form.answers, profile: context.session.state.profile, today: context.today
      ).map(\.id))
    return service.form.steps[step].fields.filter { visible.contains($0.id) }
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard let service = service(context) else { return [.pop] }
    let current = fields(context, step: draft.step)
    switch form.take(event, fields: current, profile: context.session.state.profile) {
    case .none: break
    case .typed: return []
    case .answered(let id):
      form.check(current.first { $0.id == id }, today: context.today)
      return [save(context)]
    case .removed(let field): return [save(context), .focus(ViewID("file.\(field)"))]
    case .attach(let field, let name): return [.attach(name: name, field: field)]
    }
    guard case .activated(let id) = event else {
      if case .actionInvoked("form.postpone") = event { return postpone(context) }
      return []
    }
    switch id {
    case "next": return goForward(service, context)
    case "previous": return go(to: draft.step - 1, context)
    case "later": return postpone(context)
    case "send": return send(service, context)
    case "add.thing": return [save(context), .push(ProfileScreen(isLayer: true))]
    default:
      if let step = id.tail(of: "step.").flatMap({ Int($0) }) { return go(to: step, context) }
      if let field = id.tail(of: "f.") ?? id.tail(of: "file.") {
        return go(toField: field, service, context)
      }
      return []
    }
  }

  private mutating func save(_ context: ScreenContext) -> Effect {
    draft.answers = form.answers
    if let service = service(context) {
      draft.questions = context.session.questions(of: service.form, in: form.answers)
      draft.formVersion = service.form.version
    }
    return .saveDraft(draft)
  }

  private mutating func goForward(_ service: Service, _ context: ScreenContext) -> [Effect] {
    let current = fields(context, step: draft.step)
    if let file = form.pendingFile(current) {
      return [save(context), .attach(name: file.name, field: file.field)]
    }
    if let wrong = form.refuse(current, today: context.today) {
      return [save(context), .focus(wrong.viewID)]
    }
    var next = draft.step + 1
    while next < service.form.steps.count, fields(context, step: next).isEmpty { next += 1 }
    return go(to: next, context)
  }

  private mutating func go(to step: Int, _ context: ScreenContext) -> [Effect] {
    var step = step
    while step > 0, step < draft.step, fields(context, step: step).isEmpty { step -= 1 }
    draft.step = max(0, step)
    form.showsSummary = false
    resumedStep = nil
    return [save(context)]
  }

  private mutating func go(toField id: String, _ service: Service, _ context: ScreenContext)
    -> [Effect]
  {
    guard let field = service.form.field(id),
      let step = service.form.steps.firstIndex(where: { $0.fields.contains { $0.id == id } })
    else { return [] }
    draft.step = step
    resumedStep = nil
    return [save(context), .focus(field.viewID)]
  }

  private mutating func postpone(_ context: ScreenContext) -> [Effect] {
    [save(context), .pop, .notify(FormWords.postponed)]
  }

  private mutating func send(_ service: Service, _ context: ScreenContext) -> [Effect] {
    let problems = service.form.problems(
      form.answers, profile: context.session.state.profile, today: context.today)
    form.problems = Dictionary(
      problems.map { ($0.field, $0.reason) }, uniquingKeysWith: { first, _ in first })
    if problems.isEmpty { return [save(context), .submit(draft: draft.id)] }
    form.showsSummary = true
    return [save(context), .focus("")]
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .draftSaved(let moment):
      savedAt = moment
      hasFailedToSave = false
      return []
    case .attached(let file, let field):
      form.attached(file, field: field)
      return [save(context), .focus(ViewID("remove.\(field)/0"))]
    case .submitted(let application):
      return [.replace(ReceiptScreen(id: application.id))]
    case .failed(.store):
      hasFailedToSave = true
      return []
    default: return []
    }
  }

  func interrupted(_ context: ScreenContext) -> [Effect] {
    var last = self
    return [last.save(context), .notify(FormWords.postponed)]
  }

  func actions(_ context: ScreenContext) -> [Action] { ActionGroup.form.actions(context) }
}
