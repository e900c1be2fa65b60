import Terminal

/// A terminal as a value: bytes in, a screen out.
///
/// It knows what ncurses sends for xterm-256color, screen, linux and vt100; what it does not know it ignores and
/// counts. No byte stops it.
public struct Emulator {
  /// The screen.
  public var grid: CellGrid {
    var grid = screen
    grid.cursor = Position(column: pen.column, row: pen.row)
    return grid
  }
  /// False where the program has hidden the cursor; the grid's cursor then still tells where it stands.
  public var isCursorVisible: Bool { modes.showsCursor }
  /// True while the program uses the alternate screen.
  public var isAlternate: Bool { mainScreen != nil }
  /// How many sequences were not understood.
  public internal(set) var unknownSequences = 0
  /// The last title set by OSC 0 or 2.
  public internal(set) var title = ""

  var screen: CellGrid
  var pen = Pen()
  var modes = EmulatorModes()
  /// The rows that scroll.
  var region: ClosedRange<Int>
  var tabs: Set<Int>
  var savedPen = Pen()
  /// The main screen while the alternate one is shown.
  var mainScreen: CellGrid?
  var lastPrinted: Unicode.Scalar?
  var replies: [UInt8] = []
  var state = ParserState.ground
  var utf8 = UTF8Assembler()

  /// Makes a terminal; the size is clamped.
  public init(size: Size) {
    let size = size.clamped()
    screen = CellGrid(size: size)
    region = 0...(size.rows - 1)
    tabs = Set(stride(from: 8, to: 500, by: 8))
  }

  /// The size of the screen.
  public var size: Size { screen.size }

  /// Answers to the program's questions, to be written to it; they are given out once.
  public mutating func takeReplies() -> [UInt8] {
    defer { replies = [] }
    return replies
  }

  /// Gives the terminal another size: what fits stays, what is new is blank.
  public mutating func resize(to newSize: Size) {
    let newSize = newSize.clamped()
    screen = screen.cropped(to: newSize)
    mainScreen = mainScreen?.cropped(to: newSize)
    region = 0...(newSize.rows - 1)
    pen.column = min(pen.column, newSize.columns - 1)
    pen.row = min(pen.row, newSize.rows - 1)
    pen.wrapsNext = false
  }

  /// Puts everything back as at power-on (RIS).
  mutating func reset() {
    let (unknown, title, replies) = (unknownSequences, title, replies)
    self = Emulator(size: size)
    (unknownSequences, self.title, self.replies) = (unknown, title, replies)
  }
}

extension CellGrid {
  fileprivate func cropped(to newSize: Size) -> CellGrid {
    guard newSize != size else { return self }
    var grid = CellGrid(size: newSize)
    for row in 0..<min(size.rows, newSize.rows) {
      for column in 0..<min(size.columns, newSize.columns) {
        grid[row: row, column: column] = self[row: row, column: column]
      }
    }
    return grid
  }
}
