/// Eight hexadecimal digits, lower-case, all at once: one in each byte of a word, the first in the lowest.
///
/// Every record is read with two hashes in it; digit by digit that would take as long as hashing.
struct HexDigits {
  /// The digits as text.
  let text: UInt64

  init(_ text: UInt64) {
    self.text = text
  }

  /// The digits of four bytes, the lowest first.
  init(_ value: UInt32) {
    var nibbles = UInt64(value)
    nibbles = (nibbles | nibbles << 16) & 0x0000_FFFF_0000_FFFF
    nibbles = (nibbles | nibbles << 8) & 0x00FF_00FF_00FF_00FF
    // The high half of a byte is its first digit.
    nibbles = (nibbles >> 4 | nibbles << 8) & 0x0F0F_0F0F_0F0F_0F0F
    text = HexDigits.text(of: nibbles)
  }

  /// The four bytes; nil where one of the digits is none.
  var value: UInt32? {
    // Letters have the bit 64, and their low half begins with 1 for 10.
    let letters = text >> 6 & 0x0101_0101_0101_0101
    let nibbles = text & 0x0F0F_0F0F_0F0F_0F0F &+ letters &* 9
    guard nibbles & 0xF0F0_F0F0_F0F0_F0F0 == 0, HexDigits.text(of: nibbles) == text else {
      return nil
    }
    var bytes = (nibbles << 4 | nibbles >> 8) & 0x00FF_00FF_00FF_00FF
    bytes = (bytes | bytes >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: bytes | bytes >> 16)
  }

  private static func text(of nibbles: UInt64) -> UInt64 {
    let letters = (nibbles &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 39
  }
}
