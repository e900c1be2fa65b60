import Terminal

extension TapeParser {
  /// A key held with Ctrl, Alt or Shift; nil where the word is none.
  mutating func combination(_ head: TapeWord) throws(TapeSyntaxError) -> TapeCommand? {
    guard ["Ctrl", "Alt", "Shift"].contains(head.name), head.modifier != nil else { return nil }
    // The key itself may be + or @, so the word is taken apart anew.
    var rest = head.text.dropFirst(head.name.count + 1)
    var time: String?
    if let at = rest.dropFirst().lastIndex(of: "@") {
      time = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    let name = String(rest)
    let (key, expected) = combined(head.name, name)
    guard let key else {
      throw TapeSyntaxError(
        position: head.modifierPosition, expected: expected, found: .quoted(name))
    }
    let timePosition = head.modifierPosition.advanced(by: name.count + 1)
    let pace = try time.map { time throws(TapeSyntaxError) in
      try milliseconds(time, at: timePosition)
    }
    return .press(key, count: try count(), pace: pace)
  }

  private func combined(_ modifier: String, _ name: String) -> (Key?, TapeMessage) {
    let single = name.count == 1 ? name.first : nil
    switch modifier {
    case "Ctrl":
      return (
        Key(controlled: name),
        TapeMessage(
          ru: "латинская буква или один из знаков [ \\ ] ^ _ @",
          en: "a Latin letter or one of [ \\ ] ^ _ @")
      )
    case "Alt":
      return (single.map(Key.alt), TapeMessage(ru: "один знак", en: "one character"))
    default:
      let key: Key? =
        name == "Tab"
        ? .backTab
        : single.flatMap { $0.isLetter ? $0.uppercased().first.map(Key.character) : nil }
      return (key, TapeMessage(ru: "Tab или буква", en: "Tab or a letter"))
    }
  }
}
