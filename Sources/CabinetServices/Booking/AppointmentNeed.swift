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
  /// It is today or tomorrow.
  case reminder(Booking)

  /// The appointment.
  public var booking: Booking {
    switch self {
    case .offer(let booking), .confirmation(let booking), .payment(let booking, _),
      .checkIn(let booking), .reminder(let booking):
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
    let upcoming = upcomingAppointments.compactMap { booking -> AppointmentNeed? in
      if let until = booking.payUntil { return .payment(booking, until: until) }
      if booking.canCheckIn(at: now) { return .checkIn(booking) }
      let isSoon = booking.at.day.ordinal - now.day.ordinal <= 1 && !booking.isCheckedIn
      return booking.kind.isOnline && isSoon ? .reminder(booking) : nil
    }
    return kept + upcoming
  }
}
