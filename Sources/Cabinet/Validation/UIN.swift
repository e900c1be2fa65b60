/// УИН: the unique identifier of a charge to the budget, 20 or 25 digits.
public enum UIN {
  private static let advice = Phrase(
    "перепишите УИН из квитанции или постановления: 20 или 25 цифр",
    "copy the identifier from the bill or the ruling: 20 or 25 digits")

  /// Checks the identifier; canonical form: the digits.
  ///
  /// A payment order may bear `0` for "no identifier"; that is not an identifier and is refused.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let isZero =
        text.unicodeScalars.contains("0")
        && text.unicodeScalars.allSatisfy { $0 == "0" || $0.isGroupSeparator }
      if isZero {
        throw IdentifierProblem(
          Phrase("ноль значит «без УИН»", "zero stands for “no identifier”"), advice: advice)
      }
      return try ShiftedControl.digits(text, expecting: [20, 25], advice: advice).text
    }
  }
}
