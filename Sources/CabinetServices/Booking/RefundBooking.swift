import Cabinet

extension CabinetSession {
  /// Working days within which a refund arrives.
  ///
  /// Source: facts, 4.5.
  private static let refundDays = 10

  /// Has the money of an appointment that ended unused sent back to a card.
  ///
  /// The bank is asked first, under the name of the order that was paid; should the program end before it is written
  /// down, a repeat gets the same receipt and writes it. A repeat after that changes nothing.
  ///
  /// - Throws: ``BookingFailure/unpaid(_:)`` where the bank refuses, ``BookingFailure/notPossible(_:)`` where
  ///   there is nothing to be refunded.
  @discardableResult
  public func refund(
    for id: String, to card: String, at bank: any PaymentService = DemonstrationBank()
  ) throws(CabinetFailure) -> Booking {
    try runReceptions(until: now)
    let booking = try booking(id)
    if booking.isRefunded { return booking }
    guard booking.awaitsRefund else {
      throw .booking(
        .notPossible(
          Phrase(
            "Возвращать нечего: запись не оплачена или не отменена. Ничего не изменилось.",
            "There is nothing to be refunded: it was not paid, or not cancelled. "
              + "Nothing was changed.")))
    }
    let receipt: PaymentReceipt
    do { receipt = try bank.refund(order(of: booking), to: card) } catch {
      throw .booking(.unpaid(error.phrase))
    }
    let day = calendar.adding(workingDays: Self.refundDays, to: today)
    return try change(booking.id) { booking, now in
      guard booking.awaitsRefund else { return nil }
      return .marked(
        booking: booking.id,
        [
          BookingMark(
            step: .refundTold, at: now, by: .resident,
            note: "Возврат \(receipt.number): \(receipt.amount.text), карта \(receipt.card), "
              + "до \(day.russian).")
        ])
    }
  }

  /// What is paid for an appointment, by a name that never changes.
  func order(of booking: Booking) -> PaymentOrder {
    PaymentOrder(
      id: "booking-\(booking.id)", amount: Money(kopecks: booking.price),
      purpose: booking.kind.title)
  }
}
