import Cabinet

/// Words of the agenda.
enum AgendaWords {
  static let agenda = Phrase("Календарь", "Calendar")
  static let sentence = Phrase(
    "Всё, у чего есть дата: записи, сроки, прививки.",
    "Everything with a date: appointments, deadlines, vaccinations.")
  static let shape = Phrase("вид", "view")
  static let shapeSentence = Phrase(
    "Показать календарь месяцем или списком.", "Show the calendar as a month or as a list.")
  static let next = Phrase("вперёд", "next")
  static let nextSentence = Phrase("Следующий месяц.", "The next month.")
  static let previous = Phrase("раньше", "previous")
  static let previousSentence = Phrase("Предыдущий месяц.", "The previous month.")
  static let member = Phrase("чьи", "whose")
  static let memberSentence = Phrase(
    "Показать события всей семьи, свои или одного из близких.",
    "Show the events of the family, one's own, or those of one member.")
  static let save = Phrase("файл", "file")
  static let saveSentence = Phrase(
    "Сохранить в файл .ics для другого календаря.", "Save as an .ics file for another calendar.")
  static let saveTitle = Phrase("Сохранить в календарь", "Save for a calendar")
  static let what = Phrase("Что сохранить", "What to save")
  static let thisMonth = Phrase("В этом месяце", "In this month")
  static let nothing = Phrase("Ничего не назначено.", "Nothing is planned.")
  static let conflicts = Phrase("События мешают друг другу", "Events get in each other's way")
  static let everybody = Phrase("вся семья", "the whole family")
  static let onlyMe = Phrase("только вы", "only you")
  static let soon = Phrase("Скоро", "Soon")

  static let events = Plural("событие", "события", "событий", en: "event", "events")

  /// The days of the week, Monday first.
  static let weekdays = [
    Phrase("Пн", "Mo"), Phrase("Вт", "Tu"), Phrase("Ср", "We"), Phrase("Чт", "Th"),
    Phrase("Пт", "Fr"), Phrase("Сб", "Sa"), Phrase("Вс", "Su"),
  ]

  private static let months = [
    Phrase("Январь", "January"), Phrase("Февраль", "February"), Phrase("Март", "March"),
    Phrase("Апрель", "April"), Phrase("Май", "May"), Phrase("Июнь", "June"),
    Phrase("Июль", "July"), Phrase("Август", "August"), Phrase("Сентябрь", "September"),
    Phrase("Октябрь", "October"), Phrase("Ноябрь", "November"), Phrase("Декабрь", "December"),
  ]

  static func title(of month: MonthGrid, _ language: Language) -> String {
    "\(months[month.month - 1][language]) \(month.year)"
  }
}
