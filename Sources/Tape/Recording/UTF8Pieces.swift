/// Turns bytes that come in pieces into text, without breaking a character that two pieces share.
public struct UTF8Pieces: Hashable, Sendable {
  private var rest: [UInt8] = []

  /// Begins with no bytes.
  public init() {}

  /// The text that is complete with these bytes; bytes that are no UTF-8 read as U+FFFD.
  public mutating func take(_ bytes: some Collection<UInt8>) -> String {
    let all = rest + bytes
    let held = Self.unfinished(all)
    rest = Array(all.suffix(held))
    return String(decoding: all.dropLast(held), as: UTF8.self)
  }

  /// What is left at the end: nothing, or U+FFFD for a character that never became complete.
  public mutating func finish() -> String {
    defer { rest = [] }
    return String(decoding: rest, as: UTF8.self)
  }

  /// How many bytes at the end begin a character and do not end it.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for count in 1...3 where count <= bytes.count {
      let byte = bytes[bytes.count - count]
      if byte & 0xC0 == 0x80 { continue }
      let length =
        switch byte {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
      return count < length ? count : 0
    }
    return 0
  }
}
