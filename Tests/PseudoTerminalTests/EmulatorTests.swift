import Terminal
import Testing

@testable import PseudoTerminal

/// A small terminal after some output; `\e` stands for ESC.
private func emulator(_ text: String, columns: Int = 10, rows: Int = 4) -> Emulator {
  var emulator = Emulator(size: Size(columns: columns, rows: rows))
  emulator.feed(text.replacing("\\e", with: "\u{1B}").utf8)
  return emulator
}

@Suite("What output does to the screen")
struct EmulatorTests {
  @Test(
    "Text and cursor after a sequence",
    arguments: [
      ("ab\r\ncd", "ab|cd||", 2, 1), ("ab\ncd", "ab|  cd||", 4, 1), ("ab\u{8}c", "ac|||", 2, 0),
      ("a\tb", "a       b|||", 9, 0), ("\\e[2;3Hx", "|  x||", 3, 1), ("\\e[2;3fx", "|  x||", 3, 1),
      ("\\e[99;99Hx", "|||         x", 9, 3), ("\\e[3dx\\e[5Gy\\e[2`z", "||xz  y|", 2, 2),
      ("\\e[3B\\e[4C\\e[2A\\e[1Dx", "|   x||", 4, 1), ("\\e[2Ea\\e[1Fb", "|b|a|", 1, 1),
      ("abc\\e[2D\\e[1@x", "axbc|||", 2, 0), ("abcd\\e[3D\\e[2P", "ad|||", 1, 0),
      ("abcd\\e[3D\\e[2X", "a  d|||", 1, 0), ("abcd\\e[2D\\e[K", "ab|||", 2, 0),
      ("abcd\\e[2D\\e[1K", "   d|||", 2, 0), ("abcd\\e[2K", "|||", 4, 0),
      ("a\r\nb\r\nc\\e[2;1H\\e[J", "a|||", 0, 1), ("a\r\nb\r\nc\\e[2;1H\\e[1J", "||c|", 0, 1),
      ("a\r\nb\\e[2J", "|||", 1, 1), ("a\r\nb\r\nc\\e[2;1H\\e[L", "a||b|c", 0, 1),
      ("a\r\nb\r\nc\\e[1;1H\\e[M", "b|c||", 0, 0), ("a\r\nb\\e[S", "b|||", 1, 1),
      ("a\r\nb\\e[T", "|a|b|", 1, 1), ("a\r\nb\r\nc\r\nd\ne", "b|c|d| e", 2, 3),
      ("\\e[2;3ra\\e[3;1Hb\nc", "a|b| c|", 2, 2), ("\\e[2;3r\\e[2;1Ha\\eMb", "| b|a|", 2, 1),
      ("a\\eEb", "a|b||", 1, 1), ("a\\eDb", "a| b||", 2, 1), ("-\\e[4b", "-----|||", 5, 0),
      ("0123456789", "0123456789|||", 9, 0), ("0123456789a", "0123456789|a||", 1, 1),
      ("0123456789\r", "0123456789|||", 0, 0), ("\\e[?7l0123456789ab", "012345678b|||", 9, 0),
      ("a\\e7\\e[3;3Hb\\e8c", "ac||  b|", 2, 0), ("a\\e[s\\e[3;3Hb\\e[uc", "ac||  b|", 2, 0),
      ("\\e(0lqqk\\e(Bq", "┌──┐q|||", 5, 0), ("\\e)0q\u{E}qx\u{F}q", "q─│q|||", 4, 0),
      ("a\\e[?1049hb\\e[?1049lc", "ac|||", 2, 0), ("a\\e[?47hb", " b|||", 2, 0),
      ("\\e[4habc\r\\e[2Cx\\e[4l", "abxc|||", 3, 0), ("\\e[20ha\nb", "a|b||", 1, 1),
      ("\\e[3;4r\\e[?6hx\\e[9;1Hy", "||x|y", 1, 3), ("a\\ecb", "b|||", 1, 0),
      ("\\e]0;title\u{7}a", "a|||", 1, 0), ("\\e]0;title\\e\\a", "a|||", 1, 0),
      ("\\e]Ra", "a|||", 1, 0), ("\\e]P1ff00aaa", "a|||", 1, 0), ("\\ePq#junk\\e\\a", "a|||", 1, 0),
      ("\\e[?25l\\e[?1ca", "a|||", 1, 0), ("\\e[3\u{18}a", "a|||", 1, 0),
      ("\\e[2\rCa", "  a|||", 3, 0),
      ("\\e[3g\ta", "         a|||", 9, 0), ("\\e[1;4H\\eH\r\ta", "   a|||", 4, 0),
      ("ab\\e[9G\\e[Zc", "cb|||", 1, 0),
      ("\\e#8", "EEEEEEEEEE|EEEEEEEEEE|EEEEEEEEEE|EEEEEEEEEE", 0, 0),
      ("привет", "привет|||", 6, 0), ("и\u{306}x", "и\u{306}x|||", 2, 0), ("中x", "中x|||", 3, 0),
      ("123456789中", "123456789|中||", 2, 1), ("中\\e[1Gx", "x|||", 1, 0),
      ("中\\e[2Gx", " x|||", 2, 0),
      ("中\\e[1G\\e[P", "|||", 0, 0), ("a\u{301}\u{200B}b", "a\u{301}b|||", 2, 0),
    ])
  func sequences(output: String, rows: String, column: Int, row: Int) {
    let emulator = emulator(output)
    let text = emulator.grid.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(text.joined(separator: "|") == rows)
    #expect(emulator.grid.cursor == Position(column: column, row: row))
    #expect(emulator.unknownSequences == 0)
  }

  @Test(
    "Graphics",
    arguments: [
      ("1", Style(.bold)), ("1;22", Style()), ("2", Style(.dim)), ("4", Style(.underline)),
      ("4;24", Style()), ("7", Style(.reverse)), ("7;27", Style()),
      ("1;4;7", Style([.bold, .underline, .reverse])),
      ("31", Style(foreground: .palette(1))), ("97", Style(foreground: .palette(15))),
      ("31;39", Style()), ("42", Style(background: .palette(2))),
      ("100", Style(background: .palette(8))), ("42;49", Style()),
      ("38;5;208", Style(foreground: .palette(208))), ("48;5;16", Style(background: .palette(16))),
      ("38:5:208", Style(foreground: .palette(208))),
      ("38;2;255;0;0", Style(foreground: .palette(196))),
      ("48;2;8;8;8;1", Style(.bold, background: .palette(232))), ("1;0;4", Style(.underline)),
      ("1;", Style()), ("38;5", Style()), ("38;5;999", Style()), ("38;2;1", Style()),
    ])
  func graphics(parameters: String, style: Style) {
    let emulator = emulator("\\e[\(parameters)mx")
    #expect(emulator.grid[row: 0, column: 0] == Cell("x", style: style))
  }

  @Test("Each colour of the cube and the greys is nearest to itself")
  func nearest() {
    let levels = [0, 95, 135, 175, 215, 255]
    for index in 16..<232 {
      let cube = index - 16
      let nearest = NearestColor.index(
        red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
      #expect(Int(nearest) == index)
    }
    for index in 232..<256 {
      let level = 8 + (index - 232) * 10
      #expect(Int(NearestColor.index(red: level, green: level, blue: level)) == index)
    }
  }

  @Test("Erasing leaves the current background and no other sign")
  func backgroundErase() {
    let blank = emulator("\\e[1;44mx\\e[K").grid[row: 0, column: 5]
    #expect(blank == Cell(" ", style: Style(background: .palette(4))))
  }

  @Test(
    "Questions are answered once",
    arguments: [
      ("\\e[2;3H\\e[6n", "\u{1B}[2;3R"), ("\\e[5n", "\u{1B}[0n"), ("\\e[c", "\u{1B}[?1;2c"),
      ("\\e[0c", "\u{1B}[?1;2c"), ("\\eZ", "\u{1B}[?1;2c"), ("\\e[>c", "\u{1B}[>0;0;0c"),
      ("\\e[?1c", ""), ("\\e[?2026$p", "\u{1B}[?2026;0$y"),
    ])
  func replies(output: String, reply: String) {
    var emulator = emulator(output)
    #expect(String(decoding: emulator.takeReplies(), as: UTF8.self) == reply)
    #expect(emulator.takeReplies().isEmpty)
  }

  @Test("The cursor's visibility, the alternate screen and the title are known")
  func modes() {
    let first = emulator("\\e[?25l\\e[?1049h\\e]2;Кабинет\u{7}")
    #expect(!first.isCursorVisible && first.isAlternate && first.title == "Кабинет")
    let second = emulator("\\e[?25l\\e[?1049h\\e[?1049l\\e[?25h")
    #expect(second.isCursorVisible && !second.isAlternate)
  }

  @Test("What is unknown is counted and not shown")
  func unknown() {
    let emulator = emulator("\\e[5y\\e%5\\e[1$y\\e[=1u.")
    #expect(emulator.unknownSequences == 4)
    #expect(emulator.grid.text(row: 0) == ".")
  }

  @Test("Sequences and characters may come in pieces of any length")
  func pieces() {
    let bytes = Array("\u{1B}[2;3HПри\u{1B}[1;31mвет 中\u{1B}]0;t\u{7}\u{1B}(0q\u{1B}(B".utf8)
    let whole = emulator(String(decoding: bytes, as: UTF8.self), columns: 20)
    for cut in 1..<bytes.count {
      var emulator = Emulator(size: Size(columns: 20, rows: 4))
      emulator.feed(bytes[..<cut])
      emulator.feed(bytes[cut...])
      #expect(emulator.grid == whole.grid, "cut at \(cut)")
    }
  }

  @Test(
    "Broken UTF-8 shows replacement characters",
    arguments: [
      ([0xFF], "\u{FFFD}"), ([0xD0, 0x41], "\u{FFFD}A"), ([0x80], "\u{FFFD}"),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"), ([0xE0, 0x80, 0x80], "\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}"), ([0xD0, 0x1B, 0x63, 0x78], "x"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}"), ([0xD0, 0xAF], "Я"),
    ] as [([UInt8], String)])
  func brokenText(bytes: [UInt8], text: String) {
    var emulator = Emulator(size: Size(columns: 10, rows: 1))
    emulator.feed(bytes)
    #expect(emulator.grid.text == text)
  }

  @Test("A smaller screen keeps what fits, and the cursor stays on it")
  func resize() {
    var emulator = emulator("\\e[2;4rabc\r\ndef\\e[4;9Hx")
    emulator.resize(to: Size(columns: 2, rows: 2))
    #expect(emulator.grid.text == "ab\nde")
    #expect(emulator.grid.cursor == Position(column: 1, row: 1))
    emulator.resize(to: Size(columns: 5, rows: 3))
    #expect(emulator.grid.text == "ab\nde\n")
  }
}
