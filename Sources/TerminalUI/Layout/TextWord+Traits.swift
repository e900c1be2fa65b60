extension TextWord.Traits {
  /// What a word is, read from its units without making a string of it.
  init(_ word: ArraySlice<TextUnit>) {
    self = []
    var core = word
    while let first = core.first?.scalar, Self.isOpening(first) { core.removeFirst() }
    guard let first = core.first?.scalar, let last = core.last?.scalar else { return }
    if core.count == 1, let alone = Self.alone(first) {
      self = alone
      return
    }
    let isDigit = (0x30...0x39).contains(first)
    if isDigit { insert(.digit) }
    if Self.isCapital(first) { insert(.capital) }
    if last == 0x2E || Self.isClosing(last) { insert(.stop) }
    if (0x30...0x39).contains(last) {
      let isSigned = core.count > 1 && (first == 0x2B || first == 0x2D || first == 0x2212)
      if isDigit || isSigned { insert(.number) }
      return
    }
    let isDotted = last == 0x2E
    if isDotted { core.removeLast() }
    if isDotted, core.count == 1, !isDigit { insert(.letter) }
    if isDotted, core.count == 3, Self.isCapital(first), core[core.startIndex + 1].scalar == 0x2E,
      Self.isCapital(core[core.startIndex + 2].scalar)
    {
      insert(.letter)
    }
    while let end = core.last?.scalar, Self.isClosing(end) { core.removeLast() }
    guard let key = ShortWords.key(core) else { return }
    let isBare = !isDotted && core.endIndex == word.endIndex
    if isBare, ShortWords.leaning.contains(key) { insert(.short) }
    if isDotted, ShortWords.abbreviations.contains(key) { insert(.abbreviation) }
    if ShortWords.particles.contains(key) { insert(.particle) }
    if ShortWords.units.contains(key) { insert(.unit) }
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    (0x410...0x42F).contains(scalar) || scalar == 0x401 || (0x41...0x5A).contains(scalar)
  }

  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "«", "(", "„", "“", "[", "\"": true
    default: false
    }
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "»", ")", "”", "]", "\"", ",", ";", ":", "!", "?": true
    default: false
    }
  }

  /// What a word of one sign or digit is; nil for a letter.
  private static func alone(_ scalar: UInt32) -> Self? {
    switch Unicode.Scalar(scalar) {
    case "—", "–", "·", "-": .dash
    case "№", "§": .numero
    case "₽", "%", "‰", "°": .unit
    case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9": [.number, .digit]
    default: nil
    }
  }
}

extension TextUnit {
  /// A space at which a line may end, or one at which it may not.
  var isAnySpace: Bool { isSpace || scalar == 0xA0 || scalar == 0x202F || scalar == 0x2007 }
}

/// Words of up to five letters that lean on a neighbour, packed into numbers: a paragraph is wrapped in
/// every frame, and strings would be made for each word of it.
private enum ShortWords {
  /// Prepositions, conjunctions and negations.
  static let leaning = set(
    """
    а в во и к ко но о об обо с со у я на по из изо не ни за до от ото для при под над без про или \
    что как то
    """)
  /// Particles.
  static let particles = set("же ж ли ль бы б")
  /// What stands before a name or a number.
  static let abbreviations = set(
    """
    г ул пер пл наб пр просп бул ш пос дер обл р д кв корп стр к каб эт оф п пп подп ст ч гл абз \
    разд т тел рис табл им см с л
    """)
  /// What stands after an amount.
  static let units = set("руб коп тыс млн млрд шт")

  /// The letters of a word as a number, small for capital; nil where it is no short word of letters.
  static func key(_ word: ArraySlice<TextUnit>) -> UInt64? {
    guard (1...5).contains(word.count) else { return nil }
    var key: UInt64 = 0
    for unit in word {
      guard let letter = small(unit.scalar) else { return nil }
      key = key << 12 | UInt64(letter)
    }
    return key
  }

  private static func small(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x430...0x44F, 0x451: scalar
    case 0x410...0x42F: scalar + 0x20
    case 0x401: 0x451
    default: nil
    }
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").compactMap { key(ArraySlice(String($0).units)) })
  }
}
