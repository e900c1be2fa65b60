import Terminal

extension Turn {
  /// Lines that a turn of the wheel moves by.
  private static let wheelStep = 3

  /// Does what a click or a turn of the wheel means where it happened.
  mutating func point(_ mouse: MouseEvent) -> Bool {
    switch mouse.kind {
    case .released: return false
    case .wheelUp: return wheel(by: -Self.wheelStep)
    case .wheelDown: return wheel(by: Self.wheelStep)
    case .pressed: return click(column: mouse.column, row: mouse.row)
    }
  }

  private mutating func click(column: Int, row: Int) -> Bool {
    if row == layout.size.rows - 1 {
      let line = HintLine(actions, width: layout.size.columns, isTyping: field != nil)
      guard
        let hint = line.hints.first(where: { ($0.column..<$0.column + $0.width).contains(column) })
      else { return false }
      events.append(.actionInvoked(hint.action))
      return true
    }
    let line = row - layout.origin.row
    guard (0..<layout.height).contains(line) else { return false }
    if let sidebar = layout.sidebar, column < sidebar.width {
      guard sidebar.sections.indices.contains(line) else { return false }
      events.append(.sectionChosen(sidebar.sections[line].id))
      return true
    }
    let place = Position(
      column: column - layout.origin.column, row: line + memory.scroll)
    guard let hit = stop(at: place) else { return false }
    press(hit, at: place)
    return true
  }

  /// The place of the focus under a cell; the signs beside a button belong to it.
  private func stop(at place: Position) -> Stop? {
    layout.flow.stops.first { stop in
      stop.targets.contains { $0.area.holds(place) }
        || stop.areas.contains { $0.holds(place) }
        || stop.marks.contains { $0.row == place.row && $0.column == place.column }
    }
  }

  private mutating func press(_ stop: Stop, at place: Position) {
    let index = stop.targets.first { $0.area.holds(place) }?.index
    switch stop.kind {
    case .list(let list, _):
      if memory.focus.flatMap({ layout.focusables.list(under: $0) })?.id != list.id {
        focus(on: list.id)
      }
      if let index { _ = select(index, of: list) }
      activateRow(of: list)
    case .choice(let choice, _):
      focus(on: stop.id)
      choose(index ?? choice.standing(at: memory.option), of: choice)
    case .field(let field, let shape):
      let isFocused = memory.focus == field.id
      focus(on: stop.id)
      if isFocused { placeCursor(in: field, shape, at: place) }
    case .press, .link, .toggle:
      focus(on: stop.id)
      _ = activate()
    }
    memory.isReading = false
  }

  private mutating func placeCursor(in field: Field, _ shape: FieldShape, at place: Position) {
    let line = place.row - shape.origin.row
    guard shape.lines.indices.contains(line) else { return }
    let text = TextBuffer(field.text, cursor: nil)
    let cursor = text.place(at: max(0, place.column - shape.origin.column), in: shape.lines[line])
    memory.cursor = cursor == text.characters.count ? nil : cursor
  }
}

extension Area {
  fileprivate func holds(_ place: Position) -> Bool {
    row == place.row && columns.contains(place.column)
  }
}
