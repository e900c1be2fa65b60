/// A vaccination that was given.
public struct Vaccination: Codable, Sendable, Equatable {
  /// Against what, by the id that the vaccination plan uses: `measles`.
  public var vaccine: String
  /// The number of the dose, from 1; boosters count on.
  public var dose: Int
  /// The series of the preparation.
  public var series: String
}

/// A medicine that was prescribed.
public struct Prescription: Codable, Sendable, Equatable {
  /// Where a prescription stands on a day.
  public enum Standing: Sendable, Equatable {
    /// It can be used; the days left, 0 on its last day.
    case valid(daysLeft: Int)
    case expired
    case dispensed(Day)
  }

  /// The medicine by its international name.
  public var medicine: String
  /// The same in English.
  public var medicineEn: String
  /// How to take it.
  public var dosage: String
  /// The same in English.
  public var dosageEn: String
  /// The last day on which it can be used.
  public var until: Day
  /// The day on which a pharmacy dispensed it.
  public var dispensedOn: Day?

  /// The medicine in both languages.
  public var name: Phrase { Phrase(medicine, medicineEn) }
  /// How to take it, in both languages.
  public var instructions: Phrase { Phrase(dosage, dosageEn) }

  /// Where it stands on a day.
  public func standing(on day: Day) -> Standing {
    if let dispensedOn, dispensedOn <= day { return .dispensed(dispensedOn) }
    return until < day ? .expired : .valid(daysLeft: until.ordinal - day.ordinal)
  }
}

/// A certificate of incapacity for work (ЭЛН).
public struct SickLeave: Codable, Sendable, Equatable {
  /// The number, 12 digits.
  public var number: String
  /// The first day off.
  public var from: Day
  /// The last day off so far.
  public var to: Day
  /// True once it was closed; one that is open can be prolonged.
  public var isClosed: Bool

  /// The days off, both ends included.
  public var days: Int { to.ordinal - from.ordinal + 1 }
}

/// A referral to a specialist or a study.
public struct Referral: Codable, Sendable, Equatable {
  /// The code of the speciality, as the booking of doctors knows it.
  public var speciality: String
  /// To whom or to what.
  public var to: String
  /// To whom or to what, in English.
  public var toEn: String
  /// What for.
  public var purpose: String
  /// What for, in English.
  public var purposeEn: String
  /// The last day on which a visit can be booked with it.
  public var until: Day
  /// The day on which it was used.
  public var usedOn: Day?

  /// To whom or to what, in both languages.
  public var target: Phrase { Phrase(to, toEn) }
  /// What for, in both languages.
  public var reason: Phrase { Phrase(purpose, purposeEn) }

  /// True where a visit can be booked with it on a day.
  public func isOpen(on day: Day) -> Bool {
    until >= day && (usedOn.map { $0 > day } ?? true)
  }
}
