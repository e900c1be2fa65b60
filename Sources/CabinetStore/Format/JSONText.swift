import Cabinet

/// What the store asks of the JSON that it keeps byte for byte and does not look into.
///
/// It must be certain that the bytes are one object: otherwise a line would be hashed, kept, and
/// readable by nobody.
enum JSONText {
  /// Deeper objects are refused, so that an export, which puts them into one of its own, can be read
  /// as a document again.
  static let maximumDepth = 100

  private static let limits = JSONLimits(size: .max, depth: maximumDepth, string: .max)

  /// Whether the bytes are exactly one JSON object in valid UTF-8 on a single line.
  static func isObjectOnOneLine(_ bytes: [UInt8]) -> Bool {
    bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "}")
      && !bytes.contains(where: { $0 == 10 || $0 == 13 })
      && StrictJSON.isValid(bytes, limits: limits)
  }

  /// The members of the object that the bytes are, values as raw ranges; nil where they are no object.
  static func members(of bytes: [UInt8]) -> [String: Range<Int>]? {
    guard let members = try? StrictJSON.members(of: bytes, limits: limits) else { return nil }
    return Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }
}
