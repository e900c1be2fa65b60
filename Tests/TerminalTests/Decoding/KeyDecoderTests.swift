import Terminal
import Testing

@Suite struct KeyDecoderTests {
  private let q = TerminalEvent.key(.character("q"))

  @Test(arguments: KeyVector.all)
  func understandsSequencesInOneRead(_ vector: KeyVector) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(vector.bytes) == vector.events)
    #expect(!decoder.isIncomplete)
    #expect(decoder.feed([0x71]) == [q], "the key after it")
  }

  @Test(arguments: KeyVector.all)
  func understandsSequencesSplitAnywhere(_ vector: KeyVector) {
    let splits = min(vector.bytes.count, 64)
    for split in 1..<max(2, splits) {
      var decoder = KeyDecoder()
      var events = decoder.feed(vector.bytes.prefix(split))
      events += decoder.feed(vector.bytes.dropFirst(split))
      #expect(events == vector.events, "split after \(split)")
      #expect(decoder.feed([0x71]) == [q])
    }
  }

  @Test(arguments: KeyVector.all)
  func understandsSequencesByteByByte(_ vector: KeyVector) {
    var decoder = KeyDecoder()
    #expect(vector.bytes.flatMap { decoder.feed([$0]) } == vector.events)
    #expect(!decoder.isIncomplete)
  }

  @Test func understandsManySequencesInOneRead() {
    var decoder = KeyDecoder()
    let vectors = KeyVector.all
    #expect(decoder.feed(vectors.flatMap(\.bytes)) == vectors.flatMap(\.events))
    #expect(!decoder.isIncomplete)
  }

  @Test func escapeAloneIsAKeyOnceNothingFollows() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isIncomplete)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(!decoder.isIncomplete)
    #expect(decoder.flush().isEmpty)
  }

  @Test(arguments: ["q", "й", "]x", "P", "7", "я", "\u{1B}", "[", "O", "_"])
  func altAndEscapeDifferByTheRead(_ text: String) throws {
    let character = try #require(text.first)
    let rest = text.dropFirst().map { TerminalEvent.key(.character($0)) }
    var together = KeyDecoder()
    var events = together.feed(Array("\u{1B}\(text)".utf8)) + together.flush()
    if character == "\u{1B}" {
      #expect(events == [.key(.escape), .key(.escape)])
    } else {
      #expect(events == [.key(.alt(character))] + rest)
    }
    var apart = KeyDecoder()
    events = apart.feed([0x1B]) + apart.feed(Array(text.utf8)) + apart.flush()
    let second = character == "\u{1B}" ? Key.escape : .character(character)
    #expect(events == [.key(.escape), .key(second)] + rest)
  }

  @Test(arguments: ["q", "й", "[A", "\r", "\u{1B}[A"])
  func escapeSettledByTheTimeoutLeavesTheNextKeyAlone(_ text: String) {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) + decoder.flush() == [.key(.escape)])
    var fresh = KeyDecoder()
    #expect(decoder.feed(Array(text.utf8)) == fresh.feed(Array(text.utf8)))
  }

  @Test func escapeBeforeASequenceInOneReadIsAKey() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}\u{1B}[A".utf8)) == [.key(.escape), .key(.up)])
  }

  @Test(arguments: [
    ("\r", Key.enter), ("\u{7F}", .backspace), ("\t", .tab), ("\u{1}", .control("a")),
  ])
  func altWithAControlIsThePlainKey(_ text: String, key: Key) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}\(text)".utf8)) == [.key(key)])
    #expect(decoder.feed([0x1B]) + decoder.feed(Array(text.utf8)) == [.key(.escape), .key(key)])
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]0;t", "\u{1B}P1", "\u{1B}[<0;1"])
  func aSequenceThatNeverEndsIsForgotten(_ text: String) {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array(text.utf8))
    #expect(decoder.isIncomplete)
    let events = decoder.flush()
    #expect(text.utf8.count > 2 ? events.isEmpty : events.count == 1)
    #expect(!decoder.isIncomplete)
    #expect(decoder.feed([0x71]) == [q])
  }

  @Test func aBrokenOffSequenceYieldsToTheNext() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed(Array("\u{1B}[1;\u{1B}[A\u{1B}[5\u{3}\u{1B}[4я".utf8)) == [
        .key(.up), .key(.control("c")), .key(.character("я")),
      ])
    #expect(decoder.feed(Array("\u{1B}]0;title\u{1B}[Bq".utf8)) == [.key(.down), q])
  }

  @Test func aBrokenLetterIsForgotten() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xD0]).isEmpty)
    #expect(decoder.isIncomplete)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed([0xB9]).isEmpty)
    #expect(decoder.feed([0x71]) == [q])
  }

  @Test func theTerminalsDescriptionAddsKeysAndChangesNone() {
    let sequences: [[UInt8]: Key] = [
      Array("\u{1B}[224z".utf8): .function(1), Array("\u{1B}?x".utf8): .home,
      Array("\u{1B}OA".utf8): .down, [0x08]: .left, Array("\u{1B}[M".utf8): .function(2),
    ]
    for (sequence, key) in sequences where sequence.count > 1 {
      for split in 0..<sequence.count {
        var decoder = KeyDecoder(sequences: sequences)
        let events =
          decoder.feed(sequence.prefix(split)) + decoder.feed(sequence.dropFirst(split))
        #expect(events == [.key(key == .down ? .up : key)])
      }
    }
    var decoder = KeyDecoder(sequences: sequences)
    #expect(decoder.feed([0x08]) == [.key(.backspace)])
    #expect(decoder.feed(Array("\u{1B}?".utf8)) + decoder.flush() == [.key(.alt("?"))])
  }
}
