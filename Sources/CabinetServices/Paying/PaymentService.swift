import Cabinet

/// Something to be paid.
public struct PaymentOrder: Equatable, Sendable {
  /// A name that never changes: paying the same order twice pays it once.
  public var id: String
  /// How much.
  public var amount: Money
  /// What for.
  public var purpose: Phrase

  /// Makes an order.
  public init(id: String, amount: Money, purpose: Phrase) {
    self.id = id
    self.amount = amount
    self.purpose = purpose
  }
}

/// That an order was paid, or that its money goes back.
public struct PaymentReceipt: Codable, Equatable, Sendable {
  /// The number that the bank gave.
  public var number: String
  /// How much.
  public var amount: Money
  /// The card, all but its last digits hidden.
  public var card: String
}

/// Who takes payments.
///
/// Charges, baskets and other ways to pay come with services of their own; they fit behind this.
public protocol PaymentService: Sendable {
  /// Pays an order by card.
  ///
  /// - Throws: a phrase that says why not; nothing was paid then.
  func pay(_ order: PaymentOrder, card: String) throws(PaymentRefusal) -> PaymentReceipt

  /// Sends the money of an order that was paid back to a card; an order is refunded once however often it is asked.
  ///
  /// - Throws: a phrase that says why not; nothing was sent then.
  func refund(_ order: PaymentOrder, to card: String) throws(PaymentRefusal) -> PaymentReceipt
}

/// Why nothing was paid.
public struct PaymentRefusal: Error, Equatable, Sendable {
  /// What happened, what was kept, what to do next.
  public var phrase: Phrase
}

/// The bank of the demonstration: it moves no money and knows no real card.
///
/// Cards whose last four digits are 0002 have no money, as on the test stands of real banks; those that end in 0003
/// are closed, so that nothing can be sent to them.
public struct DemonstrationBank: PaymentService {
  /// Opens the bank.
  public init() {}

  /// Pays an order by card; the receipt follows from the order, so that a repeat gives the same.
  public func pay(_ order: PaymentOrder, card: String) throws(PaymentRefusal) -> PaymentReceipt {
    let digits = try digits(of: card, kept: Phrase("Ничего не списано", "Nothing was charged"))
    guard !digits.hasSuffix("0002") else {
      throw PaymentRefusal(
        phrase: Phrase(
          "Банк отказал: на карте не хватает денег. Ничего не списано; возьмите другую карту.",
          "The bank refused: not enough money on the card. Nothing was charged; take another card.")
      )
    }
    return PaymentReceipt(
      number: "demo-\(order.id)", amount: order.amount, card: "•••• \(digits.suffix(4))")
  }

  /// Refunds an order; the receipt follows from the order, so that a repeat gives the same.
  public func refund(_ order: PaymentOrder, to card: String) throws(PaymentRefusal)
    -> PaymentReceipt
  {
    let digits = try digits(of: card, kept: Phrase("Возврат ждёт вас", "The refund waits for you"))
    guard !digits.hasSuffix("0003") else {
      throw PaymentRefusal(
        phrase: Phrase(
          "Банк отказал: карта закрыта. Возврат ждёт вас; укажите другую карту.",
          "The bank refused: the card is closed. The refund waits for you; name another card."))
    }
    return PaymentReceipt(
      number: "demo-refund-\(order.id)", amount: order.amount, card: "•••• \(digits.suffix(4))")
  }

  private func digits(of card: String, kept: Phrase) throws(PaymentRefusal) -> String {
    switch CardNumber.check(card) {
    case .valid(let canonical, _): return canonical
    case .invalid(let problem):
      throw PaymentRefusal(
        phrase: Phrase(
          "Номер карты не подходит: \(problem.reason.ru). \(kept.ru); \(problem.advice.ru).",
          "The card number is wrong: \(problem.reason.en). \(kept.en); \(problem.advice.en)."))
    }
  }
}
