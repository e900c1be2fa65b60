extension String {
  /// The text with its Russian letters in Latin ones, as in foreign passports (ICAO Doc 9303, table of 2013).
  public var romanized: String {
    let characters = Array(self)
    var text = ""
    for (index, character) in characters.enumerated() {
      guard let latin = Romanization.latin(character) else {
        text.append(character)
        continue
      }
      // `Щ` is `SHCH` in a word of capitals, and `Shch` at the beginning of another.
      let isShouted = [index - 1, index + 1].contains {
        characters.indices.contains($0) && characters[$0].isUppercase
      }
      if !character.isUppercase {
        text += latin
      } else {
        text += isShouted ? latin.uppercased() : latin.prefix(1).uppercased() + latin.dropFirst()
      }
    }
    return text
  }
}

/// The Latin letters for Russian ones.
private enum Romanization {
  static func latin(_ character: Character) -> String? {
    guard let small = character.lowercased().unicodeScalars.first else { return nil }
    if small == "ё" { return "e" }
    guard (0x430...0x44F).contains(small.value) else { return nil }
    return letters[Int(small.value) - 0x430]
  }

  /// From а to я.
  private static let letters = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "ie", "y", "", "e", "iu", "ia",
  ]
}
