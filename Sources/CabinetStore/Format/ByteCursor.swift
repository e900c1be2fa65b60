import Glibc

/// A place in raw bytes from which fixed layouts are read; every read either matches whole or fails.
struct ByteCursor {
  private let bytes: UnsafeRawBufferPointer
  private(set) var index = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Skips exactly this text.
  mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count, let start = bytes.baseAddress,
      memcmp(start + index, text.utf8Start, count) == 0
    else { return false }
    index += count
    return true
  }

  /// Reads 64 hexadecimal digits.
  mutating func hash() -> ChainHash? {
    let end = index + 2 * ChainHash.byteCount
    guard end <= bytes.count else { return nil }
    defer { index = end }
    return ChainHash(hex: UnsafeRawBufferPointer(rebasing: bytes[index..<end]))
  }

  /// Reads a number without sign and leading zeros, at most 18 digits.
  mutating func number() -> Int? {
    let start = index
    var value = 0
    while index < bytes.count, (48...57).contains(bytes[index]), index - start < 18 {
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    let isPadded = index - start > 1 && bytes[start] == 48
    return index > start && !isPadded ? value : nil
  }

  /// Reads exactly so many decimal digits.
  mutating func number(digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var value = 0
    for offset in index..<index + digits {
      guard (48...57).contains(bytes[offset]) else { return nil }
      value = value * 10 + Int(bytes[offset] - 48)
    }
    index += digits
    return value
  }
}
