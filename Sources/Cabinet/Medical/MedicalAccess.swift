/// A code with which a doctor may open a card once.
public struct AccessCode: Codable, Sendable, Equatable, Identifiable {
  /// Where a code stands at a moment.
  public enum Standing: Sendable, Equatable {
    case open
    case expired
    case revoked(Timestamp)
    case used(Timestamp, by: String)
  }

  /// The number of digits.
  public static let length = 8
  /// Seconds for which a code may be used; a decision of this cabinet.
  public static let lifetime = 24 * 3600
  /// The wrong codes in a row after which every open code ends; a decision of this cabinet.
  public static let mostWrongTries = 5

  /// Names the code where it is not shown.
  public var id: String
  /// The digits.
  public var digits: String
  /// Whose card it opens; the resident's own where nil, else the id of the child in the profile.
  public var child: String?
  /// When it was made.
  public var issuedAt: Timestamp
  /// The moment from which it opens nothing.
  public var until: Timestamp
  /// When it was taken back.
  public var revokedAt: Timestamp?
  /// When it was used.
  public var usedAt: Timestamp?
  /// Who used it.
  public var usedBy: String?

  /// Makes a code that nobody has used.
  public init(id: String, digits: String, child: String?, issuedAt: Timestamp) {
    self.id = id
    self.digits = digits
    self.child = child
    self.issuedAt = issuedAt
    until = issuedAt.adding(seconds: Self.lifetime)
  }

  /// Where it stands at a moment.
  public func standing(at moment: Timestamp) -> Standing {
    if let usedAt { return .used(usedAt, by: usedBy ?? "") }
    if let revokedAt { return .revoked(revokedAt) }
    return until <= moment ? .expired : .open
  }
}

/// What happened around a resident's medical cards.
public enum MedicalEvent: Sendable, Equatable {
  /// The resident opened a document; nil where it was the list of a card.
  case cardOpened(child: String?, document: String?)
  case codeIssued(AccessCode)
  case codeRevoked(code: String)
  /// A doctor opened a card.
  case codeUsed(code: String, by: String)
  /// Somebody tried a code that opens nothing.
  case codeRefused(by: String)
}

/// What a cabinet remembers of its medical cards; the cards themselves are the city's.
public struct MedicalState: Codable, Sendable, Equatable {
  /// The codes, the latest last.
  public var codes: [AccessCode] = []
  /// The wrong codes tried since the last one that was right or new.
  public var wrongTries = 0

  /// The most codes that are remembered; the history keeps all.
  static let mostCodes = 50

  /// Makes a state in which nothing has happened.
  public init() {}

  /// Takes in an event; ``FoldRefusal/medical(_:)`` where it cannot happen.
  public mutating func apply(_ event: MedicalEvent, at moment: Timestamp) throws(FoldRefusal) {
    switch event {
    case .cardOpened: break
    case .codeIssued(let code):
      codes.append(code)
      codes.removeFirst(max(0, codes.count - Self.mostCodes))
      wrongTries = 0
    case .codeRevoked(let id):
      codes[try openCode(id, at: moment)].revokedAt = moment
    case .codeUsed(let id, let doctor):
      let index = try openCode(id, at: moment)
      codes[index].usedAt = moment
      codes[index].usedBy = doctor
      wrongTries = 0
    case .codeRefused:
      wrongTries += 1
      guard wrongTries >= AccessCode.mostWrongTries else { return }
      for index in codes.indices where codes[index].standing(at: moment) == .open {
        codes[index].revokedAt = moment
      }
    }
  }

  private func openCode(_ id: String, at moment: Timestamp) throws(FoldRefusal) -> Int {
    guard let index = codes.firstIndex(where: { $0.id == id }),
      codes[index].standing(at: moment) == .open
    else { throw .medical(.codeNotOpen(id)) }
    return index
  }
}

/// Why an event of the medical card cannot happen.
public enum MedicalRefusal: Error, Equatable, Sendable {
  /// There is no such code, or it was used, taken back, or has run out.
  case codeNotOpen(String)
}
