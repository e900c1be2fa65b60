import Cabinet
import CityOffice

/// Moving an appointment to another institution: two registers, which no record can change together.
///
/// The new time is booked first, and names the appointment that it replaces; only then is that one cancelled.
/// Whoever is killed in between has both, and whoever comes next goes on.
extension CabinetSession {
  /// The institutions to which an appointment can be moved, its own the first.
  public func placesToMove(_ booking: Booking) -> [InstitutionInfo] {
    let own = booking.talon.slot.registry
    if booking.kind.isMedical {
      guard let patient = try? patient(booking.subject.id), let insured = try? insured(patient),
        let polyclinic = insured.polyclinic.flatMap({ institution($0) })
      else { return institution(own).map { [$0] } ?? [] }
      return [polyclinic]
    }
    let all = institutions(for: booking.kind)
    // What was paid was paid to the clinic.
    let others = booking.kind.rules.payMinutes == nil ? all.filter { $0.id != own } : []
    return all.filter { $0.id == own } + others
  }

  /// Books the new time in its register, then cancels the old one in its own.
  func moveElsewhere(_ booking: Booking, to slot: SlotID) throws(CabinetFailure) -> Booking {
    if booking.isClosed, let new = try successor(of: booking), new.talon.slot == slot { return new }
    guard placesToMove(booking).contains(where: { $0.id == slot.registry }) else {
      throw .booking(
        .notPossible(
          Phrase(
            "Сюда эту запись перенести нельзя. Запись не изменилась.",
            "It cannot be moved there. It was not changed.")))
    }
    try change(booking.id, in: booking.talon.slot.registry) {
      booking, now throws(CabinetFailure) in
      try Self.refuseLate(booking, booking.canMove(at: now), now: now)
      return nil
    }
    var new = try successor(of: booking)
    if let early = new, early.isHold, early.talon.slot != slot {
      try release(early.id)
      new = nil
    }
    var request = BookingRequest(repeating: booking)
    request.details[Booking.originDetail] = booking.globalName
    var moved = if let new { new } else { try hold(slot, request) }
    if moved.isHold { moved = try confirm(moved.id) }
    try finishMove(to: moved)
    // An earlier run may have booked another time there.
    return moved.talon.slot == slot ? moved : try move(moved.id, to: slot)
  }

  /// Cancels what was moved to another institution by a run that ended before it could.
  func finishMoves() throws(CabinetFailure) {
    for booking in upcomingAppointments where booking.origin != nil {
      // Where a register refuses it now, by a clock that went back say, a later run does it: both are seen.
      do { try finishMove(to: booking) } catch .booking { continue } catch { throw error }
    }
  }

  private func finishMove(to new: Booking) throws(CabinetFailure) {
    guard let origin = new.origin?.split(separator: "/"), origin.count == 2 else { return }
    let (name, id) = (String(origin[0]), String(origin[1]))
    guard state.registries.contains(name),
      let old = try registers.newest(name).booking(id), old.resident == resident, old.isActive
    else { return }
    try change(id, in: name) { old, now in
      // Whoever has come, or was sent away meanwhile, has an end of it already.
      guard old.isActive, !old.isCheckedIn else { return nil }
      return .marked(
        booking: id,
        [
          BookingMark(.cancelRequested, at: now, by: .resident),
          BookingMark(
            .cancelled, at: now, by: .office,
            note: BookingNote.movedAway.ru.replacing("#", with: new.number)),
        ])
    }
  }

  /// The appointment or the kept time that replaces one of another register.
  private func successor(of booking: Booking) throws(CabinetFailure) -> Booking? {
    for name in state.registries where name != booking.talon.slot.registry {
      let registry = try registers.newest(name)
      let new =
        (registry.bookings(of: resident).filter(\.isActive)
        + registry.holds(of: resident, at: now)).first { $0.origin == booking.globalName }
      if let new { return new }
    }
    return nil
  }
}
