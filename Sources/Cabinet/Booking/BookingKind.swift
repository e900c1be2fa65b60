/// What an appointment is for.
public enum BookingKind: String, Codable, Sendable, CaseIterable {
  /// A doctor of the polyclinic.
  case doctor
  /// A doctor who comes home.
  case doctorHome
  /// A vet in a clinic.
  case vet
  /// A vet who comes home.
  case vetHome
  /// A vet on the screen; paid at once.
  case vetOnline
  /// A consultant of the Department of City Property, on the screen.
  case consultation

  /// What such an appointment is called.
  public var title: Phrase {
    switch self {
    case .doctor: Phrase("Приём у врача", "Doctor's appointment")
    case .doctorHome: Phrase("Врач на дом", "Doctor at home")
    case .vet: Phrase("Ветеринар в клинике", "Vet at the clinic")
    case .vetHome: Phrase("Ветеринар на дом", "Vet at home")
    case .vetOnline: Phrase("Ветеринар онлайн", "Vet online")
    case .consultation: Phrase("Консультация ДГИ", "City Property consultation")
    }
  }

  /// True where the one side visits the other, so that a coming must be noted; at home nobody can fail to come.
  public var needsCheckIn: Bool { self != .doctorHome && self != .vetHome }

  /// True where both meet on the screen.
  public var isOnline: Bool { self == .vetOnline || self == .consultation }

  /// True where it takes place at the resident's.
  public var isAtHome: Bool { self == .doctorHome || self == .vetHome }

  /// True for the kinds that a vet does.
  public var isVet: Bool { self == .vet || self == .vetHome || self == .vetOnline }

  /// True for the kinds that the policy pays.
  public var isMedical: Bool { self == .doctor || self == .doctorHome }

  /// The rules by which it is booked.
  public var rules: BookingRules {
    switch self {
    case .doctor: BookingRules()
    case .doctorHome: BookingRules(leadMinutes: 60, changeMinutes: 60, horizonDays: 3)
    case .vet: BookingRules(leadMinutes: 120, changeMinutes: 120)
    case .vetHome:
      BookingRules(leadMinutes: 360, changeMinutes: 360, travelBefore: 60, travelAfter: 60)
    case .vetOnline: BookingRules(leadMinutes: 20, payMinutes: 15)
    case .consultation: BookingRules(leadMinutes: 60)
    }
  }
}

/// The limits of booking, in minutes and days.
///
/// Source: facts, 3.4 (hold, no-show), 4.1 (horizon of 14 days), 4.5 (two and six hours, fifteen minutes
/// to pay, an hour of travel each way); the lead of a consultation and of a doctor's visit at home is ours.
public struct BookingRules: Codable, Sendable, Equatable {
  /// How long a chosen time is kept without confirmation.
  public var holdMinutes = 10
  /// How long before the start one must book.
  public var leadMinutes = 0
  /// How long before the start one may still move or cancel.
  public var changeMinutes = 0
  /// For how many days ahead, today included, the schedule is open.
  public var horizonDays = 14
  /// How long after the start one is waited for.
  public var noShowMinutes = 15
  /// How long before the start one's coming can be noted.
  public var checkInMinutes = 30
  /// How long after confirmation it must be paid; nil where it is free.
  public var payMinutes: Int?
  /// The way there, which nobody else can book.
  public var travelBefore = 0
  /// The way back.
  public var travelAfter = 0
  /// How long a time offered to who waits for one is kept; our own rule, two hours of the day.
  public var offerMinutes = 120
}
