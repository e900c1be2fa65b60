import Terminal
import Testing

/// A small seeded generator (SplitMix64), so that a failure names its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct KeyDecoderFuzzTests {
  /// Random bytes in random reads, with the bytes of sequences more often than others.
  @Test(arguments: 0..<400)
  func noBytesCrashItOrLeaveItStuck(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let spice = Array("\u{1B}\u{1B}\u{1B}[[OP]_<;:0129~MuA$G\u{7}\u{1B}\\яё".utf8)
    var decoder = KeyDecoder(sequences: [Array("\u{1B}?x".utf8): .home])
    for _ in 0..<60 {
      let length = Int.random(in: 0...24, using: &random)
      let bytes = (0..<length).map { _ in
        Bool.random(using: &random)
          ? spice.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      for event in decoder.feed(bytes) { check(event, seed) }
      if Int.random(in: 0..<8, using: &random) == 0 {
        for event in decoder.flush() { check(event, seed) }
      }
    }
    _ = decoder.flush()
    _ = decoder.endPaste()
    #expect(!decoder.isIncomplete)
    #expect(decoder.feed(Array("й\u{1B}[A".utf8)) == [.key(.character("й")), .key(.up)])
  }

  /// Valid sequences in a random order, cut at random places, mean what they mean alone.
  @Test(arguments: 0..<200)
  func readsMayBeCutAnywhere(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let vectors = (0..<50).compactMap { _ in KeyVector.all.randomElement(using: &random) }
    var rest = vectors.flatMap(\.bytes)[...]
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    while !rest.isEmpty {
      let length = min(Int.random(in: 1...40, using: &random), rest.count)
      events += decoder.feed(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    #expect(events == vectors.flatMap(\.events))
  }

  private func check(_ event: TerminalEvent, _ seed: Int) {
    switch event {
    case .key(.character(let character)), .key(.alt(let character)):
      let scalars = character.unicodeScalars
      #expect(scalars.allSatisfy { $0.properties.generalCategory != .control }, "seed \(seed)")
    case .paste(let text):
      #expect(!text.unicodeScalars.contains("\r"), "seed \(seed)")
    case .mouse(let mouse):
      #expect(mouse.column >= 0 && mouse.row >= 0)
    case .key(.function(let number)):
      #expect((1...12).contains(number))
    case .key, .resized, .resumed, .woken, .hungUp: break
    }
  }
}
