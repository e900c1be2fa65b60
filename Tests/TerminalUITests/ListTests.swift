import Terminal
import Testing

@testable import TerminalUI

@Suite struct ListTests {
  /// Counts the rows that were made.
  private final class Counter { var made = 0 }

  private static func list(
    _ count: Int, revision: String = "", counter: Counter = Counter()
  ) -> List {
    List(
      id: "list", label: "Услуги", count: count, revision: revision,
      emptyText: "Ничего не нашлось"
    ) { index in
      counter.made += 1
      return Row(
        id: ViewID("s\(index)"), title: StyledText("Услуга \(index)"),
        details: [.text("Ведомство"), .text("бесплатно")])
    }
  }

  @Test(arguments: [10, 24, 40, 60])
  func onlyRowsOnTheScreenAreMade(rows: Int) {
    let counter = Counter()
    var stage = Stage([.list(Self.list(20_000, counter: counter))], rows: rows)
    for key in [Key.down, .pageDown, .end, .up, .home] {
      counter.made = 0
      stage.draw()
      #expect(counter.made <= rows + 2)
      counter.made = 0
      stage.press(key)
      #expect(counter.made <= rows + 2)
    }
    counter.made = 0
    #expect(
      SemanticReader(words: .russian).snapshot(stage.page, stage.memory).contains("20\u{A0}000"))
    #expect(counter.made <= 20)
  }

  @Test func rowsHaveOneLineWideAndTwoNarrow() {
    var wide = Stage([.list(Self.list(3))], columns: 62)
    #expect(
      wide.body() == [
        ">Услуга 0                                Ведомство  бесплатно",
        " Услуга 1                                Ведомство  бесплатно",
        " Услуга 2                                Ведомство  бесплатно",
      ])
    var narrow = Stage([.list(Self.list(2))], columns: 40)
    #expect(
      narrow.body() == [
        ">Услуга 0", "   Ведомство · бесплатно", " Услуга 1", "   Ведомство · бесплатно",
      ])
  }

  @Test func onlyWhatTheListCountsIsCounted() {
    var list = Self.list(20)
    list.extras = [0, 1, 5]
    var stage = Stage([.list(list)], columns: 80, rows: 14)
    func rule() -> String { stage.draw().text(row: 12) }
    #expect(rule().contains("ещё 10 строк ниже"))
    stage.press(.down, .down)
    #expect(rule().contains("1 из 17"))
    stage.press(.down, .down, .down)
    #expect(rule().contains("ещё 10 строк ниже"))
    stage.press(.down)
    #expect(rule().contains("4 из 17"))
    stage.press(.end)
    #expect(rule().contains("17 из 17"))
    list.extras = [19]
    stage.page.body = [.list(list)]
    #expect(rule().contains("── 19 ──"))
  }

  @Test func detailsGiveWayBeforeTitles() {
    func lines(_ title: String, columns: Int = 64) -> [String] {
      let rows = [title, "Коротко"].map {
        Row(id: ViewID($0), title: StyledText($0), details: [.text("бесплатно · 10 рабочих дней")])
      }
      var stage = Stage(
        [.list(List(id: "l", label: "", count: 2, emptyText: "") { rows[$0] })], columns: columns)
      return stage.body()
    }
    #expect(
      lines("Отмена резидентного разрешения")[0]
        == ">Отмена резидентного разрешения     бесплатно · 10 рабочих дней")
    #expect(
      lines("Продление резидентного парковочного разрешения")[0]
        == ">Продление резидентного парковочного разрешения  бесплатно")
    #expect(
      lines("Предоставление информации жилищно-коммунального характера и субсидий") == [
        ">Предоставление информации жилищно-коммунального характера",
        " и субсидий                              бесплатно",
        " Коротко                                 бесплатно",
      ])
  }

  /// Whatever the width: all of a title can be read, and no row is lost between two screens.
  @Test(arguments: [32, 40, 52, 61, 62, 70, 80, 200])
  func titlesAreWholeAndRowsFollow(columns: Int) {
    let titles = (0..<40).map {
      "Строка \($0): " + String(repeating: "слово ", count: $0 % 17) + "конец\($0)."
    }
    var stage = Stage(
      [
        .list(
          List(id: "l", label: "", count: titles.count, emptyText: "") {
            Row(
              id: ViewID("r\($0)"), title: StyledText(titles[$0]),
              details: [.text("бесплатно · сразу"), .text("13 янв")])
          })
      ], columns: columns, rows: 14)
    var seen: Set<Int> = []
    for step in 0..<titles.count {
      if step > 0 { stage.press(.down) }
      let body = stage.body().joined(separator: " ")
      #expect(stage.memory.lists["l"]?.selected == step)
      for index in titles.indices where body.contains("конец\(index).") { seen.insert(index) }
      #expect(seen.contains(step))
      #expect(body.contains(">Строка \(step):"))
    }
    for step in titles.indices.reversed() {
      let body = stage.body().joined(separator: " ")
      #expect(body.contains(">Строка \(step):") && body.contains("конец\(step)."))
      stage.press(.up)
    }
  }

  @Test func selectionMovesAndSaysWhere() {
    var stage = Stage([.list(Self.list(20_000))], columns: 80, rows: 14)
    stage.draw()
    #expect(stage.press(.down, .down) == [.focusMoved("s1"), .focusMoved("s2")])
    #expect(stage.draw().text(row: 12).contains("3 из 20\u{A0}000"))
    #expect(stage.draw().cursor == Position(column: 1, row: 4))
    #expect(stage.press(.pageDown) == [.focusMoved("s11")])
    #expect(stage.press(.end) == [.focusMoved("s19999")])
    #expect(stage.draw().text(row: 11).hasPrefix(">Услуга 19999"))
    #expect(stage.press(.down).isEmpty)
    #expect(stage.press(.enter) == [.activated("s19999")])
    stage.press(.up, .up)
    #expect(stage.draw().text(row: 2).hasPrefix(" Услуга 19990"))
    #expect(stage.memory.current(on: stage.page) == "s19997")
    #expect(stage.press(.home) == [.focusMoved("s0")])
  }

  @Test func newContentBeginsAtTheFirstRow() {
    var stage = Stage([.list(Self.list(100, revision: "а"))])
    stage.press(.end)
    stage.draw()
    stage.page.body = [.list(Self.list(50, revision: "а"))]
    stage.draw()
    #expect(stage.memory.lists["list"]?.selected == 49)
    stage.page.body = [.list(Self.list(50, revision: "б"))]
    stage.draw()
    #expect(stage.memory.lists["list"] == .init(selected: 0, offset: 0, revision: "б"))
  }

  @Test func emptyListSaysSoAndTakesNoFocus() {
    var stage = Stage([.list(Self.list(0)), .buttons([Button(id: "b", "Назад")])])
    #expect(stage.body() == [" Ничего не нашлось", ">Назад<"])
    #expect(stage.memory.focus == "b")
  }

  @Test func fieldDrivesItsList() {
    var field = Field(id: "q", label: "Найти", text: "ус", drives: "list")
    var stage = Stage([.field(field), .gap, .list(Self.list(30, revision: "ус"))], rows: 12)
    stage.draw()
    #expect(stage.press(.down) == [.focusMoved("s1")])
    #expect(stage.memory.focus == "q")
    var grid = stage.draw()
    #expect(grid.text(row: 5).hasPrefix(">Услуга 1"))
    #expect(grid.cursor?.row == 2)
    #expect(stage.press(.pageDown) == [.focusMoved("s6")])
    #expect(stage.press(.enter) == [.activated("s6")])
    #expect(stage.press(.character(" ")) == [.textChanged("q", "ус ")])
    field.text = "ус "
    stage.page.body = [.field(field), .gap, .list(Self.list(3, revision: "ус "))]
    grid = stage.draw()
    #expect(grid.text(row: 4).hasPrefix(">Услуга 0"))
    #expect(stage.memory.current(on: stage.page) == "s0")
    #expect(stage.press(.tab) == [.textCommitted("q"), .focusMoved("s0")])
    #expect(stage.memory.focus == "list")
    #expect(stage.press(.up) == [.focusMoved("q")])
    stage.page.body = [.field(field), .list(Self.list(0))]
    #expect(stage.press(.enter).isEmpty)
  }

  @Test(arguments: [32, 49, 51, 52, 59, 61, 62, 80, 120])
  func selectedRowOfADrivenListIsAlwaysSeen(columns: Int) {
    for rows in 10...16 {
      var stage = Stage(
        [
          .field(Field(id: "q", label: "Найти", text: "", drives: "list")), .gap,
          .list(Self.list(200)),
        ], columns: columns, rows: rows)
      for key in [Key.down, .down, .pageDown, .pageDown, .up, .end, .pageUp] {
        stage.press(key)
        let selected = stage.memory.lists["list"]?.selected ?? -1
        let lines = stage.body()
        #expect(lines.contains { $0.hasPrefix(">Услуга \(selected)") }, "\(columns)×\(rows)")
        #expect(stage.memory.focus == "q")
      }
    }
  }

  @Test func upLeavesAListAtItsFirstRow() {
    var stage = Stage([.buttons([Button(id: "b", "Новое")]), .list(Self.list(9))], focus: "list")
    stage.press(.down)
    #expect(stage.press(.up, .up) == [.focusMoved("s0"), .focusMoved("b")])
  }
}
