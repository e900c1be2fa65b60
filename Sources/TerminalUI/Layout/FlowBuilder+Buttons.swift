import Terminal

extension FlowBuilder {
  /// Writes buttons side by side; the cells around each hold the signs of the focus.
  func addButtons(_ buttons: [Button], to flow: inout Flow, width: Int) {
    var column = 0
    var row = 0
    for button in buttons {
      let title = button.isEnabled ? button.title : "\(button.title) (\(words.unavailable))"
      if column > 0, column + title.columns > width {
        row = flow.lines.count
        column = 0
      }
      let lines = TextWrap.lines(StyledText(title), width: width - column)
      while flow.lines.count < row + lines.count { flow.lines.append(Line()) }
      for (index, line) in lines.enumerated() {
        flow.lines[row + index].add(
          line, column: column, part: button.isEnabled ? .body : .disabled)
      }
      let areas = lines.enumerated().map {
        Area(row: row + $0.offset, columns: column..<column + $0.element.columns)
      }
      if button.isEnabled, let last = areas.last {
        flow.stops.append(
          Stop(
            id: button.id, kind: .press, rows: row...last.row,
            cursor: Position(column: column, row: row), areas: areas,
            marks: [
              Mark(row: row, column: column - 1, sign: ">"),
              Mark(row: last.row, column: last.columns.upperBound, sign: "<"),
            ]))
      }
      column += title.columns + 3
    }
  }

  func addProgress(
    _ progress: Progress, to flow: inout Flow, width: Int, column: FormColumn
  ) {
    let bar = ProgressBar.text(done: progress.done, total: progress.total)
    var text = progress.text
    if text.isEmpty, progress.total > 0 { text = "\(progress.done) \(words.of) \(progress.total)" }
    let line = StyledText.joined([StyledText(bar), StyledText(text)], separator: " ")
    if column.holds(progress.label) {
      if !progress.label.isEmpty {
        flow.lines.append(Line(StyledText(progress.label), part: .label))
      }
      var value = Flow()
      value.add(line, width: width - column.value)
      flow.add(value, at: 0, indent: progress.label.isEmpty ? 0 : column.value)
    } else {
      if !progress.label.isEmpty {
        flow.add(StyledText(progress.label), width: width, part: .label)
      }
      flow.add(line, width: width, column: progress.label.isEmpty ? 0 : 2)
    }
  }
}
