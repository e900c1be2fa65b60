import Terminal
import Testing

@Suite struct HeadlessTerminalTests {
  @Test func keepsTheLastFrameAndCountsThoseThatDiffer() {
    let terminal = HeadlessTerminal(size: Size(columns: 10, rows: 2))
    #expect(terminal.text.isEmpty)
    var grid = CellGrid(size: terminal.size)
    grid.write("привет", row: 1, column: 2)
    terminal.present(grid)
    terminal.present(grid)
    #expect(terminal.frameCount == 1)
    #expect(terminal.text == "\n  привет")
    grid.cursor = Position(column: 0, row: 0)
    terminal.present(grid)
    #expect(terminal.frameCount == 2)
    #expect(terminal.frame?.cursor == Position(column: 0, row: 0))
  }

  @Test func cutsFramesOfAnotherSize() {
    let terminal = HeadlessTerminal(size: Size(columns: 3, rows: 1))
    var grid = CellGrid(size: Size(columns: 5, rows: 2))
    grid.write("abcde", row: 0, column: 0)
    terminal.present(grid)
    #expect(terminal.frame?.size == terminal.size)
    #expect(terminal.text == "abc")
  }

  @Test func queuesEventsInOrderAndNeverWaits() {
    let terminal = HeadlessTerminal()
    #expect(terminal.nextEvent(timeout: nil) == nil)
    terminal.send(.key(.enter))
    terminal.send(bytes: "й\u{1B}".utf8)
    terminal.resize(to: Size(columns: 9999, rows: 0))
    terminal.suspend()
    #expect(terminal.hasPendingInput)
    var events: [TerminalEvent] = []
    while let event = terminal.nextEvent(timeout: nil) { events.append(event) }
    #expect(
      events == [
        .key(.enter), .key(.character("й")), .key(.escape), .resized(Size(columns: 500, rows: 1)),
        .resumed,
      ])
    #expect(terminal.size == Size(columns: 500, rows: 1))
    #expect(!terminal.hasPendingInput)
    #expect(terminal.suspensionCount == 1)
  }
}
