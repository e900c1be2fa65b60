/// БИК: the code of a bank or a treasury office in the payment system of the Bank of Russia.
public enum BIC {
  private static let advice = Phrase(
    "БИК — 9 цифр из реквизитов банка", "the code is 9 digits from the bank's details")

  /// Checks the code; canonical form: the digits.
  ///
  /// Banks begin with 04; treasuries also with 00, 01 and 02 since 2021.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in try digits(text).text }
  }

  static func digits(_ text: String) throws(IdentifierProblem) -> DigitString {
    let digits = try DigitString(text, expecting: [9], advice: advice)
    guard digits.values[0] == 0, [0, 1, 2, 4].contains(digits.values[1]) else {
      throw IdentifierProblem(
        Phrase(
          "БИК начинается с 04 (банк) или 00, 01, 02 (казначейство), а не с \(digits.text(0..<2))",
          "the code begins with 04 (bank) or 00, 01, 02 (treasury), not with \(digits.text(0..<2))"
        ),
        advice: advice)
    }
    return digits
  }
}
