import Terminal

// Widths and writing until module Terminal brings its own; one file to delete then.

extension Unicode.Scalar {
  /// The cells of a terminal that the scalar takes: 0, 1 or 2.
  var columns: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if (0x370..<0x483).contains(value) || (0x48A..<0x530).contains(value) { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4C6, 0xAC00...0xD7A3, 0xF900...0xFAD9,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3134A:
      return 2
    default: return 1
    }
  }
}

extension Character {
  /// The cells of a terminal that the character takes: those of its base.
  var columns: Int { unicodeScalars.first?.columns ?? 0 }
}

extension CellGrid {
  /// Writes a text along a row within `limit` columns; what does not fit is cut off.
  mutating func paint(_ text: String, row: Int, column: Int, limit: Int, style: Style) {
    guard row >= 0, row < size.rows else { return }
    var next = column
    let end = min(size.columns, column + limit)
    for character in text {
      let width = character.columns
      if width == 0 { continue }
      if next + width > end { break }
      if next >= 0 {
        let isControl = character.unicodeScalars.first?.properties.generalCategory == .control
        self[row: row, column: next] = Cell(isControl ? " " : character, style: style)
        if width == 2 {
          self[row: row, column: next + 1] = Cell(" ", style: style, isContinuation: true)
        }
      }
      next += width
    }
  }
}
