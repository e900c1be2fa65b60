import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// What an application looks like while it is filled in: a step, or all answers before they are sent.
extension ApplyScreen {
  func view(_ context: ScreenContext) -> Page {
    guard let service = service(context) else {
      return Page(path: [draft.title], body: [.text(StyledText(draft.service))])
    }
    let count = service.form.steps.count
    let isCheck = draft.step >= count
    let place =
      isCheck
      ? [FormWords.check]
      : [FormWords.step(draft.step + 1, count), service.form.steps[draft.step].name]
    let path = ([service.shortName] + place).map(context.say)
    var body = changes(service, context)
    body += isCheck ? checkBody(service, context) : stepBody(service, context)
    let status =
      hasFailedToSave
      ? context.say(AppWords.notSaved)
      : savedAt.map { "\(context.say(AppWords.saved)) \($0.clock)" } ?? ""
    var page = Page(
      path: path, status: status, body: body, initialFocus: initialFocus(context),
      identity: "step \(draft.step)")
    // Nobody sends answers without having seen them.
    page.opensAtTop = isCheck
    page.shortPath = path
    if !isCheck { page.shortPath?[1] = "\(draft.step + 1)/\(count)" }
    return page
  }

  /// The first question of a step, or the button that sends: what one came for.
  ///
  /// Who comes back to a draft came for what is left.
  private func initialFocus(_ context: ScreenContext) -> ViewID {
    guard draft.step < service(context)?.form.steps.count ?? 0 else { return "send" }
    let asked = fields(context, step: draft.step)
    let first =
      resumedStep == draft.step ? form.firstOpen(asked, today: context.today) : asked.first
    return first?.viewID ?? "next"
  }

  /// Questions that changed since the draft answered them, the old beside the new.
  private func changes(_ service: Service, _ context: ScreenContext) -> [View] {
    let changed = context.session.changedQuestions(of: draft, in: service.form)
    guard !changed.isEmpty else { return [] }
    return [
      .alert(
        Alert(
          .warning, StyledText(context.say(FormWords.formChanged)),
          lines: changed.map { question in
            let new = question.new ?? context.say(FormWords.gone)
            let text =
              "\(context.say(FormWords.was)): «\(question.old)» — "
              + "\(context.say(FormWords.now)): «\(new)»"
            return (question.new == nil ? nil : ViewID("f.\(question.field)"), StyledText(text))
          })), .gap,
    ]
  }

  private func stepBody(_ service: Service, _ context: ScreenContext) -> [View] {
    let current = fields(context, step: draft.step)
    var body: [View] = []
    if let summary = form.summary(of: current, context) { body += [summary, .gap] }
    body += form.views(of: current, context)
    var buttons = [Button(id: "next", context.say(FormWords.next))]
    if draft.step > 0 { buttons.append(Button(id: "previous", context.say(FormWords.previous))) }
    buttons.append(Button(id: "later", context.say(FormWords.later)))
    body += [
      .gap, .buttons(buttons),
      .text(
        StyledText(
          "\(context.say(FormWords.draftKept)) "
            + DateWords.long(
              context.today.adding(days: Draft.keptDays), today: context.today, context.language),
          .dim)),
    ]
    return body
  }

  private func checkBody(_ service: Service, _ context: ScreenContext) -> [View] {
    let profile = context.session.state.profile
    let visible = service.form.visibleFields(
      form.answers, profile: profile, today: context.today)
    var body: [View] = []
    if let summary = form.summary(of: visible, context) { body += [summary, .gap] }
    for (index, step) in service.form.steps.enumerated() {
      let asked = step.fields.filter { field in visible.contains { $0.id == field.id } }
      guard !asked.isEmpty else { continue }
      body.append(.heading(context.say(step.name)))
      body.append(.facts(asked.map { fact($0, context) }))
      body += [
        .rows([
          Row(
            id: ViewID("step.\(index)"), title: StyledText(context.say(FormWords.change), .accent))
        ]),
        .gap,
      ]
    }
    // What was only filled in from the profile is no loss worth telling.
    let hidden = service.form.hiddenAnswers(
      form.answers, profile: profile, today: context.today
    ).filter { field in
      !context.session.isOfProfile(form.answers[field.id], to: field)
    }
    if !hidden.isEmpty {
      body += [
        .alert(
          Alert(
            .note, StyledText(context.say(FormWords.hidden)),
            lines: hidden.map { (nil, StyledText(context.say($0.name))) })), .gap,
      ]
    }
    body.append(.text(StyledText(context.say(FormWords.willSend))))
    if let day = context.session.expectedDecision(
      term: service.term, submittedAt: context.session.now)
    {
      body.append(
        .text(
          StyledText(
            "\(context.say(FormWords.decision)) "
              + DateWords.long(day, today: context.today, context.language))))
    }
    body += [
      .gap,
      .buttons([
        Button(id: "send", context.say(FormWords.send)),
        Button(id: "previous", context.say(FormWords.previous)),
        Button(id: "later", context.say(FormWords.later)),
      ]),
    ]
    return body
  }

  private func fact(_ field: FormField, _ context: ScreenContext) -> Fact {
    guard let answer = form.answers[field.id], !answer.isEmpty else {
      return Fact(
        context.say(field.name),
        StyledText(context.say(FormWords.notAnswered), field.required ? .bad : .dim))
    }
    return Fact(
      context.say(field.name),
      StyledText(field.shown(field.canonical(answer), context.language)))
  }
}
