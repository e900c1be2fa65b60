import Terminal

extension Turn {
  /// Moves the focus to the next or previous place, from the last to the first.
  mutating func cycle(by step: Int) -> Bool {
    let order = layout.focusables.order
    guard !order.isEmpty else { return false }
    guard let focus = memory.focus, let index = order.firstIndex(of: focus) else {
      self.focus(on: order[step > 0 ? 0 : order.count - 1])
      return true
    }
    self.focus(on: order[(index + step + order.count) % order.count])
    return true
  }

  /// Moves by a line: within a list or a choice, to the nearest place of the focus that is shown, or
  /// the page itself.
  mutating func moveLine(down: Bool) -> Bool {
    if let list, select(memory.position(of: list).selected + (down ? 1 : -1), of: list) {
      return true
    }
    if case .choice(let choice, true)? = stop?.kind, moveOption(down ? 1 : -1, of: choice) {
      return true
    }
    let candidate = nearest(down: down)
    if let candidate, layout.holds(candidate, in: layout.shown) || isNext(candidate, down: down) {
      glide(to: candidate)
      return true
    }
    let scroll = memory.scroll + (down ? 1 : -1)
    guard (0...layout.lastScroll).contains(scroll) else {
      guard let candidate else { return false }
      focus(on: candidate.id)
      return true
    }
    memory.scroll = scroll
    memory.isReading = true
    let shown = scroll..<scroll + layout.height
    if let candidate, layout.holds(candidate, in: shown) { glide(to: candidate) }
    return true
  }

  /// True where nothing but a blank line lies between the focus and another place, so that there is nothing
  /// to read on the way.
  private func isNext(_ other: Stop, down: Bool) -> Bool {
    guard let stop, layout.isShown(stop), other.rows.count <= layout.height else { return false }
    let lines =
      down
      ? stop.rows.upperBound + 1..<other.rows.lowerBound
      : other.rows.upperBound + 1..<stop.rows.lowerBound
    return lines.count <= 1 && lines.allSatisfy { layout.flow.lines[$0].spans.isEmpty }
  }

  /// Moves the focus to a place that is shown; the page stays where it is but for a line around it.
  private mutating func glide(to stop: Stop) {
    focus(on: stop.id)
    memory.isGliding = true
  }

  /// The place of the focus next above or below, in the column closest to where the focus is.
  private func nearest(down: Bool) -> Stop? {
    let edge: Int
    let column: Int
    if let stop, layout.isShown(stop) {
      edge = down ? stop.rows.upperBound : stop.rows.lowerBound
      column = stop.cursor.column
    } else {
      // Whoever reads on without the focus goes on from the edge of the screen.
      edge = down ? layout.shown.lowerBound - 1 : layout.shown.upperBound
      column = 0
    }
    let stops = layout.flow.stops
    var best: (index: Int, distance: Int, aside: Int)?
    // By their places: a copy of each would cost more than the search.
    for index in stops.indices {
      let rows = stops[index].rows
      guard down ? rows.lowerBound > edge : rows.upperBound < edge else { continue }
      let distance = down ? rows.lowerBound : -rows.upperBound
      let aside = abs(stops[index].cursor.column - column)
      if let best, (best.distance, best.aside) <= (distance, aside) { continue }
      best = (index, distance, aside)
    }
    return best.map { stops[$0.index] }
  }

  /// Moves among options, or among the places of the focus on the same line.
  mutating func moveAside(right: Bool) -> Bool {
    guard let stop else { return false }
    if case .choice(let choice, _) = stop.kind, moveOption(right ? 1 : -1, of: choice) {
      return true
    }
    let row = stop.cursor.row
    let column = stop.cursor.column
    let beside = layout.flow.stops.filter {
      $0.id != stop.id && $0.rows.contains(row)
        && (right ? $0.cursor.column > column : $0.cursor.column < column)
    }
    let next = beside.min { abs($0.cursor.column - column) < abs($1.cursor.column - column) }
    guard let next else { return false }
    focus(on: next.id)
    return true
  }

  private mutating func moveOption(_ step: Int, of choice: Choice) -> Bool {
    let place = choice.standing(at: memory.option) + step
    guard choice.options.indices.contains(place) else { return false }
    memory.option = place
    memory.isReading = false
    return true
  }

  /// Moves by a screenful, and the focus with it.
  mutating func turnPage(down: Bool) -> Bool {
    if let list, let reach = reach(of: list) {
      let moved = select(
        memory.position(of: list).selected + (down ? reach : -reach), of: list)
      if moved { return true }
    }
    // Two lines stay in sight, so that one sees where one was.
    let step = max(1, layout.height - (layout.height > 6 ? 2 : 1))
    return scroll(to: memory.scroll + (down ? step : -step), down: down)
  }

  /// Goes to the first or the last line.
  mutating func jump(toEnd: Bool) -> Bool {
    if let list, select(toEnd ? list.count - 1 : 0, of: list) { return true }
    return scroll(to: toEnd ? layout.lastScroll : 0, down: toEnd)
  }

  private func reach(of list: List) -> Int? {
    if case .list(_, let reach)? = layout.stop(list.id)?.kind { return reach }
    return nil
  }

  /// Scrolls the page; the focus goes to the first place shown, or at an end of the page to the
  /// place nearest to it.
  private mutating func scroll(to line: Int, down: Bool) -> Bool {
    let target = min(max(0, line), layout.lastScroll)
    let shown = target..<target + layout.height
    let visible = layout.flow.stops.filter { shown.contains($0.cursor.row) }
    let isAtEnd = down && (target == layout.lastScroll)
    let isMoved = target != memory.scroll
    let goal = isAtEnd ? visible.last : visible.first
    guard isMoved || (goal != nil && goal?.id != memory.focus) else { return false }
    if let goal { focus(on: goal.id) }
    memory.scroll = target
    memory.isReading = true
    return true
  }

  /// Scrolls by lines without moving the focus; it follows when one moves it again.
  mutating func wheel(by lines: Int) -> Bool {
    if layout.lastScroll == 0 {
      guard let list else { return false }
      return select(memory.position(of: list).selected + lines, of: list)
    }
    let target = min(max(0, memory.scroll + lines), layout.lastScroll)
    guard target != memory.scroll else { return false }
    memory.scroll = target
    memory.isReading = true
    return true
  }
}
