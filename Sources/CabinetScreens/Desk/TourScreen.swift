import Cabinet
import TerminalUI

/// A tour of three screens for who is here for the first time; any step can be skipped.
struct TourScreen: Screen {
  private var step = 0

  var section: Section? { .home }

  /// Makes the tour; it begins with its first screen.
  init(step: Int = 0) { self.step = step }

  /// The number of screens.
  static let count = 3

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .activated("next") where step + 1 < Self.count: step += 1
    case .activated("previous") where step > 0: step -= 1
    case .activated("next"), .activated("skip"): return [.desk(.tourSeen), .pop]
    default: break
    }
    return []
  }

  /// However it is left, it was seen.
  func interrupted(_ context: ScreenContext) -> [Effect] { [.desk(.tourSeen)] }

  func view(_ context: ScreenContext) -> Page {
    let isLast = step + 1 == Self.count
    var buttons = [Button(id: "next", context.say(isLast ? TourWords.begin : TourWords.next))]
    if step > 0 { buttons.append(Button(id: "previous", context.say(TourWords.previous))) }
    if !isLast { buttons.append(Button(id: "skip", context.say(TourWords.skip))) }
    let page = TourWords.pages[step]
    var view = Page(
      path: [context.say(TourWords.title), context.say(TourWords.step(step + 1, Self.count))],
      status: context.status,
      body: [
        .heading(context.say(page.title)),
        page.text.ru.isEmpty ? .gap : .text(StyledText(context.say(page.text))), .gap,
        .facts(page.facts.map { Fact(context.say($0.0), StyledText(context.say($0.1))) }), .gap,
        .buttons(buttons),
      ], initialFocus: "next", identity: "tour \(step)")
    view.opensAtTop = true
    return view
  }
}

/// Words of the tour.
enum TourWords {
  /// One screen of the tour.
  struct TourPage: Sendable {
    var title: Phrase
    var text: Phrase
    var facts: [(Phrase, Phrase)]
  }

  static let title = Phrase("Знакомство", "A tour")
  static let next = Phrase("Дальше", "Next")
  static let previous = Phrase("Назад", "Back")
  static let skip = Phrase("Пропустить", "Skip the tour")
  static let begin = Phrase("Начать работу", "Begin")

  static func step(_ step: Int, _ count: Int) -> Phrase {
    Phrase("\(step) из \(count)", "\(step) of \(count)")
  }

  static let pages = [
    TourPage(
      title: Phrase("Здесь город отвечает вам", "Here the city answers you"),
      text: Phrase(
        "На главной видно, что требует вас, что идёт и что нового. Услуги находят, читают и подают "
          + "отсюда же; за решением следят по шагам.",
        "The home screen shows what needs you, what is moving and what is new. Services are found, read "
          + "and applied for here, and their decisions followed step by step."),
      facts: [
        (
          Phrase("Это учебная программа", "A training program"),
          Phrase(
            "связи с порталом города нет, ведомства изображены по опубликованным правилам",
            "there is no link to the city's portal, agencies are simulated by the published rules")
        ),
        (
          Phrase("Данные", "Your data"),
          Phrase(
            "остаются на этой машине и сохраняются на каждом шаге",
            "stay on this machine and are saved at every step")
        ),
      ]),
    TourPage(
      title: Phrase("Хватит нескольких клавиш", "A few keys will do"), text: Phrase("", ""),
      facts: [
        (
          Phrase("Стрелки, Tab, Enter", "Arrows, Tab, Enter"),
          Phrase("ходить и открывать", "move and open")
        ),
        (Phrase("Esc", "Esc"), Phrase("назад; ничего не теряется", "back; nothing is lost")),
        (Phrase("F3", "F3"), Phrase("найти услугу", "find a service")),
        (
          Phrase("Ctrl+P", "Ctrl+P"),
          Phrase("команда, услуга, заявление по имени", "a command or a service by name")
        ),
        (
          Phrase("? или F1", "? or F1"),
          Phrase(
            "все клавиши этого места; буквы действуют в любой раскладке",
            "every key of the place; letters act in the Russian layout, too")
        ),
      ]),
    TourPage(
      title: Phrase("Сделайте по себе", "Make it yours"),
      text: Phrase(
        "Всё это можно сменить в любой момент.", "All of this can be changed later."),
      facts: [
        (Phrase("F4", "F4"), Phrase("русский или английский", "Russian or English")),
        (
          Phrase("Ctrl+T", "Ctrl+T"),
          Phrase(
            "оформление: тёмное, светлое, контрастное, без цвета",
            "the theme: dark, light, high contrast, monochrome")
        ),
        (
          Phrase("Shift+M", "Shift+M"),
          Phrase(
            "мышь; выключенная она выделяет текст", "the mouse; off, it selects text")
        ),
        (
          Phrase("Ctrl+Y", "Ctrl+Y"),
          Phrase("скопировать то, на чём стоит курсор", "copy what the cursor is on")
        ),
        (
          Phrase("Знакомство", "This tour"),
          Phrase("снова — из справки или F10", "again: from the help or F10")
        ),
      ]),
  ]
}
