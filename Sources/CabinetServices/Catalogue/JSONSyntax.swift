/// Finds where a text stops being JSON, because the decoder says only that it does.
struct JSONSyntax {
  private let text: [UInt8]
  private var index = 0
  /// Deeper texts are called wrong at that place; the decoder takes no more than 512 either.
  private static let deepest = 512

  private init(_ text: [UInt8]) { self.text = text }

  /// The line, from 1, of the first byte that cannot stand where it stands; nil for a sound text.
  static func faultyLine(in text: [UInt8]) -> Int? {
    var syntax = JSONSyntax(text)
    if syntax.value(depth: 0) {
      syntax.skipSpace()
      if syntax.index == text.count { return nil }
    }
    return 1 + text[..<min(syntax.index, text.count)].count { $0 == 10 }
  }

  private var byte: UInt8? { index < text.count ? text[index] : nil }

  private mutating func skipSpace() {
    while let byte, [32, 10, 13, 9].contains(byte) { index += 1 }
  }

  /// Moves over a sign; stays and says no where another stands.
  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    guard depth < JSONSyntax.deepest else { return false }
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"):
      return list(until: "}", depth: depth) { syntax in
        syntax.skipSpace()
        guard syntax.string() else { return false }
        syntax.skipSpace()
        return syntax.skip(":") && syntax.value(depth: depth + 1)
      }
    case UInt8(ascii: "["):
      return list(until: "]", depth: depth) { $0.value(depth: depth + 1) }
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number()
    }
  }

  private mutating func list(
    until end: Unicode.Scalar, depth: Int, element: (inout JSONSyntax) -> Bool
  ) -> Bool {
    index += 1
    skipSpace()
    if skip(end) { return true }
    while element(&self) {
      skipSpace()
      if skip(end) { return true }
      guard skip(",") else { return false }
    }
    return false
  }

  private mutating func string() -> Bool {
    guard skip("\"") else { return false }
    while let byte, byte >= 32 {
      if skip("\"") { return true }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return false
  }

  private mutating func word(_ word: String) -> Bool {
    for letter in word.utf8 {
      guard byte == letter else { return false }
      index += 1
    }
    return true
  }

  private mutating func number() -> Bool {
    let start = index
    while let byte, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { index += 1 }
    return index > start
  }
}
