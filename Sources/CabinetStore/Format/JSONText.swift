/// A strict reader of JSON syntax (RFC 8259) that makes no values.
///
/// The store keeps its callers' JSON byte for byte. All it needs is certainty that the bytes are one
/// object: otherwise a line would be hashed, kept, and readable by nobody.
struct JSONText {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The deepest nesting accepted; that of FoundationEssentials' decoder, less the store's own levels.
  private static let maximumDepth = 500

  /// Whether the bytes are exactly one JSON object in valid UTF-8 on a single line.
  static func isObjectOnOneLine(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}"),
      !bytes.contains(where: { $0 == 10 || $0 == 13 }),
      String(validating: bytes, as: UTF8.self) != nil
    else { return false }
    var text = JSONText(bytes)
    return text.skipValue() && text.index == bytes.count
  }

  /// The members of the object that the bytes are, values as raw ranges; nil where they are no object.
  static func members(of bytes: [UInt8]) -> [String: Range<Int>]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var text = JSONText(bytes)
    var members: [String: Range<Int>] = [:]
    var isFlawed = false
    text.skipSpace()
    guard text.next == UInt8(ascii: "{") else { return nil }
    let isObject = text.skipObject { key, value in
      let name = String(decoding: bytes[key], as: UTF8.self)
      isFlawed = isFlawed || members.updateValue(value, forKey: name) != nil
    }
    text.skipSpace()
    return isObject && !isFlawed && text.index == bytes.count ? members : nil
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
  }

  private mutating func skip(word: StaticString) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount {
      guard skip(word.utf8Start[offset]) else { return false }
    }
    return true
  }

  private mutating func skipValue() -> Bool {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return skipObject { _, _ in }
    case UInt8(ascii: "["): return skipArray()
    case UInt8(ascii: "\""): return skipString() != nil
    case UInt8(ascii: "t"): return skip(word: "true")
    case UInt8(ascii: "f"): return skip(word: "false")
    case UInt8(ascii: "n"): return skip(word: "null")
    default: return skipNumber()
    }
  }

  private mutating func skipObject(_ visit: (_ key: Range<Int>, _ value: Range<Int>) -> Void)
    -> Bool
  {
    guard enter() else { return false }
    skipSpace()
    if skip(UInt8(ascii: "}")) { return leave() }
    repeat {
      skipSpace()
      guard let key = skipString() else { return false }
      skipSpace()
      guard skip(UInt8(ascii: ":")) else { return false }
      skipSpace()
      let start = index
      guard skipValue() else { return false }
      visit(key, start..<index)
      skipSpace()
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "}")) && leave()
  }

  private mutating func skipArray() -> Bool {
    guard enter() else { return false }
    skipSpace()
    if skip(UInt8(ascii: "]")) { return leave() }
    repeat {
      guard skipValue() else { return false }
      skipSpace()
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "]")) && leave()
  }

  private mutating func enter() -> Bool {
    index += 1
    depth += 1
    return depth <= JSONText.maximumDepth
  }

  private mutating func leave() -> Bool {
    depth -= 1
    return true
  }

  /// Skips a string and gives the range between its quotation marks.
  private mutating func skipString() -> Range<Int>? {
    guard skip(UInt8(ascii: "\"")) else { return nil }
    let start = index
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return start..<index - 1
      case UInt8(ascii: "\\"): guard skipEscape() else { return nil }
      case 0..<32: return nil
      default: break
      }
    }
    return nil
  }

  private mutating func skipEscape() -> Bool {
    guard let byte = next else { return false }
    index += 1
    guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
    for _ in 0..<4 {
      guard let digit = next, Character(UnicodeScalar(digit)).isHexDigit, digit < 128 else {
        return false
      }
      index += 1
    }
    return true
  }

  private mutating func skipNumber() -> Bool {
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { guard skipDigits() else { return false } }
    if skip(UInt8(ascii: ".")) { guard skipDigits() else { return false } }
    guard skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) else { return true }
    _ = skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-"))
    return skipDigits()
  }

  private mutating func skipDigits() -> Bool {
    let start = index
    while let byte = next, (48...57).contains(byte) { index += 1 }
    return index > start
  }
}
