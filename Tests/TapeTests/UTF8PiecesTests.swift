import Tape
import Testing

@Suite("Text from bytes that come in pieces")
struct UTF8PiecesTests {
  static let text = "Aя€😀b\u{301}\r\nЁ"

  @Test("Wherever the bytes are cut in two, the text is the same", arguments: 0...text.utf8.count)
  func twoPieces(cut: Int) {
    let bytes = Array(Self.text.utf8)
    var pieces = UTF8Pieces()
    let first = pieces.take(bytes[..<cut])
    let second = pieces.take(bytes[cut...])
    #expect(Array((first + second).utf8) == bytes)
    #expect(!first.unicodeScalars.contains("\u{FFFD}"))
    #expect(pieces.finish().isEmpty)
  }

  @Test("Byte by byte every character comes when it is complete")
  func byteByByte() {
    var pieces = UTF8Pieces()
    let parts = "я😀".utf8.map { pieces.take([$0]) }
    #expect(parts == ["", "я", "", "", "", "😀"])
  }

  @Test(
    "Bytes that are no UTF-8 are replaced and hold nothing up",
    arguments: [
      ([0xFF], "\u{FFFD}"), ([0x80], "\u{FFFD}"), ([0xC0, 0x41], "\u{FFFD}A"),
      ([0xE2, 0x41], "\u{FFFD}A"), ([0x80, 0x80, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func broken(bytes: [UInt8], text: String) {
    var pieces = UTF8Pieces()
    #expect(pieces.take(bytes) == text)
    #expect(pieces.finish().isEmpty)
  }

  @Test("A character that never becomes complete is replaced at the end")
  func unfinished() {
    var pieces = UTF8Pieces()
    #expect(pieces.take([0x41, 0xF0, 0x9F]) == "A")
    #expect(pieces.finish() == "\u{FFFD}")
    #expect(pieces.finish().isEmpty)
  }
}
