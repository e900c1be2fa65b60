import Cabinet
import CabinetServices
import TerminalUI

/// A card at the bank of the demonstration: to pay an appointment with, or to have its money sent back to.
struct PayBookingScreen: Screen {
  let id: String
  private var card = ""
  private var problem: String?

  var section: Section? { .appointments }

  init(id: String) { self.id = id }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("card", let typed):
      card = typed
      problem = nil
      return []
    case .textCommitted("card"):
      if !card.isEmpty, case .invalid(let wrong) = CardNumber.check(card) {
        problem = "\(context.say(wrong.reason)): \(context.say(wrong.advice))"
      }
      return []
    case .activated("pay"):
      if case .invalid(let wrong) = CardNumber.check(card) {
        problem = "\(context.say(wrong.reason)): \(context.say(wrong.advice))"
        return [.focus("card")]
      }
      let isRefund = (try? context.session.booking(id))?.awaitsRefund ?? false
      return [.booking(isRefund ? .refund(id, card: card) : .pay(id, card: card))]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .booking(.paid(let booking)): leave(booking, BookingWords.paid)
    case .booking(.refunded(let booking)): leave(booking, BookingWords.refunded)
    default: []
    }
  }

  private func leave(_ booking: Booking, _ message: Phrase) -> [Effect] {
    [
      .abandon, .open(.appointments), .push(AppointmentScreen(id: booking.id)), .notify(message),
    ]
  }

  func view(_ context: ScreenContext) -> Page {
    guard let booking = try? context.session.booking(id) else { return Page(path: [id], body: []) }
    let isRefund = booking.awaitsRefund
    let until = booking.payUntil.map { context.until($0) } ?? ""
    let action = context.say(isRefund ? BookingWords.takeBack : BookingWords.pay)
    let help =
      isRefund
      ? Phrase(
        "Банк демонстрации: деньги не переводятся, настоящую карту не вводите. Обычно до 10 рабочих дней.",
        "The demonstration's bank: no money moves; type no real card. Usually within 10 working days."
      )
      : Phrase(
        "Банк демонстрации: деньги не списываются, настоящую карту не вводите.",
        "The demonstration's bank: no money moves; type no real card.")
    return Page(
      path: [context.say(Section.appointments.title), action], status: until,
      body: [
        .heading(
          booking.shortTitle(context), note: context.say(Money(kopecks: booking.price).inWords)),
        .text(
          isRefund
            ? StyledText(
              context.say(
                Phrase(
                  "Укажите карту, на которую вернуть деньги.", "Tell to which card the money goes.")
              ))
            : StyledText(
              context.say(
                Phrase(
                  "Оплатите \(until), иначе запись отменится.",
                  "Pay \(until), or the appointment is cancelled.")), .warning)), .gap,
        .field(
          Field(
            id: "card", label: context.say(Phrase("Номер карты", "Card number")), text: card,
            help: context.say(help), placeholder: "2200 0000 0000 0004", problem: problem,
            isRequired: true)), .gap, .buttons([Button(id: "pay", action)]),
      ], initialFocus: "card")
  }
}
