/// An 8-bit code page whose lower half is ASCII and whose upper half has Cyrillic letters.
struct CyrillicCodePage: Sendable {
  private let upper: [Unicode.Scalar]
  private let bytes: [Unicode.Scalar: UInt8]
  /// Stands where the code page leaves a byte without meaning.
  private static let undefined: Unicode.Scalar = "\u{FFFD}"

  /// Makes a code page from the 128 scalars of its upper half.
  private init(upper: String) {
    self.upper = Array(upper.unicodeScalars)
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (index, scalar) in self.upper.enumerated() where scalar != CyrillicCodePage.undefined {
      bytes[scalar] = UInt8(128 + index)
    }
    self.bytes = bytes
  }

  /// The byte of a scalar; nil where the code page has none.
  func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.isASCII ? UInt8(scalar.value) : bytes[scalar]
  }

  /// The scalar of a byte; nil where the code page leaves it undefined.
  func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    if byte < 128 { return Unicode.Scalar(byte) }
    let scalar = upper[Int(byte) - 128]
    return scalar == CyrillicCodePage.undefined ? nil : scalar
  }
}

extension CyrillicCodePage {
  /// Windows-1251.
  static let windows1251 = CyrillicCodePage(
    upper:
      """
      ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
      ђ‘’“”•–—\u{FFFD}™љ›њќћџ\
      \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї\
      °±Ііґµ¶·ё№є»јЅѕї\
      АБВГДЕЖЗИЙКЛМНОП\
      РСТУФХЦЧШЩЪЫЬЭЮЯ\
      абвгдежзийклмноп\
      рстуфхцчшщъыьэюя
      """
  )

  /// KOI8-R, RFC 1489.
  static let koi8R = CyrillicCodePage(
    upper:
      """
      ─│┌┐└┘├┤┬┴┼▀▄█▌▐\
      ░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷\
      ═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞\
      ╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
      юабцдефгхийклмно\
      пярстужвьызшэщчъ\
      ЮАБЦДЕФГХИЙКЛМНО\
      ПЯРСТУЖВЬЫЗШЭЩЧЪ
      """
  )
}
