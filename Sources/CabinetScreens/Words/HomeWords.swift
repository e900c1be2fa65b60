import Cabinet

/// Words of the home screen.
enum HomeWords {
  static let needs = Phrase("Требует вас", "Needs you")
  static let moving = Phrase("Идёт", "In progress")
  static let news = Phrase("Новое", "New")
  static let find = Phrase("Найти услугу", "Find a service")
  static let clarify = Phrase("Уточнить данные", "Give information")
  static let finish = Phrase("Закончить заявление", "Finish the application")
  static let kept = Phrase("хранится до", "kept until")
  static let empty = Phrase(
    "Пока ничего не требует вас. Найдите услугу, и здесь будет видно, что с заявлением.",
    "Nothing needs you yet. Find a service, and its progress will show here.")
  static let noProfile = Phrase(
    "Расскажите о себе один раз — заявления будут заполняться сами.",
    "Tell about yourself once, and forms will fill themselves in.")
  static let fillProfile = Phrase("Заполнить мои данные", "Fill in my details")

  static func progress(_ done: Int, _ total: Int, _ application: Application) -> Phrase {
    application.submission.term.unit == .workingDays
      ? Phrase("\(done) из \(total) р.д.", "\(done) of \(total) w.d.")
      : Phrase("\(done) из \(total) дн.", "\(done) of \(total) days")
  }
}
