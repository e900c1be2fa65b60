/// The cadastral number of a plot, a building or a flat.
public enum CadastralNumber {
  private static let advice = Phrase(
    "возьмите номер из выписки ЕГРН, например 77:01:0001001:1234",
    "take it from the property register extract, such as 77:01:0001001:1234")
  private static let parts: [(lengths: ClosedRange<Int>, name: Phrase)] = [
    (2...2, Phrase("номере округа", "district")), (2...2, Phrase("номере района", "area")),
    (6...7, Phrase("номере квартала", "block")), (1...7, Phrase("номере объекта", "object")),
  ]

  /// Checks the number: district, area, block and object joined by colons, `77:01:0001001:1234`.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let typed = try TypedText(text, without: \.properties.isWhitespace, advice: advice)
      for scalar in typed.scalars where scalar.asciiDigit == nil && scalar != ":" {
        throw .stray(scalar, advice)
      }
      let found = typed.scalars.split(separator: ":", omittingEmptySubsequences: false)
      guard found.count == parts.count else {
        throw IdentifierProblem(
          Phrase(
            "нужны 4 части через двоеточие, а введено \(found.count)",
            "4 parts joined by colons are needed, \(found.count) entered"),
          advice: advice)
      }
      for (part, rule) in zip(found, parts) where !rule.lengths.contains(part.count) {
        let (least, most) = (rule.lengths.lowerBound, rule.lengths.upperBound)
        let wanted = least == most ? "\(least)" : "\(least)–\(most)"
        throw IdentifierProblem(
          Phrase(
            "в \(rule.name.ru) цифр \(part.count), а нужно \(wanted)",
            "the \(rule.name.en) number has \(part.count) digits, \(wanted) are needed"),
          advice: advice)
      }
      if found[3].first == "0" {
        throw IdentifierProblem(
          Phrase("номер объекта не начинается с нуля", "the object number can't begin with zero"),
          advice: advice)
      }
      return String(scalars: typed.scalars)
    }
  }
}
