import Cabinet
import CityOffice

extension CabinetSession {
  /// Books a time that is kept.
  ///
  /// - Parameters:
  ///   - details: what was told since: the question to ask, the complaint.
  /// - Throws: ``BookingFailure/holdRanOut(_:)`` where the ten minutes are over.
  @discardableResult
  public func confirm(_ id: String, details: [String: String] = [:]) throws(CabinetFailure)
    -> Booking
  {
    if let name = try? registry(of: id), let hold = try registers.booking(id, in: name),
      hold.isHold, hold.isKept(at: now)
    {
      try refuseForeign(hold)
      try claimElsewhere(hold)
    }
    do {
      return try change(id) { booking, now throws(CabinetFailure) in
        try self.confirmation(of: booking, details, at: now)
      }
    } catch .booking(.slotRefused(let problem, _)) {
      throw .booking(.slotRefused(problem, nearest: timesInstead(of: try booking(id))))
    }
  }

  private func confirmation(of booking: Booking, _ details: [String: String], at now: Timestamp)
    throws(CabinetFailure) -> RegistryEvent?
  {
    guard booking.isHold else { return nil }
    guard !reception.timetable.isAway(booking.talon.slot, now: now) else {
      throw .booking(.slotRefused(.away, nearest: []))
    }
    let isToBePaid = booking.kind.rules.payMinutes != nil && booking.price > 0
    var details = details
    if booking.kind.isOnline { details["link"] = Self.link(to: booking) }
    return .confirmed(
      booking: booking.id, details: details,
      [
        BookingMark(
          .recorded, reason: isToBePaid ? 2 : nil, at: now, by: .office,
          note: Self.note(on: booking.talon)),
        BookingMark(.cancelAvailable, at: now, by: .office),
        BookingMark(.moveAvailable, at: now, by: .office),
      ])
  }

  /// Gives up a time that is kept; one that is not kept any more is given up already.
  public func release(_ id: String) throws(CabinetFailure) {
    try change(id) { booking, _ in booking.isHold ? .released(booking: id) : nil }
  }

  /// Moves an appointment: the new time is booked and the old one freed by one record, or neither.
  ///
  /// To another institution it is booked first and cancelled then; see `moveElsewhere`.
  @discardableResult
  public func move(_ id: String, to slot: SlotID) throws(CabinetFailure) -> Booking {
    try runReceptions(until: now)
    let booking = try booking(id)
    var question = SlotQuestion(kind: booking.kind, speciality: booking.talon.speciality)
    if booking.kind.isVet { question.minutes = booking.talon.slot.minutes }
    guard slot.registry == booking.talon.slot.registry else {
      return try moveElsewhere(booking, to: slot)
    }
    guard let talon = talon(slot, kind: booking.kind) else {
      throw .booking(.slotRefused(.noSuchTime, nearest: nearest(to: slot, question)))
    }
    return try deciding(on: slot, question) { () throws(CabinetFailure) in
      try change(id) { booking, now throws(CabinetFailure) in
        if booking.talon.slot == slot { return nil }
        try Self.refuseLate(booking, booking.canMove(at: now), now: now)
        do throws(SlotProblem) {
          try self.reception.timetable.check(slot, question, now: now)
        } catch { throw .booking(.slotRefused(error, nearest: [])) }
        return .moved(
          booking: id, talon,
          [
            BookingMark(.moveRequested, at: now, by: .resident),
            BookingMark(.moved, at: now, by: .office, note: Self.note(on: talon)),
          ])
      }
    }
  }

  /// Cancels an appointment; one that is cancelled already stays so.
  @discardableResult
  public func cancel(_ id: String) throws(CabinetFailure) -> Booking {
    try runReceptions(until: now)
    return try change(id) { booking, now throws(CabinetFailure) in
      if booking.outcome?.code == .cancelled { return nil }
      if booking.isHold { return .released(booking: id) }
      try Self.refuseLate(booking, booking.canCancel(at: now), now: now)
      return .marked(
        booking: id,
        [
          BookingMark(.cancelRequested, at: now, by: .resident),
          BookingMark(
            step: booking.kind == .vetOnline ? .cancelledOnline : .cancelled, at: now, by: .office,
            note: "Время свободно для других."),
        ] + booking.refundMarks(at: now))
    }
  }

  /// Notes that the resident has come, or has joined on the screen.
  @discardableResult
  public func checkIn(_ id: String) throws(CabinetFailure) -> Booking {
    try runReceptions(until: now)
    return try change(id) { booking, now throws(CabinetFailure) in
      if booking.isCheckedIn { return nil }
      guard booking.canCheckIn(at: now) else {
        throw .booking(
          .notPossible(
            Phrase(
              "Отметиться можно за \(booking.kind.rules.checkInMinutes) минут до начала и до "
                + "\(booking.kind.rules.noShowMinutes)-й минуты после него. Запись не изменилась.",
              "One can check in from \(booking.kind.rules.checkInMinutes) minutes before the start "
                + "to \(booking.kind.rules.noShowMinutes) after it. Nothing was changed.")))
      }
      return .marked(booking: id, [BookingMark(.came, at: now, by: .resident)])
    }
  }

  /// Decides on a booking of the resident's, on its newest state.
  ///
  /// - Parameter known: the register that holds it; looked for where nil.
  @discardableResult
  func change(
    _ id: String, by party: Party = .resident, in known: String? = nil,
    _ decide: (Booking, Timestamp) throws(CabinetFailure) -> RegistryEvent?
  ) throws(CabinetFailure) -> Booking {
    let name = if let known { known } else { try registry(of: id) }
    let moment = now
    var last = try registers.booking(id, in: name)
    if let last { try refuseForeign(last) }
    let (_, registry) = try registers.commit(name, at: moment, by: party) {
      registry throws(CabinetFailure) in
      guard let booking = registry.booking(id) else { throw .booking(.noSuchBooking(id)) }
      try self.refuseForeign(booking)
      try Self.refuseBackwards(registry, now: moment)
      last = booking
      return try decide(booking, moment)
    }
    guard let booking = registry.booking(id) ?? last else { throw .booking(.noSuchBooking(id)) }
    return booking
  }

  static func refuseLate(_ booking: Booking, _ isAllowed: Bool, now: Timestamp)
    throws(CabinetFailure)
  {
    guard !isAllowed else { return }
    if booking.isActive, !booking.isCheckedIn, now >= booking.changeableUntil {
      throw .booking(.tooLate(minutes: booking.kind.rules.changeMinutes))
    }
    let title = booking.mark?.title ?? Phrase("время держится", "being kept")
    throw .booking(
      .notPossible(
        Phrase(
          "Сейчас это невозможно: «\(title.ru)». Запись не изменилась.",
          "Not possible now: “\(title.en)”. It was not changed.")))
  }

  private static func note(on talon: Talon) -> String {
    let place = [talon.place.ru, talon.address, talon.room.isEmpty ? "" : "каб. \(talon.room)"]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return "Талон \(talon.number): \(talon.slot.at.shown), \(place)."
  }

  /// Where both meet on the screen; a made-up address under a name that is reserved for examples.
  private static func link(to booking: Booking) -> String {
    "https://video.example.ru/\(booking.talon.slot.registry)/\(booking.id)"
  }
}
