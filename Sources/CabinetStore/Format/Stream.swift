/// One history of the store: a sequence of records with a single order.
public enum Stream: Hashable, Sendable {
  /// Everything that happened in the cabinet of the resident with this id.
  case resident(String)
  /// A register of the city shared by all residents, by name.
  case city(String)
  /// Logins, passwords and lockouts.
  case accounts

  /// Whether a text may name a resident or a register: 1…64 of `a-z`, `0-9` and `-`.
  ///
  /// So narrow because the name becomes a directory: no separators, no dots, no letter case, no two
  /// spellings of one text.
  public static func isValidName(_ name: String) -> Bool {
    let bytes = name.utf8
    return (1...64).contains(bytes.count)
      && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// Whether the stream's own name is valid.
  public var isValid: Bool {
    switch self {
    case .resident(let name), .city(let name): Stream.isValidName(name)
    case .accounts: true
    }
  }

  /// The directories that lead from the root of the store to the stream's own.
  ///
  /// Residents are spread over 256 shards by a hash of the id, so that no directory grows long.
  var components: [String] {
    switch self {
    case .resident(let id):
      ["residents", String(ChainHash(of: Array(id.utf8)).description.prefix(2)), id]
    case .city(let register): ["city", register]
    case .accounts: ["accounts"]
    }
  }

  /// The directory of the stream, relative to the root of the store, as in `city/vets`.
  public var path: String { components.joined(separator: "/") }

  /// What the first record names as the hash before it: it binds a journal to its place.
  ///
  /// Without it a whole journal could be moved under another resident unnoticed.
  public var origin: ChainHash {
    ChainHash(of: Array("kabinet journal 1\n\(path)".utf8))
  }
}

extension Stream: CustomStringConvertible {
  /// The path of the stream.
  public var description: String { path }
}
