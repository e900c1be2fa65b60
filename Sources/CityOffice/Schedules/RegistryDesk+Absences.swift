import Cabinet

extension RegistryDesk {
  /// The next thing that becomes of an appointment: by itself, or because its specialist fell ill.
  public func nextStep(for booking: Booking, in registry: Registry) -> RegistryStep? {
    [step(for: booking), absenceStep(for: booking, in: registry)].compactMap { $0 }
      .min { $0.at < $1.at }
  }

  /// When something next becomes of an appointment; nil for never.
  public func nextMoment(for booking: Booking) -> Timestamp? {
    [step(for: booking)?.at, absence(of: booking)?.announced].compactMap { $0 }.min()
  }

  /// The illness for which its institution must do something with an appointment.
  private func absence(of booking: Booking) -> Absence? {
    guard booking.isActive, !booking.isCheckedIn,
      let absence = timetable.absence(on: booking.talon.slot), absence.announced < booking.at
    else { return nil }
    return absence
  }

  /// What an institution does with an appointment of someone who is ill: the Department moves it to the first time
  /// that it has, all others cancel it.
  ///
  /// Source: facts, 3.4 and 4.12.
  private func absenceStep(for booking: Booking, in registry: Registry) -> RegistryStep? {
    guard let absence = absence(of: booking) else { return nil }
    let moment = absence.announced
    let why = "Специалист болен и не принимает по \(absence.last.russian) включительно."
    let event =
      switch booking.kind {
      case .consultation:
        firstTime(after: booking, in: registry, now: moment).map {
          moved(booking, to: $0, at: moment, why)
        } ?? cancelled(booking, at: moment, why)
      case .doctor, .doctorHome, .vet, .vetHome, .vetOnline:
        cancelled(booking, at: moment, why)
      }
    return RegistryStep(at: moment, event: event, by: .office)
  }

  /// The first time that a well specialist of the institution has no earlier than that of an appointment.
  private func firstTime(after booking: Booking, in registry: Registry, now: Timestamp) -> Talon? {
    let slot = booking.talon.slot
    guard let institution = timetable.list.institution(slot.registry) else { return nil }
    let question = SlotQuestion(
      kind: booking.kind, speciality: booking.talon.speciality, minutes: slot.minutes)
    let last = timetable.openDays(booking.kind, now: now).upperBound
    guard slot.at.day <= last else { return nil }
    for day in slot.at.day.ordinal...last.ordinal {
      let free = timetable.slots(
        question, in: institution, on: Day(ordinal: day), now: now, registry: registry)
      if let first = free.first(where: { $0.at >= slot.at }) {
        return timetable.talon(first, kind: booking.kind)
      }
    }
    return nil
  }

  /// An appointment that its institution cancels.
  func cancelled(_ booking: Booking, at moment: Timestamp, _ why: String) -> RegistryEvent {
    ended(booking, by: booking.cancellationByCity, at: moment, why)
  }

  /// An appointment that ends by a step, with the money asked back where it was paid.
  func ended(_ booking: Booking, by step: BookingStep, at moment: Timestamp, _ why: String)
    -> RegistryEvent
  {
    .marked(
      booking: booking.id,
      [BookingMark(step: step, at: moment, by: .office, note: why)]
        + booking.refundMarks(at: moment))
  }

  /// An appointment that its institution moves.
  func moved(_ booking: Booking, to talon: Talon, at moment: Timestamp, _ why: String)
    -> RegistryEvent
  {
    let time = "\(talon.slot.at.day.russian) \(talon.slot.at.clock.prefix(5))"
    let newTime = "Новое время — \(time)."
    return .moved(
      booking: booking.id, talon,
      [
        BookingMark(
          step: .movedByOffice, at: moment, by: .office,
          note: why.isEmpty ? newTime : "\(why) \(newTime)"),
        BookingMark(.cancelAvailable, at: moment, by: .office),
        BookingMark(.moveAvailable, at: moment, by: .office),
      ])
  }
}
