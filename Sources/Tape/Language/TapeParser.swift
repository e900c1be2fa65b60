import Terminal

/// Reads statements; one pass, the first error ends it.
struct TapeParser {
  var scanner: TapeScanner
  /// True once something that reaches the program was read: most settings must come before.
  private var hasActed = false

  init(_ text: String, file: String) {
    scanner = TapeScanner(text, file: file)
  }

  mutating func statements() throws(TapeSyntaxError) -> [TapeStatement] {
    var all: [TapeStatement] = []
    scanner.skipToStatement()
    while !scanner.isAtEnd {
      let position = scanner.position
      let command = try command()
      if command.mustPrecedeActions, hasActed {
        throw TapeSyntaxError(
          position: position,
          expected: TapeMessage(
            ru: "настройка до первого действия", en: "settings before the first action"),
          found: TapeMessage(ru: "настройка после него", en: "one after it"))
      }
      if command.isAction { hasActed = true }
      all.append(TapeStatement(position: position, command: command))
      scanner.skipToStatement()
    }
    return all
  }

  private mutating func command() throws(TapeSyntaxError) -> TapeCommand {
    let head = TapeWord(scanner.word(), at: scanner.position)
    if let combination = try combination(head) { return combination }
    if let key = TapeKeywords.keys[head.name] {
      try refuseModifier(of: head)
      let pace = try pace(of: head)
      return .press(key, count: try count(), pace: pace)
    }
    switch head.name {
    case "Type":
      try refuseModifier(of: head)
      let pace = try pace(of: head)
      return .type(try strings(), pace: pace)
    case "Wait": return try wait(head)
    case "Expect" where head.modifier != nil:
      guard head.modifier == "Focus" else {
        throw head.modifierError(TapeMessage(ru: "«Focus»", en: "“Focus”"))
      }
      try refuseTime(of: head)
      return .expectFocus(try string())
    default:
      try refuseModifier(of: head)
      try refuseTime(of: head)
      return try plainCommand(head)
    }
  }

  private mutating func plainCommand(_ head: TapeWord) throws(TapeSyntaxError) -> TapeCommand {
    switch head.name {
    case "Sleep": return .sleep(milliseconds: try duration())
    case "Screenshot": return try screenshot()
    case "Set": return .set(try setting())
    case "Env": return .environment(name: try word(.variable), value: try stringOrWord(.value))
    case "Source": return .source(try stringOrWord(.file))
    case "Hide": return .hide
    case "Show": return .show
    case "Output": return try output()
    case "Require": return .require(try stringOrWord(.program))
    case "Expect": return .expect(try pattern())
    case "Refute": return .refute(try pattern())
    case "Resize": return .resize(try size())
    case "Click":
      let column = try number(in: 1...500)
      return .click(Position(column: column - 1, row: try number(in: 1...200) - 1))
    case "Paste": return .paste(try string())
    case "Advance": return .advance(seconds: try span())
    case "Restart": return .restart
    case "Settle": return .settle
    case "Ctrl", "Alt", "Shift":
      throw TapeSyntaxError(
        position: head.position,
        expected: TapeMessage(ru: "\(head.name)+клавиша", en: "\(head.name)+key"),
        found: .quoted(head.text))
    default:
      throw TapeSyntaxError(
        position: head.position, expected: TapeKeywords.expectation(near: head.name),
        found: .quoted(head.text))
    }
  }

  private mutating func wait(_ head: TapeWord) throws(TapeSyntaxError) -> TapeCommand {
    let scope: TapeWaitScope
    switch head.modifier {
    case nil, "Line": scope = .line
    case "Screen": scope = .screen
    default:
      throw head.modifierError(
        TapeMessage(ru: "«Screen» или «Line»", en: "“Screen” or “Line”"))
    }
    let timeout = try pace(of: head)
    guard scanner.skipToArgument(), scanner.peek == "/" else {
      return .wait(scope, pattern: nil, timeout: timeout)
    }
    return .wait(scope, pattern: try regex(), timeout: timeout)
  }

  private mutating func screenshot() throws(TapeSyntaxError) -> TapeCommand {
    let expected = TapeMessage(
      ru: "файл .txt, .ans, .svg или .json", en: "a file .txt, .ans, .svg or .json")
    let position = argumentPosition()
    let file = try stringOrWord(expected)
    guard let dot = file.lastIndex(of: "."),
      let format = ScreenshotFormat(rawValue: String(file[file.index(after: dot)...]))
    else { throw TapeSyntaxError(position: position, expected: expected, found: .quoted(file)) }
    return .screenshot(file: file, format)
  }

  private mutating func output() throws(TapeSyntaxError) -> TapeCommand {
    let expected = TapeMessage(ru: "файл .cast", en: "a file .cast")
    let position = argumentPosition()
    let file = try stringOrWord(expected)
    guard file.hasSuffix(".cast") else {
      throw TapeSyntaxError(position: position, expected: expected, found: .quoted(file))
    }
    return .output(file)
  }
}

extension TapeCommand {
  /// True for what reaches the program or looks at it.
  var isAction: Bool {
    switch self {
    case .type, .press, .paste, .click, .resize, .advance, .restart, .settle, .sleep, .wait,
      .expect,
      .refute, .expectFocus, .screenshot:
      true
    case .set, .environment, .source, .hide, .show, .output, .require: false
    }
  }

  /// True for what the program must know when it starts.
  var mustPrecedeActions: Bool {
    switch self {
    case .set(.columns), .set(.rows), .set(.now), .set(.language), .environment: true
    default: false
    }
  }
}
