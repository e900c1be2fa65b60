import Terminal
import Testing

@Suite struct PasteTests {
  private let begin = Array("\u{1B}[200~".utf8)
  private let end = Array("\u{1B}[201~".utf8)
  private let capacity = 1 << 20

  @Test func aPasteIsOneEventAcrossReadsAndPauses() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(begin + Array("пер".utf8)).isEmpty)
    #expect(decoder.isPasting)
    #expect(!decoder.isIncomplete)
    #expect(decoder.flush().isEmpty, "a pause doesn't end it")
    #expect(decoder.feed([0x0A]).isEmpty)
    #expect(
      decoder.feed(Array("вый".utf8) + end + [0x71]) == [
        .paste("пер\nвый"), .key(.character("q")),
      ])
    #expect(!decoder.isPasting)
  }

  @Test(arguments: [-2, -1, 0, 1, 2, 5000])
  func whatExceedsTheLimitIsDroppedUpToTheEnd(_ excess: Int) {
    var decoder = KeyDecoder()
    let text = [UInt8](repeating: 0x61, count: capacity + excess)
    let events = decoder.feed(begin + text + end + [0x71])
    #expect(events.count == 2)
    #expect(events.first == .paste(String(repeating: "a", count: min(capacity, capacity + excess))))
    #expect(events.last == .key(.character("q")))
  }

  @Test func theLimitDoesNotCutALetter() {
    var decoder = KeyDecoder()
    let text = Array(("a" + String(repeating: "я", count: capacity)).utf8)
    let expected = "a" + String(repeating: "я", count: (capacity - 1) / 2)
    #expect(decoder.feed(begin + text + end) == [.paste(expected)])
  }

  @Test func aPasteWhoseEndNeverComesCanBeEnded() {
    var decoder = KeyDecoder()
    #expect(decoder.endPaste().isEmpty)
    #expect(decoder.feed(begin + Array("кусок".utf8)).isEmpty)
    #expect(decoder.endPaste() == [.paste("кусок")])
    #expect(decoder.feed([0x71]) == [.key(.character("q"))])
  }

  @Test func brokenBytesBecomeTheReplacement() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(begin + [0x61, 0xFF, 0x62] + end) == [.paste("a\u{FFFD}b")])
  }
}
