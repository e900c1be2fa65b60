/// The text of a bracketed paste while it arrives.
struct PasteBuffer: Sendable {
  /// The bytes that are kept of one paste; the rest is dropped, up to its end.
  static let capacity = 1 << 20

  private static let terminator = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []
  /// How much of the terminator has been seen.
  private var matched = 0

  /// Takes bytes up to the end of the paste; returns how many, and whether the end is among them.
  mutating func take(_ input: ArraySlice<UInt8>) -> (count: Int, isEnd: Bool) {
    for (index, byte) in input.enumerated() {
      if byte == Self.terminator[matched] {
        matched += 1
        if matched == Self.terminator.count { return (index + 1, true) }
      } else {
        // Only its first byte is an Escape, so a broken terminator can't hide the start of another.
        Self.terminator.prefix(matched).forEach { keep($0) }
        matched = byte == Self.terminator[0] ? 1 : 0
        if matched == 0 { keep(byte) }
      }
    }
    return (input.count, false)
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < Self.capacity { bytes.append(byte) }
  }

  /// The text so far: line ends are newlines; what else it holds, who takes it decides and tells.
  var text: String {
    var kept = bytes
    if bytes.count == Self.capacity { Self.dropPartialScalar(&kept) }
    var text = ""
    var afterReturn = false
    for scalar in String(decoding: kept, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": text.unicodeScalars.append("\n")
      case "\n" where afterReturn: break
      default: text.unicodeScalars.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return text
  }

  /// Drops the beginning of a scalar at the end, where the capacity cut it.
  private static func dropPartialScalar(_ bytes: inout [UInt8]) {
    guard let lead = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return }
    let length = bytes[lead] < 0x80 ? 1 : bytes[lead] < 0xE0 ? 2 : bytes[lead] < 0xF0 ? 3 : 4
    if bytes.count - lead < length { bytes.removeSubrange(lead...) }
  }
}
