import Terminal

@testable import TerminalUI

/// A page with every kind of view, for sweeps.
enum Everything {
  static let actions = [
    Action(
      "open", title: "открыть", sentence: "Открыть то, что выделено.", keys: [.enter], hintOrder: 1),
    Action(
      "search", title: "поиск", sentence: "Найти услугу.", keys: [.function(3)], hintOrder: 2),
    Action(
      "help", title: "справка", sentence: "Показать справку.",
      keys: [.character("?"), .function(1)], hintOrder: 3),
    Action("back", title: "назад", sentence: "Вернуться.", keys: [.escape], hintOrder: 4),
    Action(
      "withdraw", title: "отозвать", sentence: "Отозвать.", keys: [.character("w")], hintOrder: 5),
    Action(
      "palette", title: "команды", sentence: "Все команды.", keys: [.control("p")], hintOrder: 6),
  ]

  static let sections = [
    Page.Section(id: "home", title: "Главная", key: "1", isCurrent: true),
    Page.Section(id: "services", title: "Услуги", key: "2", isCurrent: false),
    Page.Section(id: "applications", title: "Заявления", badge: "3", key: "3", isCurrent: false),
  ]

  static func page(withList: Bool = true) -> Page {
    var body: [View] = [
      .gap,
      .alert(
        Alert(
          .problem, "Исправьте одно поле:",
          lines: [("snils", "СНИЛС — контрольное число не сходится"), (nil, "Остальное принято.")])),
      .gap,
      .heading("Требует вас", note: "2"),
      .rows([
        Row(
          id: "row.ask", marker: "!", title: "Уточнить данные · Парковочное разрешение",
          details: [.text("до 18 янв"), .text("2 р.д.")]),
        Row(
          id: "row.pay", marker: "₽", title: "Штраф ГИБДД",
          details: [.text("250,00\u{A0}₽"), .text("до 20 янв")]),
        Row(
          title: "Охотничий билет",
          details: [.progress(done: 3, total: 5, "3 из 5 р.д."), .text("на рассмотрении")]),
      ]),
      .gap,
      .facts([
        Fact("Кто может", "граждане РФ от 18 лет, дееспособные, без непогашенной судимости"),
        Fact(
          "Что нужно",
          [
            .rows([
              Row(id: "doc.passport", leading: "[есть]", title: "паспорт", details: [.text("ваш")]),
              Row(id: "doc.photo", leading: "[нет]", title: "фотография 30×40 мм"),
            ])
          ]),
      ]),
      .gap,
      .field(
        Field(
          id: "name", label: "Имя", text: "Анна", note: "из профиля", help: "Как в паспорте")),
      .field(
        Field(
          id: "snils", label: "СНИЛС", text: "112-233-445 96", help: "Одиннадцать цифр",
          problem: "контрольное число 96, а должно быть 95: проверьте цифры", isRequired: true)),
      .field(
        Field(
          id: "reason", label: "Почему вы просите пересмотреть решение", text: "Фото\nдругое",
          isMultiline: true)),
      .choice(
        Choice(
          id: "how", label: "Получить",
          options: [
            .init(value: "mfc", title: "в МФЦ"), .init(value: "post", title: "по почте"),
            .init(value: "office", title: "в ведомстве"),
          ], selected: ["mfc"])),
      .choice(
        Choice(
          id: "what", label: "Уведомлять",
          options: [
            .init(value: "mail", title: "письмом", note: "anna@example.org"),
            .init(value: "sms", title: "сообщением на телефон", note: "не чаще раза в день"),
          ], selected: ["sms"], allowsMany: true, isRequired: true)),
      .toggle(
        Toggle(
          id: "agree", label: "Согласна на обработку персональных данных ведомством", isOn: false,
          help: "Без согласия заявление не примут")),
      .gap,
      .progress(Progress(label: "Готово", done: 2, total: 4, text: "шаг 2 из 4")),
      .group(
        "Время приёма",
        [
          .table(
            Table(
              label: "Время приёма", columns: ["", "пт 15", "сб 16", "пн 18", "вт 19"],
              rows: [
                [
                  Table.Cell("утро"), Table.Cell("–"), Table.Cell(id: "t.sat", "09:00"),
                  Table.Cell(""), Table.Cell(id: "t.tue", "09:40"),
                ],
                [
                  Table.Cell("вечер"), Table.Cell(id: "t.fri", "18:40"), Table.Cell(""),
                  Table.Cell(id: "t.mon", "19:00"), Table.Cell(""),
                ],
              ]))
        ]),
      .gap,
      .buttons([
        Button(id: "next", "Дальше"), Button(id: "back", "Назад"),
        Button(id: "send", "Отправить заявление в ведомство", isEnabled: false),
      ]),
    ]
    if withList {
      body += [
        .gap,
        .list(
          List(id: "list", label: "Услуги", count: 40, emptyText: "Ничего не нашлось") { index in
            Row(
              id: ViewID("service.\(index)"), title: "Услуга номер \(index) с длинным названием",
              details: [.text("Департамент"), .text("бесплатно")])
          }),
      ]
    }
    return Page(
      path: ["Услуги", "Охрана природы", "Охотничий билет"], status: "Демо · 14 янв, 10:00",
      sections: sections, body: body)
  }
}

extension Everything {
  /// The first place of the focus.
  static var firstStop: ViewID? { Focusables(page().body).order.first }
}
