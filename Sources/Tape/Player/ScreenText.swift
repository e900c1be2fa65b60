import Terminal

/// How the text of a screen is searched.
enum ScreenText {
  /// The text with every run of white space, line breaks and no-break spaces as one space, and none at the ends.
  ///
  /// So a phrase that a narrow screen wraps is still found. A phrase wrapped inside one of several columns is
  /// not, because the next column stands between its parts.
  static func normalized(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Tells whether a screen shows a pattern.
  static func shows(_ pattern: TapePattern, on grid: CellGrid) -> Bool {
    switch pattern {
    case .text(let text): normalized(grid.text).contains(normalized(text))
    case .regex(let source): matches(source, grid.text)
    }
  }

  /// Tells whether a regular expression matches somewhere; `^` and `$` match at lines.
  static func matches(_ source: String, _ text: String) -> Bool {
    guard let regex = try? Regex(source).anchorsMatchLineEndings() else { return false }
    return text.contains(regex)
  }

  /// The line that `Wait+Line` looks at.
  static func currentLine(of grid: CellGrid) -> String {
    if let cursor = grid.cursor, (0..<grid.size.rows).contains(cursor.row) {
      return grid.text(row: cursor.row)
    }
    return (0..<grid.size.rows).reversed().lazy.map { grid.text(row: $0) }
      .first { !$0.isEmpty } ?? ""
  }
}
