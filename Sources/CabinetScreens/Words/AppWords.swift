import Cabinet
import TerminalUI

/// Words that every screen uses.
enum AppWords {
  static let demo = Phrase("Демо", "Demo")
  static let readOnly = Phrase("Только чтение", "Read only")

  /// What a cabinet shows that is damaged, and why no more.
  static func shownUpToDamage(_ damage: Phrase) -> Phrase {
    Phrase(
      "Кабинет открыт только для чтения: видно то, что записано до повреждения. \(damage.ru)",
      "The cabinet is open for reading only: it shows what was written before the damage. "
        + damage.en)
  }

  static let title = Phrase("Москва · Личный кабинет", "Moscow · Personal cabinet")
  /// The title where it has to stand beside what is told of the cabinet.
  static let shortTitle = Phrase("Личный кабинет", "Personal cabinet")
  static let simulated = Phrase(
    "Учебная программа: связи с порталом нет, ведомства изображены по опубликованным правилам.",
    "A training program: no link to the portal, agencies are simulated by the published rules.")
  static let back = Phrase("назад", "back")
  static let yes = Phrase("Да", "Yes")
  static let no = Phrase("Нет", "No")
  static let close = Phrase("Закрыть", "Close")
  static let saved = Phrase("сохранено в", "saved at")
  static let notSaved = Phrase("НЕ СОХРАНЕНО", "NOT SAVED")
  static let by = Phrase("до", "by")
  static let sinceBeginning = Phrase("q — выход", "q quits")
  static let leave = Phrase("Выйти", "Leave")
  static let leaveUnsaved = Phrase(
    "Выйти без сохранения? Набранное здесь пропадёт.",
    "Leave without saving? What was typed here will be lost.")
  static let nowhereToPaste = Phrase(
    "Вставить некуда: выберите поле.", "There is nowhere to paste: choose a field.")
  static func refused(_ text: RefusedText) -> Phrase {
    var parts: [Phrase] = []
    if text.unshowable > 0 {
      parts.append(
        Phrase(
          "Пропущено невидимых знаков: \(text.unshowable).",
          "Invisible characters left out: \(text.unshowable)."))
    }
    if text.surplus > 0 {
      parts.append(
        Phrase(
          "Не поместилось знаков: \(text.surplus).",
          "Characters without room left out: \(text.surplus)."))
    }
    return Phrase(
      parts.map(\.ru).joined(separator: " "), parts.map(\.en).joined(separator: " "))
  }
  static let failureTitle = Phrase("Не получилось", "That did not work")
  static let clockAdvanced = Phrase("Время переведено.", "The time was moved on.")
  static let languageSwitched = Phrase("Язык интерфейса: русский", "Interface language: English")
}
