import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// Words of the resident's desk: looks, mouse, clipboard.
enum DeskWords {
  static let settings = Phrase("Настройки", "Settings")
  static let theme = Phrase("Оформление", "Theme")
  static let way = Phrase("Дорога между записями", "Way between appointments")
  static let mouse = Phrase("Мышь нажимает и листает", "The mouse presses and scrolls")
  static let mouseHelp = Phrase(
    "Выключена — терминал выделяет мышью текст, как обычно.",
    "Off, the terminal selects text with the mouse as usual.")
  static let mouseOn = Phrase(
    "Мышь включена. Выделять текст: с Shift или выключив её снова.",
    "The mouse is on. To select text, hold Shift or switch it off again.")
  static let mouseOff = Phrase(
    "Мышь выключена: терминал выделяет ею текст.", "The mouse is off: the terminal selects text.")
  static let kept = Phrase(
    "Хранится в вашей папке настроек и действует во всех кабинетах.",
    "Kept in your settings folder; it acts in every cabinet.")
  static let keys = Phrase(
    "Свои клавиши: файл keys.json там же; действия перечисляет kabinet keys.",
    "Your own keys: keys.json in the same folder; kabinet keys lists the actions.")
  static let tour = Phrase("Показать знакомство", "Show the tour")
  static let copyTitle = Phrase("Что скопировать", "What to copy")
  static let nothingToCopy = Phrase("Здесь нечего копировать.", "There is nothing to copy here.")
  static let cannotCopy = Phrase(
    "Этот терминал не принимает текст в буфер обмена. Выделите нужное на экране.",
    "This terminal takes nothing into its clipboard. Select what you need on the screen.")
  static let tooLong = Phrase(
    "Слишком длинно: копируется не больше 8 КБ. Сохраните копию в файл.",
    "Too long: at most 8 KB are copied. Save a copy to a file.")
  static let noColors = Phrase(
    "Терминал без цвета или цвет запрещён: любое оформление здесь без цвета.",
    "The terminal has no colours, or they are forbidden: every theme is without them here.")

  static func copied(_ text: String) -> Phrase {
    let line = text.split(separator: "\n").joined(separator: " ")
    let shown = line.count > 40 ? line.prefix(39) + "…" : line[...]
    return Phrase("Отправлено в буфер обмена: \(shown)", "Sent to the clipboard: \(shown)")
  }

  static func name(of theme: ThemeName) -> Phrase {
    switch theme {
    case .dark: Phrase("тёмное", "dark")
    case .light: Phrase("светлое", "light")
    case .contrast: Phrase("контрастное", "high contrast")
    case .monochrome: Phrase("без цвета", "monochrome")
    }
  }

  static func themeIs(_ theme: ThemeName) -> Phrase {
    let name = name(of: theme)
    return Phrase("Оформление: \(name.ru)", "Theme: \(name.en)")
  }
}
