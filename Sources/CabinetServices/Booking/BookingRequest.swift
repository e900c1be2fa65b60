import Cabinet

/// What a resident wants an appointment for.
public struct BookingRequest: Sendable, Equatable {
  /// The kind of appointment.
  public var kind: BookingKind
  /// For whom.
  public var subject: BookingSubject
  /// The speciality, by its id.
  public var speciality: String
  /// The services of a vet, by their ids.
  public var services: [String]
  /// What is told besides: `question`, `complaint`, `address`, ….
  public var details: [String: String]

  /// Makes a request.
  public init(
    kind: BookingKind, subject: BookingSubject, speciality: String, services: [String] = [],
    details: [String: String] = [:]
  ) {
    self.kind = kind
    self.subject = subject
    self.speciality = speciality
    self.services = services
    self.details = details
  }
}
