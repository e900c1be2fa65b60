import Terminal

extension Emulator {
  /// What erasing leaves: a blank in the current background, as terminals with `bce` do.
  private var blank: Cell { Cell(" ", style: Style(background: pen.style.background)) }

  mutating func erase(row: Int, _ columns: Range<Int>) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard let last = columns.last else { return }
    separate(row: row, column: columns.lowerBound)
    separate(row: row, column: last)
    for column in columns { screen[row: row, column: column] = blank }
  }

  mutating func eraseInDisplay(_ mode: Int) {
    let rows: Range<Int>
    switch mode {
    case 0:
      eraseInLine(0)
      rows = pen.row + 1..<size.rows
    case 1:
      eraseInLine(1)
      rows = 0..<pen.row
    case 2, 3: rows = mode == 2 ? 0..<size.rows : 0..<0
    default: rows = 0..<0
    }
    for row in rows { erase(row: row, 0..<size.columns) }
    pen.wrapsNext = false
  }

  mutating func eraseInLine(_ mode: Int) {
    switch mode {
    case 0: erase(row: pen.row, pen.column..<size.columns)
    case 1: erase(row: pen.row, 0..<pen.column + 1)
    case 2: erase(row: pen.row, 0..<size.columns)
    default: break
    }
    pen.wrapsNext = false
  }

  mutating func insertCells(_ count: Int) {
    let count = min(count, size.columns - pen.column)
    separate(row: pen.row, column: pen.column)
    for column in stride(from: size.columns - 1, through: pen.column + count, by: -1) {
      screen[row: pen.row, column: column] = screen[row: pen.row, column: column - count]
    }
    erase(row: pen.row, pen.column..<pen.column + count)
    mendRow(pen.row)
    pen.wrapsNext = false
  }

  mutating func deleteCells(_ count: Int) {
    let count = min(count, size.columns - pen.column)
    separate(row: pen.row, column: pen.column)
    for column in pen.column..<size.columns - count {
      screen[row: pen.row, column: column] = screen[row: pen.row, column: column + count]
    }
    for column in size.columns - count..<size.columns {
      screen[row: pen.row, column: column] = blank
    }
    mendRow(pen.row)
    pen.wrapsNext = false
  }

  /// Turns halves of wide characters that lost their other half into blanks.
  private mutating func mendRow(_ row: Int) {
    for column in 0..<size.columns {
      let cell = screen[row: row, column: column]
      if cell.isContinuation {
        if column == 0 || !isWide(screen[row: row, column: column - 1]) {
          screen[row: row, column: column].isContinuation = false
        }
      } else if isWide(cell),
        column + 1 >= size.columns || !screen[row: row, column: column + 1].isContinuation
      {
        screen[row: row, column: column].character = " "
      }
    }
  }

  private func isWide(_ cell: Cell) -> Bool {
    !cell.isContinuation
      && cell.character.unicodeScalars.first.map { cellWidth(of: $0) == 2 } ?? false
  }

  /// IL and DL work from the cursor to the end of the region, and only inside of it.
  mutating func insertLines(_ count: Int) {
    guard region.contains(pen.row) else { return }
    shift(rows: pen.row...region.upperBound, by: count)
    pen.column = 0
    pen.wrapsNext = false
  }

  mutating func deleteLines(_ count: Int) {
    guard region.contains(pen.row) else { return }
    shift(rows: pen.row...region.upperBound, by: -count)
    pen.column = 0
    pen.wrapsNext = false
  }

  mutating func scrollUp(_ count: Int) { shift(rows: region, by: -count) }

  mutating func scrollDown(_ count: Int) { shift(rows: region, by: count) }

  /// Moves rows down, or up where `distance` is negative; rows that come in are blank.
  private mutating func shift(rows: ClosedRange<Int>, by distance: Int) {
    let ordered = distance > 0 ? Array(rows.reversed()) : Array(rows)
    for row in ordered {
      let from = row - distance
      for column in 0..<size.columns {
        screen[row: row, column: column] =
          rows.contains(from) ? screen[row: from, column: column] : blank
      }
    }
  }

  /// DECALN: a screen full of E.
  mutating func fillWithE() {
    for row in 0..<size.rows {
      for column in 0..<size.columns { screen[row: row, column: column] = Cell("E") }
    }
  }
}
