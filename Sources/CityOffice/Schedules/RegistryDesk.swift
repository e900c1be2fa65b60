import Cabinet

/// Something that an institution does with its register, and when.
public struct RegistryStep: Sendable, Equatable {
  /// When.
  public var at: Timestamp
  /// What.
  public var event: RegistryEvent
  /// Who is recorded as acting: the institution, or the clock where a term runs out.
  public var by: Party
}

/// The reception of an institution: closes what is over, and offers what became free.
///
/// It keeps nothing: what it does follows from the register and the timetable alone, so that any process
/// can go on where another stopped.
public struct RegistryDesk: Sendable {
  /// The times of the institutions.
  public let timetable: Timetable

  /// Opens a desk.
  public init(timetable: Timetable) {
    self.timetable = timetable
  }

  /// What is to be done until a moment with the register as it is, the earliest first.
  ///
  /// More may follow from it: it is asked again until nothing is left.
  public func dueSteps(_ registry: Registry, named name: String, until moment: Timestamp)
    -> [RegistryStep]
  {
    let changes = registry.bookings.values.compactMap { nextStep(for: $0, in: registry) }
      .sorted { $0.event.subject < $1.event.subject }
    // Of two who wait for the same time, it is for the one who has waited longer.
    let offers = registry.waiting.compactMap {
      offer(to: $0, registry, named: name, until: moment)
    }
    return (changes + offers).filter { $0.at <= moment }.enumerated().sorted {
      $0.element.at != $1.element.at ? $0.element.at < $1.element.at : $0.offset < $1.offset
    }.map(\.element)
  }

  /// The next thing that becomes of an appointment by itself.
  public func step(for booking: Booking) -> RegistryStep? {
    guard booking.isActive else { return nil }
    if let until = booking.payUntil {
      return marked(
        booking, at: until, by: .clock,
        [(.informed, 2, ""), (.refused, 3, "Запись не оплачена за 15 минут, время свободно.")])
    }
    let control = booking.history.last {
      $0.code == .cancelAvailable || $0.code == .cancelUnavailable
    }
    if control?.code != .cancelUnavailable, !booking.isCheckedIn {
      return marked(
        booking, at: booking.changeableUntil, by: .clock,
        [(.cancelUnavailable, nil, ""), (.moveUnavailable, nil, "")])
    }
    let rules = booking.kind.rules
    if booking.kind.needsCheckIn, !booking.isCheckedIn {
      return marked(
        booking, at: booking.at.adding(seconds: rules.noShowMinutes * 60), by: .clock,
        [(.refused, 2, "Вы не отметились в течение \(rules.noShowMinutes) минут после начала.")])
    }
    if booking.kind == .vetOnline, booking.isPaid, timetable.callFails(at: booking.talon.slot) {
      return RegistryStep(
        at: booking.end,
        event: ended(booking, by: .failedWhenPaid, at: booking.end, Self.failedCall), by: .office)
    }
    return marked(
      booking, at: booking.end, by: .office, [(.provided, nil, VisitRecord.text(of: booking))])
  }

  private func marked(
    _ booking: Booking, at moment: Timestamp, by party: Party,
    _ marks: [(BookingStatus, Int?, String)]
  ) -> RegistryStep {
    RegistryStep(
      at: moment,
      event: .marked(
        booking: booking.id,
        marks.map { BookingMark($0.0, reason: $0.1, at: moment, by: party, note: $0.2) }),
      by: party)
  }
}

extension RegistryEvent {
  /// What it concerns, to put steps of one moment in an order.
  fileprivate var subject: String {
    switch self {
    case .held(let booking, _): booking.id
    case .released(let id), .confirmed(let id, _, _), .moved(let id, _, _), .marked(let id, _): id
    case .waitingBegan(let request): request.id
    case .waitingEnded(let id), .offered(let id, _): id
    }
  }
}
