import Cabinet

/// Words of the search and of the card of a service.
enum ServiceWords {
  static let find = Phrase("Найти", "Find")
  static let example = Phrase(
    "охотничий билет, парковка, садик", "hunting licence, parking, kindergarten")
  static let nothing = Phrase(
    "Ничего не нашлось. Попробуйте другое слово или сотрите запрос, чтобы увидеть все услуги.",
    "Nothing found. Try another word, or clear the query to see all services.")
  static let nearest = Phrase(
    "Ничего не нашлось. Возможно, вы искали одно из этого:",
    "Nothing found. Perhaps you were looking for one of these:")
  static let situation = Phrase("жизненная ситуация", "life situation")
  static let damaged = Phrase(
    "Часть каталога не читается, остальное работает", "Part of the catalogue cannot be read")
  /// What else of the catalogue cannot be read.
  static func moreDamages(_ count: Int) -> Phrase {
    Phrase(
      "и ещё \(count): kabinet catalogue check", "and \(count) more: kabinet catalogue check")
  }
  static let who = Phrase("Кто может", "Who may apply")
  static let you = Phrase("Вы", "You")
  static let whatIsNeeded = Phrase("Что нужно", "What is needed")
  static let result = Phrase("Результат", "Result")
  static let fee = Phrase("Стоимость", "Fee")
  static let term = Phrase("Срок", "Term")
  static let ifToday = Phrase("Если сегодня", "If today")
  static let decisionBy = Phrase("решение до", "decision by")
  static let apply = Phrase("Подать заявление", "Apply")
  static let applyAnew = Phrase("Подать ещё одно", "Apply once more")
  static let goOn = Phrase("Продолжить черновик", "Continue the draft")
  static let refusals = Phrase("Основания для отказа", "Grounds of refusal")
  static let steps = Phrase("Порядок", "Steps")
  static let acts = Phrase("Акты", "Acts")
  static let acceptance = Phrase("Могут не принять документы", "Documents may not be accepted")
  static let refusal = Phrase("Могут отказать в услуге", "The service may be refused")
  static let suspension = Phrase("Могут приостановить", "The term may stop")
  static let appeal = Phrase("Обжалование", "Appeal")
  static let appealTerms = Phrase(
    "Жалобу рассматривают 15 рабочих дней, на отказ в приёме документов — 5 рабочих дней.",
    "A complaint takes 15 working days, 5 where documents were not accepted.")
  static let updated = Phrase("Сведения на", "As of")
  static let basis = Phrase("Откуда сведения", "Source")
  static let has = Phrase("[есть]", "[have]")
  static let lacks = Phrase("[нет]", "[need]")
  static let theirs = Phrase("[сами]", "[they]")
  static let fromProfile = Phrase("из ваших данных", "from your details")
  static let attachFile = Phrase("приложите файл", "attach a file")
  static let typeIn = Phrase("укажите в заявлении", "give it in the form")
  static let agencyAsks = Phrase("запросит ведомство", "the agency asks for it")
  static let optional = Phrase("если есть", "if any")
  static let delivery = Phrase("получение", "delivery")
  static let onlyInformation = Phrase(
    "Это справочная услуга: заявление подавать не нужно.",
    "This is information only: no application is needed.")
}
