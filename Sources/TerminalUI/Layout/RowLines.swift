import Terminal

/// A row in as many lines as its words need: first those of its title, then details without room beside it.
struct RowLines {
  private(set) var lines: [Line]
  /// How many of the lines hold the title.
  private(set) var titleCount: Int

  init(_ row: Row, _ columns: RowColumns) {
    let pieces = Self.title(of: row, columns)
    lines = pieces.map { Line($0.text, column: $0.column) }
    titleCount = lines.count
    lines[0].add(StyledText(row.marker), column: 0)
    if columns.leading > 0 { lines[0].add(row.leading, column: columns.leadingColumn) }
    if columns.isStacked {
      lines += Self.stacked(row.details, columns)
    } else if columns.yields {
      let last = pieces[pieces.count - 1]
      addDetails(row, columns, after: last.column + last.text.columns, to: lines.count - 1)
    } else {
      addDetails(row, columns, after: 0, to: 0)
    }
  }

  /// The same row with no more lines than these.
  func prefix(_ count: Int) -> RowLines {
    var row = self
    row.lines = Array(lines.prefix(count))
    row.titleCount = min(titleCount, count)
    return row
  }

  /// The cells of the title: enough to show the focus, and few enough for a slow line.
  func titleAreas(_ columns: RowColumns, first: Int) -> [Area] {
    let limit = columns.title + columns.titleWidth
    return lines.prefix(titleCount).enumerated().compactMap { index, line in
      let spans = line.spans.filter { $0.column >= columns.title && $0.column < limit }
      guard let start = spans.map(\.column).min(),
        let end = spans.map({ $0.column + $0.text.columns }).max()
      else { return nil }
      return Area(row: first + index, columns: start..<end)
    }
  }

  private static func title(
    of row: Row, _ columns: RowColumns
  ) -> [(text: StyledText, column: Int)] {
    let isLed = columns.leading == 0 && !row.leading.isEmpty
    let title = isLed ? .joined([row.leading, row.title], separator: "  ") : row.title
    var width = columns.titleWidth
    if columns.yields, title.columns > width { width = columns.width - columns.title }
    if title.columns <= width { return [(title, columns.title)] }
    let indent = isLed ? RowColumns.indent : 0
    return TextWrap.lines(title, width: width - indent).enumerated().map {
      ($0.element, columns.title + ($0.offset > 0 ? indent : 0))
    }
  }

  /// The details under a title: as many on a line as fit, and none broken while it fits on one.
  private static func stacked(_ details: [Row.Detail], _ columns: RowColumns) -> [Line] {
    let width = columns.titleWidth - RowColumns.indent
    var lines: [StyledText] = []
    var wasScale = false
    for detail in details {
      let text = detail.oneLine
      if text.isEmpty { continue }
      let isScale = if case .scale = detail { true } else { false }
      // A scale needs no dot: it has an end.
      let separator = isScale || wasScale ? " " : " · "
      wasScale = isScale
      if let last = lines.last, last.columns + separator.columns + text.columns <= width {
        lines[lines.count - 1] = .joined([last, text], separator: separator)
      } else {
        lines += TextWrap.lines(text, width: width)
      }
    }
    return lines.map { Line($0, column: columns.title + RowColumns.indent) }
  }

  /// Writes the details each in its column, or where the title has taken some of it, in what is left.
  private mutating func addDetails(
    _ row: Row, _ columns: RowColumns, after title: Int, to line: Int
  ) {
    var column = columns.title + columns.titleWidth + RowColumns.gap
    var end = title
    for (detail, place) in zip(row.details, columns.details) {
      let limit = column + place.width
      let start = max(column, end + RowColumns.gap)
      let text = detail.oneLine.yielding(to: limit - start)
      if !text.isEmpty {
        let shift = place.isNumber ? limit - start - text.columns : 0
        lines[line].add(text, column: start + shift)
        end = start + shift + text.columns
      }
      column += place.width + RowColumns.gap
    }
  }
}

extension StyledText {
  /// The narrowest piece of a detail that still tells something.
  private static let leastPiece = 8

  /// The text in a width: its last parts go first, then its end.
  fileprivate func yielding(to width: Int) -> StyledText {
    if columns <= width { return self }
    var parts = plain.split(separator: " · ")
    while parts.count > 1 {
      parts.removeLast()
      let rest = parts.joined(separator: " · ")
      if rest.columns <= width { return slice(0..<rest.utf8.count) }
    }
    return width >= Self.leastPiece ? shortened(to: width) : ""
  }
}
