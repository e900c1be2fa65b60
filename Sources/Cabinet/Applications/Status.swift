/// A step in the life of an application, by the code that all agencies of the city use.
///
/// Source: the status family 1xxx, 77xx, 8xxx, 100xx of the city's back offices (facts, section 3.2).
public enum Status: Int, Codable, Sendable, CaseIterable {
  case submitted = 1010
  case registrationRefused = 1030
  case repeatRefused = 1035
  case delivered = 1040
  case registered = 1050
  case inProgress = 1052
  case suspended = 1060
  case withdrawalRequested = 1069
  case granted = 1075
  case refused = 1080
  case withdrawn = 1090
  case cancelledByOffice = 1095
  case resumed = 1160
  case withdrawalRefused = 1169
  case handedOver = 7700
  case requestSent = 7704
  case requestAnswered = 7705
  case clarificationGiven = 8011
  case clarificationRequested = 8021
  case clarificationExpired = 8031
  case withdrawalAvailable = 10090
  case withdrawalUnavailable = 10190
  case submissionFailed = 103_099

  /// What the status is called.
  public var title: Phrase {
    switch self {
    case .submitted: Phrase("Вы подали заявление", "You submitted the application")
    case .registrationRefused: Phrase("Отказ в регистрации заявления", "Registration refused")
    case .repeatRefused:
      Phrase(
        "Отказ в регистрации: повторное заявление", "Registration refused: repeated application")
    case .delivered: Phrase("Доставлено в ведомство", "Delivered to the agency")
    case .registered: Phrase("Заявление зарегистрировано", "Application registered")
    case .inProgress: Phrase("Ведомство готовит решение", "The agency prepares the decision")
    case .suspended: Phrase("Рассмотрение приостановлено", "Review suspended")
    case .withdrawalRequested: Phrase("Вы попросили отозвать заявление", "You asked to withdraw")
    case .granted: Phrase("Услуга оказана", "Service granted")
    case .refused: Phrase("Отказ в предоставлении услуги", "Service refused")
    case .withdrawn: Phrase("Отозвано по вашей просьбе", "Withdrawn at your request")
    case .cancelledByOffice: Phrase("Отменено ведомством", "Cancelled by the agency")
    case .resumed: Phrase("Рассмотрение возобновлено", "Review resumed")
    case .withdrawalRefused: Phrase("Отказ в отзыве", "Withdrawal refused")
    case .handedOver: Phrase("Результат выдан", "Result handed over")
    case .requestSent: Phrase("Ведомство запросило сведения", "The agency asked for information")
    case .requestAnswered: Phrase("Сведения получены", "Information received")
    case .clarificationGiven: Phrase("Вы передали сведения", "You gave the information")
    case .clarificationRequested: Phrase("Нужны сведения от вас", "Information needed from you")
    case .clarificationExpired:
      Phrase("Срок представления сведений истёк", "The time to give information ran out")
    case .withdrawalAvailable: Phrase("Отзыв доступен", "Withdrawal available")
    case .withdrawalUnavailable: Phrase("Отзыв недоступен", "Withdrawal not available")
    case .submissionFailed: Phrase("Технический сбой при подаче", "Technical failure at submission")
    }
  }

  /// True for a status that steers what the resident may do and is never shown as history.
  public var isControl: Bool { self == .withdrawalAvailable || self == .withdrawalUnavailable }

  /// True where nothing follows but appeals and handing over.
  public var isFinal: Bool {
    switch self {
    case .registrationRefused, .repeatRefused, .granted, .refused, .withdrawn, .cancelledByOffice,
      .handedOver, .submissionFailed:
      true
    default: false
    }
  }

  /// True where the term stands still from here on.
  public var stopsTerm: Bool { self == .suspended || self == .clarificationRequested }

  /// True where a term that stood still goes on.
  public var resumesTerm: Bool {
    switch self {
    case .resumed, .clarificationGiven, .clarificationExpired: true
    default: false
    }
  }
}

/// Who acted.
public enum Party: String, Codable, Sendable {
  case resident, office, clock

  /// Who it is, in words.
  public var title: Phrase {
    switch self {
    case .resident: Phrase("вы", "you")
    case .office: Phrase("ведомство", "the agency")
    case .clock: Phrase("срок", "the calendar")
    }
  }
}

/// One entry in the history of an application.
public struct StatusEvent: Codable, Sendable, Equatable {
  /// What it became.
  public var code: Status
  /// The number of the reason, the fraction of the code: 2 in `1080.2`.
  public var reason: Int?
  /// When.
  public var at: Timestamp
  /// By whom.
  public var by: Party
  /// What was found or said, in Russian, the language of the office.
  public var note: String
  /// The day until which someone must act because of it.
  public var due: Day?
  /// The fields of the form that the applicant is asked to correct.
  public var fields: [String]?

  /// Makes an entry.
  public init(
    _ code: Status, reason: Int? = nil, at: Timestamp, by: Party, note: String = "",
    due: Day? = nil, fields: [String]? = nil
  ) {
    self.code = code
    self.reason = reason
    self.at = at
    self.by = by
    self.note = note
    self.due = due
    self.fields = fields
  }

  /// The code with its reason: `1080.2`.
  public var fullCode: String {
    reason.map { "\(code.rawValue).\($0)" } ?? String(code.rawValue)
  }
}
