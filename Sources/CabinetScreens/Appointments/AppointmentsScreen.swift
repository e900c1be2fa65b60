import Cabinet
import CabinetServices
import TerminalUI

/// One's appointments, and all that one can be booked for.
struct AppointmentsScreen: Screen {
  /// How many past ones are listed.
  private static let pastShown = 5

  var section: Section? { .appointments }
  var hasAside: Bool { true }

  /// The screen on which an appointment's row opens; nothing for other rows.
  static func open(_ id: ViewID, _ context: ScreenContext) -> [Effect] {
    guard let id = id.tail(of: "booking."), let booking = try? context.session.booking(id) else {
      return []
    }
    return booking.isHold
      ? [.push(ConfirmBookingScreen(booking: booking))] : [.push(AppointmentScreen(id: id))]
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    if case .actionInvoked("agenda") = event {
      return [.push(AgendaScreen(today: context.today))]
    }
    guard case .activated(let id) = event else { return [] }
    switch id {
    case "agenda": return [.push(AgendaScreen(today: context.today))]
    case "new.doctor": return [.push(DoctorScreen(kind: .doctor, context))]
    case "new.doctorHome": return [.push(DoctorScreen(kind: .doctorHome, context))]
    case "new.vet": return [.push(VetScreen(kind: .vet, context))]
    case "new.vetHome": return [.push(VetScreen(kind: .vetHome, context))]
    case "new.vetOnline": return [.push(VetScreen(kind: .vetOnline, context))]
    case "new.consultation": return [.push(ConsultationScreen(context))]
    case "others": return [.push(BookableServicesScreen())]
    default: break
    }
    if let request = id.tail(of: "waiting.") {
      return [
        .push(
          ConfirmScreen(
            question: BookingWords.stopQuestion, confirm: BookingWords.stopWaiting,
            effects: [.booking(.stopWaiting(request))]))
      ]
    }
    return Self.open(id, context)
  }

  func actions(_ context: ScreenContext) -> [Action] {
    ActionGroup.appointments.actions(context)
  }

  func view(_ context: ScreenContext) -> Page {
    let session = context.session
    let needs = session.appointmentNeeds
    let all = session.appointments
    let upcoming = all.filter(\.isActive)
    let past = all.filter { booking in
      booking.isClosed && !needs.contains { $0.booking.id == booking.id }
    }.reversed().prefix(Self.pastShown)
    let waiting = session.waitingRequests
    var body: [View] = []
    func part(_ title: Phrase, _ rows: [Row], note: String = "") {
      guard !rows.isEmpty else { return }
      body += [.heading(context.say(title), note: note), .rows(rows), .gap]
    }
    part(BookingWords.needs, needs.map { $0.row(context) }, note: String(needs.count))
    part(
      BookingWords.upcoming,
      upcoming.filter { booking in !needs.contains { $0.booking.id == booking.id } }
        .map { $0.row(context) }, note: String(upcoming.count))
    part(BookingWords.waiting, waiting.map { row($0, context) }, note: String(waiting.count))
    if all.isEmpty, waiting.isEmpty, needs.isEmpty {
      body += [.text(StyledText(context.say(BookingWords.none))), .gap]
    }
    part(BookingWords.book, choices(context))
    part(BookingWords.past, past.map { $0.row(context) })
    return Page(
      path: [context.say(Section.appointments.title)], status: context.status,
      sections: Section.list(current: .appointments, context), body: body)
  }

  private func choices(_ context: ScreenContext) -> [Row] {
    let choices: [(ViewID, Phrase)] = [
      ("new.doctor", BookingWords.toDoctor), ("new.doctorHome", BookingWords.doctorHome),
      ("new.vet", BookingWords.toVet), ("new.vetHome", BookingWords.vetHome),
      ("new.vetOnline", BookingWords.vetOnline),
      ("new.consultation", BookingWords.consultation), ("others", BookingWords.others),
      ("agenda", AgendaWords.agenda),
    ]
    return choices.map { Row(id: $0.0, title: StyledText(context.say($0.1))) }
  }

  private func row(_ request: WaitingRequest, _ context: ScreenContext) -> Row {
    let who = request.subject.isSelf ? "" : " · \(request.subject.name)"
    return Row(
      id: ViewID("waiting.\(request.id)"),
      title: StyledText(context.say(request.title) + who),
      details: [
        .text(
          StyledText(
            "\(context.say(BookingWords.waitsSince)) "
              + DateWords.short(request.since.day, context.language), .dim))
      ])
  }
}

/// The services of the catalogue that are given by appointment.
struct BookableServicesScreen: Screen {
  var section: Section? { .appointments }
  var hasAside: Bool { true }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event, let service = id.tail(of: "service.") else { return [] }
    return [.push(ServiceScreen(id: service))]
  }

  func view(_ context: ScreenContext) -> Page {
    let services = context.session.directory.services.filter { $0.kind == .booking }
    return Page(
      path: [context.say(Section.appointments.title), context.say(BookingWords.others)],
      status: context.status,
      body: [
        .list(
          List(
            id: "services", label: context.say(BookingWords.services), count: services.count,
            emptyText: StyledText(context.say(FollowWords.nothingLike))
          ) { index in
            Row(
              id: ViewID("service.\(services[index].id)"),
              title: StyledText(context.say(services[index].shortName)))
          })
      ], initialFocus: "services")
  }
}
