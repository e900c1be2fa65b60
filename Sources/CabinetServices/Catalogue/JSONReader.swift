import Cabinet
import FoundationEssentials

/// Finds values in a JSON text, quickly: what is wanted is taken, the rest is stepped over.
///
/// It makes one pass and copies only what is taken, so that a list of all services does not wait for
/// their cards. It stops where brackets, quotes and commas do not fit; ``StrictJSON`` then tells why,
/// and judges each card before it is decoded. Whatever reads a value leaves it behind.
struct JSONReader {
  /// The text is no JSON from this byte on.
  struct Fault: Error, Equatable {
    var index: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte.
  private(set) var index: Int
  /// How many values were neither of the kind asked for nor null.
  private(set) var mismatches = 0
  private static let deepest = JSONLimits.document.depth
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Begins to read at a byte of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int = 0) {
    self.bytes = bytes
    self.index = index
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// True where nothing but space follows.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  /// Moves to the next byte that is no space.
  mutating func skipSpace() {
    while let byte, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
  }

  /// Moves over a sign; stays and says no where another stands.
  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }
}

extension JSONReader {
  /// Calls the body at the value of each member of an object; the body has to read or skip the value.
  ///
  /// - Returns: false where the value is no object; it is skipped then.
  mutating func forEachMember(
    _ body: (inout JSONReader, String) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    skipSpace()
    guard byte == UInt8(ascii: "{") else {
      try skipMismatch()
      return false
    }
    try list(until: "}") { (reader) throws(Fault) in
      let key = try reader.key()
      try body(&reader, String(decoding: reader.bytes[key], as: UTF8.self))
    }
    return true
  }

  /// Calls the body at each element of an array; the body has to read or skip it.
  ///
  /// - Returns: false where the value is no array; it is skipped then.
  mutating func forEachElement(
    _ body: (inout JSONReader, Int) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    skipSpace()
    guard byte == UInt8(ascii: "[") else {
      try skipMismatch()
      return false
    }
    var count = 0
    try list(until: "]") { (reader) throws(Fault) in
      reader.skipSpace()
      try body(&reader, count)
      count += 1
    }
    return true
  }

  /// A text; nil where the value is none.
  mutating func string() throws(Fault) -> String? {
    skipSpace()
    let start = index
    guard byte == Self.quote else {
      try skipMismatch()
      return nil
    }
    try skipString()
    let content = UnsafeBufferPointer(rebasing: bytes[start + 1..<index - 1])
    guard content.contains(Self.backslash) else {
      return String(validating: content, as: UTF8.self)
    }
    // The decoder knows all escapes, and few texts have any.
    return try? JSONDecoder().decode(String.self, from: Data(bytes[start..<index]))
  }

  /// The texts of an array; nil where the value is no array of texts.
  mutating func strings() throws(Fault) -> [String]? {
    var strings: [String] = []
    var areAll = true
    let isArray = try forEachElement { (reader, _) throws(Fault) in
      if let string = try reader.string() { strings.append(string) } else { areAll = false }
    }
    return isArray && areAll ? strings : nil
  }

  /// A whole number; nil where the value is none.
  mutating func integer() throws(Fault) -> Int? {
    skipSpace()
    let start = index
    try skipValue()
    let number = Int(String(decoding: bytes[start..<index], as: UTF8.self))
    if number == nil, bytes[start] != UInt8(ascii: "n") { mismatches += 1 }
    return number
  }

  private mutating func skipMismatch() throws(Fault) {
    if byte != UInt8(ascii: "n") { mismatches += 1 }
    try skipValue()
  }

  /// Steps over a value of any kind.
  mutating func skipValue(depth: Int = 0) throws(Fault) {
    guard depth < Self.deepest else { throw Fault(index: index) }
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"):
      try list(until: "}") { (reader) throws(Fault) in
        _ = try reader.key()
        try reader.skipValue(depth: depth + 1)
      }
    case UInt8(ascii: "["):
      try list(until: "]") { (reader) throws(Fault) in try reader.skipValue(depth: depth + 1) }
    case Self.quote: try skipString()
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
  }

  /// Reads what stands between the signs of an object or an array, element by element.
  private mutating func list(
    until end: Unicode.Scalar, element: (inout JSONReader) throws(Fault) -> Void
  ) throws(Fault) {
    index += 1
    skipSpace()
    if skip(end) { return }
    repeat {
      try element(&self)
      skipSpace()
      if skip(end) { return }
    } while skip(",")
    throw Fault(index: index)
  }

  /// Moves to the value of a member.
  ///
  /// - Returns: where its key stands.
  private mutating func key() throws(Fault) -> Range<Int> {
    skipSpace()
    let start = index + 1
    try skipString()
    let key = start..<index - 1
    skipSpace()
    guard skip(":") else { throw Fault(index: index) }
    skipSpace()
    return key
  }

  private mutating func skipString() throws(Fault) {
    guard skip("\"") else { throw Fault(index: index) }
    while index < bytes.count, bytes[index] >= 32 {
      switch bytes[index] {
      case Self.quote:
        index += 1
        return
      case Self.backslash: index += 2
      default: index += 1
      }
    }
    throw Fault(index: min(index, bytes.count))
  }

  private mutating func skipWord(_ word: StaticString) throws(Fault) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard byte == word.utf8Start[offset] else { throw Fault(index: index) }
      index += 1
    }
  }

  private mutating func skipNumber() throws(Fault) {
    let start = index
    while let byte, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { index += 1 }
    if index == start { throw Fault(index: index) }
  }
}
