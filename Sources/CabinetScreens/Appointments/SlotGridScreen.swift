import Cabinet
import CabinetServices
import TerminalUI

/// A week of free times, read at a glance: days across, parts of the day down.
///
/// The same screen chooses a first time and another one for an appointment that is moved.
struct SlotGridScreen: Screen {
  /// The days shown at once.
  private static let daysShown = 6

  let request: BookingRequest
  let registry: String
  /// The appointment that is moved; nil for a new one.
  let moving: Booking?
  /// The doctor chosen; nil for whoever has the time.
  private var specialist: Specialist?
  private var slots: [SlotID] = []
  private var days: [Day] = []
  private var first = 0
  private var focused: SlotID?
  /// True where the register has to be read before anything can be told of it.
  private var isUnread = false

  var section: Section? { .appointments }
  var focusUse: FocusUse { .shown }

  init(
    request: BookingRequest, registry: String, moving: Booking? = nil,
    specialist: Specialist? = nil, _ context: ScreenContext
  ) {
    self.request = request
    self.registry = registry
    self.moving = moving
    self.specialist = specialist
    look(context)
  }

  /// The length of an appointment that is moved stays what it was.
  private func question(_ context: ScreenContext) -> SlotQuestion? {
    if let moving {
      return SlotQuestion(
        kind: moving.kind, speciality: moving.talon.speciality,
        minutes: moving.kind.isVet ? moving.talon.slot.minutes : nil, specialist: specialist?.id)
    }
    return try? context.session.question(request, specialist: specialist?.id)
  }

  func opened() -> [Effect] { isUnread ? [.booking(.read(registry: registry))] : [] }

  private mutating func look(_ context: ScreenContext) {
    isUnread = !context.session.knowsTimes(of: registry)
    guard !isUnread else { return }
    slots = question(context).flatMap { try? context.session.slots($0, in: registry) } ?? []
    let withTimes = Set(slots.map(\.at.day))
    days = context.session.openDays(request.kind).filter {
      withTimes.contains($0) || context.session.isWorkingDay($0)
    }
    first = min(first, max(0, (days.count - 1) / Self.daysShown * Self.daysShown))
    if let focused, !slots.contains(focused) { self.focused = nil }
  }

  private var shownDays: ArraySlice<Day> { days.dropFirst(first).prefix(Self.daysShown) }

  /// The slot that a cell stands for: whoever comes first has the time.
  private func slot(_ id: ViewID) -> SlotID? {
    id.tail(of: "slot.").flatMap { SlotID($0) }
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .focusMoved(let id):
      focused = slot(id)
      return []
    case .activated("wait"), .actionInvoked("slots.wait"):
      return [.booking(.wait(request, registry: registry))]
    case .activated(let id):
      if let slot = slot(id) { return choose(slot, context) }
      if let day = id.tail(of: "day.").flatMap({ Day($0.prefix(10)) }) {
        return [.push(DaySlotsScreen(grid: self, day: day, slots: slots))]
      }
      return []
    case .actionInvoked("slots.later"):
      if first + Self.daysShown < days.count {
        first += Self.daysShown
        focused = nil
      }
      return []
    case .actionInvoked("slots.earlier"):
      first = max(0, first - Self.daysShown)
      focused = nil
      return []
    case .actionInvoked("slots.doctors"):
      return [.push(SpecialistsScreen(grid: self, context))]
    default: return []
    }
  }

  /// What choosing a time does: keeps it, or asks before an appointment is moved to it.
  func choose(_ slot: SlotID, _ context: ScreenContext) -> [Effect] {
    guard let moving else { return [.booking(.hold(slot, request))] }
    let from = DateWords.dayAndTime(moving.at, context.language)
    var to = DateWords.dayAndTime(slot.at, context.language)
    if slot.registry != moving.talon.slot.registry,
      let place = context.session.institution(slot.registry)
    {
      to += " (\(context.say(place.name)))"
    }
    return [
      .push(
        ConfirmScreen(
          question: Phrase(
            "Перенести запись с \(from) на \(to)? Старое время освободится.",
            "Move the appointment from \(from) to \(to)? The old time is given up."),
          confirm: BookingWords.move, effects: [.booking(.move(moving.id, to: slot))]))
    ]
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .booking(.readingStopped) = outcome { return [.pop] }
    look(context)
    switch outcome {
    case .booking(.held(let booking)): return [.push(ConfirmBookingScreen(booking: booking))]
    case .booking(.moved(let booking)):
      if booking.id == moving?.id { return [.pop, .notify(BookingWords.moved)] }
      return [
        .abandon, .open(.appointments), .push(AppointmentScreen(id: booking.id)),
        .notify(BookingWords.moved),
      ]
    case .booking(.waiting):
      return [.abandon, .open(.appointments), .notify(BookingWords.nowWaiting)]
    default: return []
    }
  }

  func actions(_ context: ScreenContext) -> [Action] {
    ActionGroup.slots.actions(context) {
      $0 != "slots.wait" || slots.isEmpty && !isUnread && moving == nil
    }
  }

  /// The grid with another doctor, or with all.
  func with(_ specialist: Specialist?, _ context: ScreenContext) -> SlotGridScreen {
    SlotGridScreen(
      request: request, registry: registry, moving: moving, specialist: specialist, context)
  }

  /// Those whose times the grid shows when no doctor is chosen, with the number of each.
  func people(_ context: ScreenContext) -> [(person: Specialist, slots: [SlotID])] {
    guard var question = question(context) else { return [] }
    question.specialist = nil
    let all = (try? context.session.slots(question, in: registry)) ?? []
    return context.session.specialists(question, in: registry).map { person in
      (person, all.filter { $0.specialist == person.id })
    }
  }

  /// Where one is: `Запись › Участковый терапевт, ГП № 68`.
  func path(_ context: ScreenContext) -> [String] {
    let speciality = context.session.speciality(request.speciality)?.name ?? Phrase("", "")
    let place = context.session.institution(registry)?.name ?? Phrase("", "")
    let verb = moving == nil ? BookingWords.choosing : BookingWords.moving
    let who = specialist.map { context.name($0.name) } ?? context.say(speciality)
    return [context.say(verb), "\(who), \(context.say(place))"]
  }

  /// For whom: `для: вы`.
  func status(_ context: ScreenContext) -> String {
    let name = request.subject.isSelf ? context.say(BookingWords.forYou) : request.subject.name
    return "\(context.say(BookingWords.forWhom)): \(name)"
  }

  func view(_ context: ScreenContext) -> Page {
    var body: [View] = []
    if isUnread {
      body.append(.text(StyledText(context.say(BookingWords.unread), .dim)))
    } else if slots.isEmpty {
      body += [
        .alert(Alert(.warning, StyledText(context.say(BookingWords.nothingFree)))), .gap,
      ]
      if moving == nil {
        body.append(.buttons([Button(id: "wait", context.say(BookingWords.wait))]))
      }
    } else {
      let grid = SlotGrid(slots: slots, days: Array(shownDays))
      body += [.table(grid.table(context)), .gap] + about(focused ?? grid.first, context)
      let word = moving == nil ? BookingWords.keptTen : BookingWords.oldStays
      body += [.gap, .text(StyledText(context.say(word), .dim))]
    }
    let focus = focused ?? SlotGrid(slots: slots, days: Array(shownDays)).first
    return Page(
      path: path(context), status: status(context), body: body,
      initialFocus: focus.map { ViewID("slot.\($0)") }, identity: "\(first)")
  }

  /// What the time under the cursor means.
  private func about(_ slot: SlotID?, _ context: ScreenContext) -> [View] {
    guard let slot, let talon = context.session.talon(slot, kind: request.kind) else { return [] }
    var parts = [
      DateWords.weekdayAndTime(slot.at, today: context.today, context.language),
      context.name(talon.specialist),
    ]
    if !talon.room.isEmpty { parts.append(talon.roomInWords(context)) }
    let place =
      if request.kind.isOnline {
        context.say(BookingWords.video)
      } else if request.kind.isAtHome {
        "\(context.say(BookingWords.atHome)): \(context.place(talon.address))"
      } else {
        "\(context.say(talon.place)) · \(context.place(talon.address))"
      }
    let others = slots.count { $0.at == slot.at } - 1
    var views: [View] = [
      .text(StyledText(parts.joined(separator: " · "), .strong)), .text(StyledText(place)),
    ]
    if others > 0, specialist == nil {
      views.append(
        .text(
          StyledText(
            context.say(BookingWords.sameTime)
              + context.say(
                Phrase(
                  " ещё у \(Plural.specialists.ru(others)): v — выбрать",
                  " \(Plural.specialists.en(others)) more: v chooses one")), .dim)))
    }
    return views
  }
}

extension Talon {
  /// `каб. 214 · 3-й этаж`.
  func roomInWords(_ context: ScreenContext) -> String {
    let room = "\(context.say(BookingWords.room))\u{A0}\(room)"
    guard let floor else { return room }
    return room + context.say(Phrase(" · \(floor)-й\u{A0}этаж", " · floor\u{A0}\(floor)"))
  }
}
