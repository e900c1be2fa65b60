import Testing

@testable import TerminalUI

@Suite struct ReaderTests {
  @Test func linearReadingSaysEverythingInWords() {
    let lines = LinearReader(words: .russian).lines(Everything.page(withList: false))
    #expect(
      lines == [
        "Услуги / Охрана природы / Охотничий билет",
        "Демо · 14 янв, 10:00",
        "Разделы: 1 Главная (вы здесь), 2 Услуги, 3 Заявления 3",
        "",
        "Ошибка: Исправьте одно поле:",
        "- СНИЛС — контрольное число не сходится",
        "- Остальное принято.",
        "",
        "Требует вас: 2",
        "- Уточнить данные · Парковочное разрешение, до 18 янв, 2 р.д.",
        "- Штраф ГИБДД, 250,00\u{A0}₽, до 20 янв",
        "- Охотничий билет, 3 из 5 р.д., на рассмотрении",
        "",
        "Кто может: граждане РФ от 18 лет, дееспособные, без непогашенной судимости",
        "Что нужно:",
        "  - [есть] паспорт, ваш",
        "  - [нет] фотография 30×40 мм",
        "",
        "Имя: Анна (из профиля)",
        "СНИЛС: 112-233-445 96 (обязательно). Ошибка: контрольное число 96, а должно быть 95: "
          + "проверьте цифры",
        "Почему вы просите пересмотреть решение: Фото",
        "другое",
        "Получить: в МФЦ (выбрано); по почте; в ведомстве",
        "Уведомлять: письмом, anna@example.org; сообщением на телефон, не чаще раза в день "
          + "(отмечено) (обязательно)",
        "Согласна на обработку персональных данных ведомством: не отмечено",
        "",
        "Готово: шаг 2 из 4",
        "Время приёма",
        "  Время приёма:",
        "  - утро; пт 15 –; сб 16 09:00; вт 19 09:40",
        "  - вечер; пт 15 18:40; пн 18 19:00",
        "",
        "[Дальше]",
        "[Назад]",
        "[Отправить заявление в ведомство] (недоступно)",
      ])
  }

  @Test(arguments: [20, 33, 40, 80])
  func linearReadingKeepsToItsWidth(width: Int) {
    let reader = LinearReader(words: .russian)
    let wrapped = reader.lines(Everything.page(), width: width)
    #expect(wrapped.allSatisfy { $0.columns <= width })
    let whole = reader.lines(Everything.page()).joined().filter { !$0.isWhitespace }
    #expect(wrapped.joined().filter { !$0.isWhitespace } == whole)
    #expect(!whole.contains { "─│▓░".contains($0) })
  }

  @Test func linearReadingCountsTheRowsLeftOut() {
    let lines = LinearReader(words: .english, mostRows: 2).lines(Everything.page())
    #expect(lines.suffix(1) == ["and 38 more"])
    #expect(lines.contains("- Услуга номер 1 с длинным названием, Департамент, бесплатно"))
  }

  @Test func secretsAreNotRead() {
    let page = Page(
      path: ["Вход"],
      body: [.field(Field(id: "p", label: "Пароль", text: "тайна", isSecret: true))])
    #expect(!LinearReader(words: .russian).lines(page).joined().contains("тайна"))
    #expect(!SemanticReader(words: .russian).json(page).contains("тайна"))
  }

  @Test func snapshotNamesRolesStatesAndValues() {
    var memory = LayerMemory()
    memory.focus = "snils"
    let text = SemanticReader(words: .russian, mostRows: 2).snapshot(Everything.page(), memory)
    #expect(
      text == """
        page "Услуги › Охрана природы › Охотничий билет": Демо · 14 янв, 10:00
          navigation "Разделы"
            link "Главная" [current]
            link "Услуги"
            link "Заявления": 3
          alert "Исправьте одно поле:" [problem]
            link "СНИЛС — контрольное число не сходится"
            text "Остальное принято."
          heading "Требует вас": 2
          row "Уточнить данные · Парковочное разрешение": ! · до 18 янв · 2 р.д.
          row "Штраф ГИБДД": ₽ · 250,00\u{A0}₽ · до 20 янв
          row "Охотничий билет": 3 из 5 р.д. · на рассмотрении
          text "Кто может": граждане РФ от 18 лет, дееспособные, без непогашенной судимости
          group "Что нужно"
            row "паспорт": [есть] · ваш
            row "фотография 30×40 мм": [нет]
          textfield "Имя": Анна
            text "из профиля"
          textfield "СНИЛС" [focused, invalid, required]: 112-233-445 96
            alert "контрольное число 96, а должно быть 95: проверьте цифры" [problem]
            text "Одиннадцать цифр"
          textfield "Почему вы просите пересмотреть решение": Фото другое
          radiogroup "Получить": в МФЦ
            radio "в МФЦ" [checked]
            radio "по почте"
            radio "в ведомстве"
          group "Уведомлять" [required]: сообщением на телефон
            checkbox "письмом": anna@example.org
            checkbox "сообщением на телефон" [checked]: не чаще раза в день
          checkbox "Согласна на обработку персональных данных ведомством"
          progressbar "Готово": шаг 2 из 4
          group "Время приёма"
            table "Время приёма"
              row
                cell: утро
                cell "пт 15": –
                cell "09:00": сб 16
                cell "09:40": вт 19
              row
                cell: вечер
                cell "18:40": пт 15
                cell "19:00": пн 18
          button "Дальше"
          button "Назад"
          button "Отправить заявление в ведомство" [disabled]
          list "Услуги": 40
            listitem "Услуга номер 0 с длинным названием" [selected]: Департамент · бесплатно
            listitem "Услуга номер 1 с длинным названием": Департамент · бесплатно
        """)
  }

  @Test func exactlyOneViewHasTheFocus() {
    let page = Everything.page()
    let reader = SemanticReader(words: .russian)
    for focus in Focusables(page.body).order {
      var memory = LayerMemory()
      memory.focus = focus
      let text = reader.snapshot(page, memory)
      #expect(text.split(separator: "\n").filter { $0.contains("[focused") }.count == 1)
      #expect(reader.focusLabel(page, memory)?.isEmpty == false)
    }
  }

  @Test(arguments: [
    ("snils", "СНИЛС"), ("row.ask", "Уточнить данные · Парковочное разрешение"),
    ("t.tue", "09:40"), ("next", "Дальше"), ("list", "Услуга номер 0 с длинным названием"),
    ("how", "Получить"),
  ])
  func focusLabel(id: String, label: String) {
    var memory = LayerMemory()
    memory.focus = ViewID(id)
    #expect(SemanticReader(words: .russian).focusLabel(Everything.page(), memory) == label)
  }

  @Test func focusLabelIsNilWhereNothingCanBeFocused() {
    #expect(SemanticReader(words: .russian).focusLabel(Page(path: ["П"], body: [])) == nil)
  }

  @Test func jsonIsEscaped() {
    let page = Page(
      kind: .dialog, path: ["Он сказал \"да\"\n\\"],
      body: [.buttons([Button(id: "a", "Да\u{1}", isEnabled: false)])])
    #expect(
      SemanticReader(words: .russian).json(page) == #"""
        {
          "role": "dialog",
          "label": "Он сказал \"да\"\n\\",
          "states": [],
          "value": "",
          "children": [{
            "role": "button",
            "label": "Да\u0001",
            "states": ["disabled"],
            "value": "",
            "children": []
          }]
        }
        """#)
  }
}
