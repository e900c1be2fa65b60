extension Booking {
  /// Takes in what a register let happen to it.
  mutating func take(_ event: RegistryEvent) {
    switch event {
    case .confirmed(_, let details, let marks):
      heldUntil = nil
      self.details.merge(details) { _, new in new }
      history = marks
    case .moved(_, let talon, let marks):
      self.talon = talon
      history += marks
    case .marked(_, let marks): history += marks
    case .held, .released, .waitingBegan, .waitingEnded, .offered: break
    }
  }

  /// The appointment that its events make; nil where the first is none with which one begins.
  public static func folded(_ events: some Sequence<RegistryEvent>) -> Booking? {
    var booking: Booking?
    for event in events {
      switch event {
      case .held(let new, _), .offered(_, let new): booking = new
      default: booking?.take(event)
      }
    }
    return booking
  }
}

extension RegistryEvent {
  /// The appointment that it changes; nil where one begins, or none is concerned.
  public var changedBooking: String? {
    switch self {
    case .confirmed(let id, _, _), .moved(let id, _, _), .marked(let id, _): id
    case .held, .released, .waitingBegan, .waitingEnded, .offered: nil
    }
  }
}
