/// ЕНО: the unified number under which the city's systems know an application.
public enum ENO {
  private static let advice = Phrase(
    "номер указан в уведомлении о приёме, например 9990-9000001-010101-0000042/21",
    "see the notice of receipt, such as 9990-9000001-010101-0000042/21")
  /// The lengths of the blocks: agency, system, service, application, year.
  private static let blocks: [ClosedRange<Int>] = [4...4, 7...7, 6...6, 6...7, 2...2]

  /// Checks the number: four blocks joined by hyphens, a slash, the year.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let typed = try TypedText(text, without: \.properties.isWhitespace, advice: advice)
      let scalars = typed.scalars.map { $0.isDash ? "-" : $0 }
      for scalar in scalars where scalar.asciiDigit == nil && scalar != "-" && scalar != "/" {
        throw .stray(scalar, advice)
      }
      let found = scalars.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
      let separators = scalars.filter { $0.asciiDigit == nil }
      guard String(scalars: separators) == "---/" else {
        throw IdentifierProblem(
          Phrase(
            "нужны четыре части через дефис, затем косая черта и год",
            "four parts joined by hyphens, a slash and the year are needed"),
          advice: advice)
      }
      for (index, (block, length)) in zip(found, blocks).enumerated()
      where !length.contains(block.count) {
        let wanted = length.count == 1 ? "\(length.lowerBound)" : "6–7"
        throw IdentifierProblem(
          Phrase(
            "в части \(index + 1) цифр \(block.count), а нужно \(wanted)",
            "part \(index + 1) has \(block.count) digits, \(wanted) are needed"),
          advice: advice)
      }
      return String(scalars: scalars)
    }
  }
}
