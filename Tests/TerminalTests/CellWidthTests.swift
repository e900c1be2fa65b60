import Terminal
import Testing

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("kabinet", 7), ("Охотничий билет", 15), ("Ёж", 2), ("─│┌▓░", 5), ("₽№§«»—…", 7),
    ("中文", 4), ("ＡＢ", 4), ("한글", 4), ("😀", 2), ("⚠", 1), ("⚠\u{FE0F}", 1), ("👍🏽", 2),
    ("👨‍👩‍👧", 2), ("🇷🇺", 2), ("e\u{301}", 1), ("и\u{306}", 1), ("\u{301}", 1), ("\u{200B}", 1),
    ("a\u{200D}b", 2), ("\u{FEFF}x", 2), ("co\u{AD}op", 5), ("\u{202E}abc", 4), ("›>", 2),
    ("ко\u{301}шка", 5), ("\u{1100}\u{1161}\u{11A8}", 2), ("ⷠ", 1), ("҃", 1), ("ᐁ", 1), ("〿", 1),
  ])
  func measuresText(_ text: String, width: Int) {
    #expect(text.cellWidth == width)
    #expect(DisplayText(text).description.cellWidth == width)
  }

  @Test func everyCyrillicLetterTakesOneCell() {
    for value in UInt32(0x400)..<0x530 where !(0x483..<0x48A).contains(value) {
      #expect(Unicode.Scalar(value).map(CellWidth.of) == 1)
    }
    for value in UInt32(0x483)..<0x48A { #expect(Unicode.Scalar(value).map(CellWidth.of) == 0) }
  }

  /// In short texts and long ones, between letters of two bytes, and in a part of a text.
  @Test func aTextOfSingleCellsIsToldFromAnyOther() {
    for value in scalarsWorthTrying {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for (before, after) in [("", ""), ("яё", "я"), ("a text of more than fifteen bytes, ", "№")] {
        let text = before + String(scalar) + after
        let count = scalar.isSingleCell ? text.unicodeScalars.count : nil
        #expect(text.singleCellCount == count, "U+\(String(value, radix: 16))")
        let part = Substring(("中" + text + "中").unicodeScalars.dropFirst().dropLast())
        #expect(part.singleCellCount == count)
      }
    }
  }

  @Test func everyScalarTakesNoneOneOrTwo() {
    var counts = [0, 0, 0]
    for value in scalarsWorthTrying {
      guard let scalar = Unicode.Scalar(value) else { continue }
      counts[CellWidth.of(scalar)] += 1
    }
    #expect(counts[2] > 50_000, "the ideographs and emoji")
    #expect(counts[0] > 1_500 && counts[0] < 4_000, "the marks and invisible signs")
  }

  @Test func signsOfTheScreensTakeOneCell() {
    for sign in "─│┌┐└┘├┤┬┴┼═║▓░█▌•·…—–«»“”№₽§×›‹→←↑↓✓" { #expect(sign.cellWidth == 1, "\(sign)") }
  }
}

/// Every scalar of the planes where characters live, and a sample of the rest.
let scalarsWorthTrying: [UInt32] =
  Array(0..<0x20000) + Array(0xE0000..<0xE0200)
  + Array(stride(from: 0x20000, through: 0x10FFFF, by: 101))
