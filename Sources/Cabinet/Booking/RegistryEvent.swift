/// Something that happened in the register of an institution; its journal is a list of these.
public enum RegistryEvent: Sendable, Equatable {
  /// A time is kept for a resident, in place of others that they kept.
  case held(Booking, releasing: [String])
  /// A resident gave up a time that was kept for them.
  case released(booking: String)
  /// A time that was kept is booked.
  case confirmed(booking: String, details: [String: String], [BookingMark])
  /// An appointment got another time, and only thereby freed its own.
  case moved(booking: String, Talon, [BookingMark])
  /// An appointment got other statuses.
  case marked(booking: String, [BookingMark])
  /// A resident waits for a time.
  case waitingBegan(WaitingRequest)
  /// A resident waits no more.
  case waitingEnded(request: String)
  /// A time is offered to who waits.
  case offered(request: String, Booking)
}

extension RegistryEvent: Codable {
  private enum Kind: String, Codable {
    case held, released, confirmed, moved, marked, waitingBegan, waitingEnded, offered
  }

  private enum Key: String, CodingKey {
    case kind, booking, id, releasing, details, marks, talon, request, waiting
  }

  /// Reads an object whose `kind` says what happened.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    func id() throws -> String { try box.decode(String.self, forKey: .id) }
    func marks() throws -> [BookingMark] { try box.decode([BookingMark].self, forKey: .marks) }
    func booking() throws -> Booking { try box.decode(Booking.self, forKey: .booking) }
    func request() throws -> String { try box.decode(String.self, forKey: .request) }
    switch try box.decode(Kind.self, forKey: .kind) {
    case .held:
      self = .held(
        try booking(), releasing: try box.decodeIfPresent([String].self, forKey: .releasing) ?? [])
    case .released: self = .released(booking: try id())
    case .confirmed:
      self = .confirmed(
        booking: try id(), details: try box.decode([String: String].self, forKey: .details),
        try marks())
    case .moved:
      self = .moved(booking: try id(), try box.decode(Talon.self, forKey: .talon), try marks())
    case .marked: self = .marked(booking: try id(), try marks())
    case .waitingBegan:
      self = .waitingBegan(try box.decode(WaitingRequest.self, forKey: .waiting))
    case .waitingEnded: self = .waitingEnded(request: try request())
    case .offered: self = .offered(request: try request(), try booking())
    }
  }

  /// Writes an object whose `kind` says what happened.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    func put(_ kind: Kind) throws { try box.encode(kind, forKey: .kind) }
    switch self {
    case .held(let booking, let releasing):
      try put(.held)
      try box.encode(booking, forKey: .booking)
      if !releasing.isEmpty { try box.encode(releasing, forKey: .releasing) }
    case .released(let id):
      try put(.released)
      try box.encode(id, forKey: .id)
    case .confirmed(let id, let details, let marks):
      try put(.confirmed)
      try box.encode(id, forKey: .id)
      try box.encode(details, forKey: .details)
      try box.encode(marks, forKey: .marks)
    case .moved(let id, let talon, let marks):
      try put(.moved)
      try box.encode(id, forKey: .id)
      try box.encode(talon, forKey: .talon)
      try box.encode(marks, forKey: .marks)
    case .marked(let id, let marks):
      try put(.marked)
      try box.encode(id, forKey: .id)
      try box.encode(marks, forKey: .marks)
    case .waitingBegan(let request):
      try put(.waitingBegan)
      try box.encode(request, forKey: .waiting)
    case .waitingEnded(let request):
      try put(.waitingEnded)
      try box.encode(request, forKey: .request)
    case .offered(let request, let booking):
      try put(.offered)
      try box.encode(request, forKey: .request)
      try box.encode(booking, forKey: .booking)
    }
  }
}
