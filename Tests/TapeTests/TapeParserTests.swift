import Terminal
import Testing

@testable import Tape

/// The only command of a one-statement tape.
private func command(_ text: String) throws -> TapeCommand {
  let statements = try Tape.parse(text, name: "t").statements
  return try #require(statements.count == 1 ? statements.first?.command : nil)
}

@Suite("What each statement of a tape means")
struct TapeParserTests {
  @Test(
    "Statements with arguments",
    arguments: [
      (#"Type "привет, мир""#, TapeCommand.type("привет, мир", pace: nil)),
      (#"Type@50ms 'say "hi"'"#, .type(#"say "hi""#, pace: 50)),
      (#"Type `it's "x"`"#, .type(#"it's "x""#, pace: nil)),
      (#"Type "a" 'b'"#, .type("a b", pace: nil)),
      (#"Type "\n""#, .type(#"\n"#, pace: nil)),
      (#"Type """#, .type("", pace: nil)),
      ("Type `a\nb`", .type("a\nb", pace: nil)),
      ("Paste `a\r\nb`", .paste("a\nb")),
      ("Sleep 500ms", .sleep(milliseconds: 500)), ("Sleep 1s", .sleep(milliseconds: 1000)),
      ("Sleep 2", .sleep(milliseconds: 2000)), ("Sleep .5", .sleep(milliseconds: 500)),
      ("Sleep 1.5s", .sleep(milliseconds: 1500)), ("Sleep 1m", .sleep(milliseconds: 60_000)),
      ("Wait", .wait(.line, pattern: nil, timeout: nil)),
      ("Wait+Screen@5s /re/", .wait(.screen, pattern: "re", timeout: 5000)),
      ("Wait+Line /^a\\/b$/", .wait(.line, pattern: "^a/b$", timeout: nil)),
      (#"Wait@10ms /\d+ р\. д\./"#, .wait(.line, pattern: #"\d+ р\. д\."#, timeout: 10)),
      ("Screenshot a.txt", .screenshot(file: "a.txt", .text)),
      ("Screenshot dir/a.b.ans", .screenshot(file: "dir/a.b.ans", .ansi)),
      (#"Screenshot "мой экран.svg""#, .screenshot(file: "мой экран.svg", .svg)),
      ("Screenshot a.json", .screenshot(file: "a.json", .semantic)),
      (#"Env KEY "a b""#, .environment(name: "KEY", value: "a b")),
      ("Env KEY value", .environment(name: "KEY", value: "value")),
      ("Source common/login.tape", .source("common/login.tape")),
      ("Hide", .hide), ("Show", .show), ("Settle", .settle),
      ("Restart", .restart),
      ("Output demo.cast", .output("demo.cast")), ("Require git", .require("git")),
      (#"Expect "Выдача билета""#, .expect(.text("Выдача билета"))),
      (#"Expect /^\s+Главная/"#, .expect(.regex(#"^\s+Главная"#))),
      (#"Expect+Focus "Подать""#, .expectFocus("Подать")),
      (#"Refute "Ошибка""#, .refute(.text("Ошибка"))), ("Refute /x/", .refute(.regex("x"))),
      ("Resize 40x20", .resize(Size(columns: 40, rows: 20))),
      ("Click 1 1", .click(Position(column: 0, row: 0))),
      ("Click 80 24", .click(Position(column: 79, row: 23))),
      ("Advance 30m", .advance(seconds: 1800)), ("Advance 2h", .advance(seconds: 7200)),
      ("Advance 2d", .advance(seconds: 172_800)), ("Advance 1w", .advance(seconds: 604_800)),
    ])
  func argumentsAreRead(text: String, expected: TapeCommand) throws {
    #expect(try command(text) == expected)
    #expect(try command("  # before\n\t\(text) # after") == expected)
  }

  @Test(
    "Every named key, with a count and a pace",
    arguments: TapeKeywords.keys.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  func namedKeys(name: String, key: Key) throws {
    #expect(try command(name) == .press(key, count: 1, pace: nil))
    #expect(try command("\(name) 3") == .press(key, count: 3, pace: nil))
    #expect(try command("\(name)@100ms 12") == .press(key, count: 12, pace: 100))
  }

  @Test("The names are those of VHS and the twelve function keys")
  func keyNames() {
    #expect(TapeKeywords.keys.count == 27)
    #expect(TapeKeywords.keys["F12"] == .function(12))
    #expect(TapeKeywords.keys["Space"] == .character(" "))
  }

  @Test(
    "Keys held with others",
    arguments: [
      ("Ctrl+P", Key.control("p")), ("Ctrl+c", .control("c")), ("Ctrl+@", .control("@")),
      ("Ctrl+Space", .control("@")), ("Ctrl+]", .control("]")), ("Ctrl+_", .control("_")),
      ("Ctrl+^", .control("^")), ("Ctrl+\\", .control("\\")), ("Ctrl+I", .tab),
      ("Ctrl+M", .enter), ("Ctrl+[", .escape), ("Alt+x", .alt("x")), ("Alt+ы", .alt("ы")),
      ("Alt++", .alt("+")), ("Alt+@", .alt("@")), ("Shift+Tab", .backTab),
      ("Shift+a", .character("A")), ("Shift+ж", .character("Ж")),
    ])
  func combinations(text: String, key: Key) throws {
    #expect(try command(text) == .press(key, count: 1, pace: nil))
    #expect(try command("\(text) 2") == .press(key, count: 2, pace: nil))
    #expect(try command("\(text)@5ms 2") == .press(key, count: 2, pace: 5))
  }

  @Test("Every Latin letter goes with Ctrl, in both cases")
  func controlLetters() throws {
    for letter in "abcdefghjklnopqrstuvwxyz" {
      let expected = TapeCommand.press(.control(letter), count: 1, pace: nil)
      #expect(try command("Ctrl+\(letter)") == expected)
      #expect(try command("Ctrl+\(letter.uppercased())") == expected)
    }
  }

  @Test(
    "Settings",
    arguments: [
      ("Columns 80", TapeSetting.columns(80)), ("Rows 24", .rows(24)), ("Lang ru", .language("ru")),
      (#"Lang "en""#, .language("en")), ("Now 2021-01-14", .now("2021-01-14")),
      ("Now 2021-01-14T10:00:00+03:00", .now("2021-01-14T10:00:00+03:00")),
      (#"Now "2021-01-14T07:00Z""#, .now("2021-01-14T07:00Z")),
      ("TypingSpeed 75ms", .typingSpeed(75)), ("WaitTimeout 2s", .waitTimeout(2000)),
      ("WaitPattern />$/", .waitPattern(">$")), ("FontSize 22", .ignored("FontSize")),
      (#"Theme { "name": "x", "selection": { "a": 1 } }"#, .ignored("Theme")),
      (##"MarginFill "#6B50FF""##, .ignored("MarginFill")),
    ])
  func settings(text: String, expected: TapeSetting) throws {
    #expect(try command("Set \(text)") == .set(expected))
  }

  @Test("VHS settings that mean nothing here are read", arguments: TapeKeywords.ignoredSettings)
  func ignored(name: String) throws {
    #expect(try command("Set \(name) 1") == .set(.ignored(name)))
  }

  @Test("Each statement knows its place, also on a shared line and after wide text")
  func positions() throws {
    let tape = try Tape.parse("\u{FEFF}# a\r\nDown 2  Enter\n\n  Type \"яё\" Tab\n", name: "a.tape")
    #expect(
      tape.statements.map(\.position.description) == [
        "a.tape:2:1", "a.tape:2:9", "a.tape:4:3", "a.tape:4:13",
      ])
  }

  @Test("An empty tape has no statements", arguments: ["", "\n\n", "# only\n#", "  \t "])
  func empty(text: String) throws {
    #expect(try Tape.parse(text, name: "t").statements.isEmpty)
  }
}
