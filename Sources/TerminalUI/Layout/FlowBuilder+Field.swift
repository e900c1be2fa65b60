import Terminal

extension FlowBuilder {
  /// The cells between a value and its note.
  private static let noteGap = 3
  /// The column, counted from the value, at which notes begin where values are short.
  private static let noteColumn = 30
  /// The narrowest window on a text before its note moves to the next line.
  private static let narrowestWindow = 20

  func addField(_ field: Field, to flow: inout Flow, width: Int, column: FormColumn) {
    let start = addLabel(field.label, to: &flow, width: width, column: column)
    let room = width - start.column
    let isFocused = memory.focus == field.id
    let note = noted(field.note, isMissing: field.isRequired && field.text.isEmpty)
    // A text too long for what the note leaves takes the whole line, and the note the next one.
    let least = max(Self.narrowestWindow, min(field.text.columns + 1, room))
    let noteFits = !note.isEmpty && room - note.columns - Self.noteGap >= least
    let window = noteFits ? room - note.columns - Self.noteGap : room
    let content =
      isFocused
      ? input(field, at: start, window: window)
      : FieldContent(resting(field, at: start, window: window), origin: start)
    flow.add(Flow(lines: content.lines), at: start.row, indent: 0)
    var extent = window
    if !note.isEmpty {
      let used = content.widthOfFirst + Self.noteGap
      if noteFits, used + note.columns <= room {
        let at = max(used, min(Self.noteColumn, room - note.columns))
        flow.lines[start.row].add(StyledText(note), column: start.column + at, part: .note)
        extent = min(window, at - 1)
      } else {
        flow.add(StyledText(note), width: width, column: start.column, part: .note)
      }
    }
    let shown = field.text.isEmpty ? 1 : content.lines.count
    addProblem(field.problem, to: &flow, width: width, column: start.column)
    if isFocused { addHelp(field.help, to: &flow, width: width, column: start.column) }
    flow.stops.append(
      Stop(
        id: field.id, kind: .field(field, content.shape), rows: 0...flow.lines.count - 1,
        cursor: content.cursor,
        areas: (0..<shown).map {
          Area(row: start.row + $0, columns: start.column..<start.column + extent)
        },
        marks: [Mark(row: content.cursor.row, column: start.column - 2, sign: ">")]))
  }

  /// Writes a label beside or above, and tells where the value begins.
  func addLabel(
    _ label: String, to flow: inout Flow, width: Int, column: FormColumn
  ) -> Position {
    if label.isEmpty { return Position(column: column.isBeside ? column.value : 2, row: 0) }
    flow.add(StyledText(label), width: width, part: .label)
    if column.holds(label) { return Position(column: column.value, row: 0) }
    return Position(column: column.isBeside ? column.value : 2, row: flow.lines.count)
  }

  /// A note with the word that something must be filled in.
  func noted(_ note: String, isMissing: Bool) -> String {
    guard isMissing else { return note }
    return note.isEmpty ? words.required : note + " · " + words.required
  }

  func addProblem(_ problem: String?, to flow: inout Flow, width: Int, column: Int) {
    guard let problem, !problem.isEmpty else { return }
    let first = flow.lines.count
    flow.add(StyledText(problem), width: width, column: column + 2, part: .problem)
    flow.lines[first].add("!", column: column, part: .problem)
  }

  func addHelp(_ help: String, to flow: inout Flow, width: Int, column: Int) {
    if !help.isEmpty { flow.add(StyledText(help), width: width, column: column, part: .help) }
  }

  /// The lines of a field without the focus: the whole text, or what to fill in.
  private func resting(_ field: Field, at start: Position, window: Int) -> [Line] {
    if field.text.isEmpty {
      let hint =
        field.placeholder.isEmpty ? words.empty : words.example + " " + field.placeholder
      return TextWrap.lines(StyledText(hint), width: window).map {
        Line($0, column: start.column, part: .placeholder)
      }
    }
    let text = field.isSecret ? FieldContent.mask(field.text) : field.text
    return TextWrap.lines(StyledText(text), width: window).map {
      Line($0, column: start.column)
    }
  }

  /// The lines of the field that has the focus, with the text cursor among them.
  private func input(_ field: Field, at start: Position, window: Int) -> FieldContent {
    let characters = Array(field.isSecret ? FieldContent.mask(field.text) : field.text)
    let cursor = min(memory.cursor ?? characters.count, characters.count)
    var content = FieldContent([], origin: start)
    let ranges =
      field.isMultiline
      ? TextArea.lines(characters, width: window)
      : [TextArea.window(characters, cursor: cursor, width: window)]
    for (index, range) in ranges.enumerated() {
      let text = String(characters[range].map { $0.isNewline ? " " : $0 })
      content.lines.append(Line(StyledText(text), column: start.column, part: .input))
      if range.lowerBound <= cursor {
        let before = characters[range.lowerBound..<min(cursor, range.upperBound)]
        content.cursor = Position(
          column: start.column + min(window - 1, before.reduce(0) { $0 + $1.columns }),
          row: start.row + index)
      }
    }
    content.shape.lines = ranges
    if characters.isEmpty, !field.placeholder.isEmpty {
      // A cell stays free, so that the note beside stands where it does while one types.
      let hint = field.placeholder.hint(after: words.example, width: window - 3)
      content.lines[0] = Line(StyledText(hint), column: start.column + 2, part: .placeholder)
    }
    return content
  }
}

extension String {
  /// As many of the examples between commas as a width holds after a word, else the first that it holds alone.
  ///
  /// A piece of an example is none: where not one is held whole, nothing is said.
  fileprivate func hint(after word: String, width: Int) -> String {
    let examples = split(separator: ",").map { $0.drop { $0 == " " } }
    let together = examples.indices.reversed().map { examples[...$0].joined(separator: ", ") }
    let alone = examples.map(String.init)
    let hints = (together + alone).map { word + " " + $0 } + alone
    return hints.first { $0.columns <= width } ?? ""
  }
}

/// The lines of a field's value.
private struct FieldContent {
  var lines: [Line]
  var shape: FieldShape
  var cursor: Position

  init(_ lines: [Line], origin: Position) {
    self.lines = lines
    shape = FieldShape(lines: [], origin: origin)
    cursor = origin
  }

  var widthOfFirst: Int {
    guard let last = lines.first?.spans.last else { return 1 }
    return last.column + last.text.columns + 1 - shape.origin.column
  }

  /// A sign for each character of a secret.
  static func mask(_ text: String) -> String { String(repeating: "*", count: text.count) }
}

/// Which characters of a text being typed stand on which line.
enum TextArea {
  /// The part of a one-line text around the cursor, moved by half windows so that it stands still
  /// while the cursor walks through it.
  static func window(_ text: [Character], cursor: Int, width: Int) -> Range<Int> {
    let width = max(2, width)
    let step = max(1, width / 2)
    var start = 0
    var used = text[..<cursor].reduce(0) { $0 + $1.columns }
    while used > width - 1 {
      var moved = 0
      while start < cursor, moved < step {
        moved += text[start].columns
        start += 1
      }
      used -= moved
      if moved == 0 { break }
    }
    var end = start
    var shown = 0
    while end < text.count, shown + text[end].columns <= width {
      shown += text[end].columns
      end += 1
    }
    return start..<end
  }

  /// The lines of a text of several lines; each character belongs to exactly one of them.
  static func lines(_ text: [Character], width: Int) -> [Range<Int>] {
    let width = max(2, width - 1)
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var lastSpace: Int?
    var index = 0
    while index < text.count {
      let character = text[index]
      if character.isNewline {
        lines.append(start..<index + 1)
        start = index + 1
        used = 0
        lastSpace = nil
      } else {
        if used + character.columns > width, character != " " {
          let end = lastSpace.map { $0 + 1 } ?? index
          lines.append(start..<end)
          start = end
          lastSpace = nil
          used = text[start..<index].reduce(0) { $0 + $1.columns }
        }
        if character == " " { lastSpace = index }
        used += character.columns
      }
      index += 1
    }
    lines.append(start..<text.count)
    return lines
  }
}
