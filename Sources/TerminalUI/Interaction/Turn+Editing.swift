import Terminal

extension Turn {
  /// The most characters that a field takes.
  static let longestText = 4_000

  /// Does what a key means in the focused field; false for keys that are not typing.
  mutating func edit(_ key: Key) -> Bool {
    guard let field else { return false }
    var text = TextBuffer(field.text, cursor: memory.cursor)
    switch key {
    case .character(let character):
      insert(TypedText(String(character), at: text, isMultiline: field.isMultiline), into: &text)
    case .backspace: text.deleteBackward()
    case .delete: text.deleteForward()
    case .left: text.cursor = max(0, text.cursor - 1)
    case .right: text.cursor = min(text.characters.count, text.cursor + 1)
    case .home: text.cursor = text.lineStart
    case .end: text.cursor = text.lineEnd
    case .enter: return enter(field)
    case .up where field.drives == nil, .down where field.drives == nil:
      guard field.isMultiline, let place = verticalMove(text, down: key == .down) else {
        return false
      }
      text.cursor = place
    case .control:
      switch key.onLatinKeyboard {
      case .control("a"): text.cursor = text.lineStart
      case .control("e"): text.cursor = text.lineEnd
      case .control("k"): text.delete(text.cursor..<text.lineEnd)
      case .control("u"): text.delete(text.lineStart..<text.cursor)
      case .control("w"): text.deleteWord()
      default: return false
      }
    default: return false
    }
    commit(text, to: field)
    return true
  }

  /// Puts a pasted text into the focused field; anywhere else it does nothing.
  mutating func paste(_ pasted: String) -> Bool {
    guard let field else { return false }
    var text = TextBuffer(field.text, cursor: memory.cursor)
    var typed = TypedText(pasted, at: text, isMultiline: field.isMultiline)
    if !field.isMultiline { while typed.text.last == " " { typed.text.removeLast() } }
    insert(typed, into: &text)
    commit(text, to: field)
    return true
  }

  private mutating func insert(_ typed: TypedText, into text: inout TextBuffer) {
    refused.unshowable += typed.refused
    refused.surplus += text.insert(typed.text, limit: Self.longestText)
  }

  /// Keeps the cursor, and tells the screen where the text changed.
  private mutating func commit(_ text: TextBuffer, to field: Field) {
    memory.cursor = text.cursor == text.characters.count ? nil : text.cursor
    memory.isReading = false
    let new = text.text
    guard new != field.text || new.utf8.count != field.text.utf8.count else { return }
    memory.isEdited = true
    events.append(.textChanged(field.id, new))
  }

  /// Enter in a field: a new line, the selected row of a list, or the next place of the focus.
  private mutating func enter(_ field: Field) -> Bool {
    if field.isMultiline {
      var text = TextBuffer(field.text, cursor: memory.cursor)
      text.insert("\n", limit: Self.longestText)
      commit(text, to: field)
      return true
    }
    if field.drives != nil {
      guard let list, list.count > 0 else { return false }
      activateRow(of: list)
      return true
    }
    let order = layout.focusables.order
    if order.last == field.id, keymap.action(for: .enter) != nil {
      leaveField()
      return false
    }
    if order.count == 1 { leaveField() }
    return cycle(by: 1)
  }

  /// The place a line above or below the cursor in a text of several lines; nil at its ends.
  private func verticalMove(_ text: TextBuffer, down: Bool) -> Int? {
    guard case .field(_, let shape)? = stop?.kind,
      let line = shape.lines.lastIndex(where: { $0.lowerBound <= text.cursor })
    else { return nil }
    let target = line + (down ? 1 : -1)
    guard shape.lines.indices.contains(target) else { return nil }
    let column = text.characters[shape.lines[line].lowerBound..<text.cursor]
      .reduce(0) { $0 + $1.columns }
    return text.place(at: column, in: shape.lines[target])
  }
}

/// A text with a cursor, edited by characters as readers see them.
struct TextBuffer {
  private(set) var characters: [Character]
  var cursor: Int

  /// Makes a buffer; nil puts the cursor at the end.
  init(_ text: String, cursor: Int?) {
    characters = Array(text)
    self.cursor = min(max(cursor ?? characters.count, 0), characters.count)
  }

  var text: String { String(characters) }

  /// Inserts a text at the cursor, as much of it as fits; returns the number of characters left out.
  @discardableResult
  mutating func insert(_ text: String, limit: Int) -> Int {
    let piece = text.prefix(max(0, limit - characters.count))
    let surplus = text.count - piece.count
    guard !piece.isEmpty else { return surplus }
    let before = String(characters[..<cursor]) + piece
    // A combining mark joins the character before it, so places are counted anew.
    let whole = before + String(characters[cursor...])
    characters = Array(whole)
    cursor = min(before.count, characters.count)
    return surplus
  }

  mutating func delete(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  mutating func deleteBackward() { if cursor > 0 { delete(cursor - 1..<cursor) } }

  mutating func deleteForward() {
    if cursor < characters.count { delete(cursor..<cursor + 1) }
  }

  /// Deletes the word before the cursor, with the spaces between.
  mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    delete(start..<cursor)
  }

  var lineStart: Int {
    characters[..<cursor].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
  }

  var lineEnd: Int { characters[cursor...].firstIndex(where: \.isNewline) ?? characters.count }

  /// The place in a line closest to a column.
  func place(at column: Int, in line: Range<Int>) -> Int {
    var used = 0
    for index in line {
      if characters[index].isNewline || used + characters[index].columns > column { return index }
      used += characters[index].columns
    }
    let isLast = line.upperBound == characters.count
    return isLast ? line.upperBound : max(line.lowerBound, line.upperBound - 1)
  }
}
