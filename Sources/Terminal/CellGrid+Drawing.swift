extension CellGrid {
  /// Writes text along a row and returns the number of columns written.
  ///
  /// What lies outside the screen or past `limit` columns is cut off, and a character two cells wide
  /// is never split: where only one of its halves would fit, nothing of it is drawn on the right and
  /// a space on the left. What may not be shown becomes U+FFFD, as in ``DisplayText``.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    guard row >= 0, row < size.rows else { return 0 }
    let end = min(size.columns, limit.map { column + max(0, $0) } ?? size.columns)
    if let count = text.singleCellCount {
      return write(text, count: count, row: row, column: column, style: style, end: end)
    }
    return write(text, row: row, column: column, style: style, end: end)
  }

  /// Writes a part of a text along a row; see the other one.
  @discardableResult
  public mutating func write(
    _ text: Substring, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    write(String(text), row: row, column: column, style: style, limit: limit)
  }

  /// Writes a text whose scalars take a cell each: no character has to be formed and measured.
  private mutating func write(
    _ text: String, count: Int, row: Int, column: Int, style: Style, end: Int
  ) -> Int {
    let visible = max(0, column)..<max(0, column, min(end, column + count))
    guard !visible.isEmpty else { return 0 }
    releaseHalves(row: row, columns: visible)
    var slot = Slot(" ", style)
    var next = column
    for scalar in text.unicodeScalars {
      if next >= visible.upperBound { break }
      if next >= 0 {
        slot.scalar = scalar.value
        self[slot: row, next] = slot
      }
      next += 1
    }
    return visible.count
  }

  private mutating func write(
    _ text: String, row: Int, column: Int, style: Style, end: Int
  ) -> Int {
    var next = column
    var written = 0
    for character in text {
      let width = character.cellWidth
      if next + width > end { break }
      if next >= 0 {
        put(character, width: width, row: row, column: next, style: style)
        written += width
      } else if next + width > 0 {
        put(" ", width: 1, row: row, column: 0, style: style)
        written += 1
      }
      next += width
    }
    return written
  }

  /// Fills a part of a row with one character a cell wide; what lies outside the screen is ignored.
  public mutating func fill(
    row: Int, columns: Range<Int>? = nil, with character: Character = " ", style: Style = .plain
  ) {
    guard row >= 0, row < size.rows else { return }
    let columns = (columns ?? 0..<size.columns).clamped(to: 0..<size.columns)
    guard !columns.isEmpty else { return }
    releaseHalves(row: row, columns: columns)
    let scalars = character.displayed.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first {
      let slot = Slot(scalar, style)
      for column in columns { self[slot: row, column] = slot }
    } else {
      let cell = Cell(character, style: style)
      for column in columns { self[row: row, column: column] = cell }
    }
  }

  /// Gives a part of a row another look and leaves its text.
  public mutating func restyle(row: Int, columns: Range<Int>, style: Style) {
    restyle(row: row, columns: columns) { _ in style }
  }

  /// Gives each cell of a part of a row a look made of the one it has, and leaves its text.
  public mutating func restyle(row: Int, columns: Range<Int>, _ change: (Style) -> Style) {
    guard row >= 0, row < size.rows else { return }
    for column in columns.clamped(to: 0..<size.columns) {
      setStyle(change(self[slot: row, column].style), row: row, column: column)
    }
  }

  /// The same screen in another size: cut off, or with blanks at the right and the bottom.
  public func resized(to size: Size) -> CellGrid {
    if size == self.size { return self }
    var grid = CellGrid(size: size)
    for row in 0..<min(size.rows, self.size.rows) {
      for column in 0..<min(size.columns, self.size.columns) {
        grid[row: row, column: column] = self[row: row, column: column]
      }
      // The cut may have gone through a wide character.
      if size.columns > 0, size.columns < self.size.columns,
        self[row: row, column: size.columns].isContinuation
      {
        grid[row: row, column: size.columns - 1].character = " "
      }
    }
    if let cursor, cursor.row < size.rows, cursor.column < size.columns { grid.cursor = cursor }
    return grid
  }

  private mutating func put(
    _ character: Character, width: Int, row: Int, column: Int, style: Style
  ) {
    releaseHalves(row: row, columns: column..<column + width)
    self[row: row, column: column] = Cell(character, style: style)
    if width == 2 {
      self[row: row, column: column + 1] = Cell(" ", style: style, isContinuation: true)
    }
  }

  /// Blanks the other halves of wide characters that are about to be overwritten in part.
  private mutating func releaseHalves(row: Int, columns: Range<Int>) {
    if columns.lowerBound > 0, self[slot: row, columns.lowerBound].isContinuation {
      self[row: row, column: columns.lowerBound - 1].character = " "
    }
    if columns.upperBound < size.columns,
      self[slot: row, columns.upperBound].isContinuation
    {
      self[slot: row, columns.upperBound].isContinuation = false
    }
  }
}
