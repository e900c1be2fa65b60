import Cabinet

/// Something about an appointment that waits for the resident.
public enum AppointmentNeed: Equatable, Sendable {
  /// A time freed for which they waited; it is kept until `heldUntil`.
  case offer(Booking)
  /// A time is kept and not confirmed.
  case confirmation(Booking)
  /// It must be paid, by the moment given.
  case payment(Booking, until: Timestamp)
  /// It is about to begin: their coming can be noted.
  case checkIn(Booking)
  /// The institution cancelled it.
  case cancelled(Booking)
  /// The institution moved it.
  case moved(Booking)
  /// What was paid for it is given back where it is told to which card.
  case refund(Booking)
  /// It is today or tomorrow.
  case reminder(Booking)

  /// The appointment.
  public var booking: Booking {
    switch self {
    case .offer(let booking), .confirmation(let booking), .payment(let booking, _),
      .checkIn(let booking), .cancelled(let booking), .moved(let booking), .refund(let booking),
      .reminder(let booking):
      booking
    }
  }
}

extension CabinetSession {
  /// What appointments want of the resident now, the most pressing first.
  ///
  /// A consultation on the screen is told of a day ahead, since nobody goes anywhere for it.
  public var appointmentNeeds: [AppointmentNeed] {
    let now = now
    let kept = keptTimes.map { $0.offerOf == nil ? AppointmentNeed.confirmation($0) : .offer($0) }
    let told = toldByInstitutions
    let upcoming = upcomingAppointments.compactMap { booking -> AppointmentNeed? in
      if let until = booking.payUntil { return .payment(booking, until: until) }
      if booking.canCheckIn(at: now) { return .checkIn(booking) }
      let isSoon = booking.at.day.ordinal - now.day.ordinal <= 1 && !booking.isCheckedIn
      let isTold = told.contains { $0.booking.id == booking.id }
      return booking.kind.isOnline && isSoon && !isTold ? .reminder(booking) : nil
    }
    let isAtOnce = { (need: AppointmentNeed) in
      if case .reminder = need { false } else { true }
    }
    return kept + upcoming.filter(isAtOnce)
      + told.filter { need in !upcoming.contains { $0.booking.id == need.booking.id } }
      + upcoming.filter { !isAtOnce($0) }
  }
}
