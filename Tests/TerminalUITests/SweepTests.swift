import Terminal
import Testing

@testable import TerminalUI

/// A page of everything in every size of a terminal.
@Suite struct SweepTests {
  static let heights = 10...40

  /// The widths at which something changes, and a few between.
  static let widths = [32, 33, 36, 40, 48, 51, 52, 61, 62, 71, 72, 73, 80, 90, 101, 102, 120]

  /// What is wrong with the focus of a frame; nil where nothing is.
  private func fault(_ stage: inout Stage) -> String? {
    let grid = stage.draw()
    let layout = PageLayout(
      stage.page, memory: stage.memory, size: stage.size, words: stage.words)
    guard let cursor = grid.cursor, let stop = layout.focusedStop else { return "no focus" }
    if stop.id != stage.memory.focus { return "another focus" }
    if !layout.isShown(stop) { return "focus off the screen" }
    let line = cursor.row - layout.origin.row
    if !(0..<layout.height).contains(line) { return "cursor off the body" }
    if !(0..<stage.size.columns).contains(cursor.column) { return "cursor off the screen" }
    if line + layout.memory.scroll != stop.cursor.row { return "cursor off the focus" }
    if !stop.marks.contains(where: { grid.hasMark($0, layout) }) { return "no mark" }
    let hints = grid.text(row: stage.size.rows - 1)
    if !hints.contains(layout.isTyping ? "F1" : "?") { return "no help" }
    return nil
  }

  @Test(arguments: 32...120)
  func focusIsSeenAndHelpIsNamed(columns: Int) {
    let stops = Focusables(Everything.page().body).order
    for rows in Self.heights {
      let focus = stops[(columns + rows * 7) % stops.count]
      var stage = Stage(Everything.page(), columns: columns, rows: rows, focus: focus)
      stage.actions = Everything.actions
      if let fault = fault(&stage) { Issue.record("\(columns)×\(rows), \(focus): \(fault)") }
    }
  }

  @Test(arguments: widths)
  func tabReachesEverythingAndReturns(columns: Int) {
    var stage = Stage(Everything.page(), columns: columns, rows: 10 + columns % 31)
    stage.actions = Everything.actions
    stage.draw()
    let stops = Focusables(stage.page.body).order
    var seen: [ViewID] = []
    for _ in stops {
      stage.press(.tab)
      if let fault = fault(&stage) { Issue.record("\(seen): \(fault)") }
      if let focus = stage.memory.focus { seen.append(focus) }
    }
    #expect(Set(seen) == Set(stops))
    #expect(seen.last == stops.first)
    for _ in stops { stage.press(.backTab) }
    #expect(stage.memory.focus == stops.first)
  }

  @Test(arguments: 32...120)
  func nothingOverlapsOrLeavesTheBody(columns: Int) {
    let page = Everything.page()
    let order = Focusables(page.body).order
    for focus in order where columns % 4 == 0 || focus.rawValue.count > 4 {
      var memory = LayerMemory()
      memory.focus = focus
      let layout = PageLayout(
        page, memory: memory, size: Size(columns: columns, rows: 24), words: .russian)
      #expect(layout.flow.stops.map(\.id) == order)
      for line in layout.flow.lines {
        var end = -1
        for span in line.spans.sorted(by: { $0.column < $1.column }) where !span.text.isEmpty {
          if span.column < end { Issue.record("\(columns): \(span.text)") }
          end = span.column + span.text.columns
        }
        if end > layout.width { Issue.record("\(columns): \(line.spans.map(\.text))") }
      }
    }
  }

  @Test(arguments: 32...120)
  func noWordIsLost(columns: Int) {
    let page = Everything.page(withList: false)
    var memory = LayerMemory()
    memory.focus = "snils"
    let layout = PageLayout(
      page, memory: memory, size: Size(columns: columns, rows: 24), words: .russian)
    let painted = layout.flow.lines.flatMap { $0.spans.sorted { $0.column < $1.column } }
      .filter { $0.text != "!" }.map(\.text).joined()
      .filter { !$0.isWhitespace }
    for word in [
      "СНИЛС—контрольноечисло", "Парковочное", "250,00₽", "до20янв", "вМФЦ", "непогашенной",
      "контрольноечисло96,адолжнобыть95:проверьтецифры", "фотография", "раза", "шаг2из4",
      "Согласнанаобработкуперсональныхданныхведомством", "18:40", "(недоступно)",
    ] where columns >= 60 || word.count < 20 {
      #expect(painted.contains(word), "\(columns): \(word)")
    }
  }

  @Test func downWalksThroughThePageAndUpReturns() {
    for columns in [40, 80] {
      var stage = Stage(Everything.page(withList: false), columns: columns, rows: 16)
      stage.draw()
      var seen: Set<ViewID> = []
      for _ in 0..<200 {
        if let focus = stage.memory.focus { seen.insert(focus) }
        stage.press(.down)
        stage.draw()
      }
      #expect(seen.contains("row.ask") && seen.contains("agree"))
      #expect(!seen.isDisjoint(with: ["next", "back"]))
      #expect(seen.isSuperset(of: ["name", "snils", "reason", "how", "what", "doc.passport"]))
      for _ in 0..<200 {
        stage.press(.up)
        stage.draw()
      }
      #expect(stage.memory.scroll == 0)
      #expect(stage.memory.focus == stage.memory.order.first)
    }
  }

  @Test func everyEventLeavesAFocus() {
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .enter,
      .character(" "), .character("j"), .character("л"), .backspace, .delete, .escape,
    ]
    var stage = Stage(Everything.page(), columns: 60, rows: 14)
    var random: UInt64 = 42
    for _ in 0..<1_500 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      stage.press(keys[Int(random >> 33) % keys.count])
      #expect(stage.memory.focus.map { stage.memory.order.contains($0) } == true)
      let layout = PageLayout(
        stage.page, memory: stage.memory, size: stage.size, words: stage.words)
      #expect((0...layout.lastScroll).contains(layout.memory.scroll))
    }
  }

  @Test func smallerScreensSaySo() {
    for size in [
      Size(columns: 31, rows: 24), Size(columns: 80, rows: 9), Size(columns: 3, rows: 1),
    ] {
      var stage = Stage(Everything.page(), columns: size.columns, rows: size.rows)
      let grid = stage.draw()
      #expect(grid.text.first == "Э")
      #expect(grid.cursor == Position(column: 0, row: 0))
    }
    var stage = Stage(Everything.page(), columns: 60, rows: 5)
    #expect(stage.draw().text(row: 0) == "Экран мал: нужно не меньше 32×10")
    #expect(stage.press(.tab).isEmpty == false)
  }

  @Test func sameInputGivesTheSameFrame() {
    var left = Stage(Everything.page(), columns: 77, rows: 21, focus: "how")
    var right = left
    #expect(left.draw() == right.draw())
    let memory = left.memory
    #expect(left.draw() == right.draw())
    #expect(left.memory == memory)
  }
}

extension CellGrid {
  /// True where a sign of the focus is painted in its place.
  fileprivate func hasMark(_ mark: Mark, _ layout: PageLayout) -> Bool {
    let row = layout.origin.row + mark.row - layout.memory.scroll
    let column = layout.origin.column + mark.column
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return false }
    return String(self[row: row, column: column].character) == mark.sign
  }
}
