import Cabinet
import CabinetServices
import TerminalUI

/// Everything with a date, as a month or as a list, for the whole family or for one.
struct AgendaScreen: Screen {
  /// How it is shown.
  enum Shape { case month, list }

  private var shape: Shape
  private var month: MonthGrid
  /// The day whose items stand under the month; all of the month where nil.
  private var day: Day?
  private var filter: AgendaFilter = .everybody
  private var focused: String?

  var section: Section? { .appointments }
  var focusUse: FocusUse { .noted }
  var hasAside: Bool { true }

  init(today: Day, shape: Shape = .month) {
    month = MonthGrid(of: today)
    self.shape = shape
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .activated(let id):
      if let text = id.tail(of: "day."), let chosen = Day(text) {
        day = day == chosen ? nil : chosen
        return []
      }
      return open(id, context)
    case .focusMoved(let id):
      focused = id.tail(of: "item.")
      return []
    case .actionInvoked("agenda.shape"):
      shape = shape == .month ? .list : .month
      return [.focus("")]
    case .actionInvoked("agenda.previous"): return turn(by: -1)
    case .actionInvoked("agenda.next"): return turn(by: 1)
    case .actionInvoked("agenda.member"):
      filter = filter.next(among: context.session.agendaItems)
      return [.notify(filter.title(context.session.agendaItems))]
    case .actionInvoked("agenda.save"):
      let items = visible(context.session.calendarItems)
      let one = items.first { $0.id == focused }
      return [.push(SaveCalendarScreen(all: items, one: one))]
    default: return []
    }
  }

  private mutating func turn(by months: Int) -> [Effect] {
    month = month.adding(months: months)
    day = nil
    return shape == .month ? [.focus("")] : []
  }

  private func open(_ id: ViewID, _ context: ScreenContext) -> [Effect] {
    guard let name = id.tail(of: "item."),
      let item = context.session.agendaItems.first(where: { $0.id == name })
    else { return [] }
    return item.origin.open(context)
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .medical(.documentOpened(let document, let patient)) = outcome {
      return [.push(MedicalDocumentScreen(document: document, patient: patient))]
    }
    return []
  }

  func actions(_ context: ScreenContext) -> [Action] { ActionGroup.agenda.actions(context) }

  /// What the page shows: the month, a day of it, or all that is to come.
  private func visible(_ all: [AgendaItem]) -> [AgendaItem] {
    let items = all.filter(filter.contains)
    switch shape {
    case .list: return items
    case .month:
      return items.filter { item in day.map { $0 == item.day } ?? month.contains(item.day) }
    }
  }

  func view(_ context: ScreenContext) -> Page {
    let items = visible(context.session.agendaItems)
    var body: [View] = conflicts(context)
    switch shape {
    case .month:
      let all = context.session.agendaItems.filter(filter.contains)
      body += [
        .heading(
          AgendaWords.title(of: month, context.language),
          note: context.say(filter.title(context.session.agendaItems))),
        MonthView(month: month, today: context.today, chosen: day, items: all)
          .table(context), .gap,
        .heading(
          day.map { DateWords.long($0, today: context.today, context.language) }
            ?? context.say(AgendaWords.thisMonth), note: String(items.count)),
      ]
      body.append(contentsOf: rows(items, context))
    case .list:
      for urgency in AgendaItem.Urgency.allCases {
        let some = items.filter { $0.urgency(on: context.today) == urgency }
        guard !some.isEmpty else { continue }
        body += [.heading(context.say(urgency.title), note: String(some.count))]
        body += rows(some, context) + [.gap]
      }
      if items.isEmpty { body.append(.text(StyledText(context.say(AgendaWords.nothing)))) }
    }
    return Page(
      path: [context.say(Section.appointments.title), context.say(AgendaWords.agenda)],
      status: context.status, body: body, initialFocus: initialFocus(items, context))
  }

  private func initialFocus(_ items: [AgendaItem], _ context: ScreenContext) -> ViewID? {
    guard shape == .month else { return items.first.map { ViewID("item.\($0.id)") } }
    let days = Set(
      context.session.agendaItems.filter(filter.contains).map(\.day).filter(month.contains))
    let first = days.filter { $0 >= context.today }.min() ?? days.min()
    return first.map { ViewID("day.\($0)") }
  }

  private func rows(_ items: [AgendaItem], _ context: ScreenContext) -> [View] {
    items.isEmpty
      ? [.text(StyledText(context.say(AgendaWords.nothing), .dim))]
      : [.rows(items.map { $0.row(context) })]
  }

  private func conflicts(_ context: ScreenContext) -> [View] {
    let way = context.fittings.preferences.way
    let found = AgendaConflict.all(among: context.session.agendaItems, wayMinutes: way)
    guard !found.isEmpty else { return [] }
    return [
      .alert(
        Alert(
          .warning, StyledText(context.say(AgendaWords.conflicts)),
          lines: found.map { (nil, StyledText(context.say($0.sentence(way: way)))) })),
      .gap,
    ]
  }
}
