import Glibc

/// The Russian letters of an 8-bit encoding: what the keys of such a terminal send.
public enum EightBitLetters: String, Hashable, Sendable, CaseIterable {
  case koi8 = "koi8"
  case windows = "cp1251"
  case iso = "iso88595"
  case dos = "cp866"

  /// The encoding that a locale names; nil for UTF-8 and for encodings without Russian letters.
  public init?(locale: String) {
    guard let dot = locale.firstIndex(of: ".") else { return nil }
    let name = locale[locale.index(after: dot)...].prefix { $0 != "@" }.lowercased()
      .filter { $0.isLetter || $0.isNumber }
    switch name {
    case "koi8r", "koi8u": self = .koi8
    case "cp1251", "windows1251": self = .windows
    case "iso88595": self = .iso
    case "cp866", "ibm866": self = .dos
    default: return nil
    }
  }

  /// What the environment says; see ``Charset/environment``.
  public static var environment: EightBitLetters? {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
        return EightBitLetters(locale: value)
      }
    }
    return nil
  }

  /// The letter of a byte; nil where it is none.
  func letter(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    switch (self, byte) {
    case (.koi8, 0xA3), (.windows, 0xB8), (.iso, 0xF1), (.dos, 0xF1): return "ё"
    case (.koi8, 0xB3), (.windows, 0xA8), (.iso, 0xA1), (.dos, 0xF0): return "Ё"
    case (.koi8, 0xC0...0xFF): return Self.koi8Letters[Int(byte) - 0xC0]
    case (.windows, 0xC0...0xFF): return Self.letter(Int(byte) - 0xC0)
    case (.iso, 0xB0...0xEF): return Self.letter(Int(byte) - 0xB0)
    case (.dos, 0x80...0xAF): return Self.letter(Int(byte) - 0x80)
    case (.dos, 0xE0...0xEF): return Self.letter(Int(byte) - 0xB0)
    default: return nil
    }
  }

  /// The same bytes in UTF-8; what is no letter becomes U+FFFD.
  func utf8(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.flatMap { Array(String(letter($0) ?? "\u{FFFD}").utf8) }
  }

  /// А…Я and а…я by their place.
  private static func letter(_ place: Int) -> Unicode.Scalar? {
    Unicode.Scalar(0x410 + UInt32(place))
  }

  /// KOI8 keeps the order of the Latin letters that sound like them (RFC 1489).
  private static let koi8Letters: [Unicode.Scalar] = {
    let small = Array("юабцдефгхийклмнопярстужвьызшэщчъ".unicodeScalars)
    return small + small.compactMap { $0.properties.uppercaseMapping.unicodeScalars.first }
  }()
}
