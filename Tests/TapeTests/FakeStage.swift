import Terminal

@testable import Tape

/// A stage that writes typed characters on the screen, with an Enter going to the next row.
final class FakeStage: TapeStage {
  private(set) var screen: CellGrid
  var focusLabel: String?
  var semanticSnapshot: String? = "{}"
  private(set) var log: [String] = []
  private(set) var settled = 0
  /// Called at each settling with its number, to let things appear later.
  var onSettle: (FakeStage) throws -> Void = { _ in }

  init(_ rows: [String] = [], size: Size = Size(columns: 20, rows: 4)) {
    screen = CellGrid(size: size)
    screen.cursor = Position(column: 0, row: 0)
    for (row, text) in rows.enumerated() { put(text, row: row) }
  }

  func put(_ text: String, row: Int, style: Style = .plain) {
    for (column, character) in text.enumerated() where column < screen.size.columns {
      screen[row: row, column: column] = Cell(character, style: style)
    }
  }

  func send(_ key: Key) throws {
    log.append("\(key)")
    guard var cursor = screen.cursor else { return }
    if case .character(let character) = key, cursor.column < screen.size.columns {
      screen[row: cursor.row, column: cursor.column] = Cell(character)
      cursor.column += 1
    } else if key == .enter, cursor.row + 1 < screen.size.rows {
      cursor = Position(column: 0, row: cursor.row + 1)
    } else if key == .function(10) {
      throw TapeStageError(TapeMessage(ru: "программа завершилась", en: "the program ended"))
    }
    screen.cursor = cursor
  }
  func paste(_ text: String) { log.append("paste \(text)") }
  func click(_ position: Position) { log.append("click \(position.column) \(position.row)") }
  func resize(to size: Size) {
    log.append("resize \(size.columns)x\(size.rows)")
    screen = CellGrid(size: size)
  }
  func advance(seconds: Int) { log.append("advance \(seconds)") }
  func restart() { log.append("restart") }
  func settle() throws {
    settled += 1
    try onSettle(self)
  }
}

/// A sink that keeps everything in memory.
final class MemorySink {
  var files: [String: String] = [:]

  func golden(isUpdating: Bool = false) -> GoldenSink {
    GoldenSink(isUpdating: isUpdating, read: { self.files[$0] }, write: { self.files[$0] = $1 })
  }
}

extension FakeStage {
  /// Plays a tape given as text.
  @discardableResult
  func play(
    _ text: String, clock: any TapeClock = VirtualTapeClock(), sink: GoldenSink? = nil
  ) throws -> TapeReport {
    let tape = try Tape.parse(text, name: "t")
    var player = TapePlayer(stage: self, clock: clock, sink: sink ?? MemorySink().golden())
    return try player.play(tape)
  }
}
