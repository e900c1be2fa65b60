import Cabinet
import CabinetServices
import TerminalUI

/// An appointment: its slip, what became of it, and what can be done now.
struct AppointmentScreen: Screen {
  let id: String

  var section: Section? { .appointments }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard let booking = try? context.session.booking(id) else { return [] }
    if case .activated(let row) = event, let slot = row.tail(of: "slot.").flatMap({ SlotID($0) }) {
      return [.booking(.hold(slot, BookingRequest(repeating: booking)))]
    }
    switch event {
    case .activated("move"), .actionInvoked("booking.move"):
      guard booking.canMove(at: context.session.now) else { return [] }
      let places = context.session.placesToMove(booking)
      guard places.count == 1 else { return [.push(PlacesToMoveScreen(booking: booking))] }
      return [.push(SlotGridScreen(moving: booking, to: places[0].id, context))]
    case .activated("cancel"), .actionInvoked("booking.cancel"):
      guard booking.canCancel(at: context.session.now) else { return [] }
      return [
        .push(
          ConfirmScreen(
            question: booking.isPaid
              ? BookingWords.cancelPaidQuestion : BookingWords.cancelQuestion,
            confirm: BookingWords.cancel,
            effects: [.booking(.cancel(id))]))
      ]
    case .activated("come"): return [.booking(.checkIn(id))]
    case .activated("pay"): return [.push(PayBookingScreen(id: id))]
    case .activated("refund"): return [.push(PayBookingScreen(id: id))]
    case .activated("noted"): return [.booking(.readNotice(id))]
    case .activated("again"): return [.push(booking.again(context))]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .booking(.cancelled): [.notify(BookingWords.cancelled)]
    case .booking(.checkedIn): [.notify(BookingWords.checkedIn)]
    case .booking(.held(let booking)): [.push(ConfirmBookingScreen(booking: booking))]
    default: []
    }
  }

  func actions(_ context: ScreenContext) -> [Action] {
    guard let booking = try? context.session.booking(id) else { return [] }
    let now = context.session.now
    return ActionGroup.appointment.actions(context) { id in
      id == "booking.move" ? booking.canMove(at: now) : booking.canCancel(at: now)
    }
  }

  func view(_ context: ScreenContext) -> Page {
    guard let booking = try? context.session.booking(id) else {
      return Page(
        path: [id],
        body: [.text(StyledText(context.say(BookingFailure.noSuchBooking(id).phrase)))])
    }
    let state = booking.mark?.title ?? BookingWords.kept
    var facts = booking.facts(context)
    facts.insert(
      Fact(context.say(BookingWords.number), StyledText(booking.number)), at: min(1, facts.count))
    if let link = booking.details["link"], booking.isActive, booking.payUntil == nil {
      facts.append(Fact(context.say(BookingWords.link), StyledText(link)))
    }
    if booking.canCancel(at: context.session.now) {
      let until =
        booking.kind.rules.changeMinutes == 0
        ? context.say(BookingWords.beforeStart) : context.until(booking.changeableUntil)
      facts.append(Fact(context.say(BookingWords.canChange), StyledText(until)))
    }
    let buttons = buttons(booking, context)
    let row: [View] = buttons.isEmpty ? [] : [.buttons(buttons), .gap]
    // What is to be done about news stands beside the news.
    let slip = booking.notice == nil ? [.facts(facts), .gap] + row : row + [.facts(facts), .gap]
    return Page(
      path: [context.say(Section.appointments.title), booking.shortTitle(context)],
      status: context.status,
      body: [.heading(context.say(booking.kind.title), note: context.say(state))]
        + notice(booking, context) + slip + history(booking, context),
      identity: "status \(booking.status?.rawValue ?? 0)")
  }

  /// What the institution did, and the times that there are instead, one key away.
  private func notice(_ booking: Booking, _ context: ScreenContext) -> [View] {
    guard let notice = booking.notice else { return [] }
    let isOver = booking.isRefunded || booking.isActive
    let words = [notice.happened, notice.kept, notice.next].map { context.say($0) }
    var views: [View] = [
      .alert(
        Alert(
          isOver ? .note : .warning, StyledText(words[0]),
          lines: words.dropFirst().filter { !$0.isEmpty }.map { (nil, StyledText($0)) })), .gap,
    ]
    guard context.session.isUnread(booking), !booking.isActive else { return views }
    let offers = context.session.timesInstead(of: booking)
    if !offers.isEmpty {
      views += [
        .heading(context.say(BookingWords.nearestTimes)), .rows(offers.map { $0.row(context) }),
        .gap,
      ]
    }
    return views
  }

  private func buttons(_ booking: Booking, _ context: ScreenContext) -> [Button] {
    let now = context.session.now
    var buttons: [Button] = []
    if booking.awaitsRefund {
      buttons.append(Button(id: "refund", context.say(BookingWords.takeBack)))
    }
    if context.session.isUnread(booking) {
      buttons.append(Button(id: "noted", context.say(BookingWords.noted)))
    }
    if booking.payUntil != nil {
      buttons.append(Button(id: "pay", context.say(BookingWords.pay)))
    }
    if booking.canCheckIn(at: now) {
      let title = booking.kind.isOnline ? BookingWords.join : BookingWords.checkIn
      buttons.append(Button(id: "come", context.say(title)))
    }
    if booking.canMove(at: now) {
      buttons.append(Button(id: "move", context.say(BookingWords.move)))
    }
    if booking.canCancel(at: now) {
      buttons.append(Button(id: "cancel", context.say(BookingWords.cancel)))
    }
    if booking.isClosed { buttons.append(Button(id: "again", context.say(BookingWords.again))) }
    return buttons
  }

  private func history(_ booking: Booking, _ context: ScreenContext) -> [View] {
    let rows = booking.visibleHistory.map { mark in
      let words = context.say(BookingNote.phrase(mark.note, of: booking))
      let note = words.isEmpty ? "" : ": \(words)"
      return Row(
        leading: StyledText(DateWords.dayAndTime(mark.at, context.language), .dim),
        title: StyledText(context.say(mark.title))
          + StyledText(note),
        details: [.code(mark.fullCode)])
    }
    return rows.isEmpty ? [] : [.heading(context.say(BookingWords.history)), .rows(rows)]
  }
}

extension Booking {
  /// The screen on which the like of it is booked.
  func again(_ context: ScreenContext) -> any Screen {
    switch kind {
    case .doctor, .doctorHome: DoctorScreen(kind: kind, context, who: subject.id)
    case .vet, .vetHome, .vetOnline: VetScreen(kind: kind, context, pet: subject.id)
    case .consultation: ConsultationScreen(context)
    }
  }
}
