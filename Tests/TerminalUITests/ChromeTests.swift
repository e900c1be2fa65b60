import Terminal
import Testing

@testable import TerminalUI

/// What stands around the body: title, sections, rules, hints, messages.
@Suite struct ChromeTests {
  @Test(arguments: [
    (80, "Услуги › Охрана природы › Билет", "Демо · 14 янв, 10:00"),
    (50, "Услуги › Охрана природы › Билет", "Демо"),
    (37, "Услуги › Охрана природы › Билет", "Демо"),
    (36, "Услуги › Охрана природы › Билет", ""),
    (30, "… › Охрана природы › Билет", ""),
    (15, "… › Билет", ""),
  ])
  func titleGivesUpItsStatusFirst(width: Int, path: String, status: String) {
    let page = Page(
      path: ["Услуги", "Охрана природы", "Билет"], status: "Демо · 14 янв, 10:00", body: [])
    let title = TitleLine(page, width: width)
    #expect(title.path == [path])
    #expect(title.status == status)
  }

  @Test(arguments: [
    (51, "Личный кабинет города", "только чтение · Демо · 10:00"),
    (50, "Кабинет", "только чтение · Демо · 10:00"),
    (37, "Кабинет", "только чтение · Демо · 10:00"), (36, "Кабинет", "только чтение · Демо"),
    (29, "Кабинет", "только чтение · Демо"), (28, "Кабинет", "только чтение"),
    (22, "Кабинет", "только чтение"), (21, "Личный кабинет города", ""),
  ])
  func aShortPathGivesRoomToTheStatus(width: Int, path: String, status: String) {
    var page = Page(
      path: ["Личный кабинет города"], status: "только чтение · Демо · 10:00", body: [])
    page.shortPath = ["Кабинет"]
    let title = TitleLine(page, width: width)
    #expect(title.path == [path] && title.status == status)
  }

  @Test(arguments: [
    (40, ["Охотничий билет › шаг 2 из 4 › Адрес"]), (34, ["Охотничий билет › 2/4 › Адрес"]),
    (20, ["Охотничий билет ›", "2/4 › Адрес"]), (12, ["Охотничий б…", "› 2/4 › Адр…"]),
  ])
  func titleOfAFormKeepsItsName(width: Int, path: [String]) {
    var page = Page(path: ["Охотничий билет", "шаг 2 из 4", "Адрес"], body: [])
    page.shortPath = ["Охотничий билет", "2/4", "Адрес"]
    #expect(TitleLine(page, width: width).path == path)
  }

  @Test func longTitleTakesTwoLines() {
    var stage = Stage(
      Page(path: ["Выдача охотничьего билета единого федерального образца"], body: [.text("Да")]),
      columns: 40)
    let grid = stage.draw()
    #expect(grid.text(row: 0) == " Выдача охотничьего билета единого")
    #expect(grid.text(row: 1) == " федерального образца")
    #expect(grid.text(row: 2) == String(repeating: "─", count: 40))
    #expect(grid.text(row: 3) == " Да")
  }

  @Test func hintsGiveWayInTheOrderOfTheirImportance() {
    let lines = (3...80).map { HintLine(Everything.actions, width: $0) }
    #expect(lines.allSatisfy { $0.hints.contains { $0.action == "help" } })
    for (width, line) in zip(3..., lines) {
      if width > 10 { #expect(line.hints.allSatisfy { $0.column + $0.width < width }) }
      // The way back keeps its place longest.
      if width > 24 { #expect(line.hints.contains { $0.action == "back" }) }
      let others = line.hints.map(\.action).filter { $0 != "help" && $0 != "back" }
      let order: [ActionID] = ["open", "search", "withdraw", "palette"]
      #expect(others == Array(order.prefix(others.count)))
    }
    var stage = Stage([.text("")], columns: 80)
    stage.actions = Everything.actions
    #expect(
      stage.draw().text(row: 23)
        == " Enter открыть  F3 поиск  ? справка  Esc назад  w отозвать  ^P команды")
  }

  @Test func helpGivesUpItsWordBeforeTheFirstHintGoes() {
    let text = HintLine(Everything.actions, width: 19).hints.map { "\($0.key) \($0.title)" }
    #expect(text == ["Enter открыть", "? "])
  }

  @Test func hintsShowKeysThatWorkWhileOneTypes() {
    var stage = Stage([.field(Field(id: "f", label: "Имя", text: ""))], columns: 80)
    stage.actions = Everything.actions
    #expect(
      stage.draw().text(row: 23) == " Enter открыть  F3 поиск  F1 справка  Esc назад  ^P команды")
    stage.actions = [Action("help", title: "справка", sentence: "", keys: [.character("?")])]
    #expect(stage.draw().text(row: 23) == " ? справка")
  }

  @Test func repeatedNamesAreFound() {
    let button = View.buttons([Button(id: "a", "Да")])
    #expect(Page(path: [], body: [button, .group("", [button]), button]).repeatedIDs == ["a"])
    #expect(Everything.page().repeatedIDs.isEmpty)
  }

  @Test func helpIsHintedEvenWithoutAnOrder() {
    let actions = [
      Action("help", title: "справка", sentence: "", keys: [.function(1)]),
      Action("x", title: "икс", sentence: "", keys: [.character("x")], hintOrder: 1),
      Action("y", title: "игрек", sentence: "", keys: [.character("y")]),
    ]
    #expect(HintLine(actions, width: 80).hints.map(\.action) == ["x", "help"])
  }

  @Test func messageStandsInTheRule() {
    var stage = Stage([.text("Да")], columns: 60, rows: 12)
    stage.actions = Everything.actions
    let grid = stage.draw(message: "сохранено в 10:02:31")
    #expect(grid.text(row: 10).hasPrefix("── сохранено в 10:02:31 ──"))
    #expect(grid.text(row: 11).contains("? справка"))
  }

  @Test func longMessageTakesLinesOfItsOwn() {
    let message = StyledText("Не удалось сохранить: на диске не осталось места, освободите его")
    var stage = Stage([.buttons([Button(id: "b", "Да")])], columns: 40, rows: 12)
    stage.actions = Everything.actions
    let grid = stage.draw(message: message)
    #expect(grid.text(row: 8) == String(repeating: "─", count: 40))
    #expect(grid.text(row: 9) == " Не удалось сохранить: на диске")
    #expect(grid.text(row: 10) == " не осталось места, освободите его")
    #expect(grid.text(row: 11).contains("?"))
    stage.draw()
    #expect(stage.memory.noticeRows == 0)
  }

  @Test func sectionsStandAtTheLeftWhereThereIsRoom() {
    let page = Page(path: ["Кабинет"], sections: Everything.sections, body: [.text("Да")])
    var wide = Stage(page, columns: 72, rows: 12)
    let grid = wide.draw()
    #expect(grid.text(row: 2) == "*1 Главная     │ Да")
    #expect(grid.text(row: 3) == " 2 Услуги      │")
    #expect(grid.text(row: 4) == " 3 Заявления 3 │")
    #expect(grid.text(row: 9) == "               │")
    var narrow = Stage(page, columns: 71, rows: 12)
    #expect(narrow.draw().text(row: 2) == " Да")
  }

  @Test func dialogLiesOverItsPage() {
    let dialog = Page(
      kind: .dialog, path: ["Отозвать заявление?"],
      body: [
        .text("Подать заново можно в любой день."), .gap,
        .buttons([Button(id: "y", "Отозвать"), Button(id: "n", "Оставить")]),
      ], initialFocus: "n")
    let renderer = Renderer(theme: .standard, words: .russian)
    let layers = [Layer(page: Everything.page()), Layer(page: dialog)]
    let size = Size(columns: 80, rows: 16)
    let below = renderer.frame(layers: [layers[0]], actions: [], size: size)
    let frame = renderer.frame(layers: layers, actions: Everything.actions, size: size)
    for row in 0..<10 {
      #expect(frame.grid.text(row: row).first == below.grid.text(row: row).first)
    }
    #expect(
      frame.grid[row: 0, column: 1].style
        == Theme.standard.grounded(Theme.standard.style(.covered)))
    #expect(
      (10..<15).map { frame.grid.text(row: $0) } == [
        "── Отозвать заявление? " + String(repeating: "─", count: 57),
        " Подать заново можно в любой день.", "", " Отозвать  >Оставить<",
        String(repeating: "─", count: 80),
      ])
    #expect(frame.grid.cursor == Position(column: 12, row: 13))
    #expect(frame.memories.map(\.focus) == [Everything.firstStop, "n"])
    #expect((0..<10).allSatisfy { !frame.grid.text(row: $0).contains("  >СНИЛС") })
  }

  @Test func longDialogScrolls() {
    let text = StyledText((1...40).map { "строка \($0)" }.joined(separator: "\n"))
    let dialog = Page(
      kind: .dialog, path: ["Справка"],
      body: [.text(text), .buttons([Button(id: "ok", "Понятно")])])
    var stage = Stage(dialog, columns: 40, rows: 12)
    var grid = stage.draw()
    #expect(grid.text(row: 1).hasPrefix("── Справка ─"))
    // It names no place to begin, so it is read from its top.
    #expect(grid.text(row: 2) == " строка 1")
    #expect(grid.text(row: 10).contains("ещё 33 строки ниже"))
    // A button out of sight is shown by the first Enter and pressed by the next.
    let first = stage.press(.enter)
    grid = stage.draw()
    #expect(grid.text(row: 9) == ">Понятно<")
    let second = stage.press(.enter)
    #expect(first == [])
    #expect(second == [.activated("ok")])
  }

  @Test func onlyTheTopScreenIsPainted() {
    let renderer = Renderer(theme: .standard, words: .russian)
    let below = Page(path: ["Снизу"], body: [])
    let above = Page(path: ["Сверху"], body: [])
    let frame = renderer.frame(
      layers: [Layer(page: below), Layer(page: above)], actions: [],
      size: Size(columns: 40, rows: 10))
    #expect(!frame.grid.text.contains("Снизу"))
    #expect(
      renderer.frame(layers: [], actions: [], size: Size(columns: 40, rows: 10)).memories.isEmpty)
  }

  @Test func themesDifferOnlyInLooks() {
    for (columns, rows) in [(80, 24), (40, 20)] {
      let layers = [Layer(page: Everything.page())]
      let size = Size(columns: columns, rows: rows)
      let frames = [Theme.standard, .monochrome].map {
        Renderer(theme: $0, words: .russian).frame(
          layers: layers, actions: Everything.actions, size: size)
      }
      #expect(frames[0].grid.text == frames[1].grid.text)
      #expect(frames[0].grid != frames[1].grid)
      for row in 0..<rows {
        for cell in frames[1].grid.cells(row: row) {
          #expect(cell.style.foreground == .standard && cell.style.background == .standard)
        }
      }
    }
  }

  @Test(arguments: [
    (1, "ещё 1 строка ниже", "1 more line below"), (2, "ещё 2 строки ниже", "2 more lines below"),
    (5, "ещё 5 строк ниже", "5 more lines below"), (11, "ещё 11 строк ниже", "11 more lines below"),
    (21, "ещё 21 строка ниже", "21 more lines below"),
    (112, "ещё 112 строк ниже", "112 more lines below"),
    (1_003, "ещё 1\u{A0}003 строки ниже", "1,003 more lines below"),
  ])
  func numbersAgreeWithTheirNouns(number: Int, russian: String, english: String) {
    #expect(InterfaceWords.russian.moreBelow(number) == russian)
    #expect(InterfaceWords.english.moreBelow(number) == english)
  }
}
