extension IdentifierProblem {
  static func nothingTyped(_ advice: Phrase) -> IdentifierProblem {
    .init(Phrase("ничего не введено", "nothing is entered"), advice: advice)
  }

  static func tooLong(_ advice: Phrase) -> IdentifierProblem {
    .init(Phrase("введено слишком много", "far too much is entered"), advice: advice)
  }

  /// A sign that the number can't contain, told apart from the signs commonly typed by mistake.
  static func stray(_ scalar: Unicode.Scalar, _ advice: Phrase) -> IdentifierProblem {
    let sign = scalar.shown
    if scalar.properties.numericType != nil {
      return .init(
        Phrase("\(sign.ru) — не обычная цифра", "\(sign.en) is not an ordinary digit"),
        advice: Phrase("наберите цифры от 0 до 9", "use the digits 0 to 9"))
    }
    if "OoОо".unicodeScalars.contains(scalar) {
      return .init(
        Phrase("буква \(sign.ru) вместо нуля", "the letter \(sign.en) in place of a zero"),
        advice: advice
      )
    }
    let isLetter = scalar.properties.isAlphabetic
    return .init(
      Phrase(
        "\(isLetter ? "лишняя буква" : "лишний знак") \(sign.ru)",
        "the \(isLetter ? "letter" : "sign") \(sign.en) does not belong here"),
      advice: advice)
  }

  static func count(
    _ actual: Int, expected: [Int], _ advice: Phrase
  ) -> IdentifierProblem {
    let ru: String
    let en: String
    if let first = expected.first, let last = expected.last, expected.count > 2 {
      (ru, en) = ("от \(first) до \(last)", "\(first) to \(last)")
    } else {
      ru = expected.map(String.init).joined(separator: " или ")
      en = expected.map(String.init).joined(separator: " or ")
    }
    return .init(
      Phrase(
        "нужно \(ru) цифр, а введено \(actual)", "\(en) digits are needed, \(actual) entered"),
      advice: advice)
  }

  /// A control number that does not agree with the digits before it; one digit or more.
  static func control(
    _ found: String, expected: String, _ advice: Phrase
  ) -> IdentifierProblem {
    let isDigit = expected.utf8.count == 1
    return .init(
      Phrase(
        isDigit
          ? "контрольная цифра \(found), а должна быть \(expected)"
          : "контрольное число \(found), а должно быть \(expected)",
        "the control \(isDigit ? "digit" : "number") is \(found) but should be \(expected)"),
      advice: advice)
  }
}

extension Unicode.Scalar {
  /// The sign in quotation marks, or its code point where it can't stand on a screen by itself.
  var shown: Phrase {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber, .dashPunctuation,
      .openPunctuation, .closePunctuation, .otherPunctuation, .connectorPunctuation, .mathSymbol,
      .currencySymbol:
      value < 0x2100 ? Phrase("«\(self)»", "“\(self)”") : Phrase(codePoint, codePoint)
    case .initialPunctuation, .finalPunctuation:
      // A quotation mark within quotation marks would be a riddle.
      Phrase("\(self)", "\(self)")
    default:
      Phrase(codePoint, codePoint)
    }
  }

  private var codePoint: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  /// The value of an ASCII digit; nil for every other sign, also for digits of other scripts.
  var asciiDigit: Int? {
    ("0"..."9").contains(self) ? Int(value - 48) : nil
  }

  /// Whether the sign only groups the digits of a number: white space, a hyphen or dash, a point.
  var isGroupSeparator: Bool {
    properties.isWhitespace || isDash || self == "."
  }

  /// Whether the sign is a hyphen or one of the dashes that word processors put in its place.
  var isDash: Bool {
    self == "-" || ("\u{2010}"..."\u{2015}").contains(self)
  }
}
