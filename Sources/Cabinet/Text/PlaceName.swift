/// Names of people who work for the city, for who reads English.
public enum PersonName {
  /// A name in both languages: as it is written, and in Latin letters.
  public static func phrase(_ name: String) -> Phrase { Phrase(name, name.romanized) }
}

/// Names of institutions and addresses, which exist in Russian, for who reads English.
public enum PlaceName {
  /// A name in both languages: what it is in English words, what it is called in Latin letters.
  public static func phrase(_ name: String) -> Phrase {
    var english = name
    for (kind) in kinds { english = english.replacing(kind.ru, with: kind.en) }
    return Phrase(name, english.romanized)
  }

  /// The longer first, because one begins another.
  private static let kinds = [
    Phrase("ДГП № ", "Children’s polyclinic "), Phrase("ГП № ", "Polyclinic "),
    Phrase("филиал № ", "branch "), Phrase("Роддом № ", "Maternity hospital "),
    Phrase("Городская больница № ", "City hospital "),
    Phrase("Павильон «Здоровая Москва»", "Pavilion “Healthy Moscow”"), Phrase("каб. ", "room "),
    Phrase("стр. ", "bldg. "), Phrase("ул. ", "ul. "),
  ]
}
