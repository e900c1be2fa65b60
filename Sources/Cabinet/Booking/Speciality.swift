/// What a specialist treats or advises on.
public struct Speciality: Codable, Sendable, Equatable, Identifiable {
  /// Whom it treats.
  public enum Audience: String, Codable, Sendable { case adult, child, any }

  /// A service that a vet of this speciality gives.
  public struct Service: Codable, Sendable, Equatable, Identifiable {
    /// The service's name within the speciality.
    public var id: String
    /// What it is.
    public var title: String
    /// The same in English.
    public var titleEn: String
    /// How long it takes, in minutes.
    public var minutes: Int
    /// How long the room is prepared afterwards, in minutes; not at home.
    public var cooldown: Int
    /// True where it can be done at home.
    public var atHome: Bool?
    /// True where it can be done on the screen.
    public var online: Bool?
    /// The animals it is for; nil for all.
    public var species: [String]?
    /// The price in kopecks; nil where it is free.
    public var price: Int?

    /// The title in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
  }

  /// A name, unique among specialities.
  public var id: String
  /// The city's code of it; nil where it has none.
  public var code: Int?
  /// What the specialist is called.
  public var title: String
  /// The same in English.
  public var titleEn: String
  /// What kind of appointments it gives.
  public var kind: BookingKind
  /// How long an appointment takes, in minutes; the step of the schedule for vets.
  public var minutes: Int
  /// True where one is booked only with a referral.
  public var byReferral: Bool?
  /// Whom it treats.
  public var audience: Audience
  /// What to bring, in Russian.
  public var bring: [String]?
  /// What a vet of it does.
  public var services: [Service]?

  /// The title in both languages.
  public var name: Phrase { Phrase(title, titleEn) }
  /// True for the doctor of one's district, to whom one goes first: by the city's codes a practitioner or a
  /// paediatrician.
  public var isDistrict: Bool { code == 200 || code == 300 }
  /// True where one is booked only with a referral.
  public var needsReferral: Bool { byReferral ?? false }
}

extension Speciality {
  /// What to bring, in both languages.
  public var thingsToBring: [Phrase] {
    (bring ?? []).map { thing in
      Self.things.first { $0.ru == thing } ?? Phrase(thing, thing.romanized)
    }
  }

  private static let things = [
    Phrase("паспорт", "passport"), Phrase("полис ОМС", "OMS policy"),
    Phrase("полис ОМС ребёнка", "the child’s OMS policy"),
    Phrase("свидетельство о рождении", "birth certificate"), Phrase("направление", "referral"),
    Phrase("результаты анализов", "laboratory results"), Phrase("последнюю ЭКГ", "the last ECG"),
    Phrase("очки или линзы, если носите", "glasses or lenses if you wear them"),
    Phrase("пелёнку", "a nappy"), Phrase("ветеринарный паспорт", "vet passport"),
    Phrase("переноску или поводок", "a carrier or a lead"),
  ]
}
