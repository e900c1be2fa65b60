import Terminal

extension FlowBuilder {
  /// The width from which a row of a list takes one line.
  private static let roomForOneLine = 60
  /// The fewest lines that a list shows.
  private static let fewestLines = 6

  /// Paints the rows of a list that are on the screen, and makes no others.
  func addList(_ list: List, to flow: inout Flow, width: Int, room: Int) {
    guard list.count > 0 else {
      if !list.emptyText.isEmpty { flow.add(list.emptyText, width: width) }
      return
    }
    let perRow = width >= Self.roomForOneLine ? 1 : 2
    // A list driven from a field stays on the screen with it; another may be scrolled to.
    let isCramped = room < (focusables.isDriven(list) ? perRow : Self.fewestLines)
    let lines = isCramped ? max(room, min(Self.fewestLines, height)) : room
    let shown = min(list.count, max(1, lines / perRow))
    let position = memory.position(of: list)
    let offset = Self.offset(position, shown: shown, count: list.count)
    let rows = (offset..<offset + shown).map(list.row)
    var columns = RowColumns(rows, width: width)
    columns.fit(rows: perRow, width: width)
    var areas: [Area] = []
    var targets: [(area: Area, index: Int)] = []
    for (index, row) in rows.enumerated() {
      for line in Self.lines(of: row, columns, count: perRow) {
        let area = Area(row: flow.lines.count, columns: 0..<width)
        targets.append((area, offset + index))
        if offset + index == position.selected { areas.append(area) }
        flow.lines.append(line)
      }
    }
    let first = areas.first?.row ?? 0
    let mark = Mark(row: first, column: -1, sign: ">")
    if let focus = memory.focus, focus != list.id, focusables.list(under: focus)?.id == list.id {
      flow.lines[first].spans.append(Span(column: -1, text: ">", part: .mark))
      for area in areas {
        for index in flow.lines[area.row].spans.indices {
          flow.lines[area.row].spans[index].part = .selection
        }
      }
    }
    flow.stops.append(
      Stop(
        id: list.id, kind: .list(list, reach: max(1, shown - 1)),
        rows: first...first + perRow - 1,
        cursor: Position(column: columns.marker > 0 ? columns.marker + 1 : 0, row: first),
        areas: areas, marks: [mark], targets: targets))
  }

  /// The first row shown so that the selected one is, moved no further than needed.
  static func offset(_ position: LayerMemory.ListPosition, shown: Int, count: Int) -> Int {
    var offset = min(position.offset, position.selected)
    offset = max(offset, position.selected - shown + 1)
    return min(max(0, offset), max(0, count - shown))
  }

  private static func lines(
    of row: Row, _ columns: RowColumns, count: Int
  ) -> [Line] {
    var title = row.title
    if columns.leading == 0 { title = .joined([row.leading, title], separator: "  ") }
    if count > 1, row.details.allSatisfy(\.oneLine.isEmpty), row.marker.isEmpty {
      return wrapped(title, row, columns, count: count)
    }
    var line = Line(title.shortened(to: columns.titleWidth), column: columns.title)
    line.add(StyledText(row.marker, .strong), column: 0)
    if columns.leading > 0 {
      line.add(row.leading, column: columns.marker > 0 ? columns.marker + 1 : 0)
    }
    if count == 1 {
      addDetails(row, columns, to: &line)
      return [line]
    }
    let details = StyledText.joined(row.details.map(\.oneLine), separator: " · ")
    return [line, Line(details.shortened(to: columns.titleWidth), column: columns.title)]
  }
}

extension FlowBuilder {
  /// A row without details: its title has their line, too.
  private static func wrapped(
    _ title: StyledText, _ row: Row, _ columns: RowColumns, count: Int
  ) -> [Line] {
    let pieces = TextWrap.lines(title, width: columns.titleWidth)
    var lines = pieces.prefix(count).enumerated().map { index, piece in
      let isCut = index == count - 1 && pieces.count > count
      let text = isCut ? (piece + "…").shortened(to: columns.titleWidth) : piece
      return Line(text, column: columns.title)
    }
    while lines.count < count { lines.append(Line()) }
    if columns.leading > 0 { lines[0].add(row.leading, column: 0) }
    return lines
  }
}

extension RowColumns {
  /// Gives a list its columns: details take at most half of the width, or a line of their own.
  fileprivate mutating func fit(rows: Int, width: Int) {
    guard rows == 1 else {
      isStacked = true
      // The title has two lines; what leads it leaves it room, or stands in its first line.
      if leading * 3 > width {
        leading = 0
        title = marker > 0 ? marker + 1 : 0
      }
      titleWidth = width - title
      return
    }
    isStacked = false
    var excess = detailsWidth - (width - title) / 2
    while excess > 0,
      let widest = details.indices.max(by: { details[$0].width < details[$1].width })
    {
      let cut = min(excess, details[widest].width - details[widest].width / 2)
      if cut == 0 { break }
      details[widest].width -= cut
      excess -= cut
    }
    titleWidth = width - title - detailsWidth
  }
}
