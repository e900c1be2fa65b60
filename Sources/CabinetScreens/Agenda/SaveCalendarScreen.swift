import Cabinet
import CabinetServices
import TerminalUI

/// Where to keep a calendar file, and what goes into it.
struct SaveCalendarScreen: Screen {
  let all: [AgendaItem]
  let one: AgendaItem?
  /// How many will be seen in a calendar: what was called off goes away there.
  private let count: Int
  private var path = "~/kabinet.ics"
  private var isAll: Bool

  var section: Section? { nil }

  init(all: [AgendaItem], one: AgendaItem?) {
    self.all = all
    self.one = one
    count = all.count { !$0.isCancelled }
    isAll = one == nil
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("path", let typed):
      path = typed
      return []
    case .chosen("what", let values):
      isAll = values.contains("all")
      return []
    case .activated("save"):
      return [.saveCalendar(isAll ? all : one.map { [$0] } ?? all, path: path)]
    case .activated("back"): return [.pop]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    SaveDialog.finished(outcome)
  }

  func view(_ context: ScreenContext) -> Page {
    var body: [View] = []
    if let one {
      body += [
        .choice(
          Choice(
            id: "what", label: context.say(AgendaWords.what),
            options: [
              .init(value: "one", title: context.say(one.title)),
              .init(value: "all", title: context.say(AgendaWords.events(count))),
            ], selected: [isAll ? "all" : "one"])), .gap,
      ]
    } else {
      body += [.text(StyledText(context.say(AgendaWords.events(count)))), .gap]
    }
    body += SaveDialog.place(path, context)
    return Page(
      kind: .dialog, path: [context.say(AgendaWords.saveTitle)], body: body, initialFocus: "path")
  }
}
