import Terminal

extension FlowBuilder {
  /// The fewest lines that a list shows.
  private static let fewestLines = 6

  /// Paints the rows of a list that are on the screen, and makes no others.
  func addList(_ list: List, to flow: inout Flow, width: Int, room: Int) {
    guard list.count > 0 else {
      if !list.emptyText.isEmpty { flow.add(list.emptyText, width: width) }
      return
    }
    // A list driven from a field stays on the screen with it; another may be scrolled to.
    let least = width >= RowColumns.roomForOneLine ? 1 : 2
    let isCramped = room < (focusables.isDriven(list) ? least : Self.fewestLines)
    let lines = isCramped ? max(room, min(Self.fewestLines, height)) : room
    let position = memory.position(of: list)
    let window = ListWindow(list, position, height: max(1, lines), width: width)
    var areas: [Area] = []
    var targets: [(area: Area, index: Int)] = []
    var rows = 0...0
    for (place, row) in window.rows.enumerated() {
      let first = flow.lines.count
      flow.lines += row.lines
      let index = window.offset + place
      for line in first..<flow.lines.count {
        targets.append((Area(row: line, columns: 0..<width), index))
      }
      guard index == position.selected else { continue }
      rows = first...flow.lines.count - 1
      areas = row.titleAreas(window.columns, first: first)
    }
    if let focus = memory.focus, focus != list.id, focusables.list(under: focus)?.id == list.id {
      select(areas, first: rows.lowerBound, in: &flow)
    }
    flow.stops.append(
      Stop(
        id: list.id, kind: .list(list, reach: max(1, window.rows.count - 1)), rows: rows,
        cursor: Position(column: window.columns.leadingColumn, row: rows.lowerBound),
        areas: areas, marks: [Mark(row: rows.lowerBound, column: -1, sign: ">")],
        targets: targets))
  }

  /// Gives the selected row of a list its look while the focus is in the field that drives it.
  private func select(_ areas: [Area], first: Int, in flow: inout Flow) {
    flow.lines[first].spans.append(Span(column: -1, text: ">", part: .mark))
    for area in areas {
      for index in flow.lines[area.row].spans.indices
      where area.columns.contains(flow.lines[area.row].spans[index].column) {
        flow.lines[area.row].spans[index].part = .selection
      }
    }
  }
}
