import Foundation
import Terminal
import Testing

/// Scalars that must never reach a terminal, by their numbers in the Unicode Standard.
///
/// C0, DEL, C1, the formats, bidirectional and invisible signs, separators, tags and selectors, private
/// use and noncharacters: written down here, not computed, so that the code cannot agree with itself.
private let forbidden: [ClosedRange<UInt32>] = [
  0x0...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x600...0x605, 0x61C...0x61C, 0x6DD...0x6DD,
  0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
  0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xE000...0xF8FF,
  0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB,
  0xFFFE...0xFFFF, 0x110BD...0x110BD, 0x110CD...0x110CD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3,
  0x1D173...0x1D17A, 0xE0000...0xE0FFF, 0xF0000...0x10FFFF,
]

private let isForbiddenByValue: [Bool] = {
  var table = [Bool](repeating: false, count: 0x110000)
  for range in forbidden { for value in range { table[Int(value)] = true } }
  return table
}()

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  isForbiddenByValue[Int(scalar.value)]
}

private let scalars: [Unicode.Scalar] = (0...0x10FFFF).compactMap(Unicode.Scalar.init)

@Suite struct DisplayTextTests {
  /// Each of the 1,114,112 code points that is a scalar, alone and behind a letter.
  @Test func noScalarPassesThatATerminalWouldObeyOrHide() {
    #expect(scalars.count == 1_114_112 - 2_048)
    var passed = 0
    for scalar in scalars {
      let alone = DisplayText(String(scalar)).description.unicodeScalars
      let behind = DisplayText("a" + String(scalar)).description.unicodeScalars
      if alone.first == scalar { passed += 1 }
      let isSound =
        !alone.contains(where: isForbidden) && !behind.contains(where: isForbidden)
        && alone.count == 1 && (1...2).contains(behind.count)
      if !isSound { Issue.record("U+\(String(scalar.value, radix: 16))") }
      if isForbidden(scalar), behind.last != "\u{FFFD}" {
        Issue.record("U+\(String(scalar.value, radix: 16)) is left out unseen")
      }
    }
    #expect(passed > 140_000, "the letters and signs of the world")
  }

  @Test func lettersAndSignsOfTheCabinetPassUnchanged() {
    let text =
      "Ёлка, щи №5 — «да»… 1 500,00 ₽ §7 × · ─│▓░ ›→✓ naïve 中文 한글 ⚠ 👍🏽 🇷🇺 👨‍👩‍👧 ❤\u{FE0F} ко\u{301}шка\u{A0}x"
    #expect(DisplayText(text).description == text)
    #expect(Array(DisplayText(text).description.utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("\u{9B}2J", "\u{FFFD}2J"),
    ("a\tb\r\nc\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("имя\u{202E}fdp.exe", "имя\u{FFFD}fdp.exe"), ("a\u{200B}b", "a\u{FFFD}b"),
    ("\u{FEFF}a", "\u{FFFD}a"),
    ("a\u{AD}b", "a\u{FFFD}b"), ("\u{301}a", "\u{FFFD}a"), ("\n\u{301}", "\u{FFFD}\u{FFFD}"),
    ("a\u{E0041}\u{E0042}", "\u{FFFD}"), ("a\u{200D}b", "\u{FFFD}b"), ("a\u{FE0F}", "\u{FFFD}"),
    ("\u{1F600}\u{200D}", "\u{FFFD}"), ("x\u{2028}y\u{2029}z", "x\u{FFFD}y\u{FFFD}z"),
    ("a\u{E000}", "a\u{FFFD}"), ("\u{3164}\u{115F}", "\u{FFFD}\u{FFFD}"),
  ])
  func whatMayNotBeShownIsSeen(text: String, shown: String) {
    #expect(Array(DisplayText(text).description.unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func linesStayWhereTheyMay() {
    #expect(
      DisplayText("a\r\nb\nc\rd\u{1B}", keepingLines: true).description
        == "a\nb\nc\u{FFFD}d\u{FFFD}")
    #expect(DisplayText("да\nнет", keepingLines: true).description == "да\nнет")
    #expect(DisplayText("да\nнет").description == "да\u{FFFD}нет")
  }

  @Test func fourMarksAreKept() {
    for count in 0...50 {
      let text = "e" + String(repeating: "\u{301}", count: count) + "x"
      let shown = DisplayText(text).description
      #expect(shown.unicodeScalars.count == 2 + min(count, 4))
      #expect(shown.hasPrefix("e") || count > 0)
      #expect(shown.hasSuffix("x"))
      let hangul = "\u{1100}" + String(repeating: "\u{1161}", count: count)
      #expect(DisplayText(hangul).description.unicodeScalars.count == 1 + min(count, 4))
    }
    let family = (0..<30).map { _ in "👩" }.joined(separator: "\u{200D}")
    #expect(DisplayText(family).description == "\u{FFFD}")
  }

  /// Whatever is shown once is shown so again, takes the cells that were counted, and fits a screen.
  @Test func whatIsShownStaysAndFits() {
    let parts: [Unicode.Scalar] = [
      "a", "я", "中", "😀", "👨", "\u{200D}", "\u{FE0F}", "\u{301}", "\u{1F3FD}", "\u{1F1F7}",
      "\u{1B}",
      "\n", "\r", "\u{202E}", "\u{1100}", "\u{1161}", "\u{E0041}", "\u{903}", "\u{E33}", "\u{20E3}",
      "1",
      "\u{600}", "\u{FFFD}", " ",
    ]
    var random = SeededGenerator(seed: 20_210_114)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = String(
        String.UnicodeScalarView(
          (0..<count).compactMap { _ in parts.randomElement(using: &random) }))
      let shown = DisplayText(text).description
      let names = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      #expect(Array(DisplayText(shown).description.utf8) == Array(shown.utf8), "\(names)")
      #expect(shown.cellWidth == text.cellWidth, "\(names)")
      var grid = CellGrid(size: Size(columns: 30, rows: 1))
      #expect(grid.write(text, row: 0, column: 0) == text.cellWidth, "\(names)")
    }
  }

  @Test func noWayIntoAScreenLetsAControlPass() {
    for character: Character in [
      "\u{1B}", "\u{9B}", "\u{202E}", "\r\n", "\u{200B}", "\u{301}", "\u{E0041}",
    ] {
      var grid = CellGrid(size: Size(columns: 3, rows: 1))
      grid[row: 0, column: 0] = Cell(character)
      grid.fill(row: 0, columns: 1..<2, with: character)
      grid.write(String(character), row: 0, column: 2)
      #expect(grid.text == "\u{FFFD}\u{FFFD}\u{FFFD}")
    }
  }
}

@Suite struct PrintableJSONTests {
  /// Every scalar comes back from the JSON as it was, and none is raw in it that a terminal would obey.
  @Test func everyScalarComesBack() throws {
    for start in stride(from: 0, to: scalars.count, by: 4096) {
      let part = Array(scalars[start..<min(start + 4096, scalars.count)])
      let text = String(String.UnicodeScalarView(part))
      let quoted = PrintableJSON(quoting: text).description
      #expect(!quoted.unicodeScalars.contains(where: isForbidden))
      let back = try JSONDecoder().decode([String].self, from: Data("[\(quoted)]".utf8))
      #expect(back.first.map { Array($0.unicodeScalars) } == part)
      let encoded = String(decoding: try JSONEncoder().encode([text]), as: UTF8.self)
      let printable = PrintableJSON(encoded).description
      #expect(!printable.unicodeScalars.contains(where: isForbidden))
      let again = try JSONDecoder().decode([String].self, from: Data(printable.utf8))
      #expect(again.first.map { Array($0.unicodeScalars) } == part)
    }
  }

  @Test func linesOfADocumentStay() {
    #expect(
      PrintableJSON("{\n\"a\": \"\u{202E}\u{9B}\u{10FFFF}я\"\n}\n").description
        == "{\n\"a\": \"\\u202e\\u009b\\udbff\\udfffя\"\n}\n")
  }
}
