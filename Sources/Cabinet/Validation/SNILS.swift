/// СНИЛС: the number of a person's individual pension account.
public enum SNILS {
  private static let advice = Phrase(
    "проверьте цифры по зелёной карточке или справке СНИЛС",
    "check the digits against the green card or the SNILS notice")
  /// Numbers up to 001-001-998 were given out before control numbers existed.
  private static let lastWithoutControl = 1_001_998

  /// Checks the number; canonical form `112-233-445 95`.
  ///
  /// Source: the control sum of the Pension Fund's forms, digit times its place counted from the end,
  /// modulo 101, where 100 becomes 00.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let digits = try DigitString(text, expecting: [11], advice: advice)
      let number = digits.number(0..<9)
      if number == 0 {
        throw IdentifierProblem(
          Phrase("номера из одних нулей не бывает", "a number of zeros only is never issued"),
          advice: advice)
      }
      let expected = control(of: digits)
      if number > lastWithoutControl, digits.number(9..<11) != expected {
        throw .control(digits.text(9..<11), expected: padded(expected, to: 2), advice)
      }
      let groups = [0..<3, 3..<6, 6..<9].map(digits.text)
      return groups.joined(separator: "-") + " " + digits.text(9..<11)
    }
  }

  private static func control(of digits: DigitString) -> Int {
    // The second remainder turns 100 into 0; forgetting it refuses one living person in a hundred.
    digits.sum(weights: [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100
  }
}
