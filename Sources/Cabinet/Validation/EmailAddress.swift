/// An address of electronic mail.
///
/// Stricter than RFC 5321 where the RFC allows what nobody types (quoted names, address literals),
/// and open to Cyrillic names and domains (RFC 6531), such as `имя@почта.рф`.
public enum EmailAddress {
  private static let advice = Phrase(
    "наберите адрес целиком, например anna@example.org",
    "type the whole address, such as anna@example.org")
  private static let longestName = 64
  private static let longestLabel = 63
  private static let longest = 254

  /// Checks the address; canonical form: as typed, the domain in lower case.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let typed = try TypedText(text, without: { _ in false }, advice: advice)
      let scalars = typed.scalars.trimmed
      if scalars.isEmpty { throw .nothingTyped(advice) }
      if scalars.contains(where: \.properties.isWhitespace) {
        throw problem("в адресе пробел", "there is a space in the address")
      }
      let parts = scalars.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw parts.count == 1
          ? problem("нет знака «@»", "the sign “@” is missing")
          : problem("знак «@» не один", "there is more than one “@”")
      }
      try checkName(parts[0])
      let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
      try checkDomain(labels)
      guard scalars.count <= longest else {
        throw problem(
          "адрес длиннее \(longest) знаков", "the address is longer than \(longest) signs")
      }
      return String(scalars: parts[0]) + "@" + String(scalars: parts[1]).lowercased()
    }
  }

  private static func checkName(
    _ name: ArraySlice<Unicode.Scalar>
  ) throws(IdentifierProblem) {
    if name.isEmpty { throw problem("перед «@» ничего нет", "nothing stands before “@”") }
    if name.count > longestName {
      throw problem(
        "перед «@» больше \(longestName) знаков", "more than \(longestName) signs before “@”")
    }
    for scalar in name where !scalar.isDomainLetter {
      guard "-.!#$%&'*+/=?^_`{|}~".unicodeScalars.contains(scalar) else {
        throw .stray(scalar, advice)
      }
    }
    let runs = name.split(separator: ".", omittingEmptySubsequences: false)
    if runs.contains(where: \.isEmpty) {
      throw problem("лишняя точка перед «@»", "there is a stray point before “@”")
    }
  }

  private static func checkDomain(
    _ labels: [ArraySlice<Unicode.Scalar>]
  ) throws(IdentifierProblem) {
    for scalar in labels.joined() where !scalar.isDomainLetter && scalar != "-" {
      throw .stray(scalar, advice)
    }
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }) else {
      throw problem(
        "после «@» нужно имя с точкой внутри", "a name with a point inside is needed after “@”")
    }
    for label in labels where label.count > longestLabel || label.first == "-" || label.last == "-"
    {
      let text = String(scalars: label.prefix(20))
      throw problem("«\(text)» не бывает в адресе", "“\(text)” can't be part of an address")
    }
    if let last = labels.last, last.count < 2 || last.allSatisfy({ $0.asciiDigit != nil }) {
      let text = String(scalars: last.prefix(20))
      throw problem("адрес не кончается на «.\(text)»", "an address does not end in “.\(text)”")
    }
  }

  private static func problem(_ ru: String, _ en: String) -> IdentifierProblem {
    IdentifierProblem(Phrase(ru, en), advice: advice)
  }
}

extension Unicode.Scalar {
  /// A Latin or Russian letter or an ASCII digit.
  fileprivate var isDomainLetter: Bool {
    switch self {
    case "0"..."9", "a"..."z", "A"..."Z", "а"..."я", "А"..."Я", "ё", "Ё": true
    default: false
    }
  }
}

extension [Unicode.Scalar] {
  /// The scalars without white space at either end.
  fileprivate var trimmed: ArraySlice<Unicode.Scalar> {
    let rest = drop(while: \.properties.isWhitespace)
    let end = rest.lastIndex { !$0.properties.isWhitespace }
    return end.map { rest[...$0] } ?? []
  }
}
