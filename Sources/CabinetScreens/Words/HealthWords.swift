import Cabinet

/// Words of the medical card.
enum HealthWords {
  static let lastOf = Phrase("последний", "the last of")
  static let cards = Phrase("Медицинские карты", "Medical cards")
  static let attention = Phrase("Требует внимания", "Needs attention")
  static let addChildren = Phrase(
    "Карты детей до 15 лет появятся здесь, если добавить детей в «Мои данные».",
    "Cards of children under 15 show here once the children are added to your details.")
  static let synthetic = Phrase(
    "Связи с ЕМИАС нет: карты вымышленные. Совет даёт врач, не программа.",
    "There is no link to the medical system: the cards are made up. Advice comes from doctors.")
  static let open = Phrase("карта открыта", "card open")
  static let openInPart = Phrase("открыты прививки и осмотры", "vaccinations and examinations")
  static let requested = Phrase("доступ рассматривают", "access being decided")
  static let closed = Phrase("доступа нет", "no access")
  static let ofAge = Phrase("с 15 лет открывает сам", "opens it alone from 15 on")
  static let find = Phrase("Найти в карте", "Find in the card")
  static let findExample = Phrase("терапевт, глюкоза, 2020", "therapist, glucose, 2020")
  static let nothingFound = Phrase(
    "Ничего не нашлось. Диагнозы в поиске не участвуют.",
    "Nothing found. Diagnoses are not searched.")
  static let trends = Phrase("Показатели по времени", "Values over time")
  static let access = Phrase("Доступ и история", "Access and history")
  static let accessKey = Phrase("доступ", "access")
  static let accessSentence = Phrase(
    "Дать врачу код и посмотреть, кто открывал карту.",
    "Give a doctor a code, and see who opened the card.")
  static let hidden = Phrase(
    "Диагнозы в списках не показываются: они видны, когда документ открыт.",
    "Diagnoses are never shown in lists, only in an open document.")
  static let noAccess = Phrase(
    "Доступа к этой карте пока нет.", "There is no access to this card yet.")
  static let howToAsk = Phrase(
    "Доступ открывают по заявлению, за 5 рабочих дней или раньше.",
    "Access is opened on application, within 5 working days.")
  static let ask = Phrase("Запросить доступ", "Ask for access")
  static let showRequest = Phrase("Показать заявление", "Show the application")
  static let leaveOpen = Phrase("Больничный не закрыт", "Sick leave is open")
  static let leaveClosed = Phrase("закрыт", "closed")
  static let lastDay = Phrase("последний день", "last day")
  static let vaccinationDue = Phrase("Прививка", "Vaccination")
  static let dueSince = Phrase("пора с", "due since")
  static let dueFrom = Phrase("с", "from")
  static let used = Phrase("использовано", "used")
  static let expired = Phrase("срок истёк", "expired")
  static let dispensed = Phrase("получено", "dispensed")
  static let dose = Phrase("доза", "dose")
  static let toCome = Phrase("Предстоят по календарю", "To come, by the calendar")
  static let given = Phrase("Сделаны", "Given")
  static let noPlan = Phrase(
    "По календарю сейчас ничего не предстоит.", "Nothing is due by the calendar now.")
  static let diagnosis = Phrase("Диагноз", "Diagnosis")
  static let opened = Phrase(
    "Просмотр записан в историю карты.", "The viewing was written to the card's history.")
  static let when = Phrase("Дата", "Date")
  static let place = Phrase("Где", "Place")
  static let doctor = Phrase("Врач", "Doctor")
  static let doseTitle = Phrase("Доза", "Dose")
  static let series = Phrase("Серия", "Series")
  static let medicine = Phrase("Лекарство", "Medicine")
  static let dosage = Phrase("Как принимать", "How to take it")
  static let validUntil = Phrase("Действует до", "Valid until")
  static let leaveNumber = Phrase("Номер ЭЛН", "Number")
  static let period = Phrase("Период", "Period")
  static let state = Phrase("Состояние", "State")
  static let to = Phrase("К кому", "To")
  static let purpose = Phrase("Зачем", "Purpose")
  static let book = Phrase("Записаться", "Book a visit")
  static let canBook = Phrase("можно записаться", "a visit can be booked")
  static let up = Phrase("выше прошлого", "up")
  static let down = Phrase("ниже прошлого", "down")
  static let same = Phrase("без изменений", "unchanged")
  static let once = Phrase("один замер", "measured once")
  static let noRange = Phrase("Лаборатория не указала норму.", "The laboratory gave no range.")
  static let askDoctor = Phrase(
    "Норма лаборатории — не диагноз: что значит результат, скажет врач.",
    "A laboratory range is no diagnosis: ask a doctor what a result means.")
  static let codes = Phrase("Код для врача", "A code for a doctor")
  static let codesHelp = Phrase(
    "Назовите код врачу: он откроет карту один раз, в течение суток. После пяти неверных кодов подряд "
      + "все коды перестают действовать.",
    "Tell a doctor the code: it opens the card once, within a day. After five wrong codes in a row "
      + "all codes end.")
  static let code = Phrase("Код", "Code")
  static let issue = Phrase("Создать код", "Make a code")
  static let revoke = Phrase("Отозвать код", "Take the code back")
  static let codeIssued = Phrase("Код создан.", "The code was made.")
  static let codeRevoked = Phrase("Код отозван.", "The code was taken back.")
  static let history = Phrase("История обращений", "History")
  static let noHistory = Phrase("Карту ещё никто не открывал.", "Nobody has opened the card yet.")
  static let youOpened = Phrase("Вы открыли:", "You opened:")
  static let youIssued = Phrase("Вы создали код для врача", "You made a code for a doctor")
  static let youRevoked = Phrase("Вы отозвали код", "You took a code back")
  static let doctorOpened = Phrase("По коду карту открыл:", "Opened by code:")
  static let wrongCode = Phrase("Неверный код ввёл:", "A wrong code was typed by:")

  static let documents = Plural(
    "документ", "документа", "документов", en: "document", "documents")

  static func daysLeft(_ days: Int) -> Phrase {
    let left = Plural.days(days)
    return Phrase("осталось \(left.ru)", "\(left.en) left")
  }

  static func outside(_ count: Int) -> Phrase {
    Phrase("вне нормы: \(count)", "\(count) outside range")
  }

  static func range(_ range: Phrase) -> Phrase {
    Phrase("Норма \(range.ru).", "Reference range \(range.en).")
  }

  /// A value as one says it: `Глюкоза 6,2 ммоль/л, выше нормы. Норма: от 4,1 до 5,9`.
  static func spoken(_ result: LabResult) -> Phrase {
    func say(_ language: Language, _ from: String, _ to: String, _ range: String) -> String {
      var text =
        "\(result.name[language]) \(result.value.text(language)) \(result.unitInWords[language])"
      let standing = result.standing.title[language]
      if !standing.isEmpty { text += ", \(standing)" }
      let limits = [
        result.low.map { "\(from) \($0.text(language))" },
        result.high.map { "\(to) \($0.text(language))" },
      ].compactMap(\.self)
      return limits.isEmpty ? text : "\(text). \(range): \(limits.joined(separator: " "))"
    }
    let (from, to) = (Phrase("от", "from"), Phrase("до", "up to"))
    let range = Phrase("Норма", "Reference range")
    return Phrase(
      say(.russian, from.ru, to.ru, range.ru), say(.english, from.en, to.en, range.en))
  }
}
