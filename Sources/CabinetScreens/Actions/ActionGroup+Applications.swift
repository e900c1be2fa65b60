import Cabinet
import Terminal
import TerminalUI

extension ActionGroup {
  /// Filling in the form of a service.
  static let form = ActionGroup(
    place: Phrase("Форма заявления", "The form of an application"),
    entries: [
      ActionEntry(
        "form.postpone", Phrase("отложить", "save for later"),
        Phrase("Сохранить черновик и выйти из формы.", "Save the draft and leave the form."),
        keys: [.control("s")], hintOrder: 2)
    ])

  /// The list of applications.
  static let applications = ActionGroup(
    place: Section.applications.title,
    entries: [
      ActionEntry(
        "drafts.trash", Phrase("черновики", "drafts"),
        Phrase(
          "Черновики и корзина: убрать лишний, вернуть нужный.",
          "Drafts and the trash: put away one, take back another."),
        keys: [.character("d")], hintOrder: 4)
    ])

  /// One application.
  static let application = ActionGroup(
    place: Phrase("Заявление", "An application"),
    entries: [
      ActionEntry(
        "application.withdraw", Phrase("отозвать", "withdraw"),
        Phrase("Попросить ведомство отозвать заявление.", "Ask the agency to withdraw it."),
        keys: [.character("w")], hintOrder: 4),
      ActionEntry(
        "application.appeal", Phrase("обжаловать", "appeal"),
        Phrase("Подать жалобу на решение.", "File a complaint about the decision."),
        keys: [.character("a")], hintOrder: 4),
      ActionEntry(
        "application.why", Phrase("почему так", "why"),
        Phrase(
          "Показать, по каким правилам заявление оказалось в этом статусе.",
          "Show by which rules the application came to where it is."),
        keys: [.character("y")], hintOrder: 5),
      ActionEntry(
        "application.save", Phrase("сохранить", "save"),
        Phrase("Сохранить запись о заявлении в файл.", "Save a record of it to a file."),
        keys: [.character("s")], hintOrder: 6),
      ActionEntry(
        "application.repeat", Phrase("подать снова", "apply again"),
        Phrase(
          "Начать новое заявление с этими ответами.",
          "Begin a new application with these answers."),
        keys: [.character("r")]),
    ])
}
