/// The twelve Cyrillic letters with a Latin look-alike, the only ones on plates and vehicle papers.
enum PlateLetter {
  static let cyrillic = Array("АВЕКМНОРСТУХ".unicodeScalars)
  static let latin = Array("ABEKMHOPCTYX".unicodeScalars)

  /// The Cyrillic capital for a capital typed in either alphabet; nil for any other letter.
  static func reading(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if cyrillic.contains(scalar) { return scalar }
    return latin.firstIndex(of: scalar).map { cyrillic[$0] }
  }
}
