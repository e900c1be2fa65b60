/// The code of the office that issued a passport.
public enum DivisionCode {
  private static let advice = Phrase(
    "код подразделения — 6 цифр рядом с датой выдачи, например 770-001",
    "the code is the 6 digits beside the date of issue, such as 770-001")

  /// Checks the code; canonical form `770-001`.
  ///
  /// The third digit is the level of the office, 0…3.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let digits = try DigitString(text, expecting: [6], advice: advice)
      guard digits.values[2] <= 3 else {
        throw IdentifierProblem(
          Phrase(
            "третья цифра \(digits.values[2]), а бывает от 0 до 3",
            "the third digit is \(digits.values[2]), but it can only be 0 to 3"),
          advice: advice)
      }
      return "\(digits.text(0..<3))-\(digits.text(3..<6))"
    }
  }
}
