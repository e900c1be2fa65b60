/// Reading the journal of a register without a decoder, at a tenth of its cost: who comes without a snapshot
/// reads two hundred thousand events.
extension RegistryEvent {
  /// Reads an event as this program writes it; nil where a real decoder has to judge it.
  ///
  /// What it reads is what the decoder would read.
  public init?(written bytes: [UInt8]) {
    let event = bytes.withUnsafeBytes { raw -> RegistryEvent? in
      var reader = JSONReader(raw)
      guard let event = try? reader.registryEvent(), reader.isAtEnd else { return nil }
      return event
    }
    guard let event else { return nil }
    self = event
  }
}

extension JSONReader {
  private mutating func one<Value>(_ value: Value?) throws(Declined) -> Value {
    guard let value else { throw Declined() }
    return value
  }

  fileprivate mutating func registryEvent() throws(Declined) -> RegistryEvent {
    var kind: String?
    var booking: Booking?
    var id: String?
    var releasing: [String]?
    var details: [String: String]?
    var marks: [BookingMark]?
    var talon: Talon?
    var request: String?
    try object { name, value throws(Declined) in
      switch name {
      case "kind": kind = try value.string()
      case "booking": booking = try value.booking()
      case "id": id = try value.string()
      case "releasing":
        releasing = try value.array { item throws(Declined) in try item.string() }
      case "details": details = try value.strings()
      case "marks": marks = try value.marks()
      case "talon": talon = try value.talon()
      case "request": request = try value.string()
      default: throw Declined()
      }
    }
    switch kind {
    case "held": return .held(try one(booking), releasing: releasing ?? [])
    case "released": return .released(booking: try one(id))
    case "confirmed":
      return .confirmed(booking: try one(id), details: try one(details), try one(marks))
    case "moved": return .moved(booking: try one(id), try one(talon), try one(marks))
    case "marked": return .marked(booking: try one(id), try one(marks))
    case "waitingEnded": return .waitingEnded(request: try one(request))
    case "offered": return .offered(request: try one(request), try one(booking))
    default: throw Declined()
    }
  }

  private mutating func booking() throws(Declined) -> Booking {
    var id: String?
    var kind: BookingKind?
    var resident: String?
    var subject: BookingSubject?
    var talon: Talon?
    var travel: [Int]?
    var details: [String: String]?
    var heldUntil: Timestamp?
    var offerOf: String?
    var history: [BookingMark]?
    try object { name, value throws(Declined) in
      switch name {
      case "id": id = try value.string()
      case "kind": kind = BookingKind(rawValue: try value.string())
      case "resident": resident = try value.string()
      case "subject": subject = try value.subject()
      case "talon": talon = try value.talon()
      case "travel": travel = try value.array { item throws(Declined) in try item.number() }
      case "details": details = try value.strings()
      case "heldUntil": heldUntil = try value.moment()
      case "offerOf": offerOf = try value.string()
      case "history": history = try value.marks()
      default: throw Declined()
      }
    }
    var booking = Booking(
      id: try one(id), kind: try one(kind), resident: try one(resident), subject: try one(subject),
      talon: try one(talon), details: try one(details),
      heldUntil: heldUntil ?? Timestamp(seconds: 0), offerOf: offerOf)
    booking.heldUntil = heldUntil
    booking.travel = travel
    booking.history = try one(history)
    return booking
  }

  private mutating func subject() throws(Declined) -> BookingSubject {
    var id: String?
    var title: String?
    try object { name, value throws(Declined) in
      switch name {
      case "id": id = try value.string()
      case "name": title = try value.string()
      default: throw Declined()
      }
    }
    return BookingSubject(id: try one(id), name: try one(title))
  }

  private mutating func talon() throws(Declined) -> Talon {
    var slot: SlotID?
    var speciality: String?
    var title: Phrase?
    var specialist: String?
    var place: Phrase?
    var address: String?
    var room: String?
    var floor: Int?
    try object { name, value throws(Declined) in
      switch name {
      case "slot": slot = SlotID(try value.string())
      case "speciality": speciality = try value.string()
      case "title": title = try value.phrase()
      case "specialist": specialist = try value.string()
      case "place": place = try value.phrase()
      case "address": address = try value.string()
      case "room": room = try value.string()
      case "floor": floor = try value.number()
      default: throw Declined()
      }
    }
    return Talon(
      slot: try one(slot), speciality: try one(speciality), title: try one(title),
      specialist: try one(specialist), place: try one(place), address: try one(address),
      room: try one(room), floor: floor)
  }

  private mutating func phrase() throws(Declined) -> Phrase {
    var ru: String?
    var en: String?
    try object { name, value throws(Declined) in
      switch name {
      case "ru": ru = try value.string()
      case "en": en = try value.string()
      default: throw Declined()
      }
    }
    return Phrase(try one(ru), try one(en))
  }

  private mutating func moment() throws(Declined) -> Timestamp {
    try one(Timestamp(try string()))
  }

  private mutating func marks() throws(Declined) -> [BookingMark] {
    try array { item throws(Declined) in try item.mark() }
  }

  private mutating func mark() throws(Declined) -> BookingMark {
    var code: BookingStatus?
    var reason: Int?
    var at: Timestamp?
    var by: Party?
    var note: String?
    try object { name, value throws(Declined) in
      switch name {
      case "code": code = BookingStatus(rawValue: try value.number())
      case "reason": reason = try value.number()
      case "at": at = try value.moment()
      case "by": by = Party(rawValue: try value.string())
      case "note": note = try value.string()
      default: throw Declined()
      }
    }
    return BookingMark(
      try one(code), reason: reason, at: try one(at), by: try one(by), note: try one(note))
  }
}
