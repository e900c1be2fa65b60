import Terminal
import Testing

/// Keys by the names that tapes and key files use.
@Suite struct KeyNameTests {
  static let keys: [Key] =
    Array(Key.named.values) + (UInt8(0x20)..<0x7F).map { .character(Character(Unicode.Scalar($0))) }
    + (UInt8(0x21)..<0x7F).map { .alt(Character(Unicode.Scalar($0))) }
    + "abcdefghjklnopqrstuvwxyz\\]^_@".map { .control($0) } + [.backTab, .character("й")]

  @Test(arguments: keys) func everyNameLeadsBackToItsKey(key: Key) {
    #expect(Key(name: key.name) == key)
  }

  @Test(arguments: [
    ("Ctrl+I", Key.tab), ("Ctrl+M", .enter), ("Ctrl+[", .escape), ("Ctrl+p", .control("p")),
    ("Shift+x", .character("X")), ("Alt++", .alt("+")), ("+", .character("+")),
    ("Shift+й", .character("Й")),
  ])
  func otherSpellings(name: String, key: Key) { #expect(Key(name: name) == key) }

  @Test(arguments: [
    "", "F0", "F13", "enter", "Ctrl", "Ctrl+", "Ctrl+1", "Ctrl+й", "Ctrl+PageUp", "Alt+", "Alt+ab",
    "Shift+1", "Shift+Up", "ab", "Hyper+x", "\u{7}",
  ])
  func noSuchKey(name: String) { #expect(Key(name: name) == nil) }
}
