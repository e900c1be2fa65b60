extension MedicalEvent: Codable {
  private enum Kind: String, Codable {
    case cardOpened, codeIssued, codeRevoked, codeUsed, codeRefused
  }

  private enum Key: String, CodingKey {
    case what, child, document, code, id, by
  }

  /// Reads an object whose `what` says what happened.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    self =
      switch try box.decode(Kind.self, forKey: .what) {
      case .cardOpened:
        .cardOpened(
          child: try box.decodeIfPresent(String.self, forKey: .child),
          document: try box.decodeIfPresent(String.self, forKey: .document))
      case .codeIssued: .codeIssued(try box.decode(AccessCode.self, forKey: .code))
      case .codeRevoked: .codeRevoked(code: try box.decode(String.self, forKey: .id))
      case .codeUsed:
        .codeUsed(
          code: try box.decode(String.self, forKey: .id),
          by: try box.decode(String.self, forKey: .by))
      case .codeRefused: .codeRefused(by: try box.decode(String.self, forKey: .by))
      }
  }

  /// Writes an object whose `what` says what happened.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    func put(_ kind: Kind) throws { try box.encode(kind, forKey: .what) }
    switch self {
    case .cardOpened(let child, let document):
      try put(.cardOpened)
      try box.encodeIfPresent(child, forKey: .child)
      try box.encodeIfPresent(document, forKey: .document)
    case .codeIssued(let code):
      try put(.codeIssued)
      try box.encode(code, forKey: .code)
    case .codeRevoked(let id):
      try put(.codeRevoked)
      try box.encode(id, forKey: .id)
    case .codeUsed(let id, let doctor):
      try put(.codeUsed)
      try box.encode(id, forKey: .id)
      try box.encode(doctor, forKey: .by)
    case .codeRefused(let doctor):
      try put(.codeRefused)
      try box.encode(doctor, forKey: .by)
    }
  }
}
