/// A word in lower case as KOI8-R: one byte a letter, which the stemmer takes as it is; ё is е.
typealias FoldedWord = [UInt8]

/// How text is folded for comparison.
///
/// Cyrillic letters, Latin letters and digits make words, everything else parts them; stresses, soft
/// hyphens and joiners are passed over. A decomposed й is put together again.
enum FoldedText {
  /// The longest word, in letters; the rest of a longer one is passed over.
  static let longestWord = 40

  /// What a scalar that parts words folds to.
  static let separator: UInt8 = 0
  /// What a scalar folds to that is passed over.
  static let nothing: UInt8 = 1
  private static let breve: UInt8 = 2

  /// The letters from а to я in KOI8-R.
  private static let cyrillic: [UInt8] = [
    0xC1, 0xC2, 0xD7, 0xC7, 0xC4, 0xC5, 0xD6, 0xDA, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0,
    0xD2, 0xD3, 0xD4, 0xD5, 0xC6, 0xC8, 0xC3, 0xDE, 0xDB, 0xDD, 0xDF, 0xD9, 0xD8, 0xDC, 0xC0, 0xD1,
  ]
  private static let letterI = fold(0x438)
  private static let letterShortI = fold(0x439)

  /// The byte of a scalar.
  static func fold(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x430...0x44F: cyrillic[Int(scalar - 0x430)]
    case 0x410...0x42F: cyrillic[Int(scalar - 0x410)]
    case 0x61...0x7A, 0x30...0x39: UInt8(scalar)
    case 0x41...0x5A: UInt8(scalar + 0x20)
    case 0x401, 0x451: cyrillic[5]
    case 0x306: breve
    case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: nothing
    default: separator
    }
  }

  /// True of a Cyrillic letter.
  static func isCyrillic(_ byte: UInt8) -> Bool { byte >= 0xC0 }

  /// True of a digit.
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Calls the body with each word of a text in turn; linear.
  static func forEachWord(in text: some Sequence<Unicode.Scalar>, _ body: (FoldedWord) -> Void) {
    var word: FoldedWord = []
    for scalar in text {
      if let whole = append(scalar, to: &word) { body(whole) }
    }
    if !word.isEmpty { body(word) }
  }

  /// The words of a text.
  static func words(_ text: some Sequence<Unicode.Scalar>) -> [FoldedWord] {
    var words: [FoldedWord] = []
    forEachWord(in: text) { words.append($0) }
    return words
  }

  /// The words of a text and where they stand.
  static func places(of text: String) -> [(word: FoldedWord, range: Range<String.Index>)] {
    var places: [(FoldedWord, Range<String.Index>)] = []
    var word: FoldedWord = []
    var start = text.startIndex
    var end = text.startIndex
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let wasEmpty = word.isEmpty
      if let whole = append(scalars[index], to: &word) { places.append((whole, start..<end)) }
      if wasEmpty { start = index }
      if !word.isEmpty { end = scalars.index(after: index) }
    }
    if !word.isEmpty { places.append((word, start..<end)) }
    return places
  }

  /// Adds a scalar to a word, or hands the word over and empties it where the scalar parts words.
  private static func append(
    _ scalar: Unicode.Scalar, to word: inout FoldedWord
  ) -> FoldedWord? {
    switch fold(scalar.value) {
    case separator:
      guard !word.isEmpty else { return nil }
      defer { word.removeAll(keepingCapacity: true) }
      return word
    case nothing: break
    case breve:
      if word.last == letterI { word[word.count - 1] = letterShortI }
    case let letter:
      if word.count < longestWord { word.append(letter) }
    }
    return nil
  }
}
