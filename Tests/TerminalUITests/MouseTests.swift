import Terminal
import Testing

@testable import TerminalUI

@Suite struct MouseTests {
  private func click(_ stage: inout Stage, _ column: Int, _ row: Int) -> [PageEvent] {
    stage.draw()
    return stage.send(.mouse(MouseEvent(kind: .pressed, column: column, row: row)))
  }

  @Test func clicksPressWhatIsUnderThem() {
    var stage = Stage([
      .rows([Row(id: "a", title: "Первая"), Row(title: "Вторая")]),
      .buttons([Button(id: "b", "Да"), Button(id: "c", "Нет")]),
      .toggle(Toggle(id: "t", label: "Согласна", isOn: false)),
    ])
    #expect(click(&stage, 30, 2) == [.activated("a")])
    #expect(click(&stage, 1, 3).isEmpty)
    #expect(click(&stage, 1, 4) == [.focusMoved("b"), .activated("b")])
    #expect(click(&stage, 6, 4) == [.focusMoved("c"), .activated("c")])
    #expect(click(&stage, 40, 4).isEmpty)
    #expect(click(&stage, 6, 5) == [.focusMoved("t"), .toggled("t", true)])
    #expect(click(&stage, 6, 15).isEmpty)
    #expect(stage.send(.mouse(MouseEvent(kind: .released, column: 1, row: 4))).isEmpty)
  }

  @Test func clicksChooseOptionsAndPlaceTheCursor() {
    var stage = Stage([
      .choice(
        Choice(
          id: "c", label: "Где",
          options: [.init(value: "a", title: "там"), .init(value: "b", title: "тут")],
          selected: [])),
      .field(Field(id: "f", label: "Имя", text: "Анна")),
    ])
    #expect(click(&stage, 18, 2) == [.chosen("c", ["b"])])
    #expect(click(&stage, 8, 3) == [.focusMoved("f")])
    #expect(stage.memory.cursor == nil)
    #expect(click(&stage, 8, 3).isEmpty)
    #expect(stage.memory.cursor == 1)
    #expect(click(&stage, 30, 3).isEmpty)
    #expect(stage.memory.cursor == nil)
  }

  @Test func clicksSelectRowsOfLists() {
    let list = List(id: "l", label: "", count: 50, emptyText: "") {
      Row(id: ViewID("r\($0)"), title: StyledText("Строка \($0)"))
    }
    var stage = Stage([.buttons([Button(id: "b", "Да")]), .list(list)])
    #expect(click(&stage, 5, 6) == [.focusMoved("r0"), .focusMoved("r3"), .activated("r3")])
    #expect(
      stage.send(.mouse(MouseEvent(kind: .wheelDown, column: 0, row: 0))) == [.focusMoved("r6")])
  }

  @Test func clicksOnHintsAndSections() {
    var stage = Stage(
      Page(path: ["К"], sections: Everything.sections, body: [.text("Да")]), columns: 80)
    stage.actions = Everything.actions
    #expect(click(&stage, 3, 23) == [.actionInvoked("open")])
    #expect(click(&stage, 28, 23) == [.actionInvoked("help")])
    #expect(click(&stage, 79, 23).isEmpty)
    #expect(click(&stage, 3, 3) == [.sectionChosen("services")])
    #expect(click(&stage, 3, 9).isEmpty)
    #expect(click(&stage, 3, 0).isEmpty)
  }

  @Test func wheelScrollsAndTheFocusStays() {
    var stage = Stage(Everything.page(withList: false), columns: 60, rows: 14)
    stage.draw()
    let focus = stage.memory.focus
    for turn in 1...3 {
      #expect(stage.send(.mouse(MouseEvent(kind: .wheelDown, column: 5, row: 5))).isEmpty)
      stage.draw()
      #expect(stage.memory.scroll == turn * 3)
    }
    #expect(stage.memory.focus == focus)
    for _ in 1...5 { _ = stage.send(.mouse(MouseEvent(kind: .wheelUp, column: 5, row: 5))) }
    #expect(stage.memory.scroll == 0)
  }

  @Test func everyClickAnywhereIsSafe() {
    for (columns, rows) in [(80, 24), (40, 12), (20, 5)] {
      for row in -1...rows {
        for column in stride(from: -1, through: columns, by: 3) {
          var stage = Stage(Everything.page(), columns: columns, rows: rows)
          stage.actions = Everything.actions
          _ = stage.send(.mouse(MouseEvent(kind: .pressed, column: column, row: row)))
          if rows == 5 { #expect(stage.memory.focus == Everything.firstStop) }
        }
      }
    }
  }
}
