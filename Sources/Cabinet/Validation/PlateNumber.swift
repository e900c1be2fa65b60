/// The registration plate of a vehicle, GOST R 50577.
public enum PlateNumber {
  /// What kind of vehicle has a plate of the shape.
  public enum Kind: Sendable, CaseIterable {
    /// `А123ВС77`.
    case car
    /// `АВ12377`: taxis and buses.
    case passengerTransport
    /// `АВ123477`.
    case trailer
    /// `1234АВ77`.
    case motorcycle

    /// The letters (true) and digits (false) before the region.
    fileprivate var shape: [Bool] {
      switch self {
      case .car: [true, false, false, false, true, true]
      case .passengerTransport: [true, true, false, false, false]
      case .trailer: [true, true, false, false, false, false]
      case .motorcycle: [false, false, false, false, true, true]
      }
    }
  }

  private static let advice = Phrase(
    "наберите номер с регионом, например А123ВС777", "type it with the region, such as А123ВС777")

  /// Region codes of the city of Moscow.
  public static let moscowRegions: Set<String> = [
    "77", "97", "99", "177", "197", "199", "777", "797", "799", "977",
  ]

  /// Checks the plate; canonical form `А123ВС777`, in Cyrillic capitals without spaces.
  public static func check(_ text: String) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in String(scalars: try parse(text).plate) }
  }

  /// The kind of vehicle and the region code of a valid plate.
  ///
  /// `АВ123477` fits two kinds; the one with a possible region is meant.
  public static func content(of text: String) -> (kind: Kind, region: String)? {
    guard let (_, kind, region) = try? parse(text) else { return nil }
    return (kind, region)
  }

  private static func parse(
    _ text: String
  ) throws(IdentifierProblem) -> (plate: [Unicode.Scalar], kind: Kind, region: String) {
    let plate = try letters(of: text)
    var problem: IdentifierProblem?
    for kind in Kind.allCases {
      let region = plate.dropFirst(kind.shape.count)
      let isFit = zip(plate, kind.shape).allSatisfy { ($0.asciiDigit == nil) == $1 }
      guard isFit, (2...3).contains(region.count), region.allSatisfy({ $0.asciiDigit != nil })
      else { continue }
      let number = zip(plate, kind.shape).filter { !$1 }.map(\.0)
      if let found = fault(number: number, region: Array(region)) {
        problem = problem ?? found
      } else {
        return (plate, kind, String(scalars: region))
      }
    }
    throw problem
      ?? IdentifierProblem(
        Phrase("так госномера не выглядят", "plates do not look like this"), advice: advice)
  }

  private static func letters(of text: String) throws(IdentifierProblem) -> [Unicode.Scalar] {
    let typed = try TypedText(
      text, inCapitals: true,
      without: { $0.properties.isWhitespace || $0.isDash || $0 == "|" }, advice: advice)
    var scalars = typed.scalars
    if scalars.count > 3, scalars.suffix(3).elementsEqual("RUS".unicodeScalars) {
      scalars.removeLast(3)
    }
    var plate: [Unicode.Scalar] = []
    for scalar in scalars {
      if scalar.asciiDigit != nil {
        plate.append(scalar)
      } else if let letter = PlateLetter.reading(scalar) {
        plate.append(letter)
      } else if scalar.properties.isAlphabetic {
        throw IdentifierProblem(
          Phrase(
            "буква \(scalar.shown.ru) не бывает в госномере",
            "the letter \(scalar.shown.en) never stands on a plate"),
          advice: Phrase(
            "бывают только А В Е К М Н О Р С Т У Х", "only А В Е К М Н О Р С Т У Х do"))
      } else {
        throw .stray(scalar, advice)
      }
    }
    return plate
  }

  private static func fault(
    number: [Unicode.Scalar], region: [Unicode.Scalar]
  ) -> IdentifierProblem? {
    let zero: Unicode.Scalar = "0"
    if number.allSatisfy({ $0 == zero }) {
      let text = String(scalars: number)
      return IdentifierProblem(
        Phrase("номер \(text) не выдаётся", "the number \(text) is not issued"), advice: advice)
    }
    if region.allSatisfy({ $0 == zero })
      || region.count == 3 && !"1279".unicodeScalars.contains(region[0])
    {
      let text = String(scalars: region)
      return IdentifierProblem(
        Phrase("региона \(text) не бывает", "there is no region \(text)"),
        advice: Phrase(
          "код из трёх цифр начинается с 1, 2, 7 или 9",
          "a code of three digits begins with 1, 2, 7 or 9"))
    }
    return nil
  }
}
