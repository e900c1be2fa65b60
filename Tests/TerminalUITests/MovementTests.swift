import Terminal
import Testing

@testable import TerminalUI

@Suite struct MovementTests {
  private static func rows(_ ids: [String]) -> View {
    .rows(ids.map { Row(id: ViewID($0), title: StyledText("Строка \($0)")) })
  }

  private static func text(_ lines: Int) -> View {
    .text(StyledText((1...lines).map { "строка \($0)" }.joined(separator: "\n")))
  }

  @Test func pageOpensAtItsInitialFocus() {
    var stage = Stage(Page(path: ["П"], body: [Self.rows(["a", "b"])], initialFocus: "b"))
    stage.draw()
    #expect(stage.memory.focus == "b")
    stage = Stage(Page(path: ["П"], body: [Self.rows(["a", "b"])], initialFocus: "x"))
    stage.draw()
    #expect(stage.memory.focus == "a")
    stage = Stage(Page(path: ["П"], body: [.text("Пусто")]))
    #expect(stage.draw().cursor == Position(column: 1, row: 2))
    #expect(stage.memory.focus == nil)
  }

  @Test(arguments: [
    ("c", ["a", "b", "d", "e"], "d"), ("e", ["a", "b", "c"], "c"), ("b", ["x", "y"], "x"),
    ("a", ["c"], "c"), ("c", ["b", "a"], "b"),
  ])
  func focusGoesToTheNearestWhenItsViewDisappears(focus: String, left: [String], next: String) {
    var stage = Stage([Self.rows(["a", "b", "c", "d", "e"])], focus: ViewID(focus))
    stage.draw()
    stage.page.body = [Self.rows(left)]
    stage.draw()
    #expect(stage.memory.focus == ViewID(next))
  }

  @Test func newIdentityOpensThePageAnew() {
    var stage = Stage(
      Page(
        path: ["П"], body: [Self.text(40), Self.rows(["a", "next"])], initialFocus: "a",
        identity: "1"), focus: "next")
    stage.draw()
    #expect(stage.memory.focus == "next")
    #expect(stage.memory.scroll > 0)
    stage.page.identity = "2"
    stage.page.body = [Self.rows(["a"]), Self.text(40), Self.rows(["next"])]
    stage.draw()
    #expect(stage.memory.focus == "a")
    #expect(stage.memory.scroll == 0)
  }

  @Test func arrowsMoveInAGridByColumns() {
    let table = Table(
      label: "", columns: ["", "пт", "сб", "вс"],
      rows: [
        [
          .init("утро"), .init(id: "a1", "09:00"), .init(id: "a2", "10:00"),
          .init(id: "a3", "11:00"),
        ],
        [.init("день"), .init(id: "b1", "12:00"), .init("–"), .init(id: "b3", "14:00")],
        [.init("вечер"), .init("–"), .init(id: "c2", "18:00"), .init(id: "c3", "19:00")],
      ])
    var stage = Stage([.table(table)], focus: "a3")
    let walk: [(Key, ViewID)] = [
      (.down, "b3"), (.down, "c3"), (.left, "c2"), (.up, "b1"), (.up, "a1"), (.right, "a2"),
      (.right, "a3"), (.character("р"), "a2"),
    ]
    for (key, id) in walk {
      #expect(stage.press(key) == [.focusMoved(id)])
      stage.draw()
    }
    #expect(stage.press(.up).isEmpty)
    #expect(stage.press(.enter) == [.activated("a2")])
    #expect(stage.press(.character(" ")) == [.activated("a2")])
  }

  @Test func arrowsScrollWhereNothingToFocusIsNear() {
    var stage = Stage(
      [Self.rows(["a"]), Self.text(40), Self.rows(["b"])], columns: 40, rows: 14)
    stage.draw()
    for line in 1...40 {
      let events = stage.press(.down)
      let grid = stage.draw()
      #expect(grid.cursor != nil)
      if events == [.focusMoved("b")] { break }
      #expect(stage.memory.scroll == line)
      #expect(stage.memory.focus == "a")
    }
    stage.draw()
    #expect(stage.memory.focus == "b")
    #expect(stage.press(.down).isEmpty)
    for _ in 0..<40 {
      stage.press(.up)
      stage.draw()
    }
    #expect(stage.memory.focus == "a")
    #expect(stage.memory.scroll == 0)
  }

  @Test func pagesTurnAndTheFocusFollows() {
    let ids = (0..<40).map { "r\($0)" }
    var stage = Stage([Self.rows(ids)], columns: 40, rows: 14)
    stage.draw()
    stage.press(.pageDown)
    stage.draw()
    #expect(stage.memory.scroll == 8)
    #expect(stage.memory.focus == "r8")
    stage.press(.end)
    stage.draw()
    #expect(stage.memory.focus == "r39")
    #expect(stage.memory.scroll == 30)
    #expect(stage.press(.end).isEmpty)
    stage.press(.pageUp)
    stage.draw()
    #expect(stage.memory.scroll == 22)
    stage.press(.home)
    stage.draw()
    #expect(stage.memory.focus == "r0")
    #expect(stage.memory.scroll == 0)
  }

  @Test func arrowsNeverJump() {
    // A place of many lines below a text: the page follows line by line, there and back.
    let choice = View.choice(
      Choice(
        id: "c", label: "Выбор",
        options: (1...6).map { .init(value: "\($0)", title: "Вариант \($0)", note: "примечание") },
        selected: []))
    var stage = Stage(
      [Self.rows(["a"]), Self.text(20), choice, Self.text(5), Self.rows(["b"]), Self.text(5)],
      columns: 40, rows: 14)
    stage.draw()
    for key in [Key.down, .up] {
      var scroll = stage.memory.scroll
      var seen: Set<ViewID> = []
      for _ in 0..<60 {
        stage.press(key)
        stage.draw()
        #expect(abs(stage.memory.scroll - scroll) <= 2)
        scroll = stage.memory.scroll
        if let focus = stage.memory.focus { seen.insert(focus) }
      }
      #expect(seen.isSuperset(of: ["a", "b", "c"]))
    }
    #expect(stage.memory.scroll == 0)
  }

  @Test(arguments: 40...100) func resizingKeepsThePlace(columns: Int) {
    let text = (1...60).map { "абзац \($0) с несколькими словами, которых хватает на две строки" }
    var stage = Stage(text.map { .text(StyledText($0)) }, columns: 80, rows: 14)
    stage.draw()
    stage.press(.pageDown, .pageDown, .pageDown, .down)
    let before = stage.draw().text(row: 2)
    stage.size = Size(columns: columns, rows: 14)
    let after = stage.draw().text(row: 2)
    let number = before.split(separator: " ").dropFirst().first
    #expect(after.split(separator: " ").dropFirst().first == number)
    stage.size = Size(columns: 80, rows: 14)
    #expect(stage.draw().text(row: 2) == before)
  }

  @Test func aLongTextCanBeReadToItsEnd() {
    var stage = Stage([Self.text(100)], columns: 40, rows: 14)
    stage.draw()
    stage.press(.pageDown, .pageDown)
    #expect(stage.draw().text(row: 2) == " строка 17")
    stage.press(.down)
    #expect(stage.draw().text(row: 2) == " строка 18")
    stage.press(.end)
    #expect(stage.draw().text(row: 11) == " строка 100")
    #expect(stage.draw().text(row: 12).contains("90 строк выше"))
    stage.press(.home)
    #expect(stage.draw().text(row: 12).contains("ещё 90 строк ниже"))
  }

  private static func choice(_ selected: Set<String> = ["b"], many: Bool = false) -> Choice {
    Choice(
      id: "c", label: "Что",
      options: ["a", "b", "d"].map { .init(value: $0, title: "в \($0)") }, selected: selected,
      allowsMany: many)
  }

  @Test func optionsAreWalkedAndChosen() {
    var stage = Stage([.choice(Self.choice()), Self.rows(["r"])])
    stage.draw()
    #expect(stage.press(.right).isEmpty)
    #expect(stage.draw().text(row: 2) == " Что   ( ) в a   (•) в b  >( ) в d")
    #expect(stage.press(.right).isEmpty)
    #expect(stage.press(.enter) == [.chosen("c", ["d"])])
    #expect(stage.press(.left, .left, .character(" ")) == [.chosen("c", ["a"])])
    #expect(stage.press(.down) == [.focusMoved("r")])
    stage.press(.up)
    #expect(stage.draw().text(row: 2) == " Что   ( ) в a  >(•) в b   ( ) в d")
  }

  @Test func manyOptionsAreTurned() {
    var stage = Stage([.choice(Self.choice(many: true))], focus: "c")
    #expect(stage.press(.enter) == [.chosen("c", [])])
    #expect(stage.press(.right, .enter) == [.chosen("c", ["b", "d"])])
  }

  @Test func optionsBelowEachOtherAreWalkedByLines() {
    var choice = Self.choice()
    choice.options[0].note = "за час"
    var stage = Stage([.choice(choice), Self.rows(["r"])])
    stage.draw()
    #expect(stage.press(.up).isEmpty)
    #expect(stage.press(.down).isEmpty)
    #expect(stage.press(.down).isEmpty)
    #expect(stage.draw().text(row: 4) == "      >( ) в d")
    #expect(stage.press(.down) == [.focusMoved("r")])
  }

  @Test func togglesTurn() {
    for isOn in [true, false] {
      var stage = Stage([.toggle(Toggle(id: "t", label: "Да", isOn: isOn))])
      #expect(stage.press(.enter) == [.toggled("t", !isOn)])
      #expect(stage.press(.character(" ")) == [.toggled("t", !isOn)])
    }
  }

  @Test func noticesLeadToTheirViews() {
    var stage = Stage([
      .alert(Alert(.problem, "Беда", lines: [("b", "Имя"), ("elsewhere", "Там")])),
      Self.rows(["a", "b"]),
    ])
    stage.draw()
    #expect(stage.press(.enter) == [.focusMoved("b")])
    #expect(stage.memory.focus == "b")
    #expect(stage.press(.tab, .tab).isEmpty)
    #expect(stage.press(.enter) == [.activated("elsewhere")])
  }

  @Test func actionsComeAfterWhatKeysMeanHere() {
    var stage = Stage([.text("Текст")])
    stage.actions = Everything.actions
    #expect(stage.press(.enter) == [.actionInvoked("open")])
    #expect(stage.press(.escape) == [.actionInvoked("back")])
    #expect(stage.press(.character("ц")) == [.actionInvoked("withdraw")])
    #expect(stage.press(.character("x")).isEmpty)
    stage.page.body = [Self.rows(["a"])]
    #expect(stage.press(.enter) == [.activated("a")])
  }

  @Test func eventsOfTheProgramAreLeftToIt() {
    for event in [TerminalEvent.resized(Size(columns: 1, rows: 1)), .resumed, .hungUp] {
      let response = Interaction(words: .russian).respond(
        to: event, on: Layer(page: Everything.page()), actions: [],
        size: Size(columns: 80, rows: 24))
      #expect(!response.isHandled && response.events.isEmpty)
    }
  }
}
