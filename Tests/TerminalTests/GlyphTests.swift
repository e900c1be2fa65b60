import Testing

@testable import Terminal

@Suite struct GlyphTests {
  private func glyph(_ character: Character) -> Glyph {
    Glyph(character, columns: max(1, character.cellWidth)) { value in
      Unicode.Scalar(value).map(CellWidth.of) ?? -1
    }
  }

  /// The promise of the last gate, for every scalar.
  @Test func noControlPassesAndNothingIsEmpty() {
    for value in scalarsWorthTrying {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let sent = glyph(Character(scalar)).scalars
      let isControl = sent.contains { $0 < 0x20 || (0x7F..<0xA0).contains($0) }
      guard !isControl, (1...Glyph.limit).contains(sent.count) else {
        Issue.record("U+\(String(value, radix: 16)) sends \(sent)")
        return
      }
    }
  }

  @Test func keepsUpToFourMarks() {
    let character = Character("е" + String(repeating: "\u{301}", count: 9))
    #expect(glyph(character).scalars == [0x435, 0x301, 0x301, 0x301, 0x301])
  }

  @Test(
    arguments: [
      ("👨‍👩‍👧", [0x1F468]), ("👍🏽", [0x1F44D]), ("⚠\u{FE0F}", [0x26A0]), ("🇷🇺", [0xFFFD]),
      ("\r\n", [0xFFFD]), ("\u{301}", [0xFFFD]), ("й", [0x439]), ("и\u{306}", [0x438, 0x306]),
      ("\u{202E}", [0xFFFD]), ("\u{1100}\u{1161}", [0x1100, 0x1161]),
    ] as [(Character, [UInt32])])
  func sendsWhatACellCanHold(_ character: Character, scalars: [UInt32]) {
    #expect(glyph(character).scalars == scalars)
  }

  @Test func disagreementAboutTheWidthShowsTheReplacement() {
    #expect(Glyph("中", columns: 1) { _ in 2 } == .replacement)
    #expect(Glyph("я", columns: 2) { _ in 1 } == .replacement)
    #expect(Glyph("я", columns: 1) { _ in -1 } == .replacement)
  }
}
