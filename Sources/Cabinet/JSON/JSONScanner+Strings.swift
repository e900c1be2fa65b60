extension JSONScanner {
  /// Reads a string and gives the range between its quotation marks.
  mutating func string() throws(Stop) -> (range: Range<Int>, isEscaped: Bool) {
    let opening = index
    index += 1
    var isEscaped = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        let range = opening + 1..<index
        if range.count > limits.string {
          throw Stop(reason: .longString(limit: limits.string), offset: opening)
        }
        index += 1
        return (range, isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        try escape()
      case 0..<32: throw Stop(reason: .controlCharacter(byte), offset: index)
      case 32..<128: index += 1
      default: try sequence(of: byte)
      }
    }
    throw Stop(reason: .unfinished, offset: index)
  }

  /// Reads a character of two to four bytes; the ranges are those of table 3-7 of the Unicode Standard.
  private mutating func sequence(of lead: UInt8) throws(Stop) {
    let second: ClosedRange<UInt8>
    let count: Int
    switch lead {
    case 0xC2...0xDF: (second, count) = (0x80...0xBF, 2)
    case 0xE0: (second, count) = (0xA0...0xBF, 3)
    case 0xED: (second, count) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, count) = (0x80...0xBF, 3)
    case 0xF0: (second, count) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, count) = (0x80...0xBF, 4)
    case 0xF4: (second, count) = (0x80...0x8F, 4)
    default: throw Stop(reason: .invalidUTF8, offset: index)
    }
    for offset in 1..<count {
      let place = index + offset
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard place < bytes.count, allowed.contains(bytes[place]) else {
        throw Stop(reason: .invalidUTF8, offset: index)
      }
    }
    index += count
  }

  private mutating func escape() throws(Stop) {
    let start = index
    index += 1
    guard let byte = next else { throw Stop(reason: .unfinished, offset: index) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"): break
    default: throw Stop(reason: .invalidEscape, offset: start)
    }
    guard let unit = Self.hexUnit(in: bytes, at: index) else {
      throw Stop(reason: .invalidEscape, offset: start)
    }
    index += 4
    switch unit {
    case 0xD800...0xDBFF:
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u"), let low = Self.hexUnit(in: bytes, at: index + 2),
        (0xDC00...0xDFFF).contains(low)
      else { throw Stop(reason: .loneSurrogate, offset: start) }
      index += 6
    case 0xDC00...0xDFFF: throw Stop(reason: .loneSurrogate, offset: start)
    default: return
    }
  }

  private static func hexUnit(in bytes: [UInt8], at place: Int) -> UInt16? {
    guard place + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[place..<place + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - 48
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - 87
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - 55
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// The UTF-8 of a string that was read, from the range between its quotation marks.
  static func unescaped(_ range: Range<Int>, in bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      guard bytes[place] == UInt8(ascii: "\\"), place + 1 < range.upperBound else {
        text.append(bytes[place])
        place += 1
        continue
      }
      switch bytes[place + 1] {
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "u"):
        var units = [hexUnit(in: bytes, at: place + 2) ?? 0xFFFD]
        if (0xD800...0xDBFF).contains(units[0]), let low = hexUnit(in: bytes, at: place + 8) {
          units.append(low)
          place += 6
        }
        text += String(decoding: units, as: UTF16.self).utf8
        place += 4
      case let other: text.append(other)
      }
      place += 2
    }
    return text
  }
}
