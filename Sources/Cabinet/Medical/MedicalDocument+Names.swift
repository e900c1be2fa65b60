extension MedicalDocument {
  /// Who made it, in both languages: a person in Latin letters, a place of work in English words.
  public var author: Phrase {
    Self.rooms.first { $0.ru == doctor } ?? PersonName.phrase(doctor)
  }

  /// The speciality of who made it, in both languages.
  public var specialityName: Phrase {
    Self.specialities.first { $0.ru == speciality } ?? Phrase(speciality, speciality.romanized)
  }

  /// Where it was made, in both languages.
  public var placeName: Phrase { PlaceName.phrase(place) }

  /// Who made it and the speciality, without saying the same twice: a laboratory is both.
  public var signature: Phrase {
    func line(_ author: String, _ speciality: String) -> String {
      author.lowercased() == speciality.lowercased() || speciality.isEmpty
        ? author : author.isEmpty ? speciality : "\(author), \(speciality)"
    }
    return Phrase(
      line(author.ru, specialityName.ru), line(author.en, specialityName.en))
  }

  private static let rooms = [
    Phrase("Лаборатория", "Laboratory"), Phrase("Прививочный кабинет", "Vaccination room"),
  ]

  private static let specialities = [
    Phrase("терапевт", "general practitioner"), Phrase("офтальмолог", "eye doctor"),
    Phrase("оториноларинголог", "ear, nose and throat doctor"), Phrase("хирург", "surgeon"),
    Phrase("педиатр", "paediatrician"), Phrase("лаборатория", "laboratory"),
    Phrase("рентгенолог", "radiologist"), Phrase("медицинская сестра", "nurse"),
    Phrase("эндоскопист", "endoscopist"),
    Phrase("функциональная диагностика", "functional diagnostics"),
  ]
}
