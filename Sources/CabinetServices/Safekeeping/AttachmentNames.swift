import CabinetStore

/// The attachments that a record names, found in its raw bytes.
///
/// Whatever the event, a file is described by an object with its hash; a quotation mark within a text is
/// escaped, so no text can pass for one.
enum AttachmentNames {
  private static let key = Array("\"hash\":\"".utf8)

  /// The names, in their order, repeats included.
  static func inside(_ event: [UInt8]) -> [String] {
    var names: [String] = []
    var rest = event[...]
    while let start = rest.firstRange(of: key)?.upperBound {
      rest = rest[start...]
      let end = rest.index(start, offsetBy: 2 * ChainHash.byteCount, limitedBy: rest.endIndex)
      guard let end, end < rest.endIndex, rest[end] == UInt8(ascii: "\"") else { continue }
      if let hash = ChainHash(hex: Array(rest[start..<end])) { names.append(hash.description) }
    }
    return names
  }
}
