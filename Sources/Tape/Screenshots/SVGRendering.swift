import Terminal

/// A screen as a drawing that needs nothing but itself.
public struct SVGRendering: Sendable {
  /// The colours; those that fit the paper of the screen where nil.
  public var palette: SVGPalette?

  private let cellWidth = 9
  private let cellHeight = 19
  private let margin = 12

  /// Makes a rendering.
  public init(palette: SVGPalette? = nil) {
    self.palette = palette
  }

  /// The drawing: every run stands at its own x and has its own length, so columns align in any font.
  public func text(of grid: CellGrid) -> String {
    let ground = SVGRendering.ground(of: grid)
    let palette = (palette ?? SVGPalette.fitting(ground)).laid(on: ground)
    let width = grid.size.columns * cellWidth + 2 * margin
    let height = grid.size.rows * cellHeight + 2 * margin
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" "#
        + #"viewBox="0 0 \#(width) \#(height)" font-family="ui-monospace, 'DejaVu Sans Mono', "#
        + #"'Liberation Mono', Menlo, Consolas, monospace" font-size="15">"#,
      #"<rect width="\#(width)" height="\#(height)" rx="6" fill="\#(palette.paper)"/>"#,
    ]
    for row in 0..<grid.size.rows {
      let runs = grid.runs(row: row, isolatingWide: true)
      lines += runs.compactMap { paper(behind: $0, row: row, palette) }
      lines += runs.compactMap { element(of: $0, row: row, palette) }
    }
    if let cursor = grid.cursor {
      lines.append(
        #"<rect x="\#(x(cursor.column))" y="\#(y(cursor.row))" width="\#(cellWidth)" "#
          + #"height="\#(cellHeight)" fill="\#(palette.text)" fill-opacity="0.25" "#
          + #"stroke="\#(palette.text)"/>"#)
    }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  /// The colour that lies behind most cells.
  private static func ground(of grid: CellGrid) -> Ink {
    var counts: [Ink: Int] = [:]
    for row in 0..<grid.size.rows {
      for run in grid.runs(row: row) { counts[run.style.background, default: 0] += run.width }
    }
    return counts.max { $0.value < $1.value }?.key ?? .standard
  }

  private func paper(behind run: StyledRun, row: Int, _ palette: SVGPalette) -> String? {
    guard let color = palette.colors(of: run.style).paper, color != palette.paper else {
      return nil
    }
    return #"<rect x="\#(x(run.column))" y="\#(y(row))" width="\#(run.width * cellWidth)" "#
      + #"height="\#(cellHeight)" fill="\#(color)" shape-rendering="crispEdges"/>"#
  }

  private func element(of run: StyledRun, row: Int, _ palette: SVGPalette) -> String? {
    let attributes = run.style.attributes
    guard attributes.contains(.underline) || run.text.contains(where: { $0 != " " }) else {
      return nil
    }
    var marks = #" fill="\#(palette.colors(of: run.style).text)""#
    if attributes.contains(.bold) { marks += #" font-weight="700""# }
    if attributes.contains(.dim) { marks += #" fill-opacity="0.6""# }
    if attributes.contains(.underline) { marks += #" text-decoration="underline""# }
    return #"<text x="\#(x(run.column))" y="\#(y(row) + 14)" "#
      + #"textLength="\#(run.width * cellWidth)" lengthAdjust="spacingAndGlyphs" "#
      + #"xml:space="preserve"\#(marks)>\#(SVGRendering.escaped(run.text))</text>"#
  }

  private func x(_ column: Int) -> Int { margin + column * cellWidth }

  private func y(_ row: Int) -> Int { margin + row * cellHeight }

  /// The text as XML allows it: control codes and non-characters are not allowed even as references.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
