import Cabinet
import CabinetServices
import TerminalUI

/// What the resident sees first: what needs them, what is moving, what is new.
struct HomeScreen: Screen {
  var section: Section? { .home }
  var hasAside: Bool { true }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    if id == "find" { return [.open(.services)] }
    if id == "profile" { return [.open(.profile)] }
    if let draft = id.tail(of: "draft.") {
      guard let draft = context.session.state.draft(draft) else { return [] }
      return [.push(ApplyScreen(resuming: draft, context))]
    }
    if let application = id.tail(of: "application.") {
      return [.push(ApplicationScreen(id: application))]
    }
    if let name = id.tail(of: "item.") {
      return context.session.reminders.first { $0.id == name }?.origin.open(context) ?? []
    }
    return AppointmentsScreen.open(id, context)
  }

  func view(_ context: ScreenContext) -> Page {
    let overview = context.session.overview
    var body: [View] = []
    if !overview.needs.isEmpty {
      body += [
        .heading(context.say(HomeWords.needs), note: String(overview.needs.count)),
        .rows(overview.needs.map { row($0, context) }), .gap,
      ]
    }
    if !overview.moving.isEmpty || !overview.appointments.isEmpty {
      let count = overview.moving.count + overview.appointments.count
      body += [
        .heading(context.say(HomeWords.moving), note: String(count)),
        .rows(
          overview.moving.map { row($0, context) }
            + overview.appointments.map { $0.homeRow(context) }), .gap,
      ]
    }
    let soon = context.session.reminders.filter { !$0.kind.isOnHomeAnyway }
    if !soon.isEmpty {
      body += [
        .heading(context.say(AgendaWords.soon), note: String(soon.count)),
        .rows(soon.prefix(3).map { $0.row(context) }), .gap,
      ]
    }
    if !overview.news.isEmpty {
      body += [
        .heading(context.say(HomeWords.news), note: ""),
        .rows(overview.news.prefix(5).map { newsRow($0, context) }), .gap,
      ]
    }
    if body.isEmpty { body += empty(context) }
    body += [
      .buttons([Button(id: "find", context.say(HomeWords.find))]), .gap,
      .text(StyledText(context.say(AppWords.simulated), .dim)),
    ]
    var page = Page(
      path: [context.say(AppWords.title)], status: context.status,
      sections: Section.list(current: .home, context), body: body)
    page.shortPath = [context.say(AppWords.shortTitle)]
    return page
  }

  private func empty(_ context: ScreenContext) -> [View] {
    var body: [View] = [.text(StyledText(context.say(HomeWords.empty))), .gap]
    if context.session.state.profile.values.isEmpty {
      body += [
        .text(StyledText(context.say(HomeWords.noProfile))),
        .buttons([Button(id: "profile", context.say(HomeWords.fillProfile))]), .gap,
      ]
    }
    return body
  }

  private func row(_ need: Overview.Need, _ context: ScreenContext) -> Row {
    switch need {
    case .appointment(let need): return need.row(context)
    case .clarification(let application, let due, let left):
      let tone: Tone = left <= 2 ? .bad : .warning
      return Row(
        id: ViewID("application.\(application.id)"), marker: "!",
        title: StyledText(
          "\(context.say(HomeWords.clarify)) · \(context.shortName(of: application))"),
        details: [
          .text(
            StyledText(
              DateWords.deadline(due, workingDaysLeft: left, context.language), tone))
        ])
    case .draft(let draft):
      return Row(
        id: ViewID("draft.\(draft.id)"), marker: "·",
        title: StyledText("\(context.say(HomeWords.finish)) · \(context.shortName(of: draft))"),
        details: [
          .text(
            StyledText(
              "\(context.say(HomeWords.kept)) \(DateWords.short(draft.keptUntil, context.language))",
              .dim))
        ])
    }
  }

  private func row(_ application: Application, _ context: ScreenContext) -> Row {
    let state = StyledText(context.say(application.shortStatus))
    var details: [Row.Detail] = [.text(state)]
    if let progress = context.session.progress(of: application) {
      details.append(
        .progress(
          done: progress.done, total: progress.total,
          StyledText(
            context.say(HomeWords.progress(progress.done, progress.total, application)), .dim)))
    }
    return Row(
      id: ViewID("application.\(application.id)"),
      title: StyledText(context.shortName(of: application)), details: details)
  }

  private func newsRow(_ application: Application, _ context: ScreenContext) -> Row {
    let event = application.lastEvent
    return Row(
      id: ViewID("application.\(application.id)"),
      title: StyledText(context.shortName(of: application)),
      details: [
        .text(
          StyledText(
            context.say(application.phase.title), application.phase == .granted ? .good : .bad)),
        .text(StyledText(DateWords.short(event.at.day, context.language), .dim)),
      ])
  }
}

extension ViewID {
  /// What follows a prefix; nil where the id does not begin with it.
  func tail(of prefix: String) -> String? {
    rawValue.hasPrefix(prefix) ? String(rawValue.dropFirst(prefix.count)) : nil
  }
}

extension ScreenContext {
  /// The shortest title of an application's service.
  ///
  /// It is taken from the submission, because the home screen does not wait for the catalogue.
  func shortName(of application: Application) -> String { say(application.submission.shortName) }

  /// The shortest title of a draft's service.
  func shortName(of draft: Draft) -> String { say(draft.name) }
}

extension Application {
  /// Where it stands, in two or three words, for a list.
  var shortStatus: Phrase {
    if complaints.last?.outcome == nil, !complaints.isEmpty {
      return Phrase("жалоба рассматривается", "complaint open")
    }
    return switch status {
    case .submitted, .delivered: Phrase("регистрируют", "being registered")
    case .registered, .withdrawalRefused: Phrase("на рассмотрении", "under review")
    case .requestSent: Phrase("запросы в ведомства", "asking agencies")
    case .requestAnswered: Phrase("сведения получены", "answers received")
    case .clarificationRequested: Phrase("ждёт вас", "waits for you")
    case .clarificationGiven: Phrase("ответ проверяют", "reply checked")
    case .suspended: Phrase("приостановлено", "suspended")
    case .resumed: Phrase("возобновлено", "resumed")
    case .inProgress: Phrase("готовят решение", "decision soon")
    case .withdrawalRequested: Phrase("отзывают", "withdrawing")
    case .clarificationExpired: Phrase("срок ответа истёк", "reply overdue")
    default: phase.title
    }
  }
}
