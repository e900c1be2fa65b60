/// The identification number of a vehicle, ISO 3779.
public enum VIN {
  private static let advice = Phrase(
    "VIN — 17 знаков в СТС или на кузове; букв I, O и Q в нём нет",
    "the VIN is 17 signs in the vehicle's papers or on its body; it has no I, O or Q")
  private static let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  private static let controlIndex = 8
  /// The last signs, which are always digits.
  private static let serial = 13..<17

  /// Checks the shape; canonical form: 17 capitals and digits.
  ///
  /// The control sign never rejects, and warns only of vehicles made for North America and China,
  /// where it is mandatory: makers elsewhere use its place freely.
  public static func check(_ text: String) -> IdentifierCheck {
    let check = IdentifierCheck { () throws(IdentifierProblem) in
      String(scalars: try scalars(of: text))
    }
    guard let vin = check.canonical, let maker = vin.first, "12345L".contains(maker),
      let expected = expectedControl(of: vin), !hasMatchingControl(vin)
    else { return check }
    return check.warning(
      Phrase(
        "девятый знак, похоже, должен быть \(expected): проверьте номер",
        "the ninth sign should probably be \(expected): check the number"))
  }

  /// Whether the ninth sign is the control of the others.
  ///
  /// Advisory outside North America and China.
  public static func hasMatchingControl(_ text: String) -> Bool {
    guard let scalars = try? scalars(of: text), let expected = expectedControl(of: text) else {
      return false
    }
    return String(scalars[controlIndex]) == expected
  }

  private static func expectedControl(of text: String) -> String? {
    guard let scalars = try? scalars(of: text) else { return nil }
    let sum = zip(scalars, weights).reduce(0) { $0 + value(of: $1.0) * $1.1 }
    return sum % 11 == 10 ? "X" : String(sum % 11)
  }

  private static func scalars(of text: String) throws(IdentifierProblem) -> [Unicode.Scalar] {
    let typed = try TypedText(text, without: \.properties.isWhitespace, advice: advice)
    var scalars: [Unicode.Scalar] = []
    for (index, scalar) in typed.scalars.enumerated() {
      let capital = ("a"..."z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value - 32)) : scalar
      try refuse(capital, at: index)
      scalars.append(capital)
    }
    guard scalars.count == weights.count else {
      throw IdentifierProblem(
        Phrase(
          "нужно 17 знаков, а введено \(scalars.count)",
          "17 signs are needed, \(scalars.count) entered"),
        advice: advice)
    }
    return scalars
  }

  private static func refuse(
    _ scalar: Unicode.Scalar, at index: Int
  ) throws(IdentifierProblem) {
    if scalar.asciiDigit != nil { return }
    let sign = scalar.shown
    switch scalar {
    case "I", "O", "Q":
      throw IdentifierProblem(
        Phrase("буквы \(sign.ru) в VIN не бывает", "a VIN never has the letter \(sign.en)"),
        advice: Phrase(
          "вероятно, это \(scalar == "I" ? "единица" : "ноль")",
          "it is probably a \(scalar == "I" ? "one" : "zero")"))
    case "A"..."Z" where serial.contains(index):
      throw IdentifierProblem(
        Phrase(
          "четыре последних знака — цифры, а не \(sign.ru)",
          "the last four signs are digits, not \(sign.en)"),
        advice: advice)
    case "A"..."Z": return
    case "А"..."я", "Ё", "ё":
      throw IdentifierProblem(
        Phrase("буква \(sign.ru) русская", "the letter \(sign.en) is Cyrillic"),
        advice: Phrase(
          "в VIN только латинские буквы: смените раскладку",
          "a VIN has Latin letters only: switch the keyboard layout"))
    default: throw .stray(scalar, advice)
    }
  }

  /// The value of a sign in the control sum; letters repeat 1…9 in three rows.
  private static func value(of scalar: Unicode.Scalar) -> Int {
    if let digit = scalar.asciiDigit { return digit }
    switch scalar {
    case "A"..."H": return Int(scalar.value) - 64
    case "J"..."R": return Int(scalar.value) - 73
    default: return Int(scalar.value) - 81
    }
  }
}
