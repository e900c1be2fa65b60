/// The number of the microchip of an animal, ISO 11784.
public enum PetChipNumber {
  private static let advice = Phrase(
    "номер чипа — 15 цифр из ветеринарного паспорта",
    "the chip number is 15 digits from the veterinary passport")

  /// Checks the number; canonical form: the digits.
  ///
  /// The first three are the country (643 is Russia) or, from 900, the maker.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      try DigitString(text, expecting: [15], advice: advice).text
    }
  }
}
