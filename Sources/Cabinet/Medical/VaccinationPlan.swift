/// Which vaccinations are due when, as data.
///
/// The plan that the program ships with follows the national calendar of preventive vaccinations (order of
/// the Ministry of Health 125н of 21.03.2014).
public struct VaccinationPlan: Codable, Sendable, Equatable {
  /// A dose that is given at an age.
  public struct Dose: Codable, Sendable, Equatable {
    /// The number of the dose, from 1.
    public var dose: Int
    /// The age from which it is due, in months.
    public var atMonths: Int
    /// Days to be added to the months: half a month is 15.
    public var atDays: Int?
    /// The months that must have passed since the dose before.
    public var afterMonths: Int
  }

  /// A repetition without end.
  public struct Booster: Codable, Sendable, Equatable {
    /// The months from one to the next.
    public var everyMonths: Int
    /// The age from which it is repeated, in years.
    public var fromYears: Int
  }

  /// All that the plan says of one vaccine.
  public struct Vaccine: Codable, Sendable, Equatable, Identifiable {
    /// The id that documents use: `measles`.
    public var id: String
    /// Against what.
    public var title: String
    /// Against what, in English.
    public var titleEn: String
    /// The doses of childhood, in order.
    public var doses: [Dose]
    /// The repetition afterwards.
    public var booster: Booster?

    /// Against what, in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
  }

  /// The vaccines.
  public var vaccines: [Vaccine]
  /// Where it comes from, and what is not certain.
  public var basis: String
  /// The same in English.
  public var basisEn: String

  /// Where it comes from, in both languages.
  public var source: Phrase { Phrase(basis, basisEn) }

  /// Makes a plan.
  public init(vaccines: [Vaccine], basis: String, basisEn: String = "") {
    self.vaccines = vaccines
    self.basis = basis
    self.basisEn = basisEn
  }
}

extension VaccinationPlan {
  /// A dose that is to come.
  public struct Due: Sendable, Equatable {
    /// How near it is.
    public enum Standing: Sendable, Equatable { case overdue, soon, later }
    /// Which vaccine.
    public var vaccine: Vaccine
    /// The number of the dose.
    public var dose: Int
    /// The day from which it is due.
    public var day: Day
    /// How near it is.
    public var standing: Standing
  }

  /// Days before the day of a dose from which it counts as soon.
  public static let soonDays = 30
  /// The age from which a card without early vaccinations says nothing about them: whoever is older
  /// was vaccinated before cards were kept.
  static let adultYears = 18

  /// The next dose of every vaccine, the nearest first.
  ///
  /// - Parameters:
  ///   - birth: the patient's day of birth.
  ///   - given: what the card holds, with the days.
  ///   - today: the day on which it is asked.
  public func due(birth: Day, given: [(day: Day, vaccination: Vaccination)], on today: Day) -> [Due]
  {
    vaccines.compactMap { next(of: $0, birth: birth, given: given, today: today) }
      .sorted { $0.day != $1.day ? $0.day < $1.day : $0.vaccine.id < $1.vaccine.id }
  }

  private func next(
    of vaccine: Vaccine, birth: Day, given: [(day: Day, vaccination: Vaccination)], today: Day
  ) -> Due? {
    let had = given.filter { $0.vaccination.vaccine == vaccine.id }.sorted { $0.day < $1.day }
    let last = had.last
    let doneDose = had.map(\.vaccination.dose).max() ?? 0
    let age = birth.wholeYears(until: today)
    let isChild = age < Self.adultYears
    func due(_ dose: Int, _ day: Day) -> Due {
      let standing: Due.Standing =
        day < today ? .overdue : day <= today.adding(days: Self.soonDays) ? .soon : .later
      return Due(vaccine: vaccine, dose: dose, day: day, standing: standing)
    }
    if isChild, let next = vaccine.doses.first(where: { $0.dose > doneDose }) {
      let byAge = birth.adding(months: next.atMonths).adding(days: next.atDays ?? 0)
      let byInterval = last.map { $0.day.adding(months: next.afterMonths) } ?? byAge
      return due(next.dose, max(byAge, byInterval))
    }
    // Without a dose in the card nothing is known to be repeated.
    guard let booster = vaccine.booster, let last else { return nil }
    let start = birth.adding(years: booster.fromYears)
    return due(doneDose + 1, max(last.day.adding(months: booster.everyMonths), start))
  }
}

extension MedicalCard {
  /// The vaccinations that the card holds.
  public var vaccinations: [(day: Day, vaccination: Vaccination)] {
    documents.compactMap {
      if case .vaccination(let vaccination) = $0.content { ($0.day, vaccination) } else { nil }
    }
  }
}
