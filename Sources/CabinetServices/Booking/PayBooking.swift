import Cabinet

extension CabinetSession {
  /// Pays an appointment that waits for it.
  ///
  /// The bank is asked first, under a name of the order that never changes; should the program end before the
  /// payment is written down, a repeat gets the same receipt and writes it.
  ///
  /// - Throws: ``BookingFailure/unpaid(_:)`` where the bank refuses or the time to pay is over.
  @discardableResult
  public func pay(for id: String, card: String, at bank: any PaymentService = DemonstrationBank())
    throws(CabinetFailure) -> Booking
  {
    try runReceptions(until: now)
    let booking = try booking(id)
    if booking.history.contains(where: { $0.code == .informed && $0.reason == 1 }) {
      return booking
    }
    guard booking.payUntil.map({ now < $0 }) ?? false else {
      throw .booking(
        .unpaid(
          Phrase(
            "Платить не за что: запись не ждёт оплаты или время вышло. Ничего не списано.",
            "There is nothing to pay: it waits for no payment, or it is too late. "
              + "Nothing was charged.")))
    }
    let receipt: PaymentReceipt
    do {
      receipt = try bank.pay(order(of: booking), card: card)
    } catch { throw .booking(.unpaid(error.phrase)) }
    return try change(booking.id) { booking, now throws(CabinetFailure) in
      guard booking.payUntil != nil else { return nil }
      return .marked(
        booking: booking.id,
        [
          BookingMark(
            .informed, reason: 1, at: now, by: .resident,
            note: "Чек \(receipt.number): \(receipt.amount.text), карта \(receipt.card).")
        ])
    }
  }
}
