import Cabinet

extension CabinetSession {
  /// All appointments of the resident and their family that the registers still hold, in the order of time.
  ///
  /// As the registers were last seen: this is asked for every frame.
  public var appointments: [Booking] {
    var all: [Booking] = []
    for name in state.registries {
      guard let registry = try? registers.known(name) else { continue }
      all += registry.bookings(of: resident)
    }
    return all.sorted { $0.at != $1.at ? $0.at < $1.at : $0.id < $1.id }
  }

  /// The appointments that are still to come or going on.
  public var upcomingAppointments: [Booking] { appointments.filter(\.isActive) }

  /// The times that are kept for the resident now, offers included.
  public var keptTimes: [Booking] {
    state.registries.flatMap {
      (try? registers.known($0))?.holds(of: resident, at: now) ?? []
    }
  }

  /// What the resident waits for.
  public var waitingRequests: [WaitingRequest] {
    state.registries.flatMap { (try? registers.known($0))?.waiting ?? [] }
      .filter { $0.resident == resident }
  }

  /// An appointment or a kept time by id or number of the slip.
  ///
  /// - Throws: ``BookingFailure/noSuchBooking(_:)``, ``BookingFailure/foreign(_:)``.
  public func booking(_ name: String) throws(CabinetFailure) -> Booking {
    if let own = appointments.first(where: { $0.id == name || $0.number == name }) { return own }
    guard let booking = try registers.booking(name, in: try registry(of: name)) else {
      throw .booking(.noSuchBooking(name))
    }
    try refuseForeign(booking)
    return booking
  }

  /// The register that holds a booking.
  func registry(of id: String) throws(CabinetFailure) -> String {
    for name in state.registries where try registers.known(name).knows(id) { return name }
    // Another process may have made it since, in a register that is new to this one.
    try refresh()
    for name in state.registries where try registers.newest(name).knows(id) { return name }
    throw .booking(.noSuchBooking(id))
  }
}
