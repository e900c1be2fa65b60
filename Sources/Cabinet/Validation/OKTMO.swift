/// ОКТМО: the code of a municipality, 8 digits, or of a settlement within it, 11.
public enum OKTMO {
  private static let advice = Phrase(
    "перепишите ОКТМО из квитанции: 8 или 11 цифр", "copy the code from the bill: 8 or 11 digits")

  /// Checks the code; canonical form: the digits.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      try DigitString(text, expecting: [8, 11], advice: advice).text
    }
  }

  /// Whether a valid code lies within the city of Moscow.
  public static func isMoscow(_ text: String) -> Bool {
    check(text).canonical?.hasPrefix("45") ?? false
  }
}
