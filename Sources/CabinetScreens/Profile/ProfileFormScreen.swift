import Cabinet
import CabinetServices
import TerminalUI

/// A page of the resident's own details, or one thing of theirs.
struct ProfileFormScreen: Screen {
  private enum Target {
    case step(Int)
    case object(Profile.Object.Kind, id: String?)
  }

  private let target: Target
  private var form: FormPage
  /// The answers with which the form was opened.
  private let opened: [String: Answer]

  var isUnsaved: Bool { form.answers != opened }

  var section: Section? { .profile }

  /// Opens a step of the form about the resident.
  init(step: Int, _ context: ScreenContext) {
    target = .step(step)
    let values = context.session.state.profile.values
    form = FormPage(answers: Self.typed(values, ProfileForms.resident.fields))
    opened = form.answers
  }

  /// Opens an empty form for a new thing.
  init(adding kind: Profile.Object.Kind, _ context: ScreenContext) {
    target = .object(kind, id: nil)
    form = FormPage(answers: [:])
    opened = form.answers
  }

  /// Opens the form of a thing.
  init(_ object: Profile.Object) {
    target = .object(object.kind, id: object.id)
    form = FormPage(answers: Self.typed(object.facts, ProfileForms.form(object.kind).fields))
    opened = form.answers
  }

  private static func typed(_ values: [String: String], _ fields: [FormField]) -> [String: Answer] {
    fields.reduce(into: [:]) { answers, field in
      if let value = values[field.id], !value.isEmpty {
        answers[field.id] = .text(field.typed(value))
      }
    }
  }

  private var step: FormStep {
    switch target {
    case .step(let index): ProfileForms.resident.steps[index]
    case .object(let kind, _): ProfileForms.form(kind).steps[0]
    }
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    let fields = step.fields
    if case .answered(let id) = form.take(
      event, fields: fields, profile: context.session.state.profile)
    {
      form.check(fields.first { $0.id == id }, today: context.today)
      return []
    }
    switch event {
    case .activated("save"): return save(context)
    case .activated("back"): return [.pop]
    case .activated("remove"):
      guard case .object(_, let id?) = target else { return [] }
      var profile = context.session.state.profile
      profile.objects.removeAll { $0.id == id }
      return [.pop, .saveProfile(profile), .notify(ProfileWords.saved)]
    default: return []
    }
  }

  private mutating func save(_ context: ScreenContext) -> [Effect] {
    if let wrong = form.refuse(step.fields, today: context.today) {
      return [.focus(wrong.viewID)]
    }
    var values: [String: String] = [:]
    for field in step.fields {
      if let answer = form.answers[field.id], !answer.isEmpty {
        values[field.id] = field.canonical(answer).text
      }
    }
    var profile = context.session.state.profile
    switch target {
    case .step:
      for field in step.fields { profile.values[field.id] = values[field.id] }
    case .object(let kind, let id?):
      if let index = profile.objects.firstIndex(where: { $0.id == id }) {
        profile.objects[index] = .init(id: id, kind: kind, facts: values)
      }
    case .object(let kind, nil):
      profile.objects.append(
        .init(id: context.session.newObjectID(kind), kind: kind, facts: values))
    }
    return [.saveProfile(profile)]
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .profileSaved = outcome { return [.pop, .notify(ProfileWords.saved)] }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    var body: [View] = []
    if let summary = form.summary(of: step.fields, context) { body += [summary, .gap] }
    body += form.views(of: step.fields, context)
    var buttons = [
      Button(id: "save", context.say(ProfileWords.save)),
      Button(id: "back", context.say(FormWords.previous)),
    ]
    if case .object(_, _?) = target {
      buttons.append(Button(id: "remove", context.say(ProfileWords.remove)))
    }
    body += [.gap, .buttons(buttons)]
    return Page(
      path: [context.say(Section.profile.title), context.say(step.name)], status: context.status,
      body: body)
  }
}
