/// How a text stands in a line of a ledger: without the bytes that part fields and lines.
///
/// These are signs that JSON writes as they are: with tabs and line breaks, half of a start went into
/// undoing JSON's escapes. It works on bytes, because a sign before a combining mark is one
/// `Character` with it and would part nothing.
enum LedgerText {
  /// Ends a field: `|`.
  static let fieldEnd: UInt8 = 0x7C
  /// Ends a line: `~`.
  static let lineEnd: UInt8 = 0x7E
  private static let escape: UInt8 = 0x5E

  static func written(_ text: String) -> String {
    let special = [fieldEnd, lineEnd, escape]
    guard text.utf8.contains(where: special.contains) else { return text }
    return text.unicodeScalars.reduce(into: "") { line, scalar in
      switch scalar {
      case "|": line += "^f"
      case "~": line += "^l"
      case "^": line += "^^"
      default: line.unicodeScalars.append(scalar)
      }
    }
  }

  static func read(_ bytes: Substring.UTF8View) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(escape) else { return text }
    var isEscaped = false
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if isEscaped {
        isEscaped = false
        let signs: [Unicode.Scalar: Unicode.Scalar] = ["f": "|", "l": "~"]
        result.unicodeScalars.append(signs[scalar] ?? scalar)
      } else if scalar == "^" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// A line of fields, its end included.
  static func line(_ fields: [String]) -> String {
    fields.map(written).joined(separator: "|") + "~"
  }

  /// The lines of a text, each as its fields.
  static func lines(_ text: String) -> some Sequence<[Substring.UTF8View]> {
    text.utf8.split(separator: lineEnd).lazy.map {
      $0.split(separator: fieldEnd, omittingEmptySubsequences: false)
    }
  }

  /// A number that is not negative; nil for anything else.
  static func number(_ bytes: Substring.UTF8View) -> Int? {
    guard !bytes.isEmpty, bytes.count < 18 else { return nil }
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  /// Numbers that are not negative, parted by commas; nil for anything else.
  static func numbers(_ bytes: Substring.UTF8View) -> [Int]? {
    let parts = bytes.split(separator: UInt8(ascii: ","))
    let numbers = parts.compactMap { number($0) }
    return numbers.count == parts.count ? numbers : nil
  }
}
