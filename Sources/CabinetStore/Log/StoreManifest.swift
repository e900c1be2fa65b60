public import Cabinet

/// What a store says about itself in `store.json`.
public struct StoreManifest: Hashable, Sendable {
  /// The format that this version of the program writes; it reads those before, too.
  public static let currentFormat = 3

  /// Whose data a store holds.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// That of people.
    case personal
    /// That of an invented resident.
    case demonstration
  }

  /// The format of every file of the store.
  public let format: Int
  /// Whose data the store holds.
  public let kind: Kind
  /// The moment when it was made.
  public let createdAt: Timestamp
  /// The names of the migrations that brought it to its format, in their order.
  public let migrations: [String]
  /// Whether it stands in for one that could not be read.
  var isSubstitute = false

  /// Describes a new store.
  public init(kind: Kind, createdAt: Timestamp) {
    self.init(
      format: StoreManifest.currentFormat, kind: kind, createdAt: createdAt, migrations: [])
  }

  private init(format: Int, kind: Kind, createdAt: Timestamp, migrations: [String]) {
    self.format = format
    self.kind = kind
    self.createdAt = createdAt
    self.migrations = migrations
  }

  /// The same store after a migration.
  func migrated(by migration: Migration) -> StoreManifest {
    StoreManifest(
      format: migration.format, kind: kind, createdAt: createdAt,
      migrations: migrations + [migration.name])
  }

  /// The file: one JSON object on one line.
  var encoded: [UInt8] {
    let names = migrations.map { "\"\($0)\"" }.joined(separator: ",")
    return Array(
      """
      {"format":\(format),"kind":"\(kind.rawValue)","createdAt":"\(createdAt.utc)",\
      "migrations":[\(names)]}

      """.utf8)
  }

  /// Reads the file at a path; the format decides before anything else is looked at.
  ///
  /// - Parameter newest: the newest format that can be read.
  init(
    _ bytes: [UInt8], path: String, newest: Int = StoreManifest.currentFormat
  ) throws(StoreError) {
    guard let members = JSONText.members(of: bytes) else { throw .damagedManifest(path: path) }
    func text(_ key: String) -> String? {
      members[key].map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    guard let format = text("format").flatMap({ Int($0) }), format > 0 else {
      throw .damagedManifest(path: path)
    }
    guard format <= newest else { throw .newerFormat(path: path, found: format) }
    guard let kind = Kind.allCases.first(where: { "\"\($0.rawValue)\"" == text("kind") }),
      let createdAt = text("createdAt").flatMap(StoreManifest.unquoted).flatMap({ Timestamp($0) }),
      // Format 1 knew no migrations.
      let migrations = format == 1 ? [] : text("migrations").flatMap(StoreManifest.names)
    else { throw .damagedManifest(path: path) }
    self.init(format: format, kind: kind, createdAt: createdAt, migrations: migrations)
  }

  private static func unquoted(_ text: String) -> Substring? {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
    return text.dropFirst().dropLast()
  }

  /// The names in a JSON array of simple strings.
  private static func names(_ text: String) -> [String]? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    let inner = text.dropFirst().dropLast()
    guard !inner.isEmpty else { return [] }
    var names: [String] = []
    for part in inner.split(separator: ",", omittingEmptySubsequences: false) {
      guard let name = unquoted(String(part)), Stream.isValidName(String(name)) else { return nil }
      names.append(String(name))
    }
    return names
  }
}
