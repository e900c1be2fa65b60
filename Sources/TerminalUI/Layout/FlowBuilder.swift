import Terminal

/// Turns views into lines of a width.
///
/// The lines depend on the focus only where a view says more while it has it (a field's help).
struct FlowBuilder {
  var words: InterfaceWords
  var memory: LayerMemory
  var focusables: Focusables
  /// The number of lines that the body shows at once.
  var height: Int

  /// The width from which labels stand at the left of what they label.
  static let roomForLabels = 50
  /// Columns that a label may have to stand beside its value where there is less.
  static let shortLabel = 10
  /// The widest column of labels on a body of a width: a third of it where there is room to spare.
  static func widestLabel(_ width: Int) -> Int { width >= 70 ? min(width / 3, 32) : 16 }

  /// The lines of views under each other.
  func flow(_ views: [View], width: Int) -> Flow {
    var flow = Flow()
    var hasGap = false
    let column = FormColumn(views, width: width)
    let leading = Self.leading(of: views)
    for view in views {
      if case .gap = view {
        hasGap = !flow.lines.isEmpty
        continue
      }
      var part = Flow()
      let above = flow.lines.count + (hasGap ? 1 : 0)
      add(view, to: &part, width: width, column: column, leading: leading, room: height - above)
      if part.lines.isEmpty { continue }
      if hasGap {
        flow.lines.append(Line())
        hasGap = false
      }
      flow.append(part)
    }
    return flow
  }

  private func add(
    _ view: View, to flow: inout Flow, width: Int, column: FormColumn, leading: Int, room: Int
  ) {
    switch view {
    case .gap: break
    case .heading(let title, let note): addHeading(title, note: note, to: &flow, width: width)
    case .text(let text): if !text.isEmpty { flow.add(text, width: width) }
    case .alert(let alert): addAlert(alert, to: &flow, width: width)
    case .facts(let facts): addFacts(facts, to: &flow, width: width, column: column)
    case .rows(let rows): addRows(rows, to: &flow, width: width, leading: leading)
    case .list(let list): addList(list, to: &flow, width: width, room: room)
    case .table(let table): addTable(table, to: &flow, width: width)
    case .field(let field): addField(field, to: &flow, width: width, column: column)
    case .choice(let choice): addChoice(choice, to: &flow, width: width, column: column)
    case .toggle(let toggle): addToggle(toggle, to: &flow, width: width)
    case .buttons(let buttons): addButtons(buttons, to: &flow, width: width)
    case .progress(let progress): addProgress(progress, to: &flow, width: width, column: column)
    case .group(let title, let views):
      if !title.isEmpty { flow.add(StyledText(title), width: width, part: .heading) }
      flow.append(self.flow(views, width: width - 2), indent: 2)
    }
  }

  private func addHeading(_ title: String, note: String, to flow: inout Flow, width: Int) {
    flow.add(StyledText(title), width: width, part: .heading)
    guard !note.isEmpty, let last = flow.lines.last?.spans.last else { return }
    let end = last.column + last.text.columns
    if end + 2 + note.columns <= width {
      flow.lines[flow.lines.count - 1].add(
        StyledText(note), column: width - note.columns, part: .note)
    } else {
      flow.add(StyledText(note), width: width, part: .note)
    }
  }

  private func addAlert(_ alert: Alert, to flow: inout Flow, width: Int) {
    let sign = alert.kind.sign
    flow.add(StyledText(alert.title.plain, alert.kind.tone), width: width, column: 2)
    flow.lines[0].add(StyledText(sign, alert.kind.tone), column: 0)
    for (index, line) in alert.lines.enumerated() {
      let first = flow.lines.count
      flow.add(line.text, width: width, column: 2)
      guard let target = line.target else { continue }
      let last = flow.lines.count - 1
      flow.stops.append(
        Stop(
          id: Focusables.link(index, to: target), kind: .link(target), rows: first...last,
          cursor: Position(column: 2, row: first),
          areas: (first...last).map { flow.area(row: $0, from: 2) },
          marks: [Mark(row: first, column: 1, sign: ">")]))
    }
  }

  private func addFacts(
    _ facts: [Fact], to flow: inout Flow, width: Int, column: FormColumn
  ) {
    for fact in facts {
      let start = flow.lines.count
      if column.isBeside, !fact.label.isEmpty || column.label > 0 {
        let body = self.flow(fact.body, width: width - column.value)
        flow.add(StyledText(fact.label), width: column.label, part: .label)
        flow.add(body, at: start, indent: column.value)
      } else if let body = shortBody(of: fact, width: width, column: column) {
        flow.add(StyledText(fact.label), width: column.short, part: .label)
        flow.add(body, at: start, indent: column.short + 2)
      } else {
        if !fact.label.isEmpty { flow.add(StyledText(fact.label), width: width, part: .label) }
        flow.append(self.flow(fact.body, width: width - 2), indent: 2)
      }
    }
  }

  /// What stands beside a short label where there is little room: what fits into one line there.
  private func shortBody(of fact: Fact, width: Int, column: FormColumn) -> Flow? {
    guard !fact.label.isEmpty, fact.label.columns <= column.short else { return nil }
    let body = flow(fact.body, width: width - column.short - 2)
    return body.lines.count == 1 ? body : nil
  }
}

/// The columns of labels and of what they label, shared by the facts and the form of a page.
struct FormColumn {
  /// True where labels stand beside, false where they stand above.
  var isBeside: Bool
  /// The width of the labels.
  var label = 0
  /// The column at which values begin.
  var value = 2
  /// The width of the short labels beside which short values stand where all others stand below theirs.
  var short = 0

  init(_ views: [View], width: Int) {
    isBeside = width >= FlowBuilder.roomForLabels
    guard isBeside else {
      // Where there is little room, a short label and a short value share a line.
      for case .facts(let facts) in views {
        for fact in facts where fact.label.columns <= FlowBuilder.shortLabel {
          short = max(short, fact.label.columns)
        }
      }
      return
    }
    let widest = FlowBuilder.widestLabel(width)
    var gap = 2
    for view in views {
      switch view {
      case .facts(let facts):
        for fact in facts { label = max(label, fact.label.columns) }
      case .field(let field):
        gap = 3
        if field.label.columns <= widest {
          label = max(label, field.label.columns)
        }
      case .choice(let choice):
        gap = 3
        if choice.label.columns <= widest {
          label = max(label, choice.label.columns)
        }
      case .progress(let progress): label = max(label, progress.label.columns)
      default: break
      }
    }
    label = min(label, widest)
    value = label > 0 ? label + gap : 2
  }

  /// True where a label of a form fits into the column.
  func holds(_ text: String) -> Bool { isBeside && text.columns <= label }
}

extension Alert.Kind {
  /// A sign that can be typed, so that no terminal misses it.
  var sign: String {
    switch self {
    case .problem, .warning: "!"
    case .success: "+"
    case .note: "·"
    }
  }

  var tone: Tone {
    switch self {
    case .problem: .bad
    case .warning: .warning
    case .success: .good
    case .note: .strong
    }
  }
}

extension Flow {
  /// The cells of a line from a column to the end of its text.
  func area(row: Int, from column: Int) -> Area {
    let end = lines[row].spans.reduce(column) { max($0, $1.column + $1.text.columns) }
    return Area(row: row, columns: column..<end)
  }
}
