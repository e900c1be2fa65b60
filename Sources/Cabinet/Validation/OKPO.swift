/// ОКПО: the number in the statistical register, 8 digits of an organisation, 10 of a sole trader.
public enum OKPO {
  private static let advice = Phrase(
    "проверьте цифры по уведомлению Росстата", "check the digits against the Rosstat notice")

  /// Checks the number; canonical form: the digits.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      try ShiftedControl.digits(text, expecting: [8, 10], advice: advice).text
    }
  }
}
