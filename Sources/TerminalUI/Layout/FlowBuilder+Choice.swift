import Terminal

extension FlowBuilder {
  /// The cells between options side by side; the last holds the sign of the focus.
  private static let optionGap = 3

  func addChoice(_ choice: Choice, to flow: inout Flow, width: Int, column: FormColumn) {
    let start = addLabel(choice.label, to: &flow, width: width, column: column)
    let room = width - start.column
    let note = noted(choice.note, isMissing: choice.isRequired && choice.selected.isEmpty)
    let length = choice.options.reduce(-Self.optionGap) {
      $0 + 4 + $1.title.columns + Self.optionGap
    }
    let isVertical =
      length > room || choice.options.contains { !$0.note.isEmpty || $0.title.contains("\n") }
    while flow.lines.count <= start.row { flow.lines.append(Line()) }
    var targets: [(area: Area, index: Int)] = []
    if isVertical {
      targets = addOptionsBelow(choice, to: &flow, at: start, width: width)
      if !note.isEmpty {
        flow.add(StyledText(note), width: width, column: start.column, part: .note)
      }
    } else {
      targets = addOptionsBeside(choice, to: &flow, at: start)
      if !note.isEmpty {
        if length + Self.optionGap + note.columns <= room {
          flow.lines[start.row].add(
            StyledText(note), column: start.column + max(length, 0) + Self.optionGap, part: .note)
        } else {
          flow.add(StyledText(note), width: width, column: start.column, part: .note)
        }
      }
    }
    addProblem(choice.problem, to: &flow, width: width, column: start.column)
    let isFocused = memory.focus == choice.id
    if isFocused { addHelp(choice.help, to: &flow, width: width, column: start.column) }
    guard !choice.options.isEmpty else { return }
    let option = choice.standing(at: memory.option)
    let areas = targets.filter { $0.index == option }.map(\.area)
    let row = areas.first?.row ?? start.row
    let left = areas.first?.columns.lowerBound ?? start.column
    flow.stops.append(
      Stop(
        id: choice.id, kind: .choice(choice, isVertical: isVertical),
        rows: 0...max(0, flow.lines.count - 1), cursor: Position(column: left + 1, row: row),
        areas: areas, marks: [Mark(row: row, column: left - 1, sign: ">")], targets: targets))
  }

  private func addOptionsBeside(
    _ choice: Choice, to flow: inout Flow, at start: Position
  ) -> [(area: Area, index: Int)] {
    var targets: [(area: Area, index: Int)] = []
    var column = start.column
    for (index, option) in choice.options.enumerated() {
      let text = choice.box(option) + option.title
      flow.lines[start.row].add(StyledText(text), column: column)
      let end = column + text.columns
      targets.append((Area(row: start.row, columns: column..<end), index))
      column = end + Self.optionGap
    }
    return targets
  }

  private func addOptionsBelow(
    _ choice: Choice, to flow: inout Flow, at start: Position, width: Int
  ) -> [(area: Area, index: Int)] {
    var targets: [(area: Area, index: Int)] = []
    var row = start.row
    let notes = Self.noteColumn(choice, left: start.column + 4, width: width)
    for (index, option) in choice.options.enumerated() {
      var part = Flow()
      part.add(StyledText(option.title), width: width, column: start.column + 4)
      part.lines[0].add(StyledText(choice.box(option)), column: start.column)
      let areas = part.lines.indices.map { part.area(row: $0, from: start.column) }
      if !option.note.isEmpty {
        if let notes {
          part.lines[0].add(StyledText(option.note), column: notes, part: .note)
        } else {
          part.add(
            StyledText(option.note), width: width, column: start.column + 4, part: .note)
        }
      }
      for area in areas {
        targets.append((Area(row: row + area.row, columns: area.columns), index))
      }
      flow.add(part, at: row, indent: 0)
      row += part.lines.count
    }
    return targets
  }

  /// The column of the notes beside all options; nil where they have no room there and stand below.
  private static func noteColumn(_ choice: Choice, left: Int, width: Int) -> Int? {
    let noted = choice.options.filter { !$0.note.isEmpty }
    guard !noted.contains(where: { $0.title.contains(where: \.isNewline) }) else { return nil }
    let column = left + (noted.map(\.title.columns).max() ?? 0) + optionGap
    return column + (noted.map(\.note.columns).max() ?? 0) <= width ? column : nil
  }

  func addToggle(_ toggle: Toggle, to flow: inout Flow, width: Int) {
    flow.add(StyledText(toggle.label), width: width, column: 4)
    let areas = flow.lines.indices.map { flow.area(row: $0, from: $0 == 0 ? 0 : 4) }
    flow.lines[0].add(StyledText(toggle.isOn ? "[x]" : "[ ]"), column: 0)
    addProblem(toggle.problem, to: &flow, width: width, column: 4)
    if memory.focus == toggle.id { addHelp(toggle.help, to: &flow, width: width, column: 4) }
    flow.stops.append(
      Stop(
        id: toggle.id, kind: .toggle(toggle), rows: 0...flow.lines.count - 1,
        cursor: Position(column: 1, row: 0), areas: areas,
        marks: [Mark(row: 0, column: -1, sign: ">")]))
  }
}

extension Choice {
  /// The sign before an option.
  fileprivate func box(_ option: Option) -> String {
    let isOn = selected.contains(option.value)
    return allowsMany ? (isOn ? "[x] " : "[ ] ") : (isOn ? "(•) " : "( ) ")
  }

  /// The option that the arrows stand on: the one they were moved to, the chosen one, or the first.
  func standing(at option: Int?) -> Int {
    let place = option ?? options.firstIndex { selected.contains($0.value) } ?? 0
    return min(max(place, 0), max(options.count - 1, 0))
  }
}
