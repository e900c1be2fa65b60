/// A status with its reason, such as `1080.2`: what history tells, and what the table below is of.
public struct BookingStep: Hashable, Sendable, CustomStringConvertible {
  /// The status.
  public var code: BookingStatus
  /// The number of the reason, the fraction of the code; nil for none.
  public var reason: Int?

  /// Makes a step.
  public init(_ code: BookingStatus, _ reason: Int? = nil) {
    self.code = code
    self.reason = reason
  }

  /// The code with its reason: `1080.2`.
  public var description: String { reason.map { "\(code.rawValue).\($0)" } ?? "\(code.rawValue)" }

  /// What the step is called.
  public var title: Phrase { code.title(reason: reason) }

  /// The one table of what may follow a step, control statuses aside; nothing but a record follows nil.
  ///
  /// Source: facts, 3.4, 4.5 and 4.12. A clerk may move or cancel at once, without the resident's request
  /// being written before it.
  ///
  /// - Parameters:
  ///   - step: the last step; nil while a time is only kept.
  ///   - isPaid: whether the appointment was paid. One that was is never ended by the city without the money
  ///     being asked back (1080.4, 1080.5), and one that was not never is.
  public static func successors(of step: BookingStep?, isPaid: Bool) -> Set<BookingStep> {
    guard let step else { return [.recorded, .unpaid] }
    switch step {
    case .unpaid:
      return [
        .paid, .tooLateToPay, .cancelRequested, .cancelled, .cancelledOnline, .cancelledByClinic,
      ]
    case .tooLateToPay: return [.notPaid]
    case .recorded, .moved, .moveRefused, .movedByOffice, .paid:
      return ends(isPaid: isPaid).union([
        .moved, .moveRequested, .cancelRequested, .cancelled, .cancelledOnline, .missed, .came,
        .movedByOffice,
      ])
    case .moveRequested: return [.moved, .moveRefused]
    case .cancelRequested: return [.cancelled, .cancelledOnline]
    case .came: return ends(isPaid: isPaid)
    case .cancelledWhenPaid, .failedWhenPaid: return isPaid ? [.refundAsked] : []
    case .cancelledOnline: return isPaid ? [.refundAsked] : []
    case .refundAsked: return [.refundTold]
    default: return []
    }
  }

  /// The ends for which the resident does nothing.
  private static func ends(isPaid: Bool) -> Set<BookingStep> {
    isPaid
      ? [.provided, .cancelledWhenPaid, .failedWhenPaid]
      : [.provided, .cancelledByClinic, .cancelledByOffice]
  }
}

extension BookingStep {
  /// Booked.
  public static let recorded = BookingStep(.recorded)
  /// Booked, and to be paid within a term.
  public static let unpaid = BookingStep(.recorded, 2)
  /// Moved, as the resident asked.
  public static let moved = BookingStep(.moved)
  /// The resident asked for another time.
  public static let moveRequested = BookingStep(.moveRequested)
  /// Not moved.
  public static let moveRefused = BookingStep(.moveRefused)
  /// The resident asked to cancel it.
  public static let cancelRequested = BookingStep(.cancelRequested)
  /// It took place.
  public static let provided = BookingStep(.provided)
  /// Cancelled by a clinic.
  public static let cancelledByClinic = BookingStep(.refused, 1)
  /// The resident did not come.
  public static let missed = BookingStep(.refused, 2)
  /// Not paid in time.
  public static let notPaid = BookingStep(.refused, 3)
  /// Cancelled by a clinic after it was paid.
  public static let cancelledWhenPaid = BookingStep(.refused, 4)
  /// It was paid and did not take place, because something failed.
  public static let failedWhenPaid = BookingStep(.refused, 5)
  /// Cancelled as the resident asked.
  public static let cancelled = BookingStep(.cancelled)
  /// Cancelled as the resident asked, where it was to be on the screen.
  public static let cancelledOnline = BookingStep(.cancelled, 2)
  /// Cancelled by the institution.
  public static let cancelledByOffice = BookingStep(.cancelledByOffice)
  /// The resident came.
  public static let came = BookingStep(.came)
  /// Moved by the institution.
  public static let movedByOffice = BookingStep(.movedByOffice, 1)
  /// The resident is asked where to refund to.
  public static let refundAsked = BookingStep(.movedByOffice, 2)
  /// Paid.
  public static let paid = BookingStep(.informed, 1)
  /// The term to pay is over.
  public static let tooLateToPay = BookingStep(.informed, 2)
  /// The resident told where to refund to.
  public static let refundTold = BookingStep(.informed, 4)

  /// All steps there are, control statuses aside.
  public static let all: [BookingStep] = [
    .recorded, .unpaid, .moved, .moveRequested, .moveRefused, .cancelRequested, .provided,
    .cancelledByClinic, .missed, .notPaid, .cancelledWhenPaid, .failedWhenPaid, .cancelled,
    .cancelledOnline, .cancelledByOffice, .came, .movedByOffice, .refundAsked, .paid, .tooLateToPay,
    .refundTold,
  ]
}

extension BookingMark {
  /// Makes an entry of a step.
  public init(step: BookingStep, at moment: Timestamp, by party: Party, note: String = "") {
    self.init(step.code, reason: step.reason, at: moment, by: party, note: note)
  }

  /// The status with its reason.
  public var step: BookingStep { BookingStep(code, reason) }
}
