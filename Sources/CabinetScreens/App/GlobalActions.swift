import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// What can be done everywhere, by a key.
enum GlobalActions {
  /// The actions, in the order in which the help lists them.
  static func list(_ context: ScreenContext, isRoot: Bool) -> [Action] {
    func action(
      _ id: ActionID, _ title: Phrase, _ sentence: Phrase, _ keys: [Key], _ order: Int? = nil
    ) -> Action {
      Action(
        id, title: context.say(title), sentence: context.say(sentence), keys: keys,
        hintOrder: order)
    }
    var actions = [
      action(
        "activate", Phrase("выбрать", "choose"),
        Phrase(
          "Открыть или выбрать то, на чём стоит курсор.", "Open or choose what the cursor is on."),
        [.enter], 0),
      action(
        "help", Phrase("справка", "help"),
        Phrase("Показать все клавиши и команды.", "Show all keys and commands."),
        [.character("?"), .function(1)], 1),
      action(
        "search", Phrase("поиск", "find"), Phrase("Найти услугу.", "Find a service."),
        [.function(3), .control("f"), .character("/")], 3),
      action(
        "palette", Phrase("команды", "commands"),
        Phrase(
          "Найти любое действие, услугу или заявление по имени.",
          "Find any action, service or application by name."), [.control("p")], 7),
    ]
    if !isRoot {
      actions.append(
        action(
          "back", Phrase("назад", "back"),
          Phrase("Вернуться; ничего не теряется.", "Go back; nothing is lost."), [.escape], 2))
    }
    actions += Section.allCases.map { section in
      action(
        section.actionID, section.title,
        Phrase("Раздел «\(section.title.ru)».", "The section \(section.title.en)."),
        [.character(Character(String(section.rawValue)))])
    }
    actions.append(
      action(
        "sections", Phrase("разделы", "sections"),
        Phrase("Показать разделы кабинета.", "Show the sections of the cabinet."),
        [.character("g")], 8))
    if context.session.isDemonstration {
      actions.append(
        action(
          "clock", Phrase("время", "time"),
          Phrase("Перевести время демонстрации вперёд.", "Move the demonstration's time on."),
          [.function(9), .character("t")], 9))
    }
    return actions + [
      action(
        "language", Phrase("English", "Русский"),
        Phrase("Переключить язык интерфейса.", "Switch the language of the interface."),
        [.function(4)]),
      action(
        "quit", Phrase("выход", "quit"),
        Phrase("Выйти: всё уже сохранено.", "Quit: everything is saved already."),
        [.character("q"), .control("q"), .control("c")], 6),
    ]
  }
}
