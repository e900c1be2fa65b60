extension TapeParser {
  mutating func setting() throws(TapeSyntaxError) -> TapeSetting {
    let position = argumentPosition()
    let name = try word(TapeKeywords.settingExpectation(near: ""))
    switch name {
    case "Columns": return .columns(try number(in: 1...500))
    case "Rows": return .rows(try number(in: 1...200))
    case "Now": return .now(try moment())
    case "Lang": return .language(try language())
    case "TypingSpeed": return .typingSpeed(try duration())
    case "WaitTimeout": return .waitTimeout(try duration())
    case "WaitPattern": return .waitPattern(try regex())
    case let name where TapeKeywords.ignoredSettings.contains(name):
      try skipValue()
      return .ignored(name)
    default:
      throw TapeSyntaxError(
        position: position, expected: TapeKeywords.settingExpectation(near: name),
        found: .quoted(name))
    }
  }

  private mutating func language() throws(TapeSyntaxError) -> String {
    let expected = TapeMessage(ru: "ru или en", en: "ru or en")
    let position = argumentPosition()
    let value = try stringOrWord(expected)
    guard value == "ru" || value == "en" else {
      throw TapeSyntaxError(position: position, expected: expected, found: .quoted(value))
    }
    return value
  }

  /// Checks the shape of a moment; whoever sets the clock checks that the day exists.
  private mutating func moment() throws(TapeSyntaxError) -> String {
    let expected = TapeMessage(
      ru: "момент: 2021-01-14T10:00:00+03:00 или 2021-01-14",
      en: "a moment such as 2021-01-14T10:00:00+03:00 or 2021-01-14")
    let position = argumentPosition()
    let value = try stringOrWord(expected)
    let shape = /\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+\-]\d\d:\d\d)?)?/
    guard value.wholeMatch(of: shape) != nil else {
      throw TapeSyntaxError(position: position, expected: expected, found: .quoted(value))
    }
    return value
  }

  /// Passes over a value that means nothing here: a word, a string, or a theme in braces.
  private mutating func skipValue() throws(TapeSyntaxError) {
    guard scanner.skipToArgument() else { throw error(.value) }
    guard scanner.peek == "{" else {
      _ = try stringOrWord(.value)
      return
    }
    let start = scanner.position
    var depth = 0
    while let character = scanner.next() {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth == 0 { return }
    }
    throw TapeSyntaxError(
      position: start, expected: TapeMessage(ru: "закрывающая }", en: "a closing }"),
      found: TapeMessage(ru: "конец файла", en: "the end of the file"))
  }
}
