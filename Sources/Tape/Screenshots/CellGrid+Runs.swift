import Terminal

/// Neighbouring cells of one row that look alike.
struct StyledRun: Hashable {
  /// The column of the first cell.
  var column: Int
  /// The number of cells.
  var width: Int
  /// The text, one character per cell or pair of cells.
  var text: String
  /// How it looks.
  var style: Style
}

extension CellGrid {
  /// The runs of a row up to the last cell that is not a plain blank.
  /// - Parameter isolatingWide: Gives each character two cells wide a run of its own.
  func runs(row: Int, isolatingWide: Bool = false) -> [StyledRun] {
    var runs: [StyledRun] = []
    var isClosed = false
    for column in 0..<usedColumns(row: row) {
      let cell = self[row: row, column: column]
      if cell.isContinuation, let last = runs.indices.last {
        runs[last].width += 1
        continue
      }
      let character = cell.isContinuation ? " " : cell.character
      let isWide =
        isolatingWide && column + 1 < size.columns
        && self[row: row, column: column + 1].isContinuation
      if let last = runs.indices.last, !isClosed, !isWide, runs[last].style == cell.style {
        runs[last].width += 1
        runs[last].text.append(character)
      } else {
        runs.append(
          StyledRun(column: column, width: 1, text: String(character), style: cell.style))
      }
      isClosed = isWide
    }
    return runs
  }

  private func usedColumns(row: Int) -> Int {
    var used = size.columns
    while used > 0, self[row: row, column: used - 1] == Cell() { used -= 1 }
    return used
  }
}
