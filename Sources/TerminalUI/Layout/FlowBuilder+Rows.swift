import Terminal

extension FlowBuilder {
  /// Writes rows under each other; `leading` is the widest that leads a row anywhere on the page.
  func addRows(_ rows: [Row], to flow: inout Flow, width: Int, leading: Int) {
    let columns = RowColumns(rows, width: width, leading: leading)
    for row in rows {
      let first = flow.lines.count
      let laid = RowLines(row, columns)
      flow.lines += laid.lines
      guard let id = row.id else { continue }
      flow.stops.append(
        Stop(
          id: id, kind: .press, rows: first...flow.lines.count - 1,
          cursor: Position(column: columns.leadingColumn, row: first),
          areas: laid.titleAreas(columns, first: first),
          marks: [Mark(row: first, column: -1, sign: ">")],
          targets: laid.lines.indices.map { (Area(row: first + $0, columns: 0..<width), 0) }))
    }
  }

  /// The widest that leads a row of these views, so that groups of rows share a column.
  static func leading(of views: [View]) -> Int {
    views.reduce(0) { widest, view in
      guard case .rows(let rows) = view else { return widest }
      return rows.reduce(widest) { max($0, $1.leading.columns) }
    }
  }
}
