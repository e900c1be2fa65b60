import Terminal

extension Emulator {
  mutating func print(_ scalar: Unicode.Scalar) {
    let scalar = pen.drawsLines[pen.charset] ? LineDrawing.sign(for: scalar) : scalar
    let width = min(cellWidth(of: scalar), size.columns)
    guard width > 0 else {
      combine(scalar)
      return
    }
    if pen.wrapsNext || (width == 2 && modes.wraps && pen.column == size.columns - 1) {
      pen.column = 0
      lineFeed()
    }
    pen.column = min(pen.column, size.columns - width)
    if modes.inserts { insertCells(width) }
    put(Cell(Character(scalar), style: pen.style), width: width)
    lastPrinted = scalar
    if pen.column + width < size.columns {
      pen.column += width
      pen.wrapsNext = false
    } else {
      pen.column = size.columns - 1
      pen.wrapsNext = modes.wraps
    }
  }

  private mutating func put(_ cell: Cell, width: Int) {
    for offset in 0..<width { separate(row: pen.row, column: pen.column + offset) }
    screen[row: pen.row, column: pen.column] = cell
    if width == 2 {
      screen[row: pen.row, column: pen.column + 1] = Cell(
        " ", style: cell.style, isContinuation: true)
    }
  }

  /// Blanks the other half of a wide character before one of its cells is overwritten.
  mutating func separate(row: Int, column: Int) {
    if screen[row: row, column: column].isContinuation {
      screen[row: row, column: column].isContinuation = false
      if column > 0 { screen[row: row, column: column - 1].character = " " }
    }
    if column + 1 < size.columns, screen[row: row, column: column + 1].isContinuation {
      screen[row: row, column: column + 1].isContinuation = false
    }
  }

  /// Lays a mark over the character printed last; what would not make one character is dropped.
  private mutating func combine(_ scalar: Unicode.Scalar) {
    var column = pen.wrapsNext ? pen.column : pen.column - 1
    guard column >= 0 else { return }
    if screen[row: pen.row, column: column].isContinuation { column -= 1 }
    guard column >= 0 else { return }
    var text = String(screen[row: pen.row, column: column].character)
    text.unicodeScalars.append(scalar)
    guard text.count == 1, text.unicodeScalars.count <= 8, let whole = text.first else { return }
    screen[row: pen.row, column: column].character = whole
  }

  /// The control codes.
  mutating func execute(_ byte: UInt8) {
    switch byte {
    case 0x08:
      pen.column = max(0, pen.column - 1)
      pen.wrapsNext = false
    case 0x09: tab(1)
    case 0x0A, 0x0B, 0x0C:
      lineFeed()
      if modes.newLineReturns { pen.column = 0 }
    case 0x0D:
      pen.column = 0
      pen.wrapsNext = false
    case 0x0E: pen.charset = 1
    case 0x0F: pen.charset = 0
    default: break
    }
  }

  mutating func lineFeed() {
    pen.wrapsNext = false
    if pen.row == region.upperBound {
      scrollUp(1)
    } else if pen.row < size.rows - 1 {
      pen.row += 1
    }
  }

  mutating func reverseLineFeed() {
    pen.wrapsNext = false
    if pen.row == region.lowerBound {
      scrollDown(1)
    } else if pen.row > 0 {
      pen.row -= 1
    }
  }

  /// Moves to the next tab stop, or to an earlier one where `count` is negative.
  mutating func tab(_ count: Int) {
    pen.wrapsNext = false
    for _ in 0..<min(abs(count), size.columns) {
      let step = count > 0 ? 1 : -1
      repeat {
        pen.column += step
      } while pen.column > 0 && pen.column < size.columns - 1
        && !tabs.contains(pen.column)
      pen.column = min(max(pen.column, 0), size.columns - 1)
    }
  }
}
