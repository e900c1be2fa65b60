import Cabinet

extension BookingRequest {
  /// What was asked for when an appointment was booked, to be asked for again.
  public init(repeating booking: Booking) {
    let services = (booking.details["services"] ?? "").split(separator: ",").map(String.init)
    let told = ["question", "complaint", "species", "breed", "chip"]
    self.init(
      kind: booking.kind, subject: booking.subject, speciality: booking.talon.speciality,
      services: services, details: booking.details.filter { told.contains($0.key) })
  }
}

extension CabinetSession {
  /// The free times of the institution nearest to an appointment that cannot be kept, in the order of time.
  ///
  /// Those of its specialist on its day are left out, whatever the schedule says of them.
  public func timesInstead(of booking: Booking, count: Int = 3) -> [SlotOffer] {
    let slot = booking.talon.slot
    let question = SlotQuestion(
      kind: booking.kind, speciality: booking.talon.speciality,
      minutes: booking.kind.isVet ? slot.minutes : nil)
    // A day of one specialist has fewer times than this.
    return Array(
      nearest(to: slot, question, count: count + 100)
        .filter { $0.slot.specialist != slot.specialist || $0.slot.at.day != slot.at.day }
        .prefix(count)
    ).sorted { $0.slot.at != $1.slot.at ? $0.slot.at < $1.slot.at : $0.id < $1.id }
  }
}
