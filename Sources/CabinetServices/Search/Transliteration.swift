/// Russian in Latin letters, in whatever way it was written.
///
/// A word and its Latin spelling are brought to one skeleton in which the schemes (passport, GOST,
/// scholarly, everyday) do not differ: й, ы and и are one, soft signs are dropped, ц is ts and я is ia.
enum Transliteration {
  /// The sounds of the letters from а to я; upper case stands for one Cyrillic letter.
  private static let sounds: [StaticString] = [
    "a", "b", "v", "g", "d", "e", "Z", "z", "i", "i", "k", "l", "m", "n", "o", "p",
    "r", "s", "t", "u", "f", "h", "ts", "C", "S", "S", "", "i", "", "e", "iu", "ia",
  ]
  private static let soundOfByte: [[UInt8]] = {
    var table = [[UInt8]](repeating: [], count: 256)
    for (index, sound) in sounds.enumerated() {
      table[Int(FoldedText.fold(0x430 + UInt32(index)))] =
        sound.withUTF8Buffer { Array($0) }
    }
    return table
  }()

  /// Latin groups and their sound, the longer first.
  private static let groups: [([UInt8], [UInt8])] = [
    ("shch", "S"), ("schh", "S"), ("sch", "S"), ("shh", "S"), ("tch", "C"), ("zh", "Z"),
    ("kh", "h"), ("tz", "ts"), ("cz", "ts"), ("ch", "C"), ("sh", "S"), ("yo", "e"),
    ("jo", "e"), ("ye", "e"), ("je", "e"), ("ya", "ia"), ("ja", "ia"), ("yu", "iu"), ("ju", "iu"),
    ("x", "h"), ("c", "ts"), ("w", "S"), ("y", "i"), ("j", "i"), ("q", "k"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The skeleton of a word in Cyrillic letters.
  static func skeleton(ofCyrillic word: some Sequence<UInt8>) -> FoldedWord {
    var skeleton: FoldedWord = []
    for byte in word {
      for sound in soundOfByte[Int(byte)] { add(sound, to: &skeleton) }
    }
    return skeleton
  }

  /// The skeleton of a word in Latin letters.
  static func skeleton(ofLatin word: FoldedWord) -> FoldedWord {
    var skeleton: FoldedWord = []
    var rest = word[...]
    while let first = rest.first {
      if let (group, sounds) = groups.first(where: { rest.starts(with: $0.0) }) {
        for sound in sounds { add(sound, to: &skeleton) }
        rest = rest.dropFirst(group.count)
      } else {
        add(first, to: &skeleton)
        rest = rest.dropFirst()
      }
    }
    return skeleton
  }

  /// The Cyrillic spellings of a skeleton in which the stemmer may know its ending: that of a verb has
  /// a soft sign, which Latin letters leave out.
  static func spellings(_ skeleton: FoldedWord) -> [FoldedWord] {
    let plain = cyrillic(skeleton)
    for (end, verb) in verbEnds where plain.suffix(end.count) == end[...] {
      return [plain, plain.dropLast(end.count) + verb]
    }
    return [plain]
  }

  /// How verbs end without the soft sign, as ``cyrillic(_:)`` gives it, and with it.
  private static let verbEnds: [(FoldedWord, FoldedWord)] = [("т", "ть"), ("тсия", "ться")].map {
    (
      Array(FoldedText.words($0.unicodeScalars).joined()),
      Array(FoldedText.words($1.unicodeScalars).joined())
    )
  }

  /// The likeliest Cyrillic spelling of a skeleton, good enough to find its ending.
  static func cyrillic(_ skeleton: FoldedWord) -> FoldedWord {
    var word: FoldedWord = []
    var index = 0
    while index < skeleton.count {
      let sound = skeleton[index]
      let next = index + 1 < skeleton.count ? skeleton[index + 1] : 0
      if sound == letterI, let vowel = softVowels[next] {
        // After a consonant it is rather the end of -ия than a soft letter.
        if let last = word.last, !vowels.contains(last) { word.append(letterOfSound[Int(letterI)]) }
        word.append(vowel)
        index += 2
      } else {
        word.append(letterOfSound[Int(sound)])
        index += 1
      }
    }
    return word
  }

  private static let letterI = UInt8(ascii: "i")
  private static let softVowels = [
    UInt8(ascii: "a"): FoldedText.fold(0x44F), UInt8(ascii: "u"): FoldedText.fold(0x44E),
  ]
  private static let vowels = Set(FoldedText.words("аеиоуыэюя".unicodeScalars).joined())

  private static let letterOfSound: [UInt8] = {
    var table = (0...255).map { UInt8($0) }
    for (byte, sound) in soundOfByte.enumerated() where sound.count == 1 {
      let known = table[Int(sound[0])]
      if known < 0xC0 { table[Int(sound[0])] = UInt8(byte) }
    }
    // Of several letters of one sound the commonest stands for it.
    for (letter, scalar) in [("i", 0x438), ("e", 0x435), ("S", 0x448)] as [(String, UInt32)] {
      for byte in letter.utf8 { table[Int(byte)] = FoldedText.fold(scalar) }
    }
    return table
  }()

  /// Two of one sound in a row count as one: -ий and -y, -ss- and -s-.
  private static func add(_ sound: UInt8, to skeleton: inout FoldedWord) {
    if skeleton.last != sound { skeleton.append(sound) }
  }
}
