/// The series and number of a birth certificate.
public enum BirthCertificateNumber {
  private static let advice = Phrase(
    "серия и номер внизу свидетельства, например VII-МЮ 123456",
    "see the foot of the certificate, such as VII-МЮ 123456")

  /// Checks the number; canonical form `VII-МЮ 123456` with Latin letters in the Roman numeral.
  ///
  /// Cyrillic Х, І, У, Л, С and the digit 1 are read as the Roman signs they are typed for.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let typed = try TypedText(
        text, inCapitals: true, without: \.properties.isWhitespace, advice: advice)
      var rest = typed.scalars
      for scalar in rest where scalar.asciiDigit == nil && scalar.properties.numericType != nil {
        throw .stray(scalar, advice)
      }
      let number = takeNumber(from: &rest)
      guard number.count == 6 else { throw .count(number.count, expected: [6], advice) }
      if rest.last == "№" || rest.last == "N" { rest.removeLast() }
      let letters = try takeLetters(from: &rest)
      if let last = rest.last, last.isDash { rest.removeLast() }
      let numeral = try roman(rest)
      return "\(numeral)-\(String(scalars: letters)) \(String(scalars: number))"
    }
  }

  private static func takeNumber(from scalars: inout [Unicode.Scalar]) -> [Unicode.Scalar] {
    let start = scalars.lastIndex { $0.asciiDigit == nil }.map { $0 + 1 } ?? 0
    defer { scalars.removeSubrange(start...) }
    return Array(scalars[start...])
  }

  private static func takeLetters(
    from scalars: inout [Unicode.Scalar]
  ) throws(IdentifierProblem) -> [Unicode.Scalar] {
    let letters = Array(scalars.suffix(2))
    guard letters.count == 2 else {
      throw IdentifierProblem(
        Phrase("нет серии перед номером", "the series before the number is missing"),
        advice: advice)
    }
    for letter in letters where !("А"..."Я").contains(letter) && letter != "Ё" {
      throw IdentifierProblem(
        Phrase(
          "в серии перед номером нужны две русские буквы, а не \(letter.shown.ru)",
          "two Cyrillic letters are needed before the number, not \(letter.shown.en)"),
        advice: advice)
    }
    scalars.removeLast(2)
    return letters
  }

  private static func roman(
    _ scalars: [Unicode.Scalar]
  ) throws(IdentifierProblem) -> String {
    var numeral = ""
    for scalar in scalars {
      switch scalar {
      case "I", "І", "1": numeral += "I"
      case "V", "У": numeral += "V"
      case "X", "Х": numeral += "X"
      case "L", "Л": numeral += "L"
      case "C", "С": numeral += "C"
      default:
        throw IdentifierProblem(
          Phrase(
            "серия начинается римским числом, а не \(scalar.shown.ru)",
            "the series begins with a Roman numeral, not with \(scalar.shown.en)"),
          advice: advice)
      }
    }
    guard isRoman(numeral) else {
      throw IdentifierProblem(
        numeral.isEmpty
          ? Phrase("нет римского числа в начале серии", "the leading Roman numeral is missing")
          : Phrase(
            "римского числа \(numeral) не бывает", "\(numeral) is not a Roman numeral"),
        advice: advice)
    }
    return numeral
  }

  /// Whether the text is a Roman numeral from I to XCIX in its only regular form.
  private static func isRoman(_ text: String) -> Bool {
    let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return !text.isEmpty && tens.contains { ten in ones.contains { text == ten + $0 } }
  }
}
