public import Cabinet

/// What a store says about itself in `store.json`.
public struct StoreManifest: Hashable, Sendable {
  /// The format that this version of the program writes and reads.
  public static let currentFormat = 1

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

  /// Describes a new store.
  public init(kind: Kind, createdAt: Timestamp) {
    format = StoreManifest.currentFormat
    self.kind = kind
    self.createdAt = createdAt
  }

  /// The file: one JSON object on one line.
  var encoded: [UInt8] {
    Array(
      """
      {"format":\(format),"kind":"\(kind.rawValue)","createdAt":"\(createdAt.utc)"}

      """.utf8)
  }

  /// Reads the file at a path; the format decides before anything else is looked at.
  init(_ bytes: [UInt8], path: String) throws(StoreError) {
    guard let members = JSONText.members(of: bytes) else { throw .damagedManifest(path: path) }
    func text(_ key: String) -> String? {
      members[key].map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    guard let format = text("format").flatMap({ Int($0) }), format > 0 else {
      throw .damagedManifest(path: path)
    }
    guard format <= StoreManifest.currentFormat else {
      throw .newerFormat(path: path, found: format)
    }
    guard let kind = Kind.allCases.first(where: { "\"\($0.rawValue)\"" == text("kind") }),
      let quoted = text("createdAt"), quoted.hasPrefix("\""), quoted.hasSuffix("\""),
      let createdAt = Timestamp(quoted.dropFirst().dropLast())
    else { throw .damagedManifest(path: path) }
    self.init(kind: kind, createdAt: createdAt)
  }
}
