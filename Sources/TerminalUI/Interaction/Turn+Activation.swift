import Terminal

extension Turn {
  /// Does what Enter or Space means on the focus; false where nothing has it.
  mutating func activate() -> Bool {
    guard let stop else { return false }
    // What cannot be seen is shown first and pressed by the next key.
    guard layout.isShown(stop) else {
      memory.isReading = false
      return true
    }
    switch stop.kind {
    case .press:
      events.append(.activated(stop.id))
    case .link(let target):
      follow(target)
    case .field:
      return false
    case .choice(let choice, _):
      choose(choice.standing(at: memory.option), of: choice)
    case .toggle(let toggle):
      events.append(.toggled(toggle.id, !toggle.isOn))
    case .list(let list, _):
      activateRow(of: list)
    }
    memory.isReading = false
    return true
  }

  /// Goes to the view that a notice's line leads to, or tells the screen where it is elsewhere.
  mutating func follow(_ target: ViewID) {
    if layout.focusables.contains(target) {
      focus(on: target)
    } else {
      events.append(.activated(target))
    }
  }

  /// Chooses an option: alone, or with others where many may be chosen.
  mutating func choose(_ index: Int, of choice: Choice) {
    guard choice.options.indices.contains(index) else { return }
    let value = choice.options[index].value
    memory.option = index
    var selected = choice.selected
    if choice.allowsMany {
      if selected.remove(value) == nil { selected.insert(value) }
    } else {
      selected = [value]
    }
    events.append(.chosen(choice.id, selected))
  }

  mutating func activateRow(of list: List) {
    guard list.count > 0 else { return }
    events.append(.activated(list.row(memory.position(of: list).selected).id ?? list.id))
  }
}
