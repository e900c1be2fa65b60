/// What a resident's own journal holds of appointments: where to look for them, and what was read of them.
///
/// The appointments themselves live in the registers of the institutions. The name of a register is
/// noted before anything is asked of it, so that whatever stands there is always found.
public enum BookingEvent: Sendable, Equatable, Codable {
  /// The resident turned to the register of an institution.
  case registryVisited(String)
  /// The resident read what the institution did with an appointment, which had so many statuses then.
  case noticeRead(booking: String, statuses: Int)

  private enum Key: String, CodingKey { case kind, registry, booking, statuses }
  private enum Kind: String, Codable { case registryVisited, noticeRead }

  /// Reads an object whose `kind` says what happened.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    switch try box.decode(Kind.self, forKey: .kind) {
    case .registryVisited:
      self = .registryVisited(try box.decode(String.self, forKey: .registry))
    case .noticeRead:
      self = .noticeRead(
        booking: try box.decode(String.self, forKey: .booking),
        statuses: try box.decode(Int.self, forKey: .statuses))
    }
  }

  /// Writes an object whose `kind` says what happened.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch self {
    case .registryVisited(let registry):
      try box.encode(Kind.registryVisited, forKey: .kind)
      try box.encode(registry, forKey: .registry)
    case .noticeRead(let booking, let statuses):
      try box.encode(Kind.noticeRead, forKey: .kind)
      try box.encode(booking, forKey: .booking)
      try box.encode(statuses, forKey: .statuses)
    }
  }
}

extension CabinetState {
  /// Takes in what is remembered of appointments.
  mutating func apply(_ event: BookingEvent) {
    switch event {
    case .registryVisited(let registry):
      if !registries.contains(registry) { registries.append(registry) }
    case .noticeRead(let booking, let statuses): readNotices[booking] = statuses
    }
  }
}
