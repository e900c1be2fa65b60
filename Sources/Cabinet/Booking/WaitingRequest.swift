/// A wish for a time where the schedule is full; it is offered one when one frees.
public struct WaitingRequest: Codable, Sendable, Equatable, Identifiable {
  /// The client-made id.
  public var id: String
  /// What kind of appointment.
  public var kind: BookingKind
  /// Who waits.
  public var resident: String
  /// For whom.
  public var subject: BookingSubject
  /// The speciality, by its id.
  public var speciality: String
  /// The speciality, in words.
  public var title: Phrase
  /// Since when.
  public var since: Timestamp
  /// The slots that were offered and not taken; none is offered twice.
  public var declined: [String]
  /// The referral with which what is offered is booked, as ``Booking/referral`` names it; nil for none.
  public var referral: String?
  /// When an offer last came or ran out; no time that freed before is offered.
  public var from: Timestamp

  /// Makes a request.
  public init(
    id: String, kind: BookingKind, resident: String, subject: BookingSubject, speciality: String,
    title: Phrase, referral: String? = nil, since: Timestamp
  ) {
    self.id = id
    self.kind = kind
    self.resident = resident
    self.subject = subject
    self.speciality = speciality
    self.title = title
    self.referral = referral
    self.since = since
    declined = []
    from = since
  }
}
