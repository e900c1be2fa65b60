import Terminal
import Testing

@Suite struct CellGridDrawingTests {
  private let samples = [
    "", "a", "Запись", "中文字", "a中b文c", "中", "e\u{301}中\u{200B}x", "😀😀", "\u{301}", "a\tb",
  ]

  /// Every sample at every column, in grids of every width, with every limit.
  @Test(arguments: 0...9)
  func writingNeverSplitsWideCharactersNorLeavesTheGrid(_ columns: Int) {
    for text in samples {
      for column in -4...(columns + 2) {
        for limit in [nil, 0, 1, 2, 3, 5, 20] {
          var grid = CellGrid(size: Size(columns: columns, rows: 3))
          grid.fill(row: 0, with: "#")
          grid.fill(row: 1, with: "#")
          grid.fill(row: 2, with: "#")
          let written = grid.write(text, row: 1, column: column, limit: limit)
          let room = max(0, min(columns, limit.map { column + $0 } ?? columns) - max(0, column))
          #expect(written <= room)
          if column >= 0 { #expect(written <= text.cellWidth) }
          if column >= 0, text.cellWidth <= room { #expect(written == text.cellWidth) }
          #expect(isWellFormed(grid))
          #expect(grid.text(row: 0) == String(repeating: "#", count: columns))
          #expect(grid.text(row: 2) == String(repeating: "#", count: columns))
          let untouched = grid.cells(row: 1).count { $0.character == "#" }
          #expect(untouched == columns - written)
        }
      }
    }
  }

  /// Overwriting any part of wide characters leaves no half behind.
  @Test func overwritingReleasesHalves() {
    for column in 0..<8 {
      for text in samples {
        var grid = CellGrid(size: Size(columns: 8, rows: 1))
        grid.write("中文字中", row: 0, column: 0)
        grid.write(text, row: 0, column: column)
        #expect(isWellFormed(grid), "\(text) at \(column)")
        grid.fill(row: 0, columns: column..<column + 1, with: "-")
        #expect(isWellFormed(grid))
      }
    }
  }

  @Test func outsideRowsAreIgnored() {
    var grid = CellGrid(size: Size(columns: 5, rows: 2))
    let empty = grid
    for row in [-1, 2, 100] {
      #expect(grid.write("abc", row: row, column: 0) == 0)
      grid.fill(row: row, with: "x")
      grid.restyle(row: row, columns: 0..<5, style: Style(.bold))
    }
    #expect(grid == empty)
  }

  @Test func controlCharactersBecomeVisible() {
    var grid = CellGrid(size: Size(columns: 8, rows: 1))
    #expect(grid.write("a\u{1B}b\r\nc\u{9B}", row: 0, column: 0) == 6)
    #expect(grid.text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
  }

  @Test func styleIsKeptAndChanged() {
    var grid = CellGrid(size: Size(columns: 6, rows: 1))
    let style = Style(.underline, foreground: .palette(3))
    grid.write("中a", row: 0, column: 1, style: style)
    #expect(grid.cells(row: 0).map(\.style) == [.plain, style, style, style, .plain, .plain])
    grid.restyle(row: 0, columns: 2..<9, style: Style(.reverse))
    #expect(grid[row: 0, column: 5].style == Style(.reverse))
    #expect(grid.text == " 中a")
  }

  @Test(arguments: 0...6, 0...4)
  func resizingKeepsWhatFits(_ columns: Int, rows: Int) {
    var grid = CellGrid(size: Size(columns: 4, rows: 2))
    grid.write("a中b", row: 0, column: 0)
    grid.write("中文", row: 1, column: 0)
    grid.cursor = Position(column: 3, row: 1)
    let resized = grid.resized(to: Size(columns: columns, rows: rows))
    #expect(resized.size == Size(columns: columns, rows: rows))
    #expect(isWellFormed(resized))
    #expect((resized.cursor != nil) == (columns > 3 && rows > 1))
    if columns >= 4, rows >= 2 { #expect(resized.text.hasPrefix("a中b\n中文")) }
  }

  private func isWellFormed(_ grid: CellGrid) -> Bool {
    (0..<grid.size.rows).allSatisfy { row in
      let cells = Array(grid.cells(row: row))
      return cells.indices.allSatisfy { column in
        let isFollowed = column + 1 < cells.count && cells[column + 1].isContinuation
        return cells[column].isContinuation
          ? column > 0 && cells[column - 1].character.cellWidth == 2
          : (cells[column].character.cellWidth == 2) == isFollowed
      }
    }
  }
}
