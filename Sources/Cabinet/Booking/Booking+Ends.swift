/// How an appointment ended, and what follows from that.
extension Booking {
  /// The mark that ended it; what follows such a mark, like a refund, opens nothing again.
  public var outcome: BookingMark? { history.first { $0.code.isFinal } }

  /// True where the resident paid for it.
  public var isPaid: Bool { history.contains { $0.step == .paid } }

  /// True where the money waits for the resident to tell where to.
  public var awaitsRefund: Bool { mark?.step == .refundAsked }

  /// True where the money goes back.
  public var isRefunded: Bool { mark?.step == .refundTold }

  /// How often its time was changed or it was called off: what calendars take the latest of.
  public var revision: Int {
    history.count { $0.code == .moved || $0.step == .movedByOffice || $0.code.isFinal }
  }

  /// True where it was called off, by whomever, before it could take place.
  public var isCalledOff: Bool {
    switch outcome?.step {
    case nil, .provided, .missed: false
    default: true
    }
  }

  /// True where the city ended it, whatever the resident did.
  public var isEndedByCity: Bool {
    switch outcome?.step {
    case .cancelledByClinic, .cancelledWhenPaid, .failedWhenPaid, .cancelledByOffice: true
    default: false
    }
  }

  /// True where its time is one that the city chose in place of the resident's.
  public var isMovedByCity: Bool { mark?.step == .movedByOffice }

  /// Whether a mark may come next.
  public func allows(_ next: BookingMark) -> Bool {
    next.code.isControl
      ? !isHold && !isClosed
      : BookingStep.successors(of: mark?.step, isPaid: isPaid).contains(next.step)
  }

  /// The step by which the city cancels it: clinics of vets have 1080, all others 1095.
  ///
  /// Source: facts, 3.4 and 4.5.
  public var cancellationByCity: BookingStep {
    isPaid ? .cancelledWhenPaid : kind.isVet ? .cancelledByClinic : .cancelledByOffice
  }

  /// What is written with the end of an appointment that was paid; nothing where it was not.
  public func refundMarks(at moment: Timestamp) -> [BookingMark] {
    guard isPaid else { return [] }
    return [
      BookingMark(
        step: .refundAsked, at: moment, by: .office,
        note: "К возврату \(Money(kopecks: price).text): укажите карту.")
    ]
  }
}
