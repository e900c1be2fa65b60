import Cabinet

/// What the city's medical system (ЕМИАС) holds on patients.
///
/// The entries are synthetic. A card is found by the policy and the day of birth together, as the real
/// system finds it: a policy with another day of birth finds nothing.
public struct MedicalRegister: Codable, Sendable {
  /// All that is held on one patient.
  public struct Patient: Codable, Sendable {
    /// The number of the ОМС policy, 16 digits.
    public var oms: String
    /// The day of birth.
    public var birthDate: Day
    /// The documents, in any order; those of days to come are not told before their day.
    public var documents: [MedicalDocument]
  }

  /// The patients.
  public var patients: [Patient]
  /// When which vaccination is due.
  public var vaccinationPlan: VaccinationPlan

  /// Makes a register.
  public init(
    patients: [Patient] = [], vaccinationPlan: VaccinationPlan = .init(vaccines: [], basis: "")
  ) {
    self.patients = patients
    self.vaccinationPlan = vaccinationPlan
  }

  /// The card of a patient on a day; nil where the register knows no such patient.
  public func card(oms: String, birthDate: Day, on day: Day) -> MedicalCard? {
    patients.first { $0.oms == oms && $0.birthDate == birthDate }
      .map { MedicalCard($0.documents, on: day) }
  }
}
