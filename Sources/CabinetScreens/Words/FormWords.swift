import Cabinet

/// Words of forms.
enum FormWords {
  static func correct(_ count: Int) -> Phrase {
    Phrase("Исправьте \(Plural.fields.ru(count)):", "Correct \(Plural.fields.en(count)):")
  }
  static func step(_ number: Int, _ count: Int) -> Phrase {
    Phrase("шаг \(number) из \(count)", "step \(number) of \(count)")
  }
  /// Where one is in a draft that was opened again; no name where its step is filled in.
  static func resumed(at name: Phrase?, isWrong: Bool) -> Phrase {
    guard let name else {
      return Phrase("На этом шаге всё заполнено.", "Everything on this step is filled in.")
    }
    return isWrong
      ? Phrase("Исправьте ответ: «\(name.ru)».", "Correct the answer: \(name.en).")
      : Phrase("Ещё без ответа: «\(name.ru)».", "Not answered yet: \(name.en).")
  }
  static let fromProfile = Phrase("из ваших данных", "from your details")
  static let dateExample = Phrase("ДД.ММ.ГГГГ", "DD.MM.YYYY")
  static let optional = Phrase("можно не заполнять", "optional")
  static let allOptional = Phrase(
    "Заполняйте что хотите: обязательного здесь нет.", "Fill in what you like: nothing is required."
  )
  static let next = Phrase("Дальше", "Next")
  static let previous = Phrase("Назад", "Back")
  static let later = Phrase("Отложить", "Save for later")
  static let draftKept = Phrase("черновик останется до", "the draft is kept until")
  static let check = Phrase("Проверьте ответы", "Check your answers")
  static let change = Phrase("изменить", "change")
  static let send = Phrase("Отправить заявление", "Submit")
  static let sendReply = Phrase("Отправить ответ", "Send the reply")
  static let notAnswered = Phrase("не заполнено", "not answered")
  static let hidden = Phrase(
    "Не будут отправлены — по вашим ответам эти вопросы не нужны:",
    "Will not be sent, as your other answers make them unnecessary:")
  static let formChanged = Phrase(
    "Форма изменилась с тех пор, как вы её заполняли. Проверьте ответы:",
    "The form has changed since you filled it in. Check these answers:")
  static let was = Phrase("было", "was")
  static let now = Phrase("стало", "now")
  static let gone = Phrase("больше не спрашивают", "no longer asked")
  static let noneInProfile = Phrase("в ваших данных пока пусто", "nothing in your details yet")
  static let addInProfile = Phrase("Добавить в «Мои данные»", "Add it in My details")
  static let path = Phrase("Путь к файлу", "Path of the file")
  static let pathExample = Phrase("~/фото.jpg", "~/photo.jpg")
  static let attach = Phrase("Приложить", "Attach")
  static let remove = Phrase("убрать", "remove")
  static let fromDocuments = Phrase("или из ваших документов:", "or from your documents:")
  static let postponed = Phrase(
    "Черновик сохранён. Он ждёт вас на главной и в заявлениях.",
    "The draft is saved. You will find it on the home screen and among the applications.")
  static let willSend = Phrase(
    "Заявление уйдёт в ведомство (в этой программе — учебное).",
    "The application goes to the agency, which this program simulates.")
  static let decision = Phrase("Решение до", "Decision by")
}
