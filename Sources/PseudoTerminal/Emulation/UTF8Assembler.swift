/// Puts scalars together from bytes that may come in pieces or be no UTF-8 at all.
struct UTF8Assembler {
  private var scalar: UInt32 = 0
  private var missing = 0
  private var least: UInt32 = 0

  /// What one byte completes.
  enum Result: Equatable {
    /// More bytes are needed.
    case incomplete
    /// A scalar is complete; a broken one reads as U+FFFD.
    case scalar(Unicode.Scalar)
    /// A sequence broke off here: show U+FFFD and give the byte again.
    case broken
  }

  /// True in the middle of a sequence.
  var isInside: Bool { missing > 0 }

  mutating func take(_ byte: UInt8) -> Result {
    if missing > 0 {
      guard byte & 0xC0 == 0x80 else {
        missing = 0
        return .broken
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      missing -= 1
      guard missing == 0 else { return .incomplete }
      guard scalar >= least, let whole = Unicode.Scalar(scalar) else { return .scalar("\u{FFFD}") }
      return .scalar(whole)
    }
    switch byte {
    case 0..<0x80: return .scalar(Unicode.Scalar(byte))
    case 0xC2...0xDF: return begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0...0xEF: return begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0...0xF4: return begin(byte & 0x07, missing: 3, least: 0x10000)
    default: return .scalar("\u{FFFD}")
    }
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) -> Result {
    scalar = UInt32(bits)
    self.missing = missing
    self.least = least
    return .incomplete
  }
}
