import Terminal

/// Paints one laid out page over a grid.
struct Painter {
  let theme: Theme
  let words: InterfaceWords
  let layout: PageLayout
  /// True for the layer that has the keys.
  let isTop: Bool
  /// The keys below the page; nil for a page behind a dialog.
  let hints: HintLine?
  var grid = CellGrid(size: Size(columns: 0, rows: 0))

  private var columns: Int { layout.size.columns }

  init(theme: Theme, words: InterfaceWords, layout: PageLayout, isTop: Bool, hints: HintLine?) {
    self.theme = theme
    self.words = words
    self.layout = layout
    self.isTop = isTop
    self.hints = hints
  }

  /// Paints all but the focus.
  mutating func paint(message: StyledText?, notice: [StyledText]) {
    if layout.page.kind == .dialog {
      cover()
      paintDialogTitle()
    } else {
      paintTitle()
    }
    paintSidebar()
    paintBody()
    paintAside()
    paintRule(message)
    for (index, line) in notice.enumerated() {
      write(line, row: layout.ruleRow + 1 + index, column: 1, part: .message)
    }
    if let hints { paintHints(hints) }
  }

  /// Dims the pages below and clears the band for the dialog.
  private mutating func cover() {
    for row in 0..<layout.size.rows {
      if row < layout.top {
        grid.restyle(row: row, columns: 0..<columns, style: theme.style(.covered))
      } else {
        grid.fill(row: row)
      }
    }
  }

  private mutating func paintTitle() {
    for (row, line) in layout.title.path.enumerated() {
      write(line, row: row, column: 1, part: .title)
    }
    let status = layout.title.status
    write(status, row: 0, column: columns - 1 - status.columns, part: .status)
    rule(row: layout.origin.row - 1)
  }

  private mutating func paintDialogTitle() {
    rule(row: layout.top)
    let lines = layout.title.path
    if lines.count == 1 {
      if !lines[0].isEmpty {
        write(" " + lines[0] + " ", row: layout.top, column: 2, part: .title)
      }
    } else {
      for (index, line) in lines.enumerated() {
        write(line, row: layout.top + 1 + index, column: 1, part: .title)
      }
    }
  }

  private mutating func paintSidebar() {
    guard let sidebar = layout.sidebar else { return }
    for row in 0..<layout.height {
      let at = layout.origin.row + row
      write("│", row: at, column: sidebar.width, part: .rule)
      guard row < sidebar.sections.count else { continue }
      let section = sidebar.sections[row]
      let part: Theme.Part = section.isCurrent ? .currentSection : .section
      // Not the sign of the focus, which stands elsewhere.
      if section.isCurrent { write("*", row: at, column: 0, part: part) }
      write(section.key, row: at, column: 1, part: part)
      write(sidebar.labels[row], row: at, column: sidebar.labelColumn, part: part)
    }
  }

  private mutating func paintBody() {
    for index in layout.shown {
      let row = layout.origin.row + index - layout.memory.scroll
      for span in layout.flow.lines[index].spans {
        if span.part == .mark, !isTop { continue }
        paint(span, row: row, left: layout.origin.column)
      }
    }
  }

  private mutating func paintAside() {
    guard let aside = layout.aside else { return }
    for row in 0..<layout.height {
      let at = layout.origin.row + row
      write("│", row: at, column: aside.rule, part: .rule)
      guard row < aside.lines.count else { continue }
      for span in aside.lines[row].spans { paint(span, row: at, left: aside.rule + 2) }
    }
  }

  private mutating func paint(_ span: Span, row: Int, left: Int) {
    grid.write(
      span.text, row: row, column: left + span.column,
      style: theme.style(span.tone, in: span.part))
  }

  /// The rule below the body: a message at its left, how much more there is at its right.
  private mutating func paintRule(_ message: StyledText?) {
    rule(row: layout.ruleRow)
    var left = 2
    if let message, !message.isEmpty, isTop {
      let padded: StyledText = " " + message + " "
      write(padded, row: layout.ruleRow, column: left, part: .message)
      left += padded.columns
    }
    let more = " " + moreText + " "
    if more.columns > 2, left + more.columns + 4 <= columns {
      write(
        more, row: layout.ruleRow, column: columns - 2 - more.columns, part: .note)
    }
  }

  private var moreText: String {
    for stop in layout.flow.stops {
      if case .list(let list, _) = stop.kind, list.count > stop.targets.count {
        let selected = layout.memory.lists[list.id]?.selected ?? 0
        let whole = words.grouped(list.counted)
        guard let place = list.place(of: selected) else {
          let below = list.count - 1 - (stop.targets.last?.index ?? 0)
          return below > 0 ? words.moreBelow(below) : whole
        }
        return "\(words.grouped(place)) \(words.of) \(whole)"
      }
    }
    let above = layout.memory.scroll
    let below = layout.lastScroll - above
    if below > 0 { return words.moreBelow(below) }
    return above > 0 ? words.moreAbove(above) : ""
  }

  private mutating func paintHints(_ line: HintLine) {
    let row = layout.size.rows - 1
    for hint in line.hints {
      write(hint.key, row: row, column: hint.column, part: .hintKey)
      let column = hint.column + hint.key.columns + 1
      write(hint.title, row: row, column: column, part: .hintTitle)
    }
  }

  /// Lays the look of the focus over its cells, on the paper, and puts the hardware cursor there.
  mutating func paintFocus() {
    let scroll = layout.memory.scroll
    guard let stop = layout.focusedStop, layout.isShown(stop) else {
      let first = layout.shown.first { !layout.flow.lines[$0].spans.isEmpty }
      let row = layout.origin.row + (first ?? scroll) - scroll
      grid.cursor = Position(column: layout.origin.column, row: row)
      return
    }
    let isField = if case .field = stop.kind { true } else { false }
    let theme = theme
    let focus = theme.grounded(theme.style(.focus))
    for area in stop.areas where layout.shown.contains(area.row) {
      // A field keeps the look of its text; anything else takes the one look of the focus, because
      // colours and brightness added to it would not be readable everywhere.
      restyle(area) { isField ? theme.grounded(theme.typed($0)) : focus }
    }
    for mark in stop.marks where layout.shown.contains(mark.row) {
      let column = layout.origin.column + mark.column
      let row = layout.origin.row + mark.row - scroll
      grid.write(
        mark.sign, row: row, column: column, style: theme.grounded(theme.style(.mark)))
    }
    grid.cursor = Position(
      column: min(layout.origin.column + stop.cursor.column, columns - 1),
      row: layout.origin.row + stop.cursor.row - scroll)
  }

  private mutating func restyle(_ area: Area, _ change: (Style) -> Style) {
    let row = layout.origin.row + area.row - layout.memory.scroll
    let left = layout.origin.column
    let columns = left + area.columns.lowerBound..<left + area.columns.upperBound
    grid.restyle(row: row, columns: columns, change)
  }

  private mutating func rule(row: Int) {
    grid.fill(row: row, columns: 0..<columns, with: "─", style: theme.style(.rule))
  }

  private mutating func write(_ text: StyledText, row: Int, column: Int, part: Theme.Part) {
    var column = column
    for (index, run) in text.runs.enumerated() {
      grid.write(
        run.text, row: row, column: column,
        style: theme.style(run.tone, in: part))
      if index + 1 < text.runs.count { column += run.text.columns }
    }
  }

  private mutating func write(_ text: String, row: Int, column: Int, part: Theme.Part) {
    grid.write(text, row: row, column: column, style: theme.style(part))
  }
}
