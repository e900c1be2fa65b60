/// ИНН: the taxpayer number, 10 digits for an organisation and 12 for a person.
public enum INN {
  /// Whose number it is.
  public enum Holder: Sendable, CaseIterable {
    /// A legal entity: 10 digits, one of them control.
    case organisation
    /// A person or a sole trader: 12 digits, two of them control.
    case person

    fileprivate var length: Int {
      switch self {
      case .organisation: 10
      case .person: 12
      }
    }
  }

  private static let advice = Phrase(
    "проверьте цифры по свидетельству ИНН или на сайте налоговой",
    "check the digits against the tax certificate or the tax service's site")

  /// Checks the number of one kind of holder, or of any; canonical form: the digits.
  ///
  /// Source: order of the Federal Tax Service on the taxpayer number; weights modulo 11 modulo 10.
  public static func check(_ text: String, of holder: Holder? = nil) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let lengths = holder.map { [$0.length] } ?? Holder.allCases.map(\.length)
      let digits = try DigitString(text, expecting: lengths, advice: advice)
      if digits.number(0..<2) == 0 {
        throw IdentifierProblem(
          Phrase("ИНН не начинается с 00", "the number does not begin with 00"), advice: advice)
      }
      let payload = digits.values.count == 10 ? 9 : 10
      let expected = control(of: Array(digits.values[..<payload]))
      let found = digits.text(payload..<digits.values.count)
      if found != expected {
        throw .control(found, expected: expected, advice)
      }
      return digits.text
    }
  }

  /// The control digits that follow the 9 or 10 digits given.
  private static func control(of payload: [Int]) -> String {
    let weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
    func digit(_ values: [Int]) -> Int {
      // Every control digit uses the tail of one row of weights.
      zip(values, weights.suffix(values.count)).reduce(0) { $0 + $1.0 * $1.1 } % 11 % 10
    }
    let first = digit(payload)
    if payload.count == 9 { return String(first) }
    return "\(first)\(digit(payload + [first]))"
  }
}
