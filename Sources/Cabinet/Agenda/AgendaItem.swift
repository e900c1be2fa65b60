/// Something with a date that concerns the resident or the family.
///
/// The deadlines of charges and their discounts, and the days on which meters are verified, come with the
/// domains that know them; neither is built yet. Of payments there are those of appointments.
public struct AgendaItem: Sendable, Equatable, Identifiable {
  /// What sort of thing it is.
  public enum Kind: String, Sendable, CaseIterable {
    case appointment
    /// The moment until which an appointment is to be paid.
    case payment
    /// The office waits for an answer.
    case request
    /// The day by which the office decides.
    case decision
    /// The last day on which a draft is kept.
    case draft
    case prescription, referral, vaccination
    /// A document runs out.
    case document
    /// A permit can be renewed from this day on.
    case renewal
    /// The last day to send readings of meters.
    case meters
  }

  /// When it is.
  public enum When: Sendable, Equatable {
    /// At an hour, until an hour.
    case time(Timestamp, end: Timestamp)
    /// On a day, the whole of it.
    case day(Day)
  }

  /// Where it comes from, so that it can be opened.
  public enum Origin: Sendable, Equatable {
    case booking(String)
    case application(String)
    case draft(String)
    case medicalDocument(String, patient: String)
    case vaccinations(patient: String)
    case profile
    case service(String)
  }

  /// A name that stays the same from day to day, ASCII.
  public var id: String
  /// What sort of thing it is.
  public var kind: Kind
  /// When it is.
  public var when: When
  /// What it is.
  public var title: Phrase
  /// The address at which one has to be, in Russian; empty where nowhere.
  public var address: String
  /// Whom it concerns: the id of a person, child or pet in the profile; nil for the resident.
  public var member: String?
  /// What that member is called; empty for the resident.
  public var memberName: String
  /// Where it comes from.
  public var origin: Origin
  /// True where the resident must do something by then.
  public var needsResident: Bool
  /// How often it was given another time or called off since it was made; grows with each.
  public var revision = 0
  /// When it last changed; nil where that is not known.
  public var changed: Timestamp?
  /// True where it was called off and stands for other calendars alone, which have it perhaps.
  public var isCancelled = false

  /// Makes an item.
  public init(
    id: String, kind: Kind, when: When, title: Phrase, address: String = "",
    member: String? = nil, memberName: String = "", origin: Origin, needsResident: Bool
  ) {
    self.id = id
    self.kind = kind
    self.when = when
    self.title = title
    self.address = address
    self.member = member
    self.memberName = memberName
    self.origin = origin
    self.needsResident = needsResident
  }

  /// Where one has to be; empty where nowhere.
  public var place: Phrase { PlaceName.phrase(address) }

  /// The day on which it is.
  public var day: Day {
    switch when {
    case .time(let start, _): start.day
    case .day(let day): day
    }
  }

  /// The moment at which it begins; a day begins at midnight.
  public var start: Timestamp {
    switch when {
    case .time(let start, _): start
    case .day(let day): Timestamp(day)
    }
  }
}

extension AgendaItem {
  /// How near it is.
  public enum Urgency: Int, Sendable, Comparable, CaseIterable {
    case overdue, today, tomorrow, week, later

    /// The more pressing comes first.
    public static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
  }

  /// How near it is on a day.
  public func urgency(on today: Day) -> Urgency {
    switch day.ordinal - today.ordinal {
    case ..<0: .overdue
    case 0: .today
    case 1: .tomorrow
    case 2...7: .week
    default: .later
    }
  }

  /// Days before it on which the resident is reminded, the longest first.
  public var remindedDaysBefore: [Int] {
    switch kind {
    case .appointment: [1, 0]
    case .request: [3, 1, 0]
    case .draft, .referral, .prescription, .meters: [3, 0]
    case .document: [30, 7, 0]
    case .renewal, .vaccination, .payment: [0]
    case .decision: []
    }
  }

  /// True where the resident is to be reminded of it on a day: from the first reminder until it is over.
  public func isReminded(on today: Day) -> Bool {
    guard let first = remindedDaysBefore.first else { return false }
    let left = day.ordinal - today.ordinal
    return left <= first && (left >= 0 || needsResident && kind != .appointment)
  }
}

extension AgendaItem.Kind {
  /// What such things are called.
  public var title: Phrase {
    switch self {
    case .appointment: Phrase("запись", "appointment")
    case .payment: Phrase("оплата", "payment")
    case .request: Phrase("ответ ведомству", "reply to the agency")
    case .decision: Phrase("решение ведомства", "agency's decision")
    case .draft: Phrase("черновик", "draft")
    case .prescription: Phrase("рецепт", "prescription")
    case .referral: Phrase("направление", "referral")
    case .vaccination: Phrase("прививка", "vaccination")
    case .document: Phrase("срок документа", "document runs out")
    case .renewal: Phrase("продление", "renewal")
    case .meters: Phrase("показания", "meter readings")
    }
  }
}
