import Terminal

/// How the columns of rows stand: beside each other, or details under titles.
struct RowColumns {
  var marker = 0
  var leading = 0
  /// The column at which titles begin.
  var title = 0
  var titleWidth = 0
  /// The widths of the details, and which of them hold numbers.
  var details: [(width: Int, isNumber: Bool)] = []
  var isStacked = false

  static let gap = 2
  /// The width that short titles leave to each other, so that their details are not far away.
  private static let shortTitle = 40

  init(_ rows: [Row], width: Int) {
    var natural = 0
    for row in rows {
      marker = max(marker, row.marker.columns)
      leading = max(leading, row.leading.columns)
      natural = max(natural, row.title.columns)
      for (index, detail) in row.details.enumerated() {
        if index == details.count { details.append((0, true)) }
        let text = detail.oneLine
        details[index].width = max(details[index].width, text.columns)
        if !text.isEmpty, !text.isNumber { details[index].isNumber = false }
      }
    }
    if leading > width / 2 { leading = 0 }
    title = (marker > 0 ? marker + 1 : 0) + (leading > 0 ? leading + Self.gap : 0)
    let room = width - title - detailsWidth
    titleWidth = details.isEmpty ? room : min(room, max(natural, Self.shortTitle))
    // Short details stay at the right of titles that wrap; long ones move under them.
    let leavesRoom = room >= 34 && room * 3 >= width * 2
    if !details.isEmpty, natural > room, !leavesRoom {
      isStacked = true
      titleWidth = width - title
    }
  }

  /// The cells that the details take, with the gaps before them.
  var detailsWidth: Int { details.reduce(0) { $0 + $1.width + Self.gap } }
}

extension FlowBuilder {
  func addRows(_ rows: [Row], to flow: inout Flow, width: Int) {
    let columns = RowColumns(rows, width: width)
    for row in rows {
      let first = flow.lines.count
      let (lines, titleCount) = Self.lines(of: row, columns)
      flow.lines += lines
      guard let id = row.id else { continue }
      flow.stops.append(
        Stop(
          id: id, kind: .press, rows: first...flow.lines.count - 1,
          cursor: Position(column: columns.marker > 0 ? columns.marker + 1 : 0, row: first),
          areas: Self.titleAreas(lines.prefix(titleCount), columns, first: first),
          marks: [Mark(row: first, column: -1, sign: ">")],
          targets: lines.indices.map { (Area(row: first + $0, columns: 0..<width), 0) }))
    }
  }

  /// The cells of the title: enough to show the focus, and few enough for a slow line.
  private static func titleAreas(
    _ lines: some Collection<Line>, _ columns: RowColumns, first: Int
  ) -> [Area] {
    let limit = columns.title + columns.titleWidth
    return lines.enumerated().compactMap { index, line in
      let spans = line.spans.filter { $0.column >= columns.title && $0.column < limit }
      guard let start = spans.map(\.column).min(),
        let end = spans.map({ $0.column + $0.text.columns }).max()
      else { return nil }
      return Area(row: first + index, columns: start..<end)
    }
  }

  /// The lines of a row, and how many of them hold its title.
  private static func lines(of row: Row, _ columns: RowColumns) -> (lines: [Line], title: Int) {
    var title = row.title
    if columns.leading == 0 { title = .joined([row.leading, title], separator: "  ") }
    var lines = TextWrap.lines(title, width: columns.titleWidth).map {
      Line($0, column: columns.title)
    }
    let titleCount = lines.count
    lines[0].add(StyledText(row.marker, .strong), column: 0)
    if columns.leading > 0 {
      lines[0].add(row.leading, column: columns.marker > 0 ? columns.marker + 1 : 0)
    }
    if columns.isStacked {
      let details = StyledText.joined(row.details.map(\.oneLine), separator: " · ")
      if !details.isEmpty {
        lines += TextWrap.lines(details, width: columns.titleWidth).map {
          Line($0, column: columns.title)
        }
      }
    } else {
      addDetails(row, columns, to: &lines[0])
    }
    return (lines, titleCount)
  }

  /// Writes the details of a row after the title, each in its column, cut where a list is narrow.
  static func addDetails(_ row: Row, _ columns: RowColumns, to line: inout Line) {
    var column = columns.title + columns.titleWidth + RowColumns.gap
    for (detail, place) in zip(row.details, columns.details) {
      let text = detail.oneLine.shortened(to: place.width)
      let shift = place.isNumber ? place.width - text.columns : 0
      line.add(text, column: column + shift)
      column += place.width + RowColumns.gap
    }
  }
}

extension Row.Detail {
  /// The detail as it is painted.
  var oneLine: StyledText {
    switch self {
    case .text(let text): text
    case .progress(let done, let total, let text):
      .joined([StyledText(ProgressBar.text(done: done, total: total)), text], separator: " ")
    case .scale(let scale): StyledText(scale.bar)
    }
  }
}

/// A bar of ten cells, in signs that 8-bit consoles have.
enum ProgressBar {
  static let width = 10

  /// The bar, full only when all is done; empty where the whole is not known.
  static func text(done: Int, total: Int) -> String {
    guard total > 0 else { return "" }
    let done = min(max(done, 0), total)
    let filled = done * width / total
    return String(repeating: "▓", count: filled) + String(repeating: "░", count: width - filled)
  }
}

extension StyledText {
  /// True for numbers and amounts, which are aligned to the right.
  fileprivate var isNumber: Bool {
    runs.allSatisfy { $0.text.unicodeScalars.allSatisfy(Self.numberSigns.contains) }
  }

  private static let numberSigns = Set("0123456789 \u{A0}\u{202F},.+-−₽%".unicodeScalars)
}
