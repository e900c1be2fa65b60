/// The payer's code on a Moscow bill for housing and utilities, 10 digits.
public enum PayerCode {
  private static let advice = Phrase(
    "код плательщика — 10 цифр в правом верхнем углу платёжки",
    "the payer's code is the 10 digits in the top right corner of the bill")

  /// Checks the code; canonical form: the digits.
  ///
  /// No control digit of it is published.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      try DigitString(text, expecting: [10], advice: advice).text
    }
  }
}
