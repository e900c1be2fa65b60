/// ОГРН: the state registration number of an organisation, 13 digits.
public enum OGRN {
  private static let advice = Phrase(
    "проверьте цифры по выписке из ЕГРЮЛ", "check the digits against the register extract")

  /// Checks the number; canonical form: the digits.
  ///
  /// The control digit is the remainder of the first 12 digits by 11, its last digit.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let digits = try DigitString(text, expecting: [13], advice: advice)
      guard [1, 5].contains(digits.values[0]) else {
        throw IdentifierProblem(
          Phrase(
            "ОГРН начинается с 1 или 5, а не с \(digits.values[0])",
            "the number begins with 1 or 5, not with \(digits.values[0])"),
          advice: advice)
      }
      let expected = digits.remainder(0..<12, by: 11) % 10
      guard digits.values[12] == expected else {
        throw .control(digits.text(12..<13), expected: String(expected), advice)
      }
      return digits.text
    }
  }
}

/// ОГРНИП: the state registration number of a sole trader, 15 digits.
public enum OGRNIP {
  private static let advice = Phrase(
    "проверьте цифры по выписке из ЕГРИП", "check the digits against the register extract")

  /// Checks the number; canonical form: the digits.
  ///
  /// The control digit is the remainder of the first 14 digits by 13, its last digit.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let digits = try DigitString(text, expecting: [15], advice: advice)
      guard digits.values[0] == 3 else {
        throw IdentifierProblem(
          Phrase(
            "ОГРНИП начинается с 3, а не с \(digits.values[0])",
            "the number begins with 3, not with \(digits.values[0])"),
          advice: advice)
      }
      let expected = digits.remainder(0..<14, by: 13) % 10
      guard digits.values[14] == expected else {
        throw .control(digits.text(14..<15), expected: String(expected), advice)
      }
      return digits.text
    }
  }
}
