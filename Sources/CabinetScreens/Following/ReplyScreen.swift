import Cabinet
import CabinetServices
import TerminalUI

/// A reply to the office: only the fields that it asked about, with what was sent before beside them.
///
/// What is typed waits in a buffer of the application until it is sent.
struct ReplyScreen: Screen {
  let id: String
  private var form: FormPage
  private var savedAt: Timestamp?
  private var hasFailedToSave = false

  var section: Section? { .applications }
  /// Whoever leaves after all where nothing can be saved is asked first.
  var isUnsaved: Bool { hasFailedToSave }

  init(application: Application) {
    id = application.id
    var answers = application.answers
    for (field, answer) in application.reply?.answers ?? [:] { answers[field] = answer }
    form = FormPage(answers: answers)
    savedAt = application.reply?.savedAt
  }

  private func fields(_ context: ScreenContext) -> [FormField] {
    guard let application = try? context.session.application(id) else { return [] }
    return context.session.requestedForm(for: application)?.fields ?? []
  }

  /// The answers to the fields that are asked about.
  private func replies(_ context: ScreenContext) -> [String: Answer] {
    let asked = Set(fields(context).map(\.id))
    return form.answers.filter { asked.contains($0.key) }
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    let asked = fields(context)
    switch form.take(event, fields: asked, profile: context.session.state.profile) {
    case .none: break
    case .typed: return []
    case .answered(let id):
      form.check(asked.first { $0.id == id }, today: context.today)
      return [.saveReply(replies(context), application: self.id)]
    case .removed(let field):
      return [
        .saveReply(replies(context), application: id), .focus(ViewID("file.\(field)")),
      ]
    case .attach(let field, let name): return [.attach(name: name, field: field)]
    }
    guard case .activated(let target) = event else { return [] }
    switch target {
    case "send":
      if let file = form.pendingFile(asked) {
        return [.attach(name: file.name, field: file.field)]
      }
      if let wrong = form.refuse(asked, today: context.today) {
        return [.focus(wrong.viewID)]
      }
      return [.sendReply(replies(context), application: id)]
    case "later": return [.saveReply(replies(context), application: id), .pop]
    case "add.thing": return [.push(ProfileScreen(isLayer: true))]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .attached(let file, let field):
      form.attached(file, field: field)
      return [.saveReply(replies(context), application: id), .focus("send")]
    case .draftSaved(let moment):
      savedAt = moment
      hasFailedToSave = false
      return []
    case .failed(.store):
      hasFailedToSave = true
      return []
    case .replySent: return [.pop, .notify(FollowWords.replySent)]
    default: return []
    }
  }

  func interrupted(_ context: ScreenContext) -> [Effect] {
    guard (try? context.session.application(id))?.openRequest != nil else { return [] }
    return [.saveReply(replies(context), application: id)]
  }

  func view(_ context: ScreenContext) -> Page {
    guard let application = try? context.session.application(id),
      let request = application.openRequest
    else {
      // Another session was quicker, or the term ran out while this one was typing.
      return Page(path: [id], body: [.text(StyledText(context.say(FollowWords.noLongerAsked)))])
    }
    let asked = fields(context)
    var body: [View] = [
      .text(
        StyledText("\(context.say(FollowWords.theyAsk)): ")
          + StyledText(context.say(request.noteInWords), .strong)),
      .gap,
    ]
    if let summary = form.summary(of: asked, context) { body += [summary, .gap] }
    for field in asked {
      body += form.views(of: [field], context)
      if let sent = application.answers[field.id], sent != form.answers[field.id] {
        body.append(
          .text(
            StyledText(
              "\(context.say(FollowWords.before)): \(field.shown(sent, context.language))", .dim)))
      }
    }
    body += [
      .gap,
      .buttons([
        Button(id: "send", context.say(FormWords.sendReply)),
        Button(id: "later", context.say(FormWords.later)),
      ]),
    ]
    let saved =
      hasFailedToSave
      ? context.say(AppWords.notSaved)
      : savedAt.map { "\(context.say(AppWords.saved)) \($0.clock)" } ?? context.status
    return Page(
      path: [application.number, context.say(FollowWords.replyTitle)], status: saved, body: body)
  }
}
