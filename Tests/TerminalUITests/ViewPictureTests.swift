import Testing

@testable import TerminalUI

/// Every view as cells, wide and narrow.
@Suite struct ViewPictureTests {
  private func picture(_ views: [View], _ columns: Int, focus: ViewID? = nil) -> [String] {
    var stage = Stage(views, columns: columns, rows: 24, focus: focus)
    return stage.body()
  }

  @Test func headingHasItsNoteAtTheRight() {
    let views: [View] = [.heading("Требует вас", note: "2")]
    #expect(picture(views, 40) == [" Требует вас                          2"])
  }

  @Test func longHeadingHasItsNoteBelow() {
    let views: [View] = [.heading("Требует вашего самого скорого участия", note: "2 дела")]
    #expect(picture(views, 40) == [" Требует вашего самого скорого участия", " 2 дела"])
  }

  @Test func gapsFallTogetherAndNoneStandsAtAnEnd() {
    let views: [View] = [.gap, .text("Раз"), .gap, .gap, .text(""), .text("Два"), .gap]
    #expect(picture(views, 80) == [" Раз", "", " Два"])
  }

  @Test func alertBeginsWithASignAndLeadsToFields() {
    let views: [View] = [
      .alert(Alert(.problem, "Исправьте одно поле:", lines: [("a", "Имя — пусто"), (nil, "Всё")])),
      .field(Field(id: "a", label: "Имя", text: "")),
    ]
    #expect(
      picture(views, 80) == [
        " ! Исправьте одно поле:", "  >Имя — пусто", "   Всё", " Имя   пусто",
      ])
  }

  @Test func factsStandBesideTheirLabels() {
    let views: [View] = [
      .facts([
        Fact("Кто может", "граждане РФ от 18 лет"),
        Fact("Вы", [.text("подходите"), .text("данные подтверждены")]),
      ])
    ]
    #expect(
      picture(views, 80) == [
        " Кто может  граждане РФ от 18 лет", " Вы         подходите",
        "            данные подтверждены",
      ])
    #expect(
      picture(views, 40) == [
        " Кто может  граждане РФ от 18 лет", " Вы", "   подходите", "   данные подтверждены",
      ])
  }

  @Test func whereThereIsLittleRoomOnlyWhatIsShortStandsBeside() {
    let views: [View] = [
      .facts([
        Fact("Талон", "068-07"), Fact("К кому", "Комаров-Синтетический Б. Т., хирург"),
        Fact("Взять с собой", "паспорт"), Fact("Где", "каб. 505"),
      ])
    ]
    #expect(
      picture(views, 40) == [
        " Талон   068-07", " К кому", "   Комаров-Синтетический Б. Т., хирург", " Взять с собой",
        "   паспорт", " Где     каб. 505",
      ])
  }

  @Test func longLabelsWrapInTheirColumn() {
    let views: [View] = [
      .facts([Fact("Основания для отказа в приёме", "нет"), Fact("Срок", "5 дней")])
    ]
    #expect(
      picture(views, 80) == [
        " Основания для отказа        нет", " в приёме",
        " Срок                        5 дней",
      ])
    #expect(
      picture(views, 60) == [
        " Основания         нет", " для отказа", " в приёме", " Срок              5 дней",
      ])
  }

  private static var rows: [View] {
    [
      .rows([
        Row(
          id: "a", marker: "!", leading: "14 янв", title: "Уточнить данные",
          details: [.text("до 18 янв"), .text("2 р.д.")]),
        Row(
          id: "b", title: "Штраф", details: [.text("через месяц"), .text("250,00\u{A0}₽")]),
        Row(title: "Билет", details: [.progress(done: 3, total: 5, "")]),
      ])
    ]
  }

  @Test func rowsAreAligned() {
    #expect(
      picture(Self.rows, 80, focus: "b") == [
        " ! 14 янв  Уточнить данные                           до 18 янв    2 р.д.",
        ">          Штраф                                     через месяц  250,00\u{A0}₽",
        "           Билет                                     ▓▓▓▓▓▓░░░░",
      ])
  }

  @Test func rowsStackWhereTheyDoNotFit() {
    #expect(
      picture(Self.rows, 40, focus: "b") == [
        " ! 14 янв  Уточнить данные", "             до 18 янв · 2 р.д.", ">          Штраф",
        "             через месяц · 250,00\u{A0}₽", "           Билет", "             ▓▓▓▓▓▓░░░░",
      ])
  }

  @Test func numbersAreAlignedToTheRight() {
    let views: [View] = [
      .rows([
        Row(title: "Свет", details: [.text("1 250,00\u{A0}₽")]),
        Row(title: "Вода", details: [.text("90,00\u{A0}₽")]),
      ])
    ]
    #expect(
      picture(views, 80) == [
        " Свет                                      1 250,00\u{A0}₽",
        " Вода                                         90,00\u{A0}₽",
      ])
  }

  private static func form(_ text: String) -> [View] {
    [
      .field(Field(id: "name", label: "Имя", text: "Анна", note: "из профиля")),
      .field(
        Field(
          id: "snils", label: "СНИЛС", text: text, help: "Одиннадцать цифр",
          placeholder: "112-233-445 95",
          problem: text.isEmpty ? nil : "последние цифры не сходятся",
          isRequired: true)),
    ]
  }

  @Test func fieldsStandBesideTheirLabels() {
    #expect(
      picture(Self.form("112"), 80, focus: "snils") == [
        " Имя     Анна                          из профиля", " СНИЛС > 112",
        "         ! последние цифры не сходятся", "         Одиннадцать цифр",
      ])
  }

  @Test func anExampleIsShownWholeOrNotAtAll() {
    func line(_ columns: Int) -> String? {
      let field = Field(id: "f", label: "", text: "", placeholder: "охотничий билет, парковка")
      return picture([.field(field)], columns, focus: "f").first
    }
    #expect(line(60) == " >   например: охотничий билет, парковка")
    #expect(line(40) == " >   например: охотничий билет")
    for columns in 32...60 {
      let shown = (line(columns) ?? "").dropFirst(2).drop { $0 == " " }
      #expect(
        [
          "например: охотничий билет, парковка", "например: охотничий билет", "например: парковка",
        ].contains(String(shown)), "\(columns): \(shown)")
    }
  }

  @Test func emptyFieldSaysSo() {
    #expect(
      picture(Self.form(""), 80, focus: "name") == [
        " Имя   > Анна                          из профиля",
        " СНИЛС   например: 112-233-445 95      обязательно",
      ])
  }

  @Test func fieldsStandBelowTheirLabelsWhereNarrow() {
    #expect(
      picture(Self.form("112"), 40, focus: "snils") == [
        " Имя", "   Анна                      из профиля", " СНИЛС", " > 112",
        "   ! последние цифры не сходятся", "   Одиннадцать цифр",
      ])
  }

  @Test func secretsAreNeverShown() {
    let views: [View] = [.field(Field(id: "p", label: "Пароль", text: "тайна", isSecret: true))]
    #expect(picture(views, 80) == [" Пароль > *****"])
  }

  @Test func longTextScrollsInAFocusedFieldAndWrapsInAnother() {
    let text = String(repeating: "слово ", count: 20) + "конец"
    let views: [View] = [
      .field(Field(id: "a", label: "А", text: text)), .field(Field(id: "b", label: "Б", text: "")),
    ]
    let focused = picture(views, 80, focus: "a")
    #expect(focused.count == 2)
    #expect(focused[0].hasSuffix("конец"))
    #expect(picture(views, 80, focus: "b").joined(separator: " ").split(separator: " ").count == 24)
  }

  @Test func multilineTextWraps() {
    let text = "Фото другое, и вот почему:\nоно старое"
    let views: [View] = [
      .field(Field(id: "a", label: "Почему", text: text, isMultiline: true))
    ]
    #expect(
      picture(views, 80) == [
        " Почему   Фото другое, и вот почему:", "        > оно старое",
      ])
    #expect(
      picture(views, 32) == [" Почему", "   Фото другое, и вот почему:", " > оно старое"])
  }

  private static func choice(note: String = "", many: Bool = false) -> [View] {
    [
      .choice(
        Choice(
          id: "c", label: "Получить",
          options: [
            .init(value: "mfc", title: "в МФЦ", note: note),
            .init(value: "post", title: "по почте"),
          ], selected: ["mfc"], allowsMany: many, help: "Можно сменить"))
    ]
  }

  @Test func optionsStandSideBySide() {
    #expect(
      picture(Self.choice(), 80) == [
        " Получить  >(•) в МФЦ   ( ) по почте", "            Можно сменить",
      ])
    #expect(
      picture(Self.choice(many: true), 80)[0] == " Получить  >[x] в МФЦ   [ ] по почте")
  }

  @Test func optionsWithNotesStandBelowEachOther() {
    #expect(
      picture(Self.choice(note: "за 2 дня"), 80) == [
        " Получить  >(•) в МФЦ   за 2 дня", "            ( ) по почте", "            Можно сменить",
      ])
    #expect(
      picture(Self.choice(note: "за 2 дня"), 40) == [
        " Получить", "  >(•) в МФЦ   за 2 дня", "   ( ) по почте", "   Можно сменить",
      ])
  }

  @Test func toggleWraps() {
    let views: [View] = [
      .toggle(
        Toggle(
          id: "t", label: "Согласна на обработку персональных данных", isOn: true,
          problem: "нужно согласие"))
    ]
    #expect(
      picture(views, 80) == [
        ">[x] Согласна на обработку персональных данных", "     ! нужно согласие",
      ])
    #expect(
      picture(views, 40) == [
        ">[x] Согласна на обработку персональных", "     данных", "     ! нужно согласие",
      ])
  }

  @Test func buttonsFlow() {
    let views: [View] = [
      .buttons([
        Button(id: "a", "Подать"), Button(id: "b", "Основания (4)"),
        Button(id: "c", "Порядок", isEnabled: false), Button(id: "d", "Акты (3)"),
      ])
    ]
    #expect(
      picture(views, 80, focus: "b") == [
        " Подать  >Основания (4)<  Порядок (недоступно)   Акты (3)"
      ])
    #expect(
      picture(views, 40, focus: "a") == [
        ">Подать<  Основания (4)", " Порядок (недоступно)   Акты (3)",
      ])
  }

  @Test(arguments: [
    (0, 5, "░░░░░░░░░░"), (1, 5, "▓▓░░░░░░░░"), (4, 5, "▓▓▓▓▓▓▓▓░░"), (5, 5, "▓▓▓▓▓▓▓▓▓▓"),
    (99, 100, "▓▓▓▓▓▓▓▓▓░"), (9, 5, "▓▓▓▓▓▓▓▓▓▓"), (-1, 5, "░░░░░░░░░░"), (3, 0, ""),
  ])
  func progressBar(done: Int, total: Int, bar: String) {
    #expect(ProgressBar.text(done: done, total: total) == bar)
  }

  @Test func progressSaysItInWords() {
    let views: [View] = [
      .progress(Progress(label: "Готово", done: 1, total: 2, text: "")),
      .progress(Progress(label: "Поиск", done: 0, total: 0, text: "идёт")),
    ]
    #expect(picture(views, 80) == [" Готово  ▓▓▓▓▓░░░░░ 1 из 2", " Поиск   идёт"])
    #expect(
      picture(views, 40) == [" Готово", "   ▓▓▓▓▓░░░░░ 1 из 2", " Поиск", "   идёт"])
  }

  private static var table: [View] {
    [
      .table(
        Table(
          label: "Время", columns: ["", "пт 15", "сб 16"],
          rows: [
            [.init("утро"), .init(id: "a", "09:00"), .init(id: "b", "10:20")],
            [.init("вечер"), .init("–"), .init(id: "c", "18:00")],
          ]))
    ]
  }

  @Test func tableIsAligned() {
    let lines = ["        пт 15  сб 16", " утро   09:00 >10:20<", " вечер  –      18:00"]
    #expect(picture(Self.table, 80, focus: "b") == lines)
    #expect(picture(Self.table, 40, focus: "b") == lines)
  }

  @Test func wideTableIsReadRowByRow() {
    let row = ["Школа", "Математика", "Литература", "География"]
    let views: [View] = [
      .table(
        Table(
          label: "Т", columns: ["", "Понедельник", "Вторник", "Среда"],
          rows: [row.map { .init("\($0)") }]))
    ]
    #expect(
      picture(views, 40) == [
        " Школа", "   Понедельник: Математика", "   Вторник: Литература", "   Среда: География",
      ])
  }

  @Test func tableCellsWrapBeforeTheyStack() {
    let views: [View] = [
      .table(
        Table(
          label: "Т", columns: ["Что", "Где"],
          rows: [[.init("справка о составе семьи"), .init("в любом центре услуг")]]))
    ]
    #expect(
      picture(views, 36) == [
        " Что               Где", " справка           в любом центре", " о составе семьи   услуг",
      ])
  }

  @Test func groupIsIndented() {
    let views: [View] = [
      .group("Дети", [.text("Мария"), .buttons([Button(id: "a", "Добавить")])])
    ]
    #expect(picture(views, 80) == [" Дети", "   Мария", "  >Добавить<"])
  }
}
