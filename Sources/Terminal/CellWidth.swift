/// How many cells of a terminal a piece of text takes.
///
/// The answer never depends on the locale: `wcwidth` says −1 for every Russian letter in the C locale.
/// The rules are those of Unicode 15: combining marks and invisible signs take no cell, East Asian
/// wide and full-width characters and emoji take two (UAX #11), everything else one.
public enum CellWidth {
  /// The cells of one scalar: 0, 1 or 2.
  ///
  /// Control characters count 1, for the sign shown instead.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    // ASCII, Latin and Cyrillic, but for the soft hyphen and the combining titlo.
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if (0x370..<0x483).contains(value) || (0x48A..<0x530).contains(value) { return 1 }
    if takesNone(scalar) { return 0 }
    return isWide(value) ? 2 : 1
  }

  /// The cells of one character as it is ``Swift/Character/displayed``: 1 or 2.
  ///
  /// Marks add nothing; a flag takes two.
  public static func of(_ character: Character) -> Int {
    let scalars = character.displayed.unicodeScalars
    guard let base = scalars.first else { return 0 }
    if isRegionalIndicator(base) { return scalars.count > 1 ? 2 : 1 }
    return of(base)
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func takesNone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Vowels and finals that join a Hangul lead, and the separators of lines and paragraphs.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x2028, 0x2029: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > wideRanges[2 * middle + 1] {
        low = middle + 1
      } else if value < wideRanges[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }

  /// First and last scalars of the wide ranges, in order.
  private static let wideRanges: [UInt32] = [
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0,
    0x23F3, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F,
    0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5,
    0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5,
    0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728,
    0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
    0x2E80, 0x303E, 0x3041, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAD9,
    0xFE10, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18D08, 0x1AFF0, 0x1B2FB,
    0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320,
    0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3,
    0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC,
    0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596,
    0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2,
    0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A,
    0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAF6, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD,
  ]
}

extension Unicode.Scalar {
  /// True for scalars that take one cell and join no neighbour: nearly all that the cabinet shows, told
  /// without the tables of Unicode.
  @inlinable public var isSingleCell: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xA9, 0xAA..<0xAD, 0xB0..<0x300, 0x400..<0x483, 0x48A..<0x530: true
    case 0x2010..<0x2028, 0x2030..<0x203C, 0x20A0..<0x20C0, 0x2116, 0x2212, 0x2500..<0x25A0: true
    default: false
    }
  }
}

extension StringProtocol {
  /// The number of cells of a text in which every scalar takes one; nil for any other text; O(n).
  @inlinable public var singleCellCount: Int? {
    if let count = utf8.withContiguousStorageIfAvailable({ $0.singleCellCount }) { return count }
    var count = 0
    for scalar in unicodeScalars {
      guard scalar.isSingleCell else { return nil }
      count += 1
    }
    return count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of cells of a text in UTF-8 in which every scalar takes one; nil for any other text.
  ///
  /// All that a screen shows is counted, and most of it is ASCII and Cyrillic.
  @usableFromInline var singleCellCount: Int? {
    var count = 0
    var next = 0
    while next < self.count {
      switch self[next] {
      case 0x20..<0x7F: next += 1
      // U+0400…U+047F.
      case 0xD0, 0xD1: next += 2
      default:
        guard let scalar = scalar(at: next), scalar.isSingleCell else { return nil }
        next += UTF8.width(scalar)
      }
      count += 1
    }
    return count
  }

  /// The scalar that begins at a byte, of two or three bytes; nil for any other.
  private func scalar(at start: Int) -> Unicode.Scalar? {
    func tail(_ index: Int) -> UInt32 { UInt32(self[start + index] & 0x3F) }
    let lead = UInt32(self[start])
    switch lead {
    case 0xC0..<0xE0: return Unicode.Scalar((lead & 0x1F) << 6 | tail(1))
    case 0xE0..<0xF0: return Unicode.Scalar((lead & 0x0F) << 12 | tail(1) << 6 | tail(2))
    default: return nil
    }
  }
}

extension Character {
  /// The cells of a terminal that the character takes: 0, 1 or 2.
  public var cellWidth: Int { CellWidth.of(self) }
}

extension StringProtocol {
  /// The cells of a terminal that the text takes on one line; O(n).
  public var cellWidth: Int { reduce(0) { $0 + CellWidth.of($1) } }
}
