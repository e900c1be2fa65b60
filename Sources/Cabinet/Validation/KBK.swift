/// КБК: the budget classification code of a payment, 20 digits.
public enum KBK {
  /// The parts of a code of income.
  public struct Parts: Equatable, Sendable {
    /// Who administers the income; 188 is the Ministry of the Interior.
    public let administrator: String
    /// The kind of income, 10 digits, the last two of which are the element.
    public let kind: String
    /// The budget that receives it.
    public let element: String
    /// The kind of payment: the sum itself, penalties, interest.
    public let subkind: String
    /// The operation of the general government sector.
    public let operation: String
  }

  private static let advice = Phrase(
    "перепишите КБК из квитанции: 20 цифр", "copy the code from the bill: 20 digits")

  /// Checks the code; canonical form: the digits.
  ///
  /// No digit of it is a control.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in try digits(text).text }
  }

  /// The parts of a valid code; nil for any other text.
  public static func parts(of text: String) -> Parts? {
    guard let digits = try? digits(text) else { return nil }
    return Parts(
      administrator: digits.text(0..<3), kind: digits.text(3..<13), element: digits.text(11..<13),
      subkind: digits.text(13..<17), operation: digits.text(17..<20))
  }

  private static func digits(_ text: String) throws(IdentifierProblem) -> DigitString {
    let digits = try DigitString(text, expecting: [20], advice: advice)
    guard digits.number(0..<3) > 0 else {
      throw IdentifierProblem(
        Phrase("администратора 000 не бывает", "there is no administrator 000"), advice: advice)
    }
    return digits
  }
}
