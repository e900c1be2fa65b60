import Cabinet
import Testing

@testable import CabinetServices

/// The index against plain walks over all words.
@Suite struct LexiconTests {
  private static let words: [FoldedWord] = {
    var seen: Set<FoldedWord> = []
    for service in SearchFixture.catalogue.services {
      for text in [service.title, service.titleEn, service.summary] + service.keywords {
        seen.formUnion(FoldedText.words(text.unicodeScalars))
      }
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }
  }()
  private static let lexicon: Lexicon = {
    var table = WordTable()
    for word in words.reversed() { _ = table.number(of: word) }
    return Lexicon.sorting(table).lexicon
  }()

  @Test func wordsStandInOrder() {
    #expect(Self.lexicon.count == Self.words.count)
    for (place, word) in Self.words.enumerated() {
      #expect(Array(Self.lexicon.word(place)) == word)
      #expect(Self.lexicon.place(of: word) == place)
    }
    #expect(Self.lexicon.place(of: SearchFixture.folded("йцукенгшщз")) == nil)
  }

  @Test func prefixesAreThoseOfAPlainWalk() {
    for word in stride(from: 0, to: Self.words.count, by: 37).map({ Self.words[$0] }) {
      for length in 1...word.count {
        let prefix = Array(word.prefix(length))
        let expected = Self.words.indices.filter { Self.words[$0].starts(with: prefix) }
        #expect(Array(Self.lexicon.places(beginningWith: prefix)) == expected)
      }
    }
    #expect(Self.lexicon.places(beginningWith: SearchFixture.folded("ъъъ")).isEmpty)
  }

  @Test(arguments: [false, true]) func typosAreThoseOfAPlainWalk(asPrefix: Bool) {
    var random = Random(state: 7)
    for _ in 0..<12 {
      var word = Self.words[random.below(Self.words.count)]
      for _ in 0..<random.below(3) where word.count > 2 {
        word.swapAt(random.below(word.count), random.below(word.count))
      }
      guard word.count >= 4 else { continue }
      let bound = EditDistance.bound(forLength: word.count)
      var found: [Int: Int] = [:]
      Self.lexicon.forEachPlace(within: bound, of: word, asPrefix: asPrefix) { found[$0] = $1 }
      var expected: [Int: Int] = [:]
      for (place, other) in Self.words.enumerated() {
        let lengths = asPrefix ? Array(0...other.count) : [other.count]
        let edits =
          lengths.map { EditDistanceTests.reference(word, Array(other.prefix($0))) }.min() ?? 99
        if edits <= bound { expected[place] = edits }
      }
      #expect(found == expected, "\(word)")
    }
  }

  @Test func tableNumbersEachWordOnce() {
    var table = WordTable()
    let first = Self.words.map { table.number(of: $0) }
    let again = Self.words.map { table.number(of: $0) }
    #expect(first == Array(Self.words.indices) && first == again)
    #expect(zip(Self.words, first).allSatisfy { Array(table.word($1)) == $0 })
  }
}

/// Numbers that look random and are the same always.
struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
