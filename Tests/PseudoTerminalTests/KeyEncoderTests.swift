import Terminal
import Testing

@testable import PseudoTerminal

private func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "^[")
}

@Suite("Keys as xterm sends them")
struct KeyEncoderTests {
  @Test(
    "Keys",
    arguments: [
      (Key.character("ы"), "ы"), (.control("p"), "\u{10}"), (.control("@"), "\0"),
      (.control("]"), "\u{1D}"), (.control("_"), "\u{1F}"), (.alt("x"), "^[x"), (.enter, "\r"),
      (.escape, "^["), (.tab, "\t"), (.backTab, "^[[Z"), (.backspace, "\u{7F}"),
      (.insert, "^[[2~"), (.delete, "^[[3~"), (.pageUp, "^[[5~"), (.pageDown, "^[[6~"),
      (.up, "^[[A"), (.down, "^[[B"), (.right, "^[[C"), (.left, "^[[D"), (.home, "^[[H"),
      (.end, "^[[F"), (.function(1), "^[OP"), (.function(4), "^[OS"), (.function(5), "^[[15~"),
      (.function(10), "^[[21~"), (.function(11), "^[[23~"), (.function(12), "^[[24~"),
      (.function(13), ""), (.function(0), ""), (.control("я"), ""),
    ])
  func keys(key: Key, expected: String) {
    #expect(text(KeyEncoder.bytes(for: key)) == expected)
  }

  @Test("Cursor keys follow DECCKM")
  func applicationCursor() {
    for (key, final) in [
      (Key.up, "A"), (.down, "B"), (.right, "C"), (.left, "D"), (.home, "H"), (.end, "F"),
    ] {
      #expect(text(KeyEncoder.bytes(for: key, applicationCursor: true)) == "^[O\(final)")
    }
  }

  @Test("A paste can't break out of its brackets, and newlines come as a terminal sends them")
  func paste() {
    let odd = "a\nb\u{1B}[201~c"
    #expect(text(KeyEncoder.bytes(pasting: odd, isBracketed: true)) == "^[[200~a\rb[201~c^[[201~")
    #expect(text(KeyEncoder.bytes(pasting: odd, isBracketed: false)) == "a\rb[201~c")
  }

  @Test("Clicks, in both forms")
  func clicks() {
    let place = Position(column: 2, row: 4)
    #expect(text(KeyEncoder.bytes(clicking: place, isSGR: true)) == "^[[<0;3;5M^[[<0;3;5m")
    #expect(text(KeyEncoder.bytes(clicking: place, isSGR: false)) == "^[[M #%^[[M##%")
    let far = KeyEncoder.bytes(clicking: Position(column: 499, row: 199), isSGR: false)
    #expect(far.count == 12)
  }
}
