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
    for row in 0..<size.rows {
      guard let columns = next.changedColumns(row: row, since: shown) else { continue }
      draw(row: row, columns, of: next)
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

  /// Writes a part of a row, from left to right.
  ///
  /// It must begin and end between characters, new and old, or halves of wide ones would be left.
  private func draw(row: Int, _ columns: Range<Int>, of grid: CellGrid) {
    var look = Slot.blank
    var (attributes, pair) = lit(look.style)
    var column = columns.lowerBound
    while column < columns.upperBound {
      let slot = grid[slot: row, column]
      let next = column + 1
      let isWide = next < grid.size.columns && grid[slot: row, next].isContinuation
      if !slot.looksLike(look) {
        look = slot
        (attributes, pair) = lit(slot.style)
      }
      if settings.charset != .utf8 {
        drawReduced(row: row, column, isWide: isWide, of: grid, attributes, pair)
        column = isWide ? column + 2 : next
        continue
      }
      if !isWide, !slot.isContinuation, Self.isCertain(slot.scalar) {
        var scalar = slot.scalar
        ct_put(Int32(row), Int32(column), &scalar, 1, attributes, pair)
        column = next
        continue
      }
      // A right half without its left one is a blank.
      let glyph =
        slot.isContinuation
        ? .space
        : Glyph(grid[row: row, column: column].character, columns: isWide ? 2 : 1) {
          Int(ct_width($0))
        }
      ct_put(
        Int32(row), Int32(column), glyph.scalars, Int32(glyph.scalars.count), attributes, pair)
      column = isWide && !slot.isContinuation && glyph != .replacement ? column + 2 : next
    }
  }

  /// Draws one position of a terminal that cannot show every sign; marks over letters are left out.
  private func drawReduced(
    row: Int, _ column: Int, isWide: Bool, of grid: CellGrid, _ attributes: UInt32, _ pair: Int32
  ) {
    let base = grid[row: row, column: column].character.unicodeScalars.first ?? " "
    var scalar = settings.charset.shown(base).value
    ct_put(Int32(row), Int32(column), &scalar, 1, attributes, pair)
    if isWide { ct_put(Int32(row), Int32(column + 1), [0x20], 1, attributes, pair) }
  }

  /// True for scalars that ncurses, too, believes to take one cell; they need no ``Glyph``.
  private static func isCertain(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar), scalar.isSingleCell else { return false }
    return scalar.isASCII || ct_width(scalar.value) == 1
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
