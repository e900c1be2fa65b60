import Terminal

extension FlowBuilder {
  /// The cells between the columns of a table; they hold the signs of the focus.
  private static let columnGap = 2
  /// The narrowest that a column of a table may be made by wrapping its cells.
  private static let narrowestColumn = 6

  func addTable(_ table: Table, to flow: inout Flow, width: Int) {
    guard let widths = Self.widths(of: table, width: width) else {
      if table.readsByColumn {
        addColumns(table, to: &flow, width: width)
      } else {
        addStacked(table, to: &flow, width: width)
      }
      return
    }
    var lefts: [Int] = []
    var left = 0
    for width in widths {
      lefts.append(left)
      left += width + Self.columnGap
    }
    if table.columns.contains(where: { !$0.isEmpty }) {
      var header = Flow()
      for (index, title) in table.columns.enumerated() where index < widths.count {
        var cell = Flow()
        cell.add(StyledText(title), width: widths[index], part: .label)
        header.add(cell, at: 0, indent: lefts[index])
      }
      flow.append(header)
    }
    for row in table.rows {
      var line = Flow(lines: [Line()])
      for (index, cell) in row.enumerated() where index < widths.count {
        line.add(Self.flow(of: cell, width: widths[index]), at: 0, indent: lefts[index])
      }
      flow.append(line)
    }
  }

  private static func flow(of cell: Table.Cell, width: Int) -> Flow {
    var flow = Flow()
    flow.add(cell.text, width: width)
    guard let id = cell.id else { return flow }
    let areas = flow.lines.indices.map { flow.area(row: $0, from: 0) }
    flow.stops.append(
      Stop(
        id: id, kind: .press, rows: 0...flow.lines.count - 1,
        cursor: Position(column: 0, row: 0), areas: areas,
        marks: [
          Mark(row: 0, column: -1, sign: ">"),
          Mark(
            row: flow.lines.count - 1, column: areas.last?.columns.upperBound ?? 0, sign: "<"),
        ]))
    return flow
  }

  /// The widths of the columns, cells wrapped where they must be; nil where there is no room at all.
  private static func widths(of table: Table, width: Int) -> [Int]? {
    let count = max(table.columns.count, table.rows.map(\.count).max() ?? 0)
    guard count > 0 else { return [] }
    var widths = Array(repeating: 1, count: count)
    var least = Array(repeating: 1, count: count)
    func measure(_ text: String, _ index: Int) {
      widths[index] = max(widths[index], text.columns)
      let longest = text.split(separator: " ").reduce(0) { max($0, $1.columns) }
      least[index] = max(least[index], min(longest, text.columns))
    }
    for (index, title) in table.columns.enumerated() { measure(title, index) }
    for row in table.rows {
      for (index, cell) in row.enumerated() { measure(cell.text.plain, index) }
    }
    for index in least.indices {
      least[index] = min(widths[index], max(least[index], narrowestColumn))
    }
    var excess = widths.reduce(0, +) + columnGap * (count - 1) - width
    while excess > 0 {
      guard
        let widest = widths.indices.filter({ widths[$0] > least[$0] })
          .max(by: { widths[$0] < widths[$1] })
      else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// A table on a narrow screen: each row a paragraph, each cell after its column's title.
  private func addStacked(_ table: Table, to flow: inout Flow, width: Int) {
    for (number, row) in table.rows.enumerated() {
      if number > 0 { flow.lines.append(Line()) }
      for (index, cell) in row.enumerated() where !cell.text.isEmpty {
        let title = index < table.columns.count ? table.columns[index] : ""
        let indent = index == 0 ? 0 : 2
        let prefix = title.isEmpty ? "" : title + ": "
        let room = width - indent - prefix.columns
        if room >= Self.narrowestColumn * 2 || room >= cell.text.columns {
          let at = flow.lines.count
          flow.add(Self.flow(of: cell, width: room), at: at, indent: indent + prefix.columns)
          flow.lines[at].add(StyledText(prefix), column: indent, part: .label)
        } else {
          flow.add(StyledText(prefix), width: width, column: indent, part: .label)
          flow.append(Self.flow(of: cell, width: width - indent - 2), indent: indent + 2)
        }
      }
    }
  }

  /// A table on a narrow screen, read by columns: each a line of its cells that can be chosen, after its title.
  private func addColumns(_ table: Table, to flow: inout Flow, width: Int) {
    let room = (table.columns.map(\.columns).max() ?? 0) + Self.columnGap
    for (index, title) in table.columns.enumerated() where !title.isEmpty {
      let cells = table.rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
        .filter { $0.id != nil }
      var line = flow.lines.count
      flow.lines.append(Line())
      flow.lines[line].add(StyledText(title), column: 0, part: .label)
      if cells.isEmpty { flow.lines[line].add(StyledText("–", .dim), column: room) }
      var column = room
      for cell in cells {
        let needed = cell.text.columns
        if column > room, column + needed > width {
          column = room
          line = flow.lines.count
        }
        flow.add(Self.flow(of: cell, width: min(needed, width - room)), at: line, indent: column)
        column += needed + Self.columnGap
      }
    }
  }
}
