import Terminal

/// A screen as text with SGR sequences.
public enum ANSIRendering {
  /// The rows, each ending in the plain style, without plain blanks at their ends.
  public static func text(of grid: CellGrid) -> String {
    (0..<grid.size.rows).map { line(of: grid, row: $0) + "\n" }.joined()
  }

  /// The sequences that turn a screen showing `old` into one showing `new`; nothing where they are alike.
  ///
  /// Rows that differ are written whole. Without an old screen of the same size everything is.
  public static func frame(_ new: CellGrid, after old: CellGrid?) -> String {
    let base = old.flatMap { $0.size == new.size ? $0 : nil }
    var text = base == nil ? "\u{1B}[0m\u{1B}[H\u{1B}[2J" : ""
    for row in 0..<new.size.rows {
      let line = line(of: new, row: row)
      guard line != (base.map { self.line(of: $0, row: row) } ?? "") else { continue }
      // Erased first: erasing after a full row would take its last cell.
      text += "\u{1B}[\(row + 1);1H\u{1B}[2K\(line)"
    }
    if let cursor = new.cursor, !text.isEmpty || cursor != base?.cursor {
      text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H"
    }
    return text
  }

  private static func line(of grid: CellGrid, row: Int) -> String {
    let runs = grid.runs(row: row)
    var text = ""
    var current = Style.plain
    for run in runs {
      if run.style != current { text += "\u{1B}[\(parameters(of: run.style))m" }
      current = run.style
      text += run.text
    }
    return current == .plain ? text : text + "\u{1B}[0m"
  }

  /// The parameters of SGR for a style, beginning with a reset.
  static func parameters(of style: Style) -> String {
    var codes = ["0"]
    if style.attributes.contains(.bold) { codes.append("1") }
    if style.attributes.contains(.dim) { codes.append("2") }
    if style.attributes.contains(.underline) { codes.append("4") }
    if style.attributes.contains(.reverse) { codes.append("7") }
    codes += color(style.foreground, base: 30) + color(style.background, base: 40)
    return codes.joined(separator: ";")
  }

  private static func color(_ ink: Ink, base: Int) -> [String] {
    switch ink {
    case .standard: []
    case .palette(let index) where index < 8: ["\(base + Int(index))"]
    case .palette(let index) where index < 16: ["\(base + 60 + Int(index) - 8)"]
    case .palette(let index): ["\(base + 8)", "5", "\(index)"]
    }
  }
}
