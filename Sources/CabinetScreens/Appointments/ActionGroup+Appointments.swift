import Cabinet
import Terminal
import TerminalUI

extension ActionGroup {
  /// The list of appointments.
  static let appointments = ActionGroup(
    place: Section.appointments.title,
    entries: [
      ActionEntry(
        "agenda", Phrase("календарь", "calendar"), AgendaWords.sentence, keys: [.character("m")],
        hintOrder: 3)
    ])

  /// One appointment.
  static let appointment = ActionGroup(
    place: Phrase("Запись", "An appointment"),
    entries: [
      ActionEntry(
        "booking.move", Phrase("перенести", "move"),
        Phrase("Перенести на другое время.", "Move it to another time."), keys: [.character("m")],
        hintOrder: 3),
      ActionEntry(
        "booking.cancel", Phrase("отменить", "cancel"),
        Phrase("Отменить запись.", "Cancel the appointment."), keys: [.character("x")],
        hintOrder: 4),
    ])

  /// Choosing a time.
  static let slots = ActionGroup(
    place: Phrase("Выбор времени", "Choosing a time"),
    entries: [
      ActionEntry(
        "slots.doctors", Phrase("специалисты", "specialists"),
        Phrase(
          "Выбрать специалиста и смотреть его время.", "Choose a specialist and see their times."),
        keys: [.character("v")], hintOrder: 3),
      ActionEntry(
        "slots.later", Phrase("позже", "later"),
        Phrase("Показать следующие дни.", "Show the days that follow."),
        keys: [.character("n"), .character("]")], hintOrder: 4),
      ActionEntry(
        "slots.earlier", Phrase("раньше", "earlier"),
        Phrase("Показать дни раньше.", "Show the days before."),
        keys: [.character("p"), .character("[")]),
      ActionEntry(
        "slots.wait", Phrase("лист ожидания", "waiting list"),
        Phrase("\(BookingWords.wait.ru).", "\(BookingWords.wait.en)."), keys: [.character("l")],
        hintOrder: 2),
    ])
}
