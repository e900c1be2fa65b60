import Cabinet

/// Words of appointments.
enum BookingWords {
  static let services = Phrase("Услуги по записи", "Services by appointment")
  static let upcoming = Phrase("Предстоит", "To come")
  static let needs = Phrase("Требует вас", "Needs you")
  static let past = Phrase("Прошло", "Past")
  static let waiting = Phrase("Лист ожидания", "Waiting list")
  static let book = Phrase("Записаться", "Book")
  static let none = Phrase("Записей пока нет.", "There are no appointments yet.")
  static let toDoctor = Phrase("К врачу", "To a doctor")
  static let doctorHome = Phrase("Вызвать врача на дом", "Call a doctor home")
  static let toVet = Phrase("К ветеринару", "To a vet")
  static let vetHome = Phrase("Вызвать ветеринара на дом", "Call a vet home")
  static let vetOnline = Phrase("Ветеринар по видеосвязи", "A vet on the screen")
  static let consultation = Phrase(
    "Консультация Департамента городского имущества", "Consultation of City Property")
  static let others = Phrase("Другие услуги по записи", "Other services by appointment")
  static let dgi = Phrase("ДГИ", "City Property")
  static let video = Phrase("видеосвязь", "video")
  static let atHome = Phrase("у вас дома", "at your home")
  static let kept = Phrase("Держится за вами", "Kept for you")

  static let offered = Phrase("Освободилось время", "A time became free")
  static let confirmNeeded = Phrase("Подтвердить время", "Confirm the time")
  static let payNeeded = Phrase("Оплатить", "Pay")
  static let checkInNeeded = Phrase("Отметиться о приходе", "Check in")
  static let takeBack = Phrase("Вернуть деньги", "Get the money back")
  static let reminder = Phrase("Скоро консультация", "Consultation soon")

  static let who = Phrase("Кого записать", "Whom to book")
  static let you = Phrase("вас", "you")
  static let forYou = Phrase("вы", "you")
  static let forWhom = Phrase("для", "for")
  static let policy = Phrase("Полис", "Policy")
  static let polyclinic = Phrase("Поликлиника", "Polyclinic")
  static let specialities = Phrase("К кому", "To whom")
  static let byReferral = Phrase("по направлению", "by referral")
  static let referral = Phrase("есть направление", "referral held")
  static let full = Phrase("мест нет, лист ожидания", "full, waiting list")
  static let booked = Phrase("запись на", "booked for")
  static let nearestTime = Phrase("ближайшее", "nearest")
  static let toDetails = Phrase("Открыть «Мои данные»", "Open your details")
  static let attach = Phrase("Прикрепиться к поликлинике", "Attach to a polyclinic")
  static let notAttached = Phrase(
    "Прикрепления к поликлинике нет: записывает та поликлиника, к которой прикреплены.",
    "There is no attachment: the polyclinic to which one is attached does the booking.")

  static let morning = Phrase("утро", "morning")
  static let day = Phrase("день", "day")
  static let evening = Phrase("вечер", "evening")
  static let readingRegister = Phrase("Читаю журнал учреждения", "Reading the register")
  static let readingStopped = Phrase(
    "Чтение остановлено: ничего не записано и не отменено.",
    "The reading was stopped: nothing was booked or cancelled.")
  static let unread = Phrase(
    "Свободное время ещё не прочитано.", "The free times have not been read yet.")
  static let keptTen = Phrase(
    "Время держится за вами 10 минут после выбора.",
    "A time is kept for you for 10 minutes once chosen.")
  static let oldStays = Phrase(
    "Прежнее время остаётся вашим, пока вы не подтвердите новое.",
    "The old time stays yours until you confirm the new one.")
  static let bookedHere = Phrase("вы записаны сюда", "booked here")
  static let nothingFree = Phrase(
    "Свободного времени нет на все две недели. Встаньте в лист ожидания: освободится — предложим.",
    "Nothing is free for two weeks. Join the waiting list: what frees is offered to you.")
  static let moreTimes = Phrase("ещё", "more")
  static let sameTime = Phrase("В это же время", "At the same time")
  static let room = Phrase("каб.", "room")
  static let floor = Phrase("этаж", "floor")
  static let choosing = Phrase("Запись", "Booking")
  static let moving = Phrase("Перенос", "Moving")
  static let allDoctors = Phrase("Все специалисты", "All specialists")
  static let freeTimes = Phrase("Свободное время", "Free times")
  static func moreTimes(_ count: Int) -> Phrase { Phrase("ещё \(count)", "\(count) more") }
  static let specialists = Phrase("Специалисты", "Specialists")

  static let check = Phrase("Проверьте запись", "Check the appointment")
  static let confirm = Phrase("Записаться", "Book it")
  static let otherTime = Phrase("Другое время", "Another time")
  static let decline = Phrase("Отказаться", "Decline")
  static let done = Phrase("Вы записаны.", "Booked.")
  static let patient = Phrase("Кто", "Who")
  static let toWhom = Phrase("К кому", "With")
  static let when = Phrase("Когда", "When")
  static let place = Phrase("Где", "Where")
  static let bring = Phrase("Взять с собой", "Bring")
  static let number = Phrase("Талон", "Slip")
  static let link = Phrase("Ссылка", "Link")
  static let question = Phrase("Вопрос", "Question")
  static let complaint = Phrase("Жалобы", "Complaint")
  static let price = Phrase("Стоимость", "Price")
  static let free = Phrase("бесплатно", "free of charge")
  static let vetPaid = Phrase("оплата в клинике", "paid at the clinic")
  static let servicesOf = Phrase("Услуги", "Services")
  static let lasts = Phrase("Займёт", "It takes")
  static let canChange = Phrase("Перенести или отменить", "Move or cancel")
  static let beforeStart = Phrase("до начала приёма", "until it begins")
  static let history = Phrase("История", "History")

  static let move = Phrase("Перенести", "Move")
  static let cancel = Phrase("Отменить", "Cancel")
  static let checkIn = Phrase("Я пришёл", "I am here")
  static let join = Phrase("Подключиться", "Join")
  static let pay = Phrase("Оплатить", "Pay")
  static let again = Phrase("Записаться снова", "Book again")
  static let noted = Phrase("Понятно", "Understood")
  static let nearestTimes = Phrase("Ближайшее время", "The nearest times")
  static let refunded = Phrase("Реквизиты приняты, деньги вернутся.", "The money goes back.")
  static let cancelQuestion = Phrase(
    "Отменить запись? Время сразу достанется другим.",
    "Cancel the appointment? Others get the time at once.")
  static let cancelPaidQuestion = Phrase(
    "Отменить запись? Деньги вернут на карту, которую вы укажете.",
    "Cancel the appointment? The money goes back to a card that you name.")
  static let cancelled = Phrase("Запись отменена.", "Cancelled.")
  static let moved = Phrase("Запись перенесена.", "Moved.")
  static let checkedIn = Phrase("Вы отметились.", "Checked in.")
  static let paid = Phrase("Оплачено.", "Paid.")
  static let released = Phrase("Время отдано другим.", "The time is given up.")

  static let wait = Phrase("Встать в лист ожидания", "Join the waiting list")
  static let nowWaiting = Phrase("Вы в листе ожидания.", "You are on the waiting list.")
  static let stopWaiting = Phrase("Больше не ждать", "Wait no more")
  static let stopQuestion = Phrase(
    "Выйти из листа ожидания?", "Leave the waiting list?")
  static let waitsSince = Phrase("с", "since")
}
