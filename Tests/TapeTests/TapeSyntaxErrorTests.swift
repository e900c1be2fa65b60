import Terminal
import Testing

@testable import Tape

@Suite("What a tape that can't be read is told")
struct TapeSyntaxErrorTests {
  /// Text, line:column, a word of what was expected, what stood there.
  static let vectors: [(String, String, String, String)] = [
    ("Entr", "1:1", "perhaps Enter?", "Entr"), ("enter", "1:1", "perhaps Enter?", "enter"),
    ("\n  Xyzzy 1", "2:3", "a command or a key", "Xyzzy"),
    ("Type hello", "1:6", "a quoted string", "hello"),
    ("Type", "1:5", "a quoted string", "the end of the line"),
    ("Type\n\"x\"", "1:5", "a quoted string", "the end of the line"),
    ("Type \"open\nEnter", "1:6", "a closing \"", "the end of the line"),
    ("Type `open\n", "1:6", "a closing `", "the end of the line"),
    ("Type@fast \"x\"", "1:6", "500ms", "fast"), ("Type@ \"x\"", "1:6", "500ms", "“”"),
    ("Type+Shift \"x\"", "1:6", "Type without", "Shift"), ("Down@1q 2", "1:6", "500ms", "1q"),
    ("Down 0", "1:6", "a number 1…10000", "0"), ("Down 10001", "1:6", "a number", "10001"),
    ("Down 3x", "1:6", "a number", "3x"), ("Down x", "1:6", "a command or a key", "x"),
    ("Down+Up", "1:6", "Down without", "Up"), ("F13", "1:1", "a command or a key", "F13"),
    ("Ctrl+я", "1:6", "a Latin letter", "я"), ("Ctrl+Up", "1:6", "a Latin letter", "Up"),
    ("Ctrl+", "1:6", "a Latin letter", "“”"), ("Ctrl+1", "1:6", "a Latin letter", "1"),
    ("Ctrl", "1:1", "Ctrl+key", "Ctrl"), ("Ctrl+P@x", "1:8", "500ms", "x"),
    ("Alt+Enter", "1:5", "one character", "Enter"), ("Shift+Up", "1:7", "Tab or a letter", "Up"),
    ("Shift+1", "1:7", "Tab or a letter", "1"), ("Sleep", "1:6", "500ms", "the end of the line"),
    ("Sleep soon", "1:7", "500ms", "soon"), ("Sleep -1", "1:7", "500ms", "-1"),
    ("Sleep 1e9", "1:7", "500ms", "1e9"), ("Sleep 2d", "1:7", "500ms", "2d"),
    ("Sleep@1s 1", "1:7", "Sleep without", "1s"), ("Sleep 86401", "1:7", "500ms", "86401"),
    ("Wait+Word /x/", "1:6", "“Screen” or “Line”", "Word"),
    ("Wait+Screen@x /x/", "1:13", "500ms", "x"), ("Wait /x", "1:6", "a closing /", "the end"),
    ("Wait /(/", "1:6", "a valid regular expression", "("),
    ("Wait //", "1:6", "a valid regular expression", "“”"),
    ("Screenshot", "1:11", "a file .txt", "the end of the line"),
    ("Screenshot a.png", "1:12", "a file .txt", "a.png"),
    ("Screenshot name", "1:12", "a file .txt", "name"),
    ("Set", "1:4", "the name of a setting", "the end of the line"),
    ("Set Colums 80", "1:5", "perhaps Columns?", "Colums"),
    ("Set Cols 80", "1:5", "the name of a setting", "Cols"),
    ("Set Columns 501", "1:13", "a number 1…500", "501"),
    ("Set Columns", "1:12", "a number 1…500", "the end of the line"),
    ("Set Rows 0", "1:10", "a number 1…200", "0"),
    ("Set Rows +5", "1:10", "a number 1…200", "+5"), ("Set Lang de", "1:10", "ru or en", "de"),
    ("Set Now noon", "1:9", "a moment", "noon"),
    ("Set Now 2021-1-14", "1:9", "a moment", "2021-1-14"),
    ("Set WaitPattern x", "1:17", "a /regular expression/", "x"),
    ("Set FontSize", "1:13", "a value", "the end of the line"),
    ("Set Theme { \"a\"", "1:11", "a closing }", "the end of the file"),
    ("Env", "1:4", "the name of a variable", "the end of the line"),
    ("Env \"K\" v", "1:5", "the name of a variable", "\"K\""),
    ("Env K", "1:6", "a value", "the end of the line"),
    ("Source", "1:7", "a file name", "the end of the line"),
    ("Output a.gif", "1:8", "a file .cast", "a.gif"),
    ("Output # a", "1:8", "a file .cast", "the end of the line"),
    ("Require", "1:8", "the name of a program", "the end of the line"),
    ("Hide@1s", "1:6", "Hide without", "1s"), ("Expect", "1:7", "a quoted string", "the end"),
    ("Expect x", "1:8", "a quoted string or", "x"),
    ("Expect \" \"", "1:8", "a string that is not blank", " "),
    ("Expect+Screen \"x\"", "1:8", "“Focus”", "Screen"),
    ("Expect+Focus x", "1:14", "a quoted string", "x"),
    ("Expect@1s \"x\"", "1:8", "Expect without", "1s"),
    ("Refute+Focus \"x\"", "1:8", "Refute without", "Focus"),
    ("Resize 40", "1:8", "a size from", "40"), ("Resize 0x1", "1:8", "a size from", "0x1"),
    ("Resize 501x1", "1:8", "a size from", "501x1"),
    ("Resize 40x20x1", "1:8", "a size from", "40x20x1"),
    ("Resize +4x2", "1:8", "a size from", "+4x2"), ("Click 0 1", "1:7", "a number 1…500", "0"),
    ("Click 1", "1:8", "a number 1…200", "the end"), ("Click 1 201", "1:9", "a number", "201"),
    ("Paste", "1:6", "a quoted string", "the end of the line"),
    ("Advance 2", "1:9", "a span", "2"), ("Advance 2wd", "1:9", "a span", "2wd"),
    ("Advance 0d", "1:9", "a span", "0d"), ("Advance -1d", "1:9", "a span", "-1d"),
    ("Advance d", "1:9", "a span", "“d”"),
    ("Enter\nSet Columns 80", "2:1", "settings before the first action", "one after it"),
    ("Wait Env K v", "1:6", "settings before the first action", "one after it"),
  ]

  @Test("The place, what was expected and what stood there", arguments: vectors)
  func vector(text: String, place: String, expected: String, found: String) throws {
    let error = try #require(throws: TapeSyntaxError.self) {
      _ = try Tape.parse(text, name: "a.tape")
    }
    #expect(error.position.description == "a.tape:\(place)")
    #expect(error.expected.english.contains(expected), "\(error.expected.english)")
    #expect(error.found.english.contains(found), "\(error.found.english)")
    #expect(error.message.english.hasPrefix("a.tape:\(place): expected "))
    #expect(error.message.russian.hasPrefix("a.tape:\(place): ожидается "))
    #expect(error.expected.russian != error.expected.english)
  }

  @Test("Typing speed may change on the way")
  func typingSpeedLater() throws {
    #expect(try Tape.parse("Enter Set TypingSpeed 1ms Enter", name: "t").statements.count == 3)
  }

  @Test("No prefix of a tape of everything makes the parser crash or hang")
  func prefixes() {
    let text = """
      Set Columns 80 # c
      Set Theme { "a": { } }
      Type@5ms "я" 'b' `c
      d`  Ctrl+Alt+x
      Wait+Screen@5s /a\\/b/ Screenshot a.svg Click 1 2 Resize 4x2
      """
    var count = text.count
    while count > 0 {
      _ = try? Tape.parse(String(text.prefix(count)), name: "t")
      _ = try? Tape.parse(String(text.suffix(count)), name: "t")
      count -= 1
    }
    #expect(count == 0)
  }
}
