/// The number of a compulsory medical insurance policy (ОМС, the unified policy number), 16 digits.
public enum OMSNumber {
  /// What the number says of its holder.
  ///
  /// Only advisory: some genuine policies do not follow it.
  public struct Content: Equatable, Sendable {
    /// The two digits of the region that issued the policy.
    public let region: String
    /// The birth date of the holder.
    public let birth: Day
    /// Whether the holder is recorded as a woman.
    public let isFemale: Bool
  }

  private static let advice = Phrase(
    "номер полиса — 16 цифр на лицевой стороне", "the number is the 16 digits on the face")

  /// Checks that there are 16 digits; canonical form: the digits.
  ///
  /// The control digit only warns: its rule is not confirmed by a public genuine number, and a
  /// resident must not be kept from a doctor by it.
  public static func check(_ text: String) -> IdentifierCheck {
    let check = IdentifierCheck { () throws(IdentifierProblem) in
      try DigitString(text, expecting: [16], advice: advice).text
    }
    guard check.isValid, !hasMatchingControl(text) else { return check }
    return check.warning(
      Phrase(
        "контрольная цифра не сходится: сверьте номер с полисом",
        "the control digit does not agree: compare the number with the policy"))
  }

  /// Whether the last digit is the control of the fifteen before it.
  ///
  /// Advisory.
  public static func hasMatchingControl(_ text: String) -> Bool {
    guard let digits = try? DigitString(text, expecting: [16], advice: advice) else { return false }
    return Luhn.control(of: digits.values[..<15]) == digits.values[15]
  }

  /// The region, birth date and sex coded in the number; nil where they make no date.
  ///
  /// Advisory.
  ///
  /// Digits 3–10 are the complements to 9 of the month (shifted by the half-century of birth), the
  /// year backwards and the day (plus 50 for women).
  public static func content(of text: String) -> Content? {
    guard let digits = try? DigitString(text, expecting: [16], advice: advice) else { return nil }
    let code = digits.values[2..<10].map { 9 - $0 }
    var month = code[0] * 10 + code[1]
    let year = code[5] * 1000 + code[4] * 100 + code[3] * 10 + code[2]
    var dayOfMonth = code[6] * 10 + code[7]
    let isFemale = dayOfMonth > 50
    if isFemale { dayOfMonth -= 50 }
    switch month {
    case 21...32: month -= 20
    case 41...52: month -= 40
    default: break
    }
    guard let birth = Day(year, month, dayOfMonth) else { return nil }
    return Content(region: digits.text(0..<2), birth: birth, isFemale: isFemale)
  }
}
