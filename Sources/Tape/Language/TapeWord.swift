/// The head of a statement, `Name+Modifier@time`, with the place of each part.
struct TapeWord {
  let text: String
  let name: String
  let modifier: String?
  let time: String?
  let position: TapePosition

  /// Takes a word apart; `end` is the place right after it.
  init(_ text: String, at end: TapePosition) {
    self.text = text
    position = end.advanced(by: -text.count)
    let at = text.firstIndex(of: "@")
    let head = at.map { text[..<$0] } ?? text[...]
    time = at.map { String(text[text.index(after: $0)...]) }
    let plus = head.firstIndex(of: "+")
    name = String(plus.map { head[..<$0] } ?? head)
    modifier = plus.map { String(head[head.index(after: $0)...]) }
  }

  var modifierPosition: TapePosition { position.advanced(by: name.count + 1) }

  var timePosition: TapePosition {
    position.advanced(by: name.count + (modifier.map { $0.count + 1 } ?? 0) + 1)
  }

  func modifierError(_ expected: TapeMessage) -> TapeSyntaxError {
    TapeSyntaxError(
      position: modifierPosition, expected: expected, found: .quoted(modifier ?? ""))
  }
}
