import CTerminal

/// Two colours together, which ncurses knows by a number.
struct ColorPair: Hashable {
  var foreground: Int
  var background: Int
}

extension CursesTerminal {
  /// Shows a frame as one burst of output; sends nothing where nothing changed.
  ///
  /// A frame of another size than the screen is cut off, or blank at its right and bottom.
  public func present(_ grid: CellGrid) {
    let next = grid.resized(to: size)
    if next == shown, hasShown { return }
    hasShown = true
    for row in 0..<size.rows where next.cells(row: row) != shown.cells(row: row) {
      draw(row: row, of: next)
    }
    shown = next
    showCursor()
  }

  /// Forgets what the screen shows, after its size changed.
  func startOver() {
    ct_resize(Int32(size.columns), Int32(size.rows))
    shown = CellGrid(size: size)
    hasShown = false
  }

  private func showCursor() {
    if let cursor = shown.cursor {
      ct_show(
        Int32(min(max(cursor.row, 0), size.rows - 1)),
        Int32(min(max(cursor.column, 0), size.columns - 1)))
    } else {
      ct_show(-1, 0)
    }
  }

  /// Writes a whole row, from left to right.
  ///
  /// A part of it could leave halves of wide characters behind; what goes to the terminal is still
  /// only the difference.
  private func draw(row: Int, of grid: CellGrid) {
    let cells = grid.cells(row: row)
    var style = Style.plain
    var (attributes, pair) = lit(style)
    var column = 0
    while column < grid.size.columns {
      let cell = cells[cells.startIndex + column]
      let next = column + 1
      let isWide = next < grid.size.columns && cells[cells.startIndex + next].isContinuation
      if cell.style != style {
        style = cell.style
        (attributes, pair) = lit(style)
      }
      // A right half without its left one is a blank.
      let glyph =
        cell.isContinuation
        ? .space
        : Glyph(cell.character, columns: isWide ? 2 : 1) { Int(ct_width($0)) }
      ct_put(
        Int32(row), Int32(column), glyph.scalars, Int32(glyph.scalars.count), attributes, pair)
      column = isWide && !cell.isContinuation && glyph != .replacement ? column + 2 : next
    }
  }

  /// How ncurses is told of a style.
  private func lit(_ style: Style) -> (attributes: UInt32, pair: Int32) {
    let look = palette.look(of: style)
    let attributes = look.attributes
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= UInt32(ct_bold) }
    if attributes.contains(.dim) { bits |= UInt32(ct_dim) }
    if attributes.contains(.underline) { bits |= UInt32(ct_underline) }
    if attributes.contains(.reverse) { bits |= UInt32(ct_reverse) }
    return (bits, pair(ColorPair(foreground: look.foreground, background: look.background)))
  }

  /// The number of a pair of colours, taken when first needed; 0, the default colours, when no more
  /// can be had.
  private func pair(_ colors: ColorPair) -> Int32 {
    if colors == ColorPair(foreground: -1, background: -1) { return 0 }
    if let known = pairs[colors] { return known }
    let number = Int32(pairs.count + 1)
    guard number < min(ct_pairs(), 32767),
      ct_define_pair(number, Int32(colors.foreground), Int32(colors.background))
    else { return 0 }
    pairs[colors] = number
    return number
  }
}
