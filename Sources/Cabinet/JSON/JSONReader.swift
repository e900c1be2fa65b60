/// A quick walk through JSON that this program wrote itself, for those who read a hundred thousand records.
///
/// It declines what it does not expect (an escape, a name that is new, an empty place) and judges nothing:
/// whoever uses it asks a real decoder then.
struct JSONReader {
  /// The text is not what was expected; a real decoder has to read it.
  struct Declined: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var index = 0

  /// Begins to read a text, which must outlive the walk.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// True where the whole text was read.
  var isAtEnd: Bool { index == bytes.count }

  /// Reads an object; `member` gets each name and must read its value.
  mutating func object(
    _ member: (String, inout JSONReader) throws(Declined) -> Void
  ) throws(Declined) {
    try expect(UInt8(ascii: "{"))
    if skip(UInt8(ascii: "}")) { return }
    while true {
      let name = try string()
      try expect(UInt8(ascii: ":"))
      try member(name, &self)
      if skip(UInt8(ascii: "}")) { return }
      try expect(UInt8(ascii: ","))
    }
  }

  /// Reads an array; `element` must read each value.
  mutating func array<Element>(
    _ element: (inout JSONReader) throws(Declined) -> Element
  ) throws(Declined) -> [Element] {
    var elements: [Element] = []
    try expect(UInt8(ascii: "["))
    if skip(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try element(&self))
      if skip(UInt8(ascii: "]")) { return elements }
      try expect(UInt8(ascii: ","))
    }
  }

  /// Reads a text without escapes.
  mutating func string() throws(Declined) -> String {
    try expect(UInt8(ascii: "\""))
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] != UInt8(ascii: "\\"), bytes[index] >= 0x20 else { throw Declined() }
      index += 1
    }
    guard index < bytes.count,
      let text = String(validating: bytes[start..<index], as: UTF8.self)
    else { throw Declined() }
    index += 1
    return text
  }

  /// Reads a whole number of at most 18 digits that is not negative.
  mutating func number() throws(Declined) -> Int {
    let start = index
    var value = 0
    while index < bytes.count, (48...57).contains(bytes[index]), index - start < 18 {
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    let isPadded = index - start > 1 && bytes[start] == 48
    guard index > start, !isPadded, index < bytes.count,
      [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[index])
    else { throw Declined() }
    return value
  }

  /// Reads an object of texts.
  mutating func strings() throws(Declined) -> [String: String] {
    var strings: [String: String] = [:]
    try object { name, value throws(Declined) in strings[name] = try value.string() }
    return strings
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Declined) {
    guard skip(byte) else { throw Declined() }
  }
}
