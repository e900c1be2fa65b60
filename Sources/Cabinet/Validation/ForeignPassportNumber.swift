/// The series and number of a passport for travel abroad.
public enum ForeignPassportNumber {
  private static let advice = Phrase(
    "серия — 2 цифры, номер — 7", "the series has 2 digits and the number 7")

  /// Checks that there are 9 digits; canonical form `75 1234567`.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let typed = try TypedText(
        text, without: { $0.isGroupSeparator || $0 == "№" }, advice: advice)
      let digits = try DigitString(typed.scalars, expecting: [9], advice: advice)
      return "\(digits.text(0..<2)) \(digits.text(2..<9))"
    }
  }
}
