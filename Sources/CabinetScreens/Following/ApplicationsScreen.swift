import Cabinet
import CabinetServices
import TerminalUI

/// All applications and drafts, found as one types.
struct ApplicationsScreen: Screen {
  private enum Item {
    case draft(Draft)
    case application(ApplicationSummary)
  }

  private var query = ""

  var section: Section? { .applications }
  var hasAside: Bool { true }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("query", let text):
      query = text
      return []
    case .activated(let id):
      if let draft = id.tail(of: "draft.").flatMap({ context.session.state.draft($0) }) {
        return [.push(ApplyScreen(resuming: draft, context))]
      }
      if let application = id.tail(of: "application.") {
        return [.push(ApplicationScreen(id: application))]
      }
      return []
    case .actionInvoked("drafts.trash"): return [.push(DraftsScreen())]
    default: return []
    }
  }

  func actions(_ context: ScreenContext) -> [Action] { ActionGroup.applications.actions(context) }

  private func items(_ context: ScreenContext) -> [Item] {
    let words = query.lowercased().split(separator: " ").map(String.init)
    func fits(_ texts: [String]) -> Bool {
      let text = texts.joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let drafts = context.session.state.drafts.filter { !$0.isDiscarded }
      .filter { fits([$0.title, $0.titleEn, context.say(FollowWords.drafts)]) }
      .map(Item.draft)
    let applications = context.session.state.summaries
      .filter { fits([$0.name.ru, $0.name.en, $0.number, context.say($0.phase.title)]) }
    let urgent = applications.filter { $0.phase == .needsResident }
    let others = applications.filter { $0.phase != .needsResident }
    return urgent.map(Item.application) + drafts + others.map(Item.application)
  }

  func view(_ context: ScreenContext) -> Page {
    let items = items(context)
    let empty = query.isEmpty ? FollowWords.none : FollowWords.nothingLike
    return Page(
      path: [context.say(Section.applications.title)], status: context.status,
      sections: Section.list(current: .applications, context),
      body: [
        .field(
          Field(
            id: "query", label: context.say(FollowWords.filter), text: query,
            note: context.say(Plural.applications(items.count)), drives: "items")), .gap,
        .list(
          List(
            id: "items", label: context.say(Section.applications.title), count: items.count,
            revision: query, emptyText: StyledText(context.say(empty))
          ) { row(items[$0], context) }),
      ], initialFocus: "items")
  }

  private func row(_ item: Item, _ context: ScreenContext) -> Row {
    switch item {
    case .draft(let draft):
      Row(
        id: ViewID("draft.\(draft.id)"), marker: "·", title: StyledText(context.say(draft.name)),
        details: [
          .text(StyledText(context.say(Phrase("черновик", "draft")), .accent)),
          .text(StyledText(DateWords.short(draft.savedAt.day, context.language), .dim)),
        ])
    case .application(let summary):
      Row(
        id: ViewID("application.\(summary.id)"),
        marker: summary.phase == .needsResident ? "!" : " ",
        title: StyledText(context.say(summary.name)),
        details: [
          .text(StyledText(context.say(summary.phase.title), summary.phase.tone)),
          .text(StyledText(DateWords.short(summary.changedAt.day, context.language), .dim)),
        ])
    }
  }
}

extension Phase {
  /// The tone that repeats what the word says.
  var tone: Tone {
    switch self {
    case .needsResident: .warning
    case .inProgress: .plain
    case .granted: .good
    case .refused: .bad
    case .withdrawn: .dim
    }
  }
}

/// The drafts and the trash: what is put away can be taken back.
struct DraftsScreen: Screen {
  var section: Section? { .applications }
  var hasAside: Bool { true }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .activated(let id):
      if let draft = id.tail(of: "open.").flatMap({ context.session.state.draft($0) }) {
        return [.push(ApplyScreen(resuming: draft, context))]
      }
      if let draft = id.tail(of: "discard.") {
        return [.discardDraft(draft), .notify(FollowWords.draftTrashed)]
      }
      if let draft = id.tail(of: "restore.") {
        return [.restoreDraft(draft), .notify(FollowWords.draftRestored)]
      }
      if let draft = id.tail(of: "erase.") {
        return [
          .push(
            ConfirmScreen(
              question: Phrase(
                "Удалить черновик навсегда? Вернуть его будет нельзя.",
                "Delete the draft for good? It cannot be taken back."),
              confirm: Phrase("Удалить", "Delete"), effects: [.eraseDraft(draft)]))
        ]
      }
      return []
    default: return []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    let drafts = context.session.state.drafts
    func list(_ some: [Draft], _ buttons: (Draft) -> [Button]) -> [View] {
      some.flatMap { draft -> [View] in
        [
          .text(
            StyledText(context.say(draft.name))
              + StyledText(" · \(DateWords.dayAndTime(draft.savedAt, context.language))", .dim)),
          .buttons(buttons(draft)), .gap,
        ]
      }
    }
    let live = drafts.filter { !$0.isDiscarded }
    let dead = drafts.filter(\.isDiscarded)
    var body: [View] = [.heading(context.say(FollowWords.drafts), note: String(live.count))]
    body += list(live) {
      [
        Button(id: ViewID("open.\($0.id)"), context.say(Phrase("Продолжить", "Continue"))),
        Button(id: ViewID("discard.\($0.id)"), context.say(Phrase("В корзину", "To the trash"))),
      ]
    }
    body += [.gap, .heading(context.say(FollowWords.trash), note: String(dead.count))]
    body += list(dead) {
      [
        Button(id: ViewID("restore.\($0.id)"), context.say(Phrase("Вернуть", "Take back"))),
        Button(id: ViewID("erase.\($0.id)"), context.say(Phrase("Удалить навсегда", "Delete"))),
      ]
    }
    if drafts.isEmpty {
      body = [.text(StyledText(context.say(FollowWords.noDrafts)))]
    }
    return Page(
      path: [context.say(Section.applications.title), context.say(FollowWords.drafts)],
      status: context.status, body: body)
  }
}
