/// A telephone number of Russia.
public enum PhoneNumber {
  private static let advice = Phrase(
    "наберите номер с кодом, например +7 900 000-00-00",
    "type the number with its code, such as +7 900 000-00-00")

  /// Checks the number; canonical form `+79161234567`.
  ///
  /// Accepts +7, 8, 7 or nothing before the ten digits, grouped by spaces, brackets and hyphens.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      var typed = try TypedText(
        text, without: { $0.isGroupSeparator || $0 == "(" || $0 == ")" }, advice: advice)
      // What stands before the plus counts too: "(+7" is as odd as "8+7".
      let isInternational = text.unicodeScalars.first { !$0.properties.isWhitespace } == "+"
      if isInternational { typed.scalars.removeFirst() }
      if typed.scalars.contains("+") {
        throw IdentifierProblem(
          Phrase("знак «+» стоит только в начале", "the sign “+” only stands at the beginning"),
          advice: advice)
      }
      return "+7" + (try subscriber(typed.scalars, isInternational: isInternational))
    }
  }

  /// Whether a valid number is a mobile one, which can receive messages.
  public static func isMobile(_ text: String) -> Bool {
    check(text).canonical?.hasPrefix("+79") ?? false
  }

  /// The form for reading, `+7 (495) 777-77-77`; nil for a text that is not a number.
  public static func formatted(_ text: String) -> String? {
    guard let canonical = check(text).canonical else { return nil }
    let digits = Array(canonical)
    let groups = [2..<5, 5..<8, 8..<10, 10..<12].map { String(digits[$0]) }
    return "+7 (\(groups[0])) \(groups[1...].joined(separator: "-"))"
  }

  /// The ten digits after the country code.
  private static func subscriber(
    _ scalars: [Unicode.Scalar], isInternational: Bool
  ) throws(IdentifierProblem) -> String {
    for scalar in scalars where scalar.asciiDigit == nil { throw .stray(scalar, advice) }
    if isInternational, let first = scalars.first, first != "7" {
      throw IdentifierProblem(
        Phrase("это номер другой страны", "this is a number of another country"),
        advice: Phrase(
          "нужен российский номер: он начинается с +7",
          "a Russian number is needed: it begins with +7"))
    }
    let digits = try DigitString(
      scalars, expecting: isInternational ? [11] : [10, 11], advice: advice)
    let count = digits.values.count
    if count == 11, ![7, 8].contains(digits.values[0]) {
      throw IdentifierProblem(
        Phrase(
          "номер из 11 цифр начинается с 7 или 8, а не с \(digits.values[0])",
          "a number of 11 digits begins with 7 or 8, not with \(digits.values[0])"),
        advice: advice)
    }
    let subscriber = digits.text(count - 10..<count)
    // No area code begins with 89: such ten digits are a mobile number typed with 8 and cut short.
    if subscriber.hasPrefix("89") {
      throw IdentifierProblem(
        count == 10
          ? Phrase("не хватает одной цифры", "one digit is missing")
          : Phrase("кода 89… в России нет", "there is no code 89… in Russia"),
        advice: advice)
    }
    switch digits.values[count - 10] {
    case 3, 4, 8, 9: return subscriber
    case 6, 7:
      throw IdentifierProblem(
        Phrase("это номер Казахстана", "this is a number of Kazakhstan"),
        advice: Phrase("нужен российский номер", "a Russian number is needed"))
    default:
      let code = subscriber.prefix(3)
      throw IdentifierProblem(
        Phrase("кода \(code) в России нет", "there is no code \(code) in Russia"), advice: advice)
    }
  }
}
