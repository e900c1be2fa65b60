import Terminal
import Testing

@testable import TerminalUI

@Suite struct ConversationTests {
  /// A conversation about a page that changes only where a test changes it.
  private struct Talk {
    var page: Page
    var conversation = Conversation(width: 200)
    var depth = 1
    var focus: ViewID?
    var message: String?
    var actions = Everything.actions
    var orders: [ConversationReply.Order] = []

    init(_ body: [View], initialFocus: ViewID? = nil) {
      page = Page(path: ["Где"], body: body, initialFocus: initialFocus)
    }

    var scene: Scene {
      Scene(
        page: page, depth: depth, focus: focus, message: message, actions: actions,
        words: .russian, phrases: .russian)
    }

    /// What is said at the beginning, without the welcome.
    mutating func begin() -> [String] {
      conversation.tell(scene).filter { $0 != ConversationWords.russian.welcome }
    }

    /// What a line makes the conversation say; its orders are kept.
    mutating func type(_ line: String) -> [String] {
      let reply = conversation.take(line, scene)
      orders = reply.orders
      return reply.lines + (reply.isUnfinished ? [] : conversation.tell(scene))
    }
  }

  private static var menu: [View] {
    [
      .heading("Документы", note: "2"), .text("Всё подтверждено · сегодня"),
      .rows([
        Row(
          id: "pass", marker: "!", leading: "[есть]", title: "паспорт", details: [.text("2 р.д.")])
      ]), .gap, .heading("Ещё"),
      .buttons([
        Button(id: "apply", "Подать"), Button(id: "acts", "Акты"),
        Button(id: "no", "Нет", isEnabled: false),
      ]),
    ]
  }

  @Test func tellsWhereOneIsThenTextsThenChoices() {
    var talk = Talk(Self.menu)
    #expect(
      talk.begin() == [
        "Где.", "Документы: 2.", "Всё подтверждено, сегодня", "Ещё.", "Нет, недоступно",
        "1. Документы: есть: паспорт, 2 рабочих дня", "2. Подать", "3. Акты", "Ваш выбор?",
      ])
  }

  @Test func initialsKeepTheirDots() {
    var talk = Talk([.text("Попова А. Б., врач · 2-й этаж")])
    #expect(talk.begin()[1] == "Попова А. Б., врач, 2-й этаж")
  }

  @Test(arguments: [
    ("вт 19 янв, 09:40", "вторник 19 января, 09:40"),
    (
      "зарегистрировано 30.12.2020, решение до 18.01.2021.",
      "зарегистрировано 30 декабря 2020, решение до 18 января 2021."
    ),
    ("2\u{A0}500,00\u{A0}₽ · 45\u{A0}дней", "2500 рублей, 45\u{A0}дней"),
    ("1\u{A0}234,51\u{A0}₽, до 20 янв", "1234 рубля 51 копейка, до 20 января"),
    (
      "ГП № 68, ул. Малая Якиманка, каб. 401.",
      "городская поликлиника номер\u{A0}68, улица Малая Якиманка, кабинет 401."
    ),
    ("Глюкоза 6,2 ммоль/л", "Глюкоза 6,2 миллимоль на литр"), ("+ Ребёнок", "Добавить: Ребёнок"),
    ("п. 2.10.1 и 99.99.2020", "п. 2.10.1 и 99.99.2020"), ("сб и вс", "сб и вс"), ("", ""),
    ("₽", "₽"),
  ])
  func whatIsShortenedIsSaidInFull(text: String, spoken: String) {
    #expect(Speech(words: .russian).spoken(text) == spoken)
  }

  @Test func whatOnlyTheEyeNeedsIsNotTold() {
    var table = Table(label: "Месяц", columns: ["Пн"], rows: [[Table.Cell(id: "day", "14*")]])
    table.isRepeated = true
    var row = Row(id: "r", title: "Глюкоза", details: [.text("6,2"), .text("ммоль/л")])
    row.spoken = "Глюкоза 6,2 ммоль/л, выше нормы"
    var talk = Talk([
      .rows([Row(leading: "14 янв", title: "Вы подали заявление", details: [.code("1010")])]),
      .table(table), .rows([row]),
    ])
    let told = talk.begin().joined(separator: "\n")
    #expect(told.contains("14 января Вы подали заявление\n"))
    #expect(told.contains("1. Глюкоза 6,2 миллимоль на литр, выше нормы"))
    #expect(!told.contains("1010") && !told.contains("Месяц") && !told.contains("14*"))
  }

  @Test(arguments: [
    ("2", "apply"), ("подать", "apply"), ("ПОД", "apply"), ("ак", "acts"), ("паспорт", "pass"),
    ("1", "pass"),
  ])
  func choosesByNumberOrTitle(line: String, id: String) {
    var talk = Talk(Self.menu)
    _ = talk.begin()
    _ = talk.type(line)
    #expect(talk.orders == [.tell(.activated(ViewID(id)))])
  }

  @Test(arguments: [
    ("назад", "back"), ("Back", "back"), ("выход", "quit"), ("отозвать", "withdraw"),
    ("отоз", "withdraw"), ("команды", "palette"),
  ])
  func commandsAndActionsHaveNames(line: String, action: String) {
    var talk = Talk(Self.menu)
    _ = talk.begin()
    #expect(talk.type(line) == ["Ваш выбор?"])
    #expect(talk.orders == [.invoke(ActionID(action))])
  }

  @Test func whatIsNotUnderstoodIsSaidAndNothingIsToldTwice() {
    var talk = Talk(Self.menu)
    let all = talk.begin()
    #expect(
      talk.type("слон") == [
        "Не нашлось: «слон». Напишите номер, начало названия или «справка».", "Ваш выбор?",
      ])
    #expect(talk.orders.isEmpty)
    #expect(talk.type("") == ["Ваш выбор?"])
    #expect(talk.type("повтори") == all)
  }

  @Test func severalThatFitKeepTheirNumbers() {
    var talk = Talk([
      .buttons([
        Button(id: "a", "Подать"), Button(id: "b", "Подать снова"), Button(id: "c", "Акты"),
      ])
    ])
    _ = talk.begin()
    let both = ["Подходит несколько:", "1. Подать", "2. Подать снова", "Ваш выбор?"]
    #expect(talk.type("под") == both)
    #expect(talk.type("дать") == both)
    _ = talk.type("снова")
    #expect(talk.orders == [.tell(.activated("b"))])
    _ = talk.type("подать")
    #expect(talk.orders == [.tell(.activated("a"))])
  }

  @Test func onlyWhatIsNewIsTold() {
    var talk = Talk(Self.menu)
    _ = talk.begin()
    talk.message = "Время переведено."
    talk.page.body.insert(.text("Новость"), at: 2)
    #expect(talk.type("подать") == ["Время переведено.", "Документы: 2.", "Новость", "Ваш выбор?"])
  }

  private static var form: [View] {
    [
      .text("Расскажите о себе."),
      .field(
        Field(id: "name", label: "Имя", text: "Анна", note: "из профиля", help: "Как в паспорте")),
      .gap,
      .field(Field(id: "snils", label: "СНИЛС", text: "", isRequired: true)),
      .choice(
        Choice(
          id: "how", label: "Получить",
          options: [.init(value: "mfc", title: "в МФЦ"), .init(value: "post", title: "по почте")],
          selected: ["mfc"])),
      .choice(
        Choice(
          id: "what", label: "Уведомлять",
          options: [
            .init(value: "mail", title: "письмом"), .init(value: "sms", title: "по телефону"),
          ],
          selected: [], allowsMany: true)),
      .toggle(Toggle(id: "agree", label: "Согласна", isOn: false)),
      .group(
        "Фото",
        [
          .field(Field(id: "file", label: "Путь", text: "", confirmedBy: "attach")),
          .buttons([Button(id: "attach", "Приложить")]),
          .rows([Row(id: "own", title: "снимок из документов")]),
        ]), .gap, .buttons([Button(id: "next", "Дальше"), Button(id: "previous", "Назад")]),
    ]
  }

  @Test func questionsAreAskedOneAfterTheOther() {
    var talk = Talk(Self.form)
    #expect(
      talk.begin() == [
        "Где.", "Расскажите о себе.", "Вопрос 1 из 6. Имя.", "Как в паспорте",
        "Сейчас: Анна, из профиля.", "Пустая строка оставит так.",
      ])
    #expect(talk.type("") == ["Вопрос 2 из 6. СНИЛС, обязательно."])
    #expect(talk.orders.isEmpty)
    #expect(
      talk.type("112") == [
        "Вопрос 3 из 6. Получить.", "Выберите номер или начните название.", "1. в МФЦ, выбрано",
        "2. по почте",
      ])
    #expect(
      talk.orders == [.tell(.textChanged("snils", "112")), .tell(.textCommitted("snils"))])
    _ = talk.type("по поч")
    #expect(talk.orders == [.tell(.chosen("how", ["post"]))])
    #expect(talk.type("1, 7").first == "Нет такого варианта: «7».")
    _ = talk.type("1, по т")
    #expect(talk.orders == [.tell(.chosen("what", ["mail", "sms"]))])
    #expect(
      talk.type("да") == [
        "Вопрос 6 из 6. Фото. Путь.", "Пустая строка пропустит вопрос.", "Или номер:",
        "1. снимок из документов",
      ])
    #expect(talk.orders == [.tell(.toggled("agree", true))])
    #expect(talk.type("~/a.png") == ["1. Дальше", "2. Назад", "Ваш выбор?"])
    #expect(talk.orders.last == .tell(.activated("attach")))
    _ = talk.type("назад")
    #expect(talk.orders == [.tell(.activated("previous"))])
  }

  @Test func theErrorComesBeforeTheQuestionAndTrapsNobody() {
    var talk = Talk(Self.form)
    _ = talk.begin()
    _ = talk.type("")
    talk.page.body[3] = .field(
      Field(id: "snils", label: "СНИЛС", text: "112", problem: "мало цифр", isRequired: true))
    #expect(
      talk.type("112") == [
        "Ошибка: мало цифр", "Пустая строка — дальше, исправите потом.",
        "Вопрос 2 из 6. СНИЛС, обязательно.", "Сейчас: 112.",
      ])
    #expect(talk.type("").first == "Вопрос 3 из 6. Получить.")
    #expect(talk.type("назад").first == "Ошибка: мало цифр")
    #expect(talk.type("назад").first == "Вопрос 1 из 6. Имя.")
    _ = talk.type("меню")
    // The screen leads back to what is wrong.
    talk.focus = "snils"
    #expect(talk.type("дальше").first == "Ошибка: мало цифр")
    #expect(talk.orders == [.tell(.activated("next"))])
  }

  @Test func anAnswerThatLooksLikeACommandIsEscaped() {
    var talk = Talk([.field(Field(id: "a", label: "Слово", text: ""))])
    _ = talk.begin()
    _ = talk.type("=назад")
    #expect(talk.orders.first == .tell(.textChanged("a", "назад")))
  }

  @Test func severalLinesEndWithADot() {
    var talk = Talk([.field(Field(id: "a", label: "Жалоба", text: "", isMultiline: true))])
    _ = talk.begin()
    #expect(talk.type("первая") == [])
    #expect(talk.type("назад") == [])
    _ = talk.type(".")
    #expect(talk.orders.first == .tell(.textChanged("a", "первая\nназад")))
  }

  private static func list(_ count: Int, driven: Bool) -> [View] {
    let list = View.list(
      List(id: "list", label: "Услуги", count: count, emptyText: "Пусто") {
        Row(id: ViewID("s.\($0)"), title: StyledText("Услуга \($0)"))
      })
    let field = View.field(
      Field(id: "query", label: "Найти", text: "", note: "\(count) услуг", drives: "list"))
    return driven ? [field, .gap, list] : [.buttons([Button(id: "b", "Кнопка")]), list]
  }

  @Test func listsComeInPortions() {
    var talk = Talk(Self.list(25, driven: false))
    let first = talk.begin()
    #expect(first.count == 14)
    #expect(first[1] == "1. Кнопка" && first[2] == "2. Услуга 0" && first[11] == "11. Услуга 9")
    #expect(first.suffix(2) == ["Осталось в списке: 15. Дальше — «ещё».", "Ваш выбор?"])
    #expect(talk.type("ещё").first == "1. Кнопка")
    #expect(talk.type("ещё").contains("26. Услуга 24"))
    #expect(talk.type("ещё").first == "Больше ничего нет.")
    _ = talk.type("26")
    #expect(talk.orders == [.tell(.activated("s.24"))])
  }

  @Test func wordsFindRows() {
    var talk = Talk(Self.list(25, driven: false))
    _ = talk.begin()
    let found = talk.type("услуга 2")
    #expect(found[1] == "Со словом «услуга 2»:" && found[2] == "2. Услуга 2")
    _ = talk.type("4")
    #expect(talk.orders == [.tell(.activated("s.21"))])
    talk = Talk(Self.list(25, driven: true), initialFocus: "query")
    #expect(talk.begin()[1] == "25 услуг.")
    _ = talk.type("охота")
    #expect(talk.orders == [.tell(.textChanged("query", "охота"))])
    _ = talk.type("/охота")
    #expect(talk.orders == [.tell(.textChanged("query", "охота"))])
    _ = talk.type("найти паспорт")
    #expect(talk.orders == [.invoke("search"), .find("паспорт")])
    _ = talk.type("3 отозвать")
    #expect(talk.orders == [.tell(.focusMoved("s.2")), .invoke("withdraw")])
  }

  @Test func layersComeAndGo() {
    var talk = Talk(Self.form)
    _ = talk.begin()
    _ = talk.type("")
    let form = talk.page
    let failure = Page(
      kind: .dialog, path: ["Нельзя"], body: [.buttons([Button(id: "x", "Ясно")])])
    let reply = talk.conversation.take("112", talk.scene)
    #expect(reply.orders.count == 2)
    (talk.page, talk.depth) = (failure, 2)
    #expect(talk.conversation.tell(talk.scene) == ["Нельзя.", "1. Ясно", "Ваш выбор?"])
    #expect(talk.conversation.take("ясно", talk.scene).orders == [.tell(.activated("x"))])
    (talk.page, talk.depth) = (form, 1)
    #expect(talk.conversation.tell(talk.scene) == ["Где.", "Вопрос 2 из 6. СНИЛС, обязательно."])
  }

  @Test func longPagesComeInPortions() {
    var talk = Talk([
      .text(StyledText((1...60).map { "строка \($0)" }.joined(separator: "\n"))),
      .buttons([Button(id: "b", "Кнопка")]),
    ])
    let first = talk.begin()
    #expect(first[24] == "строка 24")
    #expect(first.suffix(3) == ["Осталось строк: 36. Дальше — «ещё».", "1. Кнопка", "Ваш выбор?"])
    #expect(talk.type("ещё").first == "строка 25")
    #expect(talk.type("").first == "строка 49")
    #expect(talk.type("ещё").first == "Больше ничего нет.")
  }

  @Test(arguments: [20, 33, 40, 78]) func everyViewIsToldWithinItsWidth(width: Int) {
    var talk = Talk(Everything.page().body)
    talk.conversation = Conversation(width: width)
    let lines = talk.conversation.tell(talk.scene)
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(!lines.joined().contains { "─│▓░[]›".contains($0) })
  }
}
