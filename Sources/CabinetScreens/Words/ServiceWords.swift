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
  static let nothingNeeded = Phrase("ничего не нужно", "nothing")
  static let noSuspension = Phrase(
    "Оснований приостановить услугу нет.", "There are no grounds to suspend the service.")
  static let complainTo = Phrase("Жалобу можно подать", "A complaint can be sent to")
  static let russianOnly = Phrase(
    "Эта часть опубликована по-русски.",
    "The city publishes these details in Russian only; they are shown as they are.")
  static let further = Phrase("Дальше", "Next")
  static let contents = Phrase("Содержание", "Contents")
  static let toCard = Phrase("К карточке", "Back to the card")
  static let lastPart = Phrase("Это последняя часть.", "This is the last part.")
  static let youAreHere = Phrase("вы здесь", "you are here")
  /// How long something may last.
  static func atMost(_ limit: String) -> Phrase {
    Phrase("не дольше: \(limit)", "at most: \(limit)")
  }
}
