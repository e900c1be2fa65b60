/// How well the titles and keywords of a service say what was asked, each taken as a whole.
struct PhraseMatching {
  private let index: SearchIndex
  /// What each word of the query weighs; a query has no more words than this has places.
  private var weights: SIMD16<Float> = .zero
  private let wordCount: Int
  /// For each term the words of the query that may mean it, a bit each, and how surely.
  private var words: [UInt16]
  private var qualities: [Float]

  init(_ index: SearchIndex, _ words: [SearchedWord], _ weights: [Float]) {
    self.index = index
    wordCount = min(weights.count, self.weights.scalarCount)
    for place in 0..<wordCount { self.weights[place] = weights[place] }
    self.words = [UInt16](repeating: 0, count: index.terms.count)
    qualities = [Float](repeating: 0, count: index.terms.count)
    for (place, word) in words.enumerated() {
      for candidate in word.candidates {
        let term = Int(candidate.term)
        self.words[term] |= 1 << UInt16(place)
        qualities[term] = max(qualities[term], candidate.quality)
      }
    }
  }

  /// The score of the best phrase of a service, 0…1.
  func score(of ordinal: Int) -> Float {
    var best: Float = 0
    for phrase in index.phrases[ordinal] { best = max(best, score(of: phrase)) }
    return best
  }

  private func score(of phrase: SearchIndex.SearchPhrase) -> Float {
    var held: Float = 0
    var whole: Float = 0
    var surest: SIMD16<Float> = .zero
    var before: UInt16 = 0
    var neighbours = 0
    for place in phrase.terms {
      let term = Int(index.phraseTerms[Int(place)])
      whole += index.rarity[term]
      let words = words[term]
      if words != 0 {
        held += index.rarity[term] * qualities[term]
        var rest = words
        while rest != 0 {
          let word = rest.trailingZeroBitCount
          surest[word] = max(surest[word], qualities[term])
          rest &= rest - 1
        }
        if before << 1 & words != 0 { neighbours += 1 }
      }
      before = words
    }
    guard held > 0, whole > 0 else { return 0 }
    let asked = (weights * surest).sum()
    let said = held / whole
    // What was asked counts for more than what else the phrase says.
    let measure = 1.6 * asked * said / (0.6 * asked + said) * 0.6 + asked * 0.4
    let order = wordCount > 1 ? Float(neighbours) / Float(wordCount - 1) : 1
    return measure * (0.92 + 0.08 * min(1, order)) * phrase.weight
  }
}
