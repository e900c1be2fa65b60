import Cabinet

extension CabinetSession {
  /// All that has a date, of the resident and the family, in the order of time.
  ///
  /// What cannot be read now (a damaged medical register, say) is left out.
  public var agendaItems: [AgendaItem] {
    Self.sorted(ownAgendaItems + medicalAgendaItems + rulesAgendaItems)
  }

  /// What other calendars are told: all that has a date, and the appointments to come that were called off, which
  /// they have perhaps.
  public var calendarItems: [AgendaItem] {
    let calledOff = appointments.filter { $0.isCalledOff && $0.at > now }
    return Self.sorted(agendaItems + calledOff.map(Self.item(of:)))
  }

  /// What the resident is to be reminded of today, the nearest first; it needs no catalogue.
  public var reminders: [AgendaItem] {
    let today = today
    return Self.sorted((ownAgendaItems + rulesAgendaItems).filter { $0.isReminded(on: today) })
  }

  /// What the cabinet itself holds: appointments, requests, decisions, drafts.
  private var ownAgendaItems: [AgendaItem] {
    appointmentAgendaItems + paymentAgendaItems + applicationAgendaItems + draftAgendaItems
  }

  private static func sorted(_ items: [AgendaItem]) -> [AgendaItem] {
    items.sorted { $0.start != $1.start ? $0.start < $1.start : $0.id < $1.id }
  }

  private var applicationAgendaItems: [AgendaItem] {
    state.applications.compactMap { application in
      let name = application.submission.shortName
      if let due = application.openRequest?.due {
        return Self.item(
          "request", .request, on: due, of: application,
          Phrase("Ответить ведомству: \(name.ru)", "Reply to the agency: \(name.en)"))
      }
      guard !application.isClosed, let due = dueDay(of: application) else { return nil }
      return Self.item(
        "decision", .decision, on: due, of: application,
        Phrase("Решение: \(name.ru)", "Decision: \(name.en)"))
    }
  }

  private static func item(
    _ name: String, _ kind: AgendaItem.Kind, on day: Day, of application: Application,
    _ title: Phrase
  ) -> AgendaItem {
    var item = AgendaItem(
      id: "\(name)-\(application.id)", kind: kind, when: .day(day), title: title,
      origin: .application(application.id), needsResident: kind == .request)
    // A term that stood still ends later: each event may have moved the day.
    item.revision = application.history.count
    item.changed = application.lastEvent.at
    return item
  }

  private var draftAgendaItems: [AgendaItem] {
    state.drafts.filter { !$0.isDiscarded }.map { draft in
      AgendaItem(
        id: "draft-\(draft.id)", kind: .draft, when: .day(draft.keptUntil),
        title: Phrase(
          "Черновик хранится последний день: \(draft.name.ru)",
          "Last day of the draft: \(draft.name.en)"),
        origin: .draft(draft.id), needsResident: true)
    }
  }

  private var appointmentAgendaItems: [AgendaItem] {
    upcomingAppointments.map(Self.item(of:))
  }

  private static func item(of booking: Booking) -> AgendaItem {
    let talon = booking.talon
    var item = AgendaItem(
      id: "booking-\(booking.id)", kind: .appointment,
      when: .time(booking.at, end: booking.end),
      title: Phrase(
        "\(talon.title.ru) · \(talon.place.ru)", "\(talon.title.en) · \(talon.place.en)"),
      address: booking.kind.isOnline ? "" : talon.address,
      member: booking.subject.isSelf ? nil : booking.subject.id,
      memberName: booking.subject.isSelf ? "" : booking.subject.name,
      origin: .booking(booking.id), needsResident: !booking.isCalledOff)
    item.revision = booking.revision
    item.changed = booking.history.last?.at
    item.isCancelled = booking.isCalledOff
    return item
  }

  private var paymentAgendaItems: [AgendaItem] {
    upcomingAppointments.compactMap { booking in
      guard let until = booking.payUntil else { return nil }
      let title = booking.talon.title
      return AgendaItem(
        id: "payment-\(booking.id)", kind: .payment, when: .time(until, end: until),
        title: Phrase("Оплатить: \(title.ru)", "Pay: \(title.en)"),
        member: booking.subject.isSelf ? nil : booking.subject.id,
        memberName: booking.subject.isSelf ? "" : booking.subject.name,
        origin: .booking(booking.id), needsResident: true)
    }
  }
}
