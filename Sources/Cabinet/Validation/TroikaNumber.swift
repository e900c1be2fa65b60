/// The number of a Troika transport card, 10 digits.
public enum TroikaNumber {
  private static let advice = Phrase(
    "номер — 10 цифр на обороте «Тройки»", "the number is the 10 digits on the back of the card")

  /// Checks the number; canonical form: the digits.
  ///
  /// No control digit of it is published.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      try DigitString(text, expecting: [10], advice: advice).text
    }
  }
}
