/// For whom an appointment is.
public struct BookingSubject: Codable, Sendable, Equatable, Hashable {
  /// `self`, or the name of a child or pet within the resident's profile.
  public var id: String
  /// What the institution calls them.
  public var name: String

  /// Makes a subject.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// The id of the resident themselves.
  public static let ownID = "self"
  /// True for the resident themselves.
  public var isSelf: Bool { id == Self.ownID }
}

/// An appointment, or a time that is kept while one thinks.
///
/// It belongs to the register of an institution, which many residents share.
public struct Booking: Codable, Sendable, Equatable, Identifiable {
  /// The client-made id, which makes a repeat do nothing.
  public var id: String
  /// What it is for.
  public var kind: BookingKind
  /// Who made it.
  public var resident: String
  /// For whom.
  public var subject: BookingSubject
  /// What the slip says.
  public var talon: Talon
  /// The way there and back that is kept with it, in minutes.
  public var travel: [Int]?
  /// What was told besides: `question`, `topic`, `species`, `services`, `address`, `price` in kopecks, ….
  public var details: [String: String]
  /// Until when a time is kept that is not confirmed yet.
  public var heldUntil: Timestamp?
  /// The request of the waiting list whose offer this is.
  public var offerOf: String?
  /// What became of it, control statuses included; empty while it is only kept.
  public var history: [BookingMark]

  /// Makes a time that is kept.
  public init(
    id: String, kind: BookingKind, resident: String, subject: BookingSubject, talon: Talon,
    details: [String: String] = [:], heldUntil: Timestamp, offerOf: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.resident = resident
    self.subject = subject
    self.talon = talon
    let rules = kind.rules
    travel =
      rules.travelBefore + rules.travelAfter > 0 ? [rules.travelBefore, rules.travelAfter] : nil
    self.details = details
    self.heldUntil = heldUntil
    self.offerOf = offerOf
    history = []
  }

  /// The number of the slip.
  public var number: String { talon.number }
  /// When it begins.
  public var at: Timestamp { talon.slot.at }
  /// When it ends.
  public var end: Timestamp { talon.slot.end }

  /// The last status but for those that steer; nil while it is only kept.
  public var mark: BookingMark? { history.last { !$0.code.isControl } }
  /// The last status but for those that steer.
  public var status: BookingStatus? { mark?.code }
  /// What the history shows.
  public var visibleHistory: [BookingMark] { history.filter { !$0.code.isControl } }

  /// True for a time that is kept and not confirmed.
  public var isHold: Bool { history.isEmpty }
  /// True where nothing more comes of it.
  public var isClosed: Bool { outcome != nil }
  /// True where it is confirmed and still to come or going on.
  public var isActive: Bool { !isHold && !isClosed }
  /// True where the resident's coming was noted.
  public var isCheckedIn: Bool { history.contains { $0.code == .came } }

  /// Until when it must be paid; nil where it is paid or free.
  public var payUntil: Timestamp? {
    guard isActive, let minutes = kind.rules.payMinutes, let first = history.first,
      first.reason == 2, !history.contains(where: { $0.code == .informed })
    else { return nil }
    return first.at.adding(seconds: minutes * 60)
  }

  /// The price in kopecks; 0 where it is free.
  public var price: Int { details["price"].flatMap(Int.init) ?? 0 }

  /// The last moment at which it may be moved or cancelled.
  public var changeableUntil: Timestamp { at.adding(seconds: -kind.rules.changeMinutes * 60) }

  /// Whether the resident may move it at a moment.
  public func canMove(at moment: Timestamp) -> Bool {
    isActive && !isCheckedIn && payUntil == nil && moment < changeableUntil
  }

  /// Whether the resident may cancel it at a moment.
  public func canCancel(at moment: Timestamp) -> Bool {
    isActive && !isCheckedIn && moment < changeableUntil
  }

  /// Whether the resident's coming can be noted at a moment: shortly before the start and until one is given up.
  public func canCheckIn(at moment: Timestamp) -> Bool {
    kind.needsCheckIn && isActive && !isCheckedIn && payUntil == nil
      && moment >= at.adding(seconds: -kind.rules.checkInMinutes * 60)
      && moment < at.adding(seconds: kind.rules.noShowMinutes * 60)
  }

  /// The time that nobody else can have with the same specialist.
  public var claim: Range<Int> {
    let before = travel?.first ?? 0
    let after = travel?.last ?? 0
    return (at.seconds - before * 60)..<(end.seconds + after * 60)
  }
}
