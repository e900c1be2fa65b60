/// The number of a payment card, 16 to 19 digits.
public enum CardNumber {
  /// The payment system that a number belongs to.
  public enum Brand: String, Sendable, CaseIterable {
    case mir, visa, mastercard, maestro

    /// The name as the system writes it.
    public var title: Phrase {
      switch self {
      case .mir: Phrase("Мир", "Mir")
      case .visa: Phrase("Visa", "Visa")
      case .mastercard: Phrase("Mastercard", "Mastercard")
      case .maestro: Phrase("Maestro", "Maestro")
      }
    }
  }

  private static let advice = Phrase(
    "проверьте цифры на лицевой стороне карты", "check the digits on the face of the card")

  /// Checks the number by the Luhn rule; canonical form: the digits.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let digits = try DigitString(text, expecting: Array(16...19), advice: advice)
      let last = digits.values.count - 1
      let expected = Luhn.control(of: digits.values[..<last])
      guard digits.values[last] == expected else {
        throw .control(String(digits.values[last]), expected: String(expected), advice)
      }
      return digits.text
    }
  }

  /// The payment system, told by the first four digits; nil where no known one has them.
  public static func brand(of text: String) -> Brand? {
    let digits = text.unicodeScalars.filter { !$0.isGroupSeparator }.prefix(4).map(\.asciiDigit)
    guard digits.count == 4 else { return nil }
    let prefix = digits.reduce(0) { $0 * 10 + ($1 ?? 0) }
    guard digits.allSatisfy({ $0 != nil }) else { return nil }
    switch prefix {
    case 2200...2204: return .mir
    case 4000...4999: return .visa
    case 5100...5599, 2221...2720: return .mastercard
    case 5000...5099, 5600...6999: return .maestro
    default: return nil
    }
  }

  /// A valid number with its middle hidden, `4111 11** **** 1111`; nil for any other text.
  ///
  /// PCI DSS lets at most the first six and the last four digits be shown.
  public static func mask(_ text: String) -> String? {
    guard let digits = check(text).canonical else { return nil }
    let start = digits.prefix(6)
    return "\(start.prefix(4)) \(start.suffix(2))** **** \(digits.suffix(4))"
  }
}
