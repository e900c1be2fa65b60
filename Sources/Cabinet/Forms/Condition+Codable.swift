extension Condition: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case all, any, not
    case field, profile, register
    case equals, oneOf, isEmpty, ageAtLeast, ageBelow, atLeast, atMost
    case daysAheadAtLeast, daysAheadAtMost, differsFrom, pictureBelow, fileKindNotIn
  }

  /// Reads one of the forms that the type's description names; a key that none has is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let parts = try container.decodeIfPresent([Condition].self, forKey: .all) {
      self = .all(parts)
    } else if let parts = try container.decodeIfPresent([Condition].self, forKey: .any) {
      self = .any(parts)
    } else if let part = try container.decodeIfPresent(Condition.self, forKey: .not) {
      self = .not(part)
    } else {
      self = .test(try Condition.subject(in: container), try Condition.predicate(in: container))
    }
  }

  private static func subject(in container: KeyedDecodingContainer<Key>) throws -> Subject {
    if let name = try container.decodeIfPresent(String.self, forKey: .field) { return .field(name) }
    if let name = try container.decodeIfPresent(String.self, forKey: .profile) {
      return .profile(name)
    }
    if let name = try container.decodeIfPresent(String.self, forKey: .register) {
      return .register(name)
    }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: container.codingPath,
        debugDescription: "a condition needs one of: all, any, not, field, profile, register"))
  }

  private static func predicate(in container: KeyedDecodingContainer<Key>) throws -> Predicate {
    for key in container.allKeys {
      switch key {
      case .all, .any, .not, .field, .profile, .register: continue
      case .equals: return .equals(try container.decode(String.self, forKey: key))
      case .oneOf: return .oneOf(try container.decode([String].self, forKey: key))
      case .isEmpty: return .isEmpty(try container.decode(Bool.self, forKey: key))
      case .ageAtLeast: return .ageAtLeast(try container.decode(Int.self, forKey: key))
      case .ageBelow: return .ageBelow(try container.decode(Int.self, forKey: key))
      case .atLeast: return .atLeast(try container.decode(Int.self, forKey: key))
      case .atMost: return .atMost(try container.decode(Int.self, forKey: key))
      case .daysAheadAtLeast:
        return .daysAheadAtLeast(try container.decode(Int.self, forKey: key))
      case .daysAheadAtMost: return .daysAheadAtMost(try container.decode(Int.self, forKey: key))
      case .differsFrom: return .differsFrom(try container.decode(String.self, forKey: key))
      case .pictureBelow:
        let sides = try container.decode([Int].self, forKey: key)
        guard sides.count == 2 else {
          throw DecodingError.dataCorruptedError(
            forKey: key, in: container, debugDescription: "pictureBelow needs [width, height]")
        }
        return .pictureBelow(width: sides[0], height: sides[1])
      case .fileKindNotIn: return .fileKindNotIn(try container.decode([String].self, forKey: key))
      }
    }
    throw DecodingError.dataCorrupted(
      .init(codingPath: container.codingPath, debugDescription: "a condition needs a predicate"))
  }

  /// Writes the form that `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .all(let parts): try container.encode(parts, forKey: .all)
    case .any(let parts): try container.encode(parts, forKey: .any)
    case .not(let part): try container.encode(part, forKey: .not)
    case .test(let subject, let predicate):
      switch subject {
      case .field(let name): try container.encode(name, forKey: .field)
      case .profile(let name): try container.encode(name, forKey: .profile)
      case .register(let name): try container.encode(name, forKey: .register)
      }
      switch predicate {
      case .equals(let value): try container.encode(value, forKey: .equals)
      case .oneOf(let values): try container.encode(values, forKey: .oneOf)
      case .isEmpty(let flag): try container.encode(flag, forKey: .isEmpty)
      case .ageAtLeast(let years): try container.encode(years, forKey: .ageAtLeast)
      case .ageBelow(let years): try container.encode(years, forKey: .ageBelow)
      case .atLeast(let least): try container.encode(least, forKey: .atLeast)
      case .atMost(let most): try container.encode(most, forKey: .atMost)
      case .daysAheadAtLeast(let days): try container.encode(days, forKey: .daysAheadAtLeast)
      case .daysAheadAtMost(let days): try container.encode(days, forKey: .daysAheadAtMost)
      case .differsFrom(let other): try container.encode(other, forKey: .differsFrom)
      case .pictureBelow(let width, let height):
        try container.encode([width, height], forKey: .pictureBelow)
      case .fileKindNotIn(let kinds): try container.encode(kinds, forKey: .fileKindNotIn)
      }
    }
  }
}
