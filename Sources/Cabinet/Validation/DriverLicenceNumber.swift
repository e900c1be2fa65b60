/// The series and number of a driving licence.
public enum DriverLicenceNumber {
  private static let advice = Phrase(
    "номер в строке 5 удостоверения: 2 цифры, 2 цифры или буквы, 6 цифр",
    "see line 5 of the licence: 2 digits, 2 digits or letters, 6 digits")

  /// Checks the number; canonical form `77 15 123456` or `77 АВ 123456`.
  public static func check(_ text: String) -> IdentifierCheck {
    VehiclePaperNumber.check(text, advice: advice)
  }
}

/// The series and number of a vehicle's certificate of registration (СТС).
public enum VehicleCertificateNumber {
  private static let advice = Phrase(
    "номер напечатан красным внизу СТС: 2 цифры, 2 цифры или буквы, 6 цифр",
    "printed in red on the certificate: 2 digits, 2 digits or letters, 6 digits")

  /// Checks the number; canonical form `77 15 123456` or `77 УН 123456`.
  public static func check(_ text: String) -> IdentifierCheck {
    VehiclePaperNumber.check(text, advice: advice)
  }
}

/// The shape that licences and certificates share: 2 digits, 2 digits or plate letters, 6 digits.
enum VehiclePaperNumber {
  static func check(_ text: String, advice: Phrase) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let typed = try TypedText(
        text, inCapitals: true, without: { $0.isGroupSeparator || $0 == "№" }, advice: advice)
      var scalars = typed.scalars
      for index in scalars.indices where scalars[index].asciiDigit == nil {
        guard (2...3).contains(index), scalars[index].properties.isAlphabetic else {
          throw .stray(scalars[index], advice)
        }
        guard let letter = PlateLetter.reading(scalars[index]) else {
          throw IdentifierProblem(
            Phrase(
              "буквы \(scalars[index].shown.ru) в серии не бывает",
              "a series never has the letter \(scalars[index].shown.en)"),
            advice: Phrase(
              "бывают только А В Е К М Н О Р С Т У Х", "only А В Е К М Н О Р С Т У Х do"))
        }
        scalars[index] = letter
      }
      guard scalars.count == 10 else {
        throw IdentifierProblem(
          Phrase(
            "нужно 10 знаков, а введено \(scalars.count)",
            "10 signs are needed, \(scalars.count) entered"),
          advice: advice)
      }
      guard (scalars[2].asciiDigit == nil) == (scalars[3].asciiDigit == nil) else {
        throw IdentifierProblem(
          Phrase(
            "в серии цифра рядом с буквой: бывает либо две цифры, либо две буквы",
            "the series mixes a digit and a letter: it has two of either"),
          advice: advice)
      }
      return [0..<2, 2..<4, 4..<10].map { String(scalars: scalars[$0]) }.joined(separator: " ")
    }
  }
}
