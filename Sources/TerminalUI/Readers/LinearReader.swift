import Terminal

/// Reads a page as plain lines from top to bottom: no boxes, no columns, every state in words.
public struct LinearReader {
  /// The interface's own words.
  public var words: InterfaceWords
  /// The most rows of a list that are read; how many more there are is said after them.
  public var mostRows: Int

  /// Makes a reader.
  public init(words: InterfaceWords, mostRows: Int = 50) {
    self.words = words
    self.mostRows = mostRows
  }

  /// The lines of a page, wrapped where a width is given.
  public func lines(_ page: Page, width: Int? = nil) -> [String] {
    var lines = [page.path.joined(separator: " / ")]
    if !page.status.isEmpty { lines.append(page.status) }
    if !page.sections.isEmpty {
      let names = page.sections.map { section in
        [section.key, section.label, section.isCurrent ? "(\(words.current))" : ""]
          .filter { !$0.isEmpty }.joined(separator: " ")
      }
      lines.append(words.sections + ": " + names.joined(separator: ", "))
    }
    lines.append("")
    add(page.body, to: &lines, indent: "")
    while lines.last == "" { lines.removeLast() }
    return lines.flatMap { Self.wrapped($0, width: width) }.map { DisplayText($0).description }
  }

  private static func wrapped(_ line: String, width: Int?) -> [String] {
    let pieces = line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let width else { return pieces }
    return pieces.flatMap { piece -> [String] in
      let indent = String(piece.prefix { $0 == " " })
      let text = StyledText(String(piece.dropFirst(indent.count)))
      return TextWrap.lines(text, width: max(8, width - indent.count)).map {
        $0.isEmpty ? "" : indent + $0.plain
      }
    }
  }

  private func add(_ views: [View], to lines: inout [String], indent: String) {
    for view in views {
      switch view {
      case .gap: separate(&lines)
      case .heading(let title, let note):
        separate(&lines)
        lines.append(indent + (note.isEmpty ? title : title + ": " + note))
      case .text(let text): if !text.isEmpty { lines.append(indent + text.plain) }
      case .alert(let alert):
        lines.append(indent + word(alert.kind) + " " + alert.title.plain)
        lines += alert.lines.map { indent + "- " + $0.text.plain }
      case .facts(let facts): for fact in facts { add(fact, to: &lines, indent: indent) }
      case .rows(let rows): lines += rows.map { indent + "- " + text($0) }
      case .list(let list): add(list, to: &lines, indent: indent)
      case .table(let table): add(table, to: &lines, indent: indent)
      case .field(let field): lines.append(indent + text(field))
      case .choice(let choice): lines.append(indent + text(choice))
      case .toggle(let toggle):
        let state = toggle.isOn ? words.checked : words.unchecked
        lines.append(indent + toggle.label + ": " + state + suffix("", toggle.problem))
      case .buttons(let buttons):
        lines += buttons.map {
          indent + "[" + $0.title + "]" + ($0.isEnabled ? "" : " (\(words.unavailable))")
        }
      case .progress(let progress):
        let text = SemanticReader(words: words).text(progress)
        lines.append(
          indent + [progress.label, text].filter { !$0.isEmpty }.joined(separator: ": "))
      case .group(let title, let views):
        if !title.isEmpty { lines.append(indent + title) }
        add(views, to: &lines, indent: indent + "  ")
      }
    }
  }

  private func separate(_ lines: inout [String]) {
    if lines.last != "" { lines.append("") }
  }

  func word(_ kind: Alert.Kind) -> String {
    switch kind {
    case .problem: words.problem
    case .warning: words.warning
    case .success: words.success
    case .note: words.note
    }
  }

  private func add(_ fact: Fact, to lines: inout [String], indent: String) {
    if fact.body.count == 1, case .text(let text) = fact.body[0] {
      lines.append(indent + (fact.label.isEmpty ? "" : fact.label + ": ") + text.plain)
    } else {
      if !fact.label.isEmpty { lines.append(indent + fact.label + ":") }
      add(fact.body, to: &lines, indent: indent + "  ")
    }
  }

  private func add(_ list: List, to lines: inout [String], indent: String) {
    guard list.count > 0 else {
      lines.append(indent + list.emptyText.plain)
      return
    }
    let shown = min(list.count, mostRows)
    lines += (0..<shown).map { indent + "- " + text(list.row($0)) }
    if shown < list.count { lines.append(indent + words.moreRows(list.count - shown)) }
  }

  private func add(_ table: Table, to lines: inout [String], indent: String) {
    if table.isRepeated { return }
    if !table.label.isEmpty { lines.append(indent + table.label + ":") }
    for row in table.rows { lines.append(indent + "- " + text(row, of: table)) }
  }

  /// A row of a table in one line, each cell after the title of its column.
  func text(_ row: [Table.Cell], of table: Table) -> String {
    let cells = row.enumerated().compactMap { index, cell -> String? in
      guard !cell.text.isEmpty else { return nil }
      let column = index < table.columns.count ? table.columns[index] : ""
      return column.isEmpty ? cell.words : column + " " + cell.words
    }
    return cells.joined(separator: "; ")
  }

  /// A row in one line; signs are left out, for what they mean stands in words too.
  func text(_ row: Row) -> String {
    if !row.spoken.isEmpty { return row.spoken }
    let title = [row.leading.plain, row.title.plain].filter { !$0.isEmpty }
    let details = row.details.map { detail in
      if case .code = detail { return "" }
      return SemanticReader(words: words).text(detail)
    }
    return ([title.joined(separator: " ")] + details.filter { !$0.isEmpty })
      .joined(separator: ", ")
  }

  private func text(_ field: Field) -> String {
    var value = field.isSecret ? String(repeating: "*", count: field.text.count) : field.text
    if value.isEmpty { value = words.empty }
    let note = [field.note, field.isRequired ? words.required : ""].filter { !$0.isEmpty }
    return field.label + ": " + value + suffix(note.joined(separator: ", "), field.problem)
  }

  private func text(_ choice: Choice) -> String {
    let options = choice.options.map { option in
      let isOn = choice.selected.contains(option.value)
      let state = isOn ? " (\(choice.allowsMany ? words.checked : words.selected))" : ""
      return option.title + (option.note.isEmpty ? "" : ", " + option.note) + state
    }
    let note = [choice.note, choice.isRequired ? words.required : ""].filter { !$0.isEmpty }
    return choice.label + ": " + options.joined(separator: "; ")
      + suffix(note.joined(separator: ", "), choice.problem)
  }

  private func suffix(_ note: String, _ problem: String?) -> String {
    let end = problem.map { ". " + words.problem + " " + $0 } ?? ""
    return (note.isEmpty ? "" : " (\(note))") + end
  }
}
