extension SemanticReader {
  func node(_ alert: Alert, _ memory: LayerMemory) -> SemanticNode {
    let state: SemanticNode.State =
      switch alert.kind {
      case .problem: .problem
      case .warning: .warning
      case .success: .success
      case .note: .note
      }
    let lines = alert.lines.enumerated().map { index, line in
      guard let target = line.target else { return SemanticNode(.text, line.text.plain) }
      return SemanticNode(
        .link, line.text.plain, states: focused(memory, Focusables.link(index, to: target)))
    }
    return SemanticNode(.alert, alert.title.plain, states: [state], children: lines)
  }

  func node(_ fact: Fact, _ memory: LayerMemory) -> SemanticNode {
    if fact.body.count == 1, case .text(let text) = fact.body[0] {
      return SemanticNode(.text, fact.label, value: text.plain)
    }
    return SemanticNode(.group, fact.label, children: nodes(fact.body, memory))
  }

  func node(
    _ row: Row, _ role: SemanticNode.Role, _ states: [SemanticNode.State]
  ) -> SemanticNode {
    let parts = [row.marker, row.leading.plain] + row.details.map { text($0) }
    return SemanticNode(
      role, row.title.plain, states: states,
      value: parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }

  /// A detail in words.
  func text(_ detail: Row.Detail) -> String {
    switch detail {
    case .text(let text): text.plain
    case .progress(let done, let total, let text):
      text.isEmpty && total > 0 ? "\(done) \(words.of) \(total)" : text.plain
    case .scale: ""
    case .code(let code): code
    }
  }

  func node(_ list: List, _ memory: LayerMemory) -> SemanticNode {
    guard list.count > 0 else {
      return SemanticNode(.list, list.label, value: list.emptyText.plain)
    }
    let position = memory.position(of: list)
    let first = min(position.offset, position.selected)
    let shown = max(mostRows, 1)
    let start = max(first, position.selected - shown + 1)
    let rows = (start..<min(list.count, start + shown)).map { index in
      node(list.row(index), .listitem, index == position.selected ? [.selected] : [])
    }
    return SemanticNode(
      .list, list.label, states: focused(memory, list.id),
      value: words.grouped(list.counted), children: rows)
  }

  func node(_ table: Table, _ memory: LayerMemory) -> SemanticNode {
    let rows = table.rows.map { row in
      let cells = row.enumerated().filter { !$0.element.text.isEmpty }.map { index, cell in
        let column = index < table.columns.count ? table.columns[index] : ""
        return SemanticNode(
          .cell, cell.id == nil ? column : cell.words, states: focused(memory, cell.id),
          value: cell.id == nil ? cell.text.plain : column)
      }
      return SemanticNode(.row, "", children: cells)
    }
    return SemanticNode(.table, table.label, children: rows)
  }

  func node(_ field: Field, _ memory: LayerMemory) -> SemanticNode {
    var states = focused(memory, field.id)
    if field.problem != nil { states.append(.invalid) }
    if field.isRequired { states.append(.required) }
    let hints = hints(field.note, field.help, field.problem, isFocused: memory.focus == field.id)
    let value = field.isSecret ? String(repeating: "*", count: field.text.count) : field.text
    return SemanticNode(.textfield, field.label, states: states, value: value, children: hints)
  }

  func node(_ choice: Choice, _ memory: LayerMemory) -> SemanticNode {
    var states = focused(memory, choice.id)
    if choice.problem != nil { states.append(.invalid) }
    if choice.isRequired { states.append(.required) }
    let standing = choice.standing(at: memory.option)
    let isFocused = memory.focus == choice.id
    let options = choice.options.enumerated().map { index, option in
      var states: [SemanticNode.State] = []
      if choice.selected.contains(option.value) { states.append(.checked) }
      if isFocused, index == standing { states.append(.selected) }
      return SemanticNode(
        choice.allowsMany ? .checkbox : .radio, option.title, states: states, value: option.note)
    }
    return SemanticNode(
      choice.allowsMany ? .group : .radiogroup, choice.label, states: states,
      value: choice.options.filter { choice.selected.contains($0.value) }.map(\.title)
        .joined(separator: ", "),
      children: options + hints(choice.note, choice.help, choice.problem, isFocused: isFocused))
  }

  func node(_ toggle: Toggle, _ memory: LayerMemory) -> SemanticNode {
    var states = focused(memory, toggle.id)
    if toggle.isOn { states.append(.checked) }
    if toggle.problem != nil { states.append(.invalid) }
    return SemanticNode(
      .checkbox, toggle.label, states: states,
      children: hints("", toggle.help, toggle.problem, isFocused: memory.focus == toggle.id))
  }

  private func hints(
    _ note: String, _ help: String, _ problem: String?, isFocused: Bool
  ) -> [SemanticNode] {
    var nodes: [SemanticNode] = []
    if !note.isEmpty { nodes.append(SemanticNode(.text, note)) }
    if let problem { nodes.append(SemanticNode(.alert, problem, states: [.problem])) }
    if isFocused, !help.isEmpty { nodes.append(SemanticNode(.text, help)) }
    return nodes
  }
}
