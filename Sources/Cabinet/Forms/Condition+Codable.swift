extension Condition: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case all, any, not
    case field, profile, register
    case equals, oneOf, isEmpty, ageAtLeast, ageBelow, atLeast, atMost
    case daysAheadAtLeast, daysAheadAtMost, differsFrom, pictureBelow, fileKindNotIn

    /// True for a key that names of what a test speaks.
    var isSubject: Bool { self == .field || self == .profile || self == .register }
    /// True for a key that joins other conditions.
    var joins: Bool { self == .all || self == .any || self == .not }
  }

  /// Any key at all, to find those that no condition has.
  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads one of the forms that the type's description names.
  ///
  /// A key that none has is an error, and so are two subjects, two predicates or a mixture of forms:
  /// one of them would be passed over in silence.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let names = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
    let keys = try names.map { name in
      guard let key = Key(stringValue: name) else {
        throw Condition.refusal(container, "a condition has no key \(name)")
      }
      return key
    }
    if let join = keys.first(where: \.joins) {
      guard keys.count == 1 else {
        throw Condition.refusal(container, "\(join.stringValue) stands alone in a condition")
      }
      switch join {
      case .all: self = .all(try container.decode([Condition].self, forKey: join))
      case .any: self = .any(try container.decode([Condition].self, forKey: join))
      default: self = .not(try container.decode(Condition.self, forKey: join))
      }
      return
    }
    let subjects = keys.filter(\.isSubject)
    let predicates = keys.filter { !$0.isSubject }
    guard let subject = subjects.first, subjects.count == 1 else {
      throw Condition.refusal(
        container, "a condition needs one of: all, any, not, field, profile, register")
    }
    guard let predicate = predicates.first, predicates.count == 1 else {
      throw Condition.refusal(container, "a condition needs one predicate")
    }
    self = .test(
      try Condition.subject(subject, in: container),
      try Condition.predicate(predicate, in: container))
  }

  private static func refusal(
    _ container: KeyedDecodingContainer<Key>, _ reason: String
  ) -> DecodingError {
    .dataCorrupted(.init(codingPath: container.codingPath, debugDescription: reason))
  }

  private static func subject(
    _ key: Key, in container: KeyedDecodingContainer<Key>
  ) throws -> Subject {
    let name = try container.decode(String.self, forKey: key)
    return switch key {
    case .profile: .profile(name)
    case .register: .register(name)
    default: .field(name)
    }
  }

  private static func predicate(
    _ key: Key, in container: KeyedDecodingContainer<Key>
  ) throws -> Predicate {
    switch key {
    case .equals: return .equals(try container.decode(String.self, forKey: key))
    case .oneOf: return .oneOf(try container.decode([String].self, forKey: key))
    case .isEmpty: return .isEmpty(try container.decode(Bool.self, forKey: key))
    case .ageAtLeast: return .ageAtLeast(try container.decode(Int.self, forKey: key))
    case .ageBelow: return .ageBelow(try container.decode(Int.self, forKey: key))
    case .atLeast: return .atLeast(try container.decode(Int.self, forKey: key))
    case .atMost: return .atMost(try container.decode(Int.self, forKey: key))
    case .daysAheadAtLeast: return .daysAheadAtLeast(try container.decode(Int.self, forKey: key))
    case .daysAheadAtMost: return .daysAheadAtMost(try container.decode(Int.self, forKey: key))
    case .differsFrom: return .differsFrom(try container.decode(String.self, forKey: key))
    case .fileKindNotIn: return .fileKindNotIn(try container.decode([String].self, forKey: key))
    case .pictureBelow:
      let sides = try container.decode([Int].self, forKey: key)
      guard sides.count == 2 else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "pictureBelow needs [width, height]")
      }
      return .pictureBelow(width: sides[0], height: sides[1])
    case .all, .any, .not, .field, .profile, .register:
      throw refusal(container, "\(key.stringValue) is no predicate")
    }
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
