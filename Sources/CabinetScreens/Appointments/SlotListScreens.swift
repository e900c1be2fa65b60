import Cabinet
import CabinetServices
import TerminalUI

/// All free times of one day, each with its doctor.
struct DaySlotsScreen: Screen {
  let grid: SlotGridScreen
  let day: Day
  private let slots: [SlotID]

  var section: Section? { .appointments }

  init(grid: SlotGridScreen, day: Day, slots: [SlotID]) {
    self.grid = grid
    self.day = day
    self.slots = slots.filter { $0.at.day == day }
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event, let slot = id.tail(of: "slot.").flatMap({ SlotID($0) })
    else { return [] }
    return grid.choose(slot, context)
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .booking(.held(let booking)): return [.replace(ConfirmBookingScreen(booking: booking))]
    case .booking(.moved(let booking)):
      return [
        .abandon, .open(.appointments), .push(AppointmentScreen(id: booking.id)),
        .notify(BookingWords.moved),
      ]
    default: return []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    let date =
      "\(DateWords.weekday(day, context.language))\u{A0}"
      + DateWords.long(day, today: context.today, context.language)
    return Page(
      path: [grid.path(context)[1], date], status: grid.status(context),
      body: [
        .list(
          List(
            id: "slots", label: context.say(BookingWords.freeTimes), count: slots.count,
            emptyText: StyledText("–")
          ) { index in
            let talon = context.session.talon(slots[index], kind: grid.request.kind)
            return Row(
              id: ViewID("slot.\(slots[index])"),
              leading: StyledText(String(slots[index].at.clock.prefix(5)), .strong),
              title: StyledText(context.name(talon?.specialist ?? "")),
              details: [.text(StyledText(talon.map { context.say($0.place) } ?? "", .dim))])
          })
      ], initialFocus: "slots")
  }
}

/// The doctors of a speciality, each with what they have free.
struct SpecialistsScreen: Screen {
  let grid: SlotGridScreen
  private let people: [(person: Specialist, slots: [SlotID])]

  var section: Section? { .appointments }

  init(grid: SlotGridScreen, _ context: ScreenContext) {
    self.grid = grid
    people = grid.people(context)
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    if id == "all" { return [.pop, .replace(grid.with(nil, context))] }
    guard let chosen = id.tail(of: "doctor."),
      let person = people.first(where: { $0.person.id == chosen })?.person
    else { return [] }
    return [.pop, .replace(grid.with(person, context))]
  }

  func view(_ context: ScreenContext) -> Page {
    let rows = people.map { entry in
      let branch = context.session.branch(of: entry.person, in: grid.registry)
      let state = entry.slots.first.map {
        "\(context.say(BookingWords.nearestTime)) \(DateWords.dayAndTime($0.at, context.language))"
      }
      return Row(
        id: entry.slots.isEmpty ? nil : ViewID("doctor.\(entry.person.id)"),
        title: StyledText(context.name(entry.person.name), entry.slots.isEmpty ? .dim : .plain),
        details: [
          .text(StyledText(context.say(branch))),
          .text(StyledText(state ?? context.say(BookingWords.full), .dim)),
        ])
    }
    return Page(
      path: [grid.path(context)[1], context.say(BookingWords.specialists)],
      status: grid.status(context),
      body: [
        .rows([Row(id: "all", title: StyledText(context.say(BookingWords.allDoctors)))]), .gap,
        .rows(rows),
      ])
  }
}

extension SlotOffer {
  /// A line that offers it.
  func row(_ context: ScreenContext) -> Row {
    Row(
      id: ViewID("slot.\(id)"),
      leading: StyledText(DateWords.dayAndTime(slot.at, context.language), .strong),
      title: StyledText(context.name(talon.specialist)),
      details: [.text(StyledText(context.say(talon.place), .dim))])
  }
}

/// A time was lost to someone faster: the nearest ones, one key away.
struct NearestTimesScreen: Screen {
  let failure: BookingFailure
  let nearest: [SlotOffer]
  let effect: BookingEffect

  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    guard let slot = id.tail(of: "slot.").flatMap({ SlotID($0) }) else { return [.pop] }
    switch effect {
    case .hold(_, let request): return [.pop, .booking(.hold(slot, request))]
    case .move(let booking, _): return [.pop, .booking(.move(booking, to: slot))]
    case .confirm(let id, _):
      guard let booking = try? context.session.booking(id) else { return [.pop] }
      return [.pop, .booking(.hold(slot, BookingRequest(repeating: booking)))]
    default: return [.pop]
    }
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(AppWords.failureTitle)],
      body: [
        .alert(Alert(.problem, StyledText(context.say(failure.reason)))), .gap,
        .heading(context.say(BookingWords.nearestTimes)),
        .rows(nearest.map { $0.row(context) }), .gap,
        .buttons([Button(id: "close", context.say(AppWords.close))]),
      ])
  }
}
