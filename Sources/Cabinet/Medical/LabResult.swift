/// One measured value of a laboratory report.
public struct LabResult: Codable, Sendable, Equatable {
  /// Where a value lies with regard to its reference range.
  public enum Standing: String, Codable, Sendable {
    case below, within, above
    /// The laboratory gave no range.
    case unknown
  }

  /// What was measured, as an id that stays the same from report to report: `glucose`.
  public var analyte: String
  /// What it is called.
  public var title: String
  /// What it is called in English.
  public var titleEn: String
  /// The value.
  public var value: Quantity
  /// The unit, as the laboratory writes it.
  public var unit: String
  /// The lowest value of the reference range; nil where it is open downwards.
  public var low: Quantity?
  /// The highest value of the reference range; nil where it is open upwards.
  public var high: Quantity?

  /// What it is called, in both languages.
  public var name: Phrase { Phrase(title, titleEn) }

  /// Where the value lies; a value on a limit is within.
  public var standing: Standing {
    if low == nil, high == nil { return .unknown }
    if let low, value < low { return .below }
    if let high, value > high { return .above }
    return .within
  }

  /// The reference range in a few words: `3,9–6,1`, `до 5,2`, `от 60`; empty where there is none.
  public var range: Phrase {
    switch (low, high) {
    case (nil, nil): Phrase("", "")
    case (let low?, let high?):
      Phrase(
        "\(low.text(.russian))–\(high.text(.russian))",
        "\(low.text(.english))–\(high.text(.english))")
    case (nil, let high?): Phrase("до \(high.text(.russian))", "up to \(high.text(.english))")
    case (let low?, nil): Phrase("от \(low.text(.russian))", "from \(low.text(.english))")
    }
  }
}

extension LabResult {
  /// The unit in both languages.
  public var unitInWords: Phrase {
    Self.units.first { $0.ru == unit } ?? Phrase(unit, unit.romanized)
  }

  private static let units = [
    Phrase("ммоль/л", "mmol/L"), Phrase("мкмоль/л", "µmol/L"), Phrase("г/л", "g/L"),
    Phrase("мЕд/л", "mIU/L"), Phrase("нг/мл", "ng/mL"), Phrase("мкг/л", "µg/L"),
    Phrase("мм/ч", "mm/h"), Phrase("10⁹/л", "10⁹/L"),
  ]
}

extension LabResult.Standing {
  /// True where the value lies below or above its range.
  public var isOutside: Bool { self == .below || self == .above }

  /// The same in words; empty where nothing is to be said.
  public var title: Phrase {
    switch self {
    case .below: Phrase("ниже нормы", "below range")
    case .within: Phrase("в норме", "within range")
    case .above: Phrase("выше нормы", "above range")
    case .unknown: Phrase("", "")
    }
  }
}
