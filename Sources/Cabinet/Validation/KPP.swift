/// КПП: the code of the reason for which an organisation is registered with a tax office.
public enum KPP {
  private static let advice = Phrase(
    "КПП — 9 знаков, например 770001001; он есть в реквизитах организации",
    "the code has 9 signs, such as 770001001; see the organisation's details")

  /// Checks the code: four digits, two digits or Latin capitals, three digits.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let typed = try TypedText(text, without: \.properties.isWhitespace, advice: advice)
      for (index, scalar) in typed.scalars.enumerated() where scalar.asciiDigit == nil {
        guard (4...5).contains(index), ("A"..."Z").contains(scalar) else {
          throw .stray(scalar, advice)
        }
      }
      guard typed.scalars.count == 9 else {
        throw IdentifierProblem(
          Phrase(
            "нужно 9 знаков, а введено \(typed.scalars.count)",
            "9 signs are needed, \(typed.scalars.count) entered"),
          advice: advice)
      }
      return String(scalars: typed.scalars)
    }
  }
}
