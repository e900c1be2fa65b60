/// What a pet's vaccinations say: when they were made and until when they count.
///
/// Rabies is vaccinated against yearly (Veterinary rules of the Ministry of Agriculture, order 705 of
/// 25.11.2020); the combined vaccine by its makers' instructions, also yearly.
public enum PetCare {
  /// A vaccination by its key in the pet's facts.
  public struct Vaccination: Equatable, Sendable {
    /// What it is against.
    public var title: Phrase
    /// When it was made; nil where that is not known.
    public var given: Day?
    /// The last day on which it counts.
    public var due: Day?
  }

  private static let kinds: [(key: String, title: Phrase)] = [
    ("rabiesVaccine", Phrase("От бешенства", "Against rabies")),
    ("complexVaccine", Phrase("Комплексная", "Combined")),
  ]

  /// True for a fact that is the date of a vaccination.
  public static func isVaccination(_ key: String) -> Bool { kinds.contains { $0.key == key } }

  /// The vaccinations of a pet.
  public static func vaccinations(of pet: Profile.Object) -> [Vaccination] {
    kinds.map { kind in
      let given = pet.facts[kind.key].flatMap { Day($0) }
      return Vaccination(
        title: kind.title, given: given, due: given?.adding(years: 1).adding(days: -1))
    }
  }
}
