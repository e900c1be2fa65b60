import Cabinet
import CabinetServices
import TerminalUI

/// An application on its way: what the resident must do, where it is, what comes next, its documents
/// and its history, in this order.
struct ApplicationScreen: Screen {
  let id: String

  var section: Section? { .applications }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard let application = try? context.session.application(id) else { return [.pop] }
    switch event {
    case .activated(let target):
      switch target {
      case "reply": return reply(application)
      case "withdraw": return withdraw(application)
      case "appeal": return appeal(application, context)
      case "again": return [.repeatApplication(id)]
      case "save": return [.push(SaveRecordScreen(application: id))]
      case "answers": return [.push(AnswersScreen(id: id))]
      case "card": return [.push(ServiceScreen(id: application.submission.service))]
      case "why": return [.push(WhyScreen(id: id))]
      default: return []
      }
    case .actionInvoked("application.withdraw"): return withdraw(application)
    case .actionInvoked("application.why"): return [.push(WhyScreen(id: id))]
    case .actionInvoked("application.save"): return [.push(SaveRecordScreen(application: id))]
    case .actionInvoked("application.appeal"): return appeal(application, context)
    case .actionInvoked("application.repeat"): return [.repeatApplication(id)]
    default: return []
    }
  }

  private func reply(_ application: Application) -> [Effect] {
    application.openRequest == nil ? [] : [.push(ReplyScreen(application: application))]
  }

  private func withdraw(_ application: Application) -> [Effect] {
    guard application.canWithdraw else {
      return [.notify(Phrase("Отозвать сейчас нельзя.", "It cannot be withdrawn now."))]
    }
    return [
      .push(
        ConfirmScreen(
          question: FollowWords.withdrawQuestion, confirm: FollowWords.withdraw,
          effects: [.withdraw(application: id)]))
    ]
  }

  private func appeal(_ application: Application, _ context: ScreenContext) -> [Effect] {
    guard let subject = context.session.complaintSubject(for: application) else {
      return [.notify(Phrase("Обжаловать пока нечего.", "There is nothing to appeal yet."))]
    }
    return [.push(ComplaintScreen(id: id, subject: subject))]
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .draftBegan(let draft) = outcome { return [.push(ApplyScreen(draft: draft))] }
    return []
  }

  func actions(_ context: ScreenContext) -> [Action] {
    guard let application = try? context.session.application(id) else { return [] }
    return ActionGroup.application.actions(context) { id in
      switch id {
      case "application.withdraw": application.canWithdraw
      case "application.appeal": context.session.complaintSubject(for: application) != nil
      default: true
      }
    }
  }

  func view(_ context: ScreenContext) -> Page {
    guard let application = try? context.session.application(id) else {
      return Page(path: [id], body: [])
    }
    let body =
      mustDo(application, context) + whereItIs(application, context)
      + documents(application, context) + history(application, context)
      + complaints(application, context) + [.gap, .buttons(buttons(application, context))]
    return Page(
      path: [context.say(Section.applications.title), application.number],
      status: context.status, body: body,
      initialFocus: application.openRequest == nil ? nil : "reply",
      identity: "status \(application.status.rawValue)")
  }

  private func mustDo(_ application: Application, _ context: ScreenContext) -> [View] {
    var views: [View] = []
    let name = context.say(application.submission.name)
    guard let request = application.openRequest else {
      views.append(.heading(name, note: context.say(application.phase.title)))
      let note = context.say(application.lastEvent.noteInWords)
      if application.phase.isClosed, !note.isEmpty {
        let kind: Alert.Kind = application.phase == .granted ? .success : .note
        views += [.alert(Alert(kind, StyledText(note))), .gap]
      }
      return views
    }
    views.append(.heading(name, note: context.say(FollowWords.needsYou)))
    if application.reply != nil {
      views.append(.alert(Alert(.warning, StyledText(context.say(FollowWords.unsent)))))
    }
    var deadline = ""
    if let due = request.due {
      let left = context.session.workingDays(until: due)
      let days = DateWords.long(due, today: context.today, context.language)
      deadline = context.say(
        Phrase(
          "до \(days) — "
            + (left > 0 ? "осталось \(Plural.workingDays.ru(left))" : "последний день"),
          "by \(days) — " + (left > 0 ? "\(Plural.workingDays.en(left)) left" : "the last day")))
    }
    views += [
      .rows([
        Row(
          id: "reply", marker: "!", title: StyledText(context.say(FollowWords.reply), .strong),
          details: [.text(StyledText(deadline, .warning))])
      ]),
      .text(
        StyledText("\(context.say(FollowWords.office)): «\(context.say(request.noteInWords))»")),
      .gap,
    ]
    return views
  }

  private func whereItIs(_ application: Application, _ context: ScreenContext) -> [View] {
    let standing = context.session.standing(of: application)
    var line = context.say(FormWords.step(standing.step, standing.total)).capitalizedFirst
    switch context.session.deadline(of: application) {
    case .stopped(let since, _):
      line +=
        " · \(context.say(FollowWords.stopped)) "
        + DateWords.long(since, today: context.today, context.language)
      if let due = context.session.dueDay(of: application) {
        line +=
          ", \(context.say(FollowWords.decisionExpected)) "
          + DateWords.long(due, today: context.today, context.language)
      }
    case .running(let due) where !application.phase.isClosed:
      line +=
        " · \(context.say(FollowWords.decisionBy)) "
        + DateWords.long(due, today: context.today, context.language)
    case .running, .none: break
    }
    var views: [View] = [
      .text(StyledText(context.say(standing.sentence), .strong)), .text(StyledText(line)),
    ]
    if let progress = context.session.progress(of: application), !application.phase.isClosed {
      views.append(
        .progress(
          Progress(
            label: context.say(ServiceWords.term), done: progress.done, total: progress.total,
            text: context.say(HomeWords.progress(progress.done, progress.total, application)))))
    }
    let next = context.say(standing.next)
    if !next.isEmpty {
      let by = standing.by.map {
        ", \(context.say(AppWords.by)) \(DateWords.long($0, today: context.today, context.language))"
      }
      views.append(.text(StyledText("\(context.say(FollowWords.next)): \(next)\(by ?? "")")))
    }
    return views + [.gap]
  }

  private func documents(_ application: Application, _ context: ScreenContext) -> [View] {
    let files = application.submission.questions.flatMap { question in
      (application.answers[question.id]?.attachments ?? []).map { (question.name, $0) }
    }
    guard !files.isEmpty else { return [] }
    return [
      .heading(context.say(FollowWords.documents), note: String(files.count)),
      .rows(
        files.map { title, file in
          Row(
            title: StyledText(context.say(title)),
            details: [
              .text(StyledText(file.name)), .text(StyledText(file.inWords(context), .dim)),
            ])
        }), .gap,
    ]
  }

  private func history(_ application: Application, _ context: ScreenContext) -> [View] {
    let rows = application.visibleHistory.map { event in
      let note = event.note.isEmpty ? "" : ": \(context.say(event.noteInWords))"
      return Row(
        leading: StyledText(DateWords.dayAndTime(event.at, context.language), .dim),
        title: StyledText(context.say(event.code.title)) + StyledText(note),
        details: [.code(event.fullCode)])
    }
    return [.heading(context.say(FollowWords.history)), .rows(rows)]
  }

  private func complaints(_ application: Application, _ context: ScreenContext) -> [View] {
    guard !application.complaints.isEmpty else { return [] }
    let rows = application.complaints.map { complaint -> Row in
      let state: String =
        switch complaint.outcome {
        case nil:
          "\(context.say(FollowWords.complaintOpen)) "
            + DateWords.long(complaint.due, today: context.today, context.language)
        case .satisfied: context.say(FollowWords.satisfied)
        case .rejected: context.say(FollowWords.rejected)
        }
      let note = complaint.note.map { " — \(context.say(OfficeNote.phrase($0)))" } ?? ""
      return Row(
        leading: StyledText(DateWords.dayAndTime(complaint.filedAt, context.language), .dim),
        title: StyledText("\(complaint.text)\(note)"), details: [.text(StyledText(state))])
    }
    return [.gap, .heading(context.say(FollowWords.complaint)), .rows(rows)]
  }

  private func buttons(_ application: Application, _ context: ScreenContext) -> [Button] {
    var buttons: [Button] = []
    if application.canWithdraw {
      buttons.append(Button(id: "withdraw", context.say(FollowWords.withdraw)))
    }
    if context.session.complaintSubject(for: application) != nil {
      buttons.append(Button(id: "appeal", context.say(FollowWords.appeal)))
    }
    return buttons + [
      Button(id: "answers", context.say(FollowWords.answers)),
      Button(id: "why", context.say(FollowWords.why)),
      Button(id: "save", context.say(FollowWords.keepCopy)),
      Button(id: "again", context.say(FollowWords.again)),
      Button(id: "card", context.say(FollowWords.card)),
    ]
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
