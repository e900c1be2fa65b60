import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// What can be done everywhere, by a key.
enum GlobalActions {
  /// The actions that apply now, in the order in which the help lists them.
  static func list(_ context: ScreenContext, isRoot: Bool) -> [Action] {
    ActionGroup.everywhere.actions(context) { id in
      switch id {
      case "back": !isRoot
      case "clock": context.session.isDemonstration
      default: true
      }
    }
  }
}

extension ActionGroup {
  /// What acts everywhere.
  static let everywhere = ActionGroup(
    place: Phrase("Везде", "Everywhere"), entries: finding + sections + desk)

  private static let finding = [
    ActionEntry(
      "activate", Phrase("выбрать", "choose"),
      Phrase(
        "Открыть или выбрать то, на чём стоит курсор.", "Open or choose what the cursor is on."),
      keys: [.enter], hintOrder: 0),
    ActionEntry(
      "help", Phrase("справка", "help"),
      Phrase("Показать все клавиши и команды.", "Show all keys and commands."),
      keys: [.character("?"), .function(1)], hintOrder: 1),
    ActionEntry(
      "search", Phrase("поиск", "find"), Phrase("Найти услугу.", "Find a service."),
      keys: [.function(3)], hintOrder: 3),
    ActionEntry(
      "find", Phrase("найти здесь", "find here"),
      Phrase(
        "Найти на этой странице, а где искать негде — услугу.",
        "Find on this page, or a service where it has no search."),
      keys: [.control("f"), .character("/")]),
    ActionEntry(
      "palette", Phrase("команды", "commands"),
      Phrase(
        "Найти по имени действие, услугу, заявление, черновик.",
        "Find an action, a service, an application, a draft by name."),
      keys: [.control("p")], hintOrder: 7),
    ActionEntry(
      "back", Phrase("назад", "back"),
      Phrase("Вернуться; ничего не теряется.", "Go back; nothing is lost."), keys: [.escape],
      hintOrder: 2),
    ActionEntry(
      "undo", Phrase("вернуть", "undo"),
      Phrase("Вернуть то, что было сделано последним.", "Take back what was done last."),
      keys: [.character("u"), .character("z")]),
  ]

  private static let sections =
    Section.allCases.map { section in
      ActionEntry(
        section.actionID, section.title,
        Phrase("Раздел «\(section.title.ru)».", "The section \(section.title.en)."),
        keys: [.character(Character(String(section.rawValue)))])
    } + [
      ActionEntry(
        "sections", Phrase("разделы", "sections"),
        Phrase("Показать разделы кабинета.", "Show the sections of the cabinet."),
        keys: [.character("g")], hintOrder: 8)
    ]

  private static let desk = [
    ActionEntry(
      "copy", Phrase("копировать", "copy"),
      Phrase("Скопировать то, на чём стоит курсор.", "Copy what the cursor is on."),
      keys: [.control("y")]),
    ActionEntry(
      "copy.choose", Phrase("что скопировать", "what to copy"),
      Phrase(
        "Выбрать, что скопировать с этой страницы.", "Choose what to copy from this page."),
      keys: [.character("Y")]),
    ActionEntry(
      "theme", Phrase("оформление", "theme"),
      Phrase(
        "Сменить оформление: тёмное, светлое, контрастное, без цвета.",
        "Change the theme: dark, light, high contrast, monochrome."),
      keys: [.control("t")]),
    ActionEntry(
      "mouse", Phrase("мышь", "mouse"),
      Phrase(
        "Включить мышь в кабинете или вернуть её терминалу.",
        "Use the mouse in the cabinet, or give it back to the terminal."),
      keys: [.character("M")]),
    ActionEntry(
      "settings", DeskWords.settings,
      Phrase("Настройки: оформление, мышь, клавиши.", "Settings: theme, mouse, keys."),
      keys: [.function(10), .character(",")]),
    ActionEntry(
      "tour", TourWords.title,
      Phrase("Показать знакомство с кабинетом.", "Show the tour of the cabinet."), keys: []),
    ActionEntry(
      "clock", Phrase("время", "time"),
      Phrase("Перевести время демонстрации вперёд.", "Move the demonstration's time on."),
      keys: [.function(9), .character("t")], hintOrder: 9),
    ActionEntry(
      "language", Phrase("English", "Русский"),
      Phrase("Переключить язык интерфейса.", "Switch the language of the interface."),
      keys: [.function(4)]),
    ActionEntry(
      "quit", Phrase("выход", "quit"),
      Phrase("Выйти: всё уже сохранено.", "Quit: everything is saved already."),
      keys: [.character("q"), .control("q"), .control("c")], hintOrder: 6),
  ]
}
