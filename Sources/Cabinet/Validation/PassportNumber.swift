/// The series and number of the internal passport of a citizen of Russia.
public enum PassportNumber {
  private static let advice = Phrase(
    "серия — 4 цифры, номер — 6, они напечатаны красным на полях страницы",
    "the series has 4 digits and the number 6, printed in red at the edge of the page")
  /// The first number printed in a series.
  private static let firstNumber = 101

  /// Checks the series and the number typed as one; canonical form `4510 123456`.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let typed = try TypedText(
        text, without: { $0.isGroupSeparator || $0 == "№" }, advice: advice)
      return try canonical(try DigitString(typed.scalars, expecting: [10], advice: advice))
    }
  }

  /// Checks the series and the number typed in two fields; canonical form `4510 123456`.
  public static func check(series: String, number: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let series = try DigitString(series, expecting: [4], advice: advice)
      let number = try DigitString(number, expecting: [6], advice: advice)
      let both = "\(series.text)\(number.text)"
      return try canonical(try DigitString(both, expecting: [10], advice: advice))
    }
  }

  private static func canonical(_ digits: DigitString) throws(IdentifierProblem) -> String {
    guard digits.number(4..<10) >= firstNumber else {
      throw IdentifierProblem(
        Phrase(
          "номер \(digits.text(4..<10)) не выдаётся: они начинаются с 000101",
          "the number \(digits.text(4..<10)) is not issued: they begin with 000101"),
        advice: advice)
    }
    return "\(digits.text(0..<4)) \(digits.text(4..<10))"
  }

  /// Whether a passport issued on a day may well have the series.
  ///
  /// Advisory.
  ///
  /// The third and fourth digits are the year in which the blank was printed, since 1997.
  public static func isPlausible(series: String, issued: Day) -> Bool {
    guard let digits = try? DigitString(series, expecting: [4], advice: advice) else {
      return false
    }
    let printed = digits.number(2..<4)
    return (-1...6).contains(issued.year - (printed >= 97 ? 1900 : 2000) - printed)
  }
}
