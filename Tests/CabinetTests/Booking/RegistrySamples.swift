@testable import Cabinet

/// Appointments to test a register with.
enum RegistrySamples {
  static let now = Samples.moment

  static func talon(_ slot: SlotID, speciality: String = "therapist") -> Talon {
    Talon(
      slot: slot, speciality: speciality, title: Phrase("Терапевт", "Practitioner"),
      specialist: "Петров-Синтетический А. Б.", place: Phrase("ГП № 68", "Polyclinic 68"),
      address: "Учебная ул., 1", room: "214", floor: 2)
  }

  /// A time so many minutes after ``now``.
  static func slot(_ minutes: Int, specialist: String = "01", length: Int = 20) -> SlotID {
    SlotID(
      registry: "doctor-068", specialist: specialist, at: now.adding(seconds: minutes * 60),
      minutes: length)
  }

  static func hold(
    _ id: String, _ slot: SlotID, resident: String = "anna", kind: BookingKind = .doctor,
    speciality: String = "therapist", subject: String = "self", until: Timestamp? = nil
  ) -> Booking {
    Booking(
      id: id, kind: kind, resident: resident, subject: BookingSubject(id: subject, name: resident),
      talon: talon(slot, speciality: speciality),
      heldUntil: until ?? now.adding(seconds: 600))
  }

  static func marks(_ code: BookingStatus, reason: Int? = nil, at moment: Timestamp = now)
    -> [BookingMark]
  {
    [BookingMark(code, reason: reason, at: moment, by: .resident)]
  }

  static func confirmed(_ id: String) -> RegistryEvent {
    .confirmed(booking: id, details: [:], marks(.recorded))
  }

  /// A register with one appointment, `b1`, an hour from now.
  static func booked() throws -> Registry {
    var registry = Registry()
    try registry.apply(.held(hold("b1", slot(60)), releasing: []), at: now)
    try registry.apply(confirmed("b1"), at: now)
    return registry
  }
}
