import Cabinet
import CabinetServices
import TerminalUI

/// Paying an appointment by card, at the bank of the demonstration.
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
      return [.booking(.pay(id, card: card))]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    guard case .booking(.paid(let booking)) = outcome else { return [] }
    return [
      .abandon, .open(.appointments), .push(AppointmentScreen(id: booking.id)),
      .notify(BookingWords.paid),
    ]
  }

  func view(_ context: ScreenContext) -> Page {
    guard let booking = try? context.session.booking(id) else { return Page(path: [id], body: []) }
    let until = booking.payUntil.map { context.until($0) } ?? ""
    return Page(
      path: [context.say(Section.appointments.title), context.say(BookingWords.pay)],
      status: until,
      body: [
        .heading(booking.shortTitle(context), note: Money(kopecks: booking.price).text),
        .text(
          StyledText(
            context.say(
              Phrase(
                "Оплатите \(until), иначе запись отменится.",
                "Pay \(until), or the appointment is cancelled.")), .warning)), .gap,
        .field(
          Field(
            id: "card", label: context.say(Phrase("Номер карты", "Card number")), text: card,
            help: context.say(
              Phrase(
                "Банк демонстрации: деньги не списываются, настоящую карту не вводите.",
                "The demonstration's bank: no money moves; type no real card.")),
            placeholder: "2200 0000 0000 0004", problem: problem, isRequired: true)), .gap,
        .buttons([Button(id: "pay", context.say(BookingWords.pay))]),
      ], initialFocus: "card")
  }
}
