import Cabinet

/// Words of applications on their way.
enum FollowWords {
  static func code(_ code: String) -> Phrase { Phrase("код \(code)", "code \(code)") }
  static let number = Phrase("Номер", "Number")
  static let submitted = Phrase("Подано", "Submitted")
  static let next = Phrase("Дальше", "Next")
  static let accepted = Phrase("Заявление отправлено", "The application was sent")
  static let watch = Phrase(
    "Статус виден на главной и в заявлениях. Если понадобитесь вы, это будет первой строкой.",
    "Its status shows on the home screen. If you are needed, that comes first.")
  static let toApplication = Phrase("К заявлению", "Open the application")
  static let keepCopy = Phrase("Сохранить копию", "Keep a copy")
  static let toHome = Phrase("На главную", "Home")
  static let needsYou = Phrase("ТРЕБУЕТ ВАС", "NEEDS YOU")
  static let office = Phrase("Ведомство", "The agency")
  static let stopped = Phrase("срок остановлен", "the term stands still since")
  static let decisionExpected = Phrase("решение ждём к", "decision expected by")
  static let decisionBy = Phrase("решение до", "decision by")
  static let history = Phrase("История", "History")
  static let documents = Phrase("Документы", "Documents")
  static let answers = Phrase("Ваши ответы", "Your answers")
  static let comes = Phrase("дальше", "next")
  static let reply = Phrase("Ответить", "Reply")
  static let withdraw = Phrase("Отозвать", "Withdraw")
  static let appeal = Phrase("Обжаловать", "Appeal")
  static let again = Phrase("Подать снова", "Apply again")
  static let why = Phrase("Почему так", "Why")
  static let card = Phrase("Услуга", "The service")
  static let unsent = Phrase(
    "Ваш ответ ещё не отправлен: он сохранён и ждёт отправки.",
    "Your reply is not sent yet: it is saved and waits to be sent.")
  static let complaint = Phrase("Жалоба", "Complaint")
  static let complaintOpen = Phrase("рассматривается, решение до", "under review, decision by")
  static let satisfied = Phrase("удовлетворена", "satisfied")
  static let rejected = Phrase("отклонена", "rejected")
  static let drafts = Phrase("Черновики", "Drafts")
  static let trash = Phrase("Корзина", "Trash")
  static let restore = Phrase("вернуть", "take back")
  static let none = Phrase(
    "Заявлений пока нет. Найдите услугу (F3) и начните: заявление появится здесь.",
    "No applications yet. Find a service (F3) and begin: the application will show here.")
  static let noDrafts = Phrase(
    "Черновиков нет. Начатое заявление само станет черновиком; услугу найдёт F3.",
    "There are no drafts. An application becomes one as soon as it is begun; F3 finds a service.")
  static let nothingLike = Phrase(
    "Ничего похожего. Сотрите запрос (Ctrl+U), чтобы увидеть всё.",
    "Nothing like it. Clear the query (Ctrl+U) to see everything.")
  static let filter = Phrase("Найти", "Find")
  static let noLongerAsked = Phrase(
    "Ведомство больше не ждёт этого ответа: он отправлен из другого сеанса или срок вышел. "
      + "Набранное здесь не отправлено.",
    "The agency no longer waits for this reply: another session sent one, or the term ran out. "
      + "What was typed here was not sent.")
  static let replyTitle = Phrase("Ответ ведомству", "Reply to the agency")
  static let theyAsk = Phrase("Ведомство просит", "The agency asks")
  static let before = Phrase("было", "was")
  static let replySent = Phrase("Ответ отправлен ведомству.", "The reply was sent.")
  static let withdrawQuestion = Phrase(
    "Отозвать заявление? Ведомство перестанет его рассматривать, вернуть отзыв нельзя. "
      + "Подать заявление снова можно в любой день.",
    "Withdraw the application? The agency stops, and this cannot be undone. You can apply again.")
  static let withdrawn = Phrase("Просьба об отзыве отправлена.", "The withdrawal was requested.")
  static let complaintTitle = Phrase("Жалоба", "Complaint")
  static let complaintText = Phrase("С чем вы не согласны", "What you disagree with")
  static let complaintSend = Phrase("Подать жалобу", "File the complaint")
  static let complaintFiled = Phrase("Жалоба подана.", "The complaint was filed.")
  static let saveTo = Phrase("Сохранить в файл", "Save to a file")
  static let save = Phrase("Сохранить", "Save")
  static let recordSaved = Phrase("Копия сохранена в", "The copy was saved to")
  static let draftTrashed = Phrase(
    "Черновик в корзине. z — вернуть.", "The draft is in the trash. z takes it back.")
  static let draftRestored = Phrase("Черновик возвращён.", "The draft was taken back.")
}
