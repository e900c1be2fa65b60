/// What a resident's own journal holds of appointments: nothing but where to look for them.
///
/// The appointments themselves live in the registers of the institutions. The name of a register is
/// noted before anything is asked of it, so that whatever stands there is always found.
public enum BookingEvent: Sendable, Equatable, Codable {
  /// The resident turned to the register of an institution.
  case registryVisited(String)

  private enum Key: String, CodingKey { case kind, registry }
  private enum Kind: String, Codable { case registryVisited }

  /// Reads an object whose `kind` says what happened.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    switch try box.decode(Kind.self, forKey: .kind) {
    case .registryVisited:
      self = .registryVisited(try box.decode(String.self, forKey: .registry))
    }
  }

  /// Writes an object whose `kind` says what happened.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch self {
    case .registryVisited(let registry):
      try box.encode(Kind.registryVisited, forKey: .kind)
      try box.encode(registry, forKey: .registry)
    }
  }
}
