/// A step in the life of an appointment, by the city's codes.
///
/// Source: facts, 3.2 and 3.4. 1146 is the answer to 1046, "the applicant came", of the same family.
public enum BookingStatus: Int, Codable, Sendable, CaseIterable {
  case recorded = 1050
  case moved = 1053
  case moveRequested = 1068
  case cancelRequested = 1069
  case provided = 1075
  case refused = 1080
  case cancelled = 1090
  case cancelledByOffice = 1095
  case came = 1146
  case moveRefused = 1168
  case movedByOffice = 8021
  case informed = 8031
  case cancelAvailable = 10090
  case moveAvailable = 10091
  case cancelUnavailable = 10190
  case moveUnavailable = 10191

  /// True for a status that steers what the resident may do and is never shown as history.
  public var isControl: Bool {
    switch self {
    case .cancelAvailable, .moveAvailable, .cancelUnavailable, .moveUnavailable: true
    default: false
    }
  }

  /// True where nothing follows.
  public var isFinal: Bool {
    switch self {
    case .provided, .refused, .cancelled, .cancelledByOffice: true
    default: false
    }
  }

  /// What the status is called, with the reason that is the fraction of its code.
  public func title(reason: Int?) -> Phrase {
    switch (self, reason) {
    case (.recorded, 2): Phrase("Запись ждёт оплаты", "Booked, to be paid")
    case (.recorded, _): Phrase("Запись произведена", "Booked")
    case (.moved, _): Phrase("Запись перенесена", "Moved")
    case (.moveRequested, _): Phrase("Вы попросили перенести", "You asked to move it")
    case (.cancelRequested, _): Phrase("Вы попросили отменить", "You asked to cancel it")
    case (.provided, _): Phrase("Приём состоялся", "It took place")
    case (.refused, 1): Phrase("Отменено клиникой", "Cancelled by the clinic")
    case (.refused, 2): Phrase("Неявка", "You did not come")
    case (.refused, 3): Phrase("Не оплачено вовремя", "Not paid in time")
    case (.refused, 4): Phrase("Отменено клиникой, деньги вернут", "Cancelled, to be refunded")
    case (.refused, 5): Phrase("Не состоялось, деньги вернут", "Failed, to be refunded")
    case (.refused, _): Phrase("Отказано", "Refused")
    case (.cancelled, _): Phrase("Вы отменили запись", "You cancelled it")
    case (.cancelledByOffice, _): Phrase("Отменено учреждением", "Cancelled by the institution")
    case (.came, _): Phrase("Вы отметились о приходе", "You checked in")
    case (.moveRefused, _): Phrase("В переносе отказано", "Not moved")
    case (.movedByOffice, 2): Phrase("Укажите, куда вернуть деньги", "Tell where to refund to")
    case (.movedByOffice, _): Phrase("Перенесено учреждением", "Moved by the institution")
    case (.informed, 1): Phrase("Оплачено", "Paid")
    case (.informed, 2): Phrase("Время оплаты истекло", "Too late to pay")
    case (.informed, 4): Phrase("Реквизиты для возврата получены", "Refund details received")
    case (.informed, _): Phrase("Сведения получены", "Information received")
    case (.cancelAvailable, _): Phrase("Отмена доступна", "May be cancelled")
    case (.moveAvailable, _): Phrase("Перенос доступен", "May be moved")
    case (.cancelUnavailable, _): Phrase("Отмена недоступна", "May not be cancelled")
    case (.moveUnavailable, _): Phrase("Перенос недоступен", "May not be moved")
    }
  }
}

/// One entry in the history of an appointment.
public struct BookingMark: Codable, Sendable, Equatable {
  /// What it became.
  public var code: BookingStatus
  /// The number of the reason, the fraction of the code: 2 in `1080.2`.
  public var reason: Int?
  /// When.
  public var at: Timestamp
  /// By whom.
  public var by: Party
  /// What else is to be said, in Russian, the language of the institution.
  public var note: String

  /// Makes an entry.
  public init(
    _ code: BookingStatus, reason: Int? = nil, at: Timestamp, by: Party, note: String = ""
  ) {
    self.code = code
    self.reason = reason
    self.at = at
    self.by = by
    self.note = note
  }

  /// What the status is called.
  public var title: Phrase { step.title }

  /// The code with its reason: `1080.2`.
  public var fullCode: String { step.description }
}
