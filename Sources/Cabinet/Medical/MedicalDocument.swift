/// One document of a medical card.
public struct MedicalDocument: Sendable, Equatable, Identifiable {
  /// What a document holds beside its text.
  public enum Content: Sendable, Equatable {
    case examination
    case laboratory([LabResult])
    case imaging
    /// Other instrumental studies: ЭКГ, endoscopy.
    case instrumental
    case discharge
    case vaccination(Vaccination)
    case prescription(Prescription)
    case sickLeave(SickLeave)
    case referral(Referral)
  }

  /// A part of the text, under its own title.
  public struct Passage: Codable, Sendable, Equatable {
    /// What it is about.
    public var title: String
    /// What it is about, in English.
    public var titleEn: String
    /// What it says.
    public var text: String
    /// What it says, in English.
    public var textEn: String

    /// What it is about, in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
    /// What it says, in both languages.
    public var wording: Phrase { Phrase(text, textEn) }
  }

  /// A diagnosis with its code in the МКБ-10.
  public struct Diagnosis: Codable, Sendable, Equatable {
    /// The code: `I10`.
    public var code: String
    /// What it is called.
    public var title: String
    /// What it is called in English.
    public var titleEn: String

    /// The code and what it is called, in both languages.
    public var name: Phrase { Phrase("\(code) \(title)", "\(code) \(titleEn)") }
  }

  /// Names the document within the city; ASCII.
  public var id: String
  /// The day on which it was made.
  public var day: Day
  /// What it is called.
  public var title: String
  /// What it is called in English.
  public var titleEn: String
  /// Where it was made.
  public var place: String
  /// Who made it.
  public var doctor: String
  /// The speciality of who made it.
  public var speciality: String
  /// What was found; sensitive, so lists never show it.
  public var diagnosis: Diagnosis?
  /// The text.
  public var passages: [Passage]
  /// What it holds beside its text.
  public var content: Content

  /// What it is called, in both languages.
  public var name: Phrase { Phrase(title, titleEn) }

  /// What sort of document it is.
  public var kind: MedicalDocumentKind {
    switch content {
    case .examination: .examination
    case .laboratory: .laboratory
    case .imaging: .imaging
    case .instrumental: .instrumental
    case .discharge: .discharge
    case .vaccination: .vaccination
    case .prescription: .prescription
    case .sickLeave: .sickLeave
    case .referral: .referral
    }
  }

  /// The results of a laboratory report; empty for any other document.
  public var results: [LabResult] {
    if case .laboratory(let results) = content { results } else { [] }
  }
}

/// A sort of document, in the order in which the card lists them.
public enum MedicalDocumentKind: String, Codable, Sendable, CaseIterable {
  case examination, laboratory, imaging, instrumental, discharge
  case vaccination, prescription, sickLeave, referral

  /// What such documents are called together.
  public var title: Phrase {
    switch self {
    case .examination: Phrase("Осмотры", "Examinations")
    case .laboratory: Phrase("Анализы", "Laboratory results")
    case .imaging: Phrase("КТ, МРТ, рентген", "CT, MRI, X-ray")
    case .instrumental: Phrase("Другие исследования", "Other studies")
    case .discharge: Phrase("Выписки из стационара", "Hospital discharges")
    case .vaccination: Phrase("Прививки", "Vaccinations")
    case .prescription: Phrase("Рецепты", "Prescriptions")
    case .sickLeave: Phrase("Больничные", "Sick leaves")
    case .referral: Phrase("Направления", "Referrals")
    }
  }

  /// Since when the city's card holds such documents; nil where that is not known.
  ///
  /// Source: the announcement of the city polyclinics at the opening of the card, 14 January 2020.
  public var heldSince: Int? {
    switch self {
    case .examination: 2017
    case .laboratory, .imaging, .discharge: 2019
    case .instrumental: 2020
    case .vaccination, .prescription, .sickLeave, .referral: nil
    }
  }
}
