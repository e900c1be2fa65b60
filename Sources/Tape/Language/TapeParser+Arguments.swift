import Terminal

extension TapeMessage {
  static let string = TapeMessage(ru: "строка в кавычках", en: "a quoted string")
  static let duration = TapeMessage(
    ru: "время: 500ms, 1s или 2", en: "a time such as 500ms, 1s or 2")
  static let file = TapeMessage(ru: "имя файла", en: "a file name")
  static let program = TapeMessage(ru: "имя программы", en: "the name of a program")
  static let variable = TapeMessage(ru: "имя переменной", en: "the name of a variable")
  static let value = TapeMessage(ru: "значение", en: "a value")
  static let endOfLine = TapeMessage(ru: "конец строки", en: "the end of the line")
}

extension TapeParser {
  /// Where the next argument stands.
  mutating func argumentPosition() -> TapePosition {
    _ = scanner.skipToArgument()
    return scanner.position
  }

  func error(_ expected: TapeMessage) -> TapeSyntaxError {
    TapeSyntaxError(
      position: scanner.position, expected: expected,
      found: scanner.wordAhead().map(TapeMessage.quoted) ?? .endOfLine)
  }

  mutating func word(_ expected: TapeMessage) throws(TapeSyntaxError) -> String {
    guard scanner.skipToArgument(), !isAtQuote else { throw error(expected) }
    return scanner.word()
  }

  mutating func stringOrWord(_ expected: TapeMessage) throws(TapeSyntaxError) -> String {
    guard scanner.skipToArgument() else { throw error(expected) }
    return isAtQuote ? try string() : scanner.word()
  }

  /// A string in any of the three quotes; as in VHS there are no escapes, one quote holds the others.
  mutating func string() throws(TapeSyntaxError) -> String {
    guard scanner.skipToArgument(), isAtQuote else { throw error(.string) }
    let start = scanner.position
    guard let quote = scanner.next() else { throw error(.string) }
    var text = ""
    while let character = scanner.peek, quote == "`" || !character.isNewline {
      _ = scanner.next()
      if character == quote { return text }
      text.append(character.isNewline ? "\n" : character)
    }
    throw TapeSyntaxError(
      position: start,
      expected: TapeMessage(ru: "закрывающая кавычка \(quote)", en: "a closing \(quote)"),
      found: .endOfLine)
  }

  /// One or more strings, joined by spaces as VHS does.
  mutating func strings() throws(TapeSyntaxError) -> String {
    var all = [try string()]
    while scanner.skipToArgument(), isAtQuote { all.append(try string()) }
    return all.joined(separator: " ")
  }

  private var isAtQuote: Bool { scanner.peek.map("\"'`".contains) ?? false }

  func refuseModifier(of head: TapeWord) throws(TapeSyntaxError) {
    guard head.modifier != nil else { return }
    throw head.modifierError(
      TapeMessage(ru: "\(head.name) без «+»", en: "\(head.name) without a “+”"))
  }

  func refuseTime(of head: TapeWord) throws(TapeSyntaxError) {
    guard let time = head.time else { return }
    throw TapeSyntaxError(
      position: head.timePosition,
      expected: TapeMessage(ru: "\(head.name) без «@»", en: "\(head.name) without an “@”"),
      found: .quoted(time))
  }

  func pace(of head: TapeWord) throws(TapeSyntaxError) -> Int? {
    guard let time = head.time else { return nil }
    return try milliseconds(time, at: head.timePosition)
  }

  mutating func duration() throws(TapeSyntaxError) -> Int {
    guard scanner.skipToArgument() else { throw error(.duration) }
    let position = scanner.position
    return try milliseconds(scanner.word(), at: position)
  }

  /// How often a key is pressed; 1 where nothing is said.
  mutating func count() throws(TapeSyntaxError) -> Int {
    guard scanner.skipToArgument(), let digit = scanner.peek, digit.isASCII, digit.isNumber else {
      return 1
    }
    return try number(in: 1...10_000)
  }

  mutating func number(in range: ClosedRange<Int>) throws(TapeSyntaxError) -> Int {
    let expected = TapeMessage(
      ru: "число \(range.lowerBound)…\(range.upperBound)",
      en: "a number \(range.lowerBound)…\(range.upperBound)")
    guard scanner.skipToArgument() else { throw error(expected) }
    let position = scanner.position
    let word = scanner.word()
    guard let value = Int(word), range.contains(value), word.first != "+" else {
      throw TapeSyntaxError(position: position, expected: expected, found: .quoted(word))
    }
    return value
  }

  /// A size such as `40x20`.
  mutating func size() throws(TapeSyntaxError) -> Size {
    let expected = TapeMessage(
      ru: "размер от 1x1 до 500x200", en: "a size from 1x1 to 500x200")
    guard scanner.skipToArgument() else { throw error(expected) }
    let position = scanner.position
    let word = scanner.word()
    let parts = word.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      !word.contains("+"), case let size = Size(columns: columns, rows: rows),
      size == size.clamped()
    else { throw TapeSyntaxError(position: position, expected: expected, found: .quoted(word)) }
    return size
  }

  /// A span of the cabinet's clock such as `2d`, in seconds.
  mutating func span() throws(TapeSyntaxError) -> Int {
    let expected = TapeMessage(
      ru: "срок: 30m, 2h, 2d или 1w", en: "a span such as 30m, 2h, 2d or 1w")
    guard scanner.skipToArgument() else { throw error(expected) }
    let position = scanner.position
    let word = scanner.word()
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    guard let unit = word.last.flatMap({ units[$0] }), let value = Int(word.dropLast()),
      (1...10_000).contains(value), word.first != "+"
    else { throw TapeSyntaxError(position: position, expected: expected, found: .quoted(word)) }
    return value * unit
  }

  mutating func pattern() throws(TapeSyntaxError) -> TapePattern {
    let expected = TapeMessage(
      ru: "строка в кавычках или /выражение/", en: "a quoted string or a /regular expression/")
    guard scanner.skipToArgument() else { throw error(expected) }
    if scanner.peek == "/" { return .regex(try regex()) }
    guard isAtQuote else { throw error(expected) }
    let position = scanner.position
    let text = try string()
    guard !ScreenText.normalized(text).isEmpty else {
      throw TapeSyntaxError(
        position: position,
        expected: TapeMessage(ru: "непустая строка", en: "a string that is not blank"),
        found: .quoted(text))
    }
    return .text(text)
  }

  /// A regular expression between slashes; `\/` is a slash.
  mutating func regex() throws(TapeSyntaxError) -> String {
    let expected = TapeMessage(ru: "/выражение/", en: "a /regular expression/")
    guard scanner.skipToArgument(), scanner.peek == "/" else { throw error(expected) }
    let start = scanner.position
    _ = scanner.next()
    var pattern = ""
    while let character = scanner.peek, !character.isNewline {
      _ = scanner.next()
      if character == "/" {
        guard !pattern.isEmpty, (try? Regex(pattern)) != nil else {
          throw TapeSyntaxError(
            position: start,
            expected: TapeMessage(
              ru: "правильное регулярное выражение", en: "a valid regular expression"),
            found: .quoted(pattern))
        }
        return pattern
      }
      if character == "\\", let escaped = scanner.peek, !escaped.isNewline {
        _ = scanner.next()
        pattern += escaped == "/" ? "/" : "\\\(escaped)"
      } else {
        pattern.append(character)
      }
    }
    throw TapeSyntaxError(
      position: start, expected: TapeMessage(ru: "закрывающая /", en: "a closing /"),
      found: .endOfLine)
  }

  /// `500ms`, `1.5s`, `1m` or seconds without a unit, at most a day, in milliseconds.
  func milliseconds(_ word: String, at position: TapePosition) throws(TapeSyntaxError) -> Int {
    let (digits, unit): (Substring, Double) =
      word.hasSuffix("ms")
      ? (word.dropLast(2), 1)
      : word.hasSuffix("s")
        ? (word.dropLast(), 1000)
        : word.hasSuffix("m") ? (word.dropLast(), 60_000) : (word[...], 1000)
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
      let value = Double(digits), value * unit <= 86_400_000
    else { throw TapeSyntaxError(position: position, expected: .duration, found: .quoted(word)) }
    return Int((value * unit).rounded())
  }
}
