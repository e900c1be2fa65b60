/// How well the titles and keywords of a service say what was asked, each taken as a whole.
struct PhraseMatching {
  private let index: SearchIndex
  private let weights: [Float]
  /// For each term the words of the query that may mean it, a bit each, and how surely.
  private var words: [UInt16]
  private var qualities: [Float]

  init(_ index: SearchIndex, _ words: [SearchedWord], _ weights: [Float]) {
    self.index = index
    self.weights = weights
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
    var surest = [Float](repeating: 0, count: weights.count)
    var before: UInt16 = 0
    var neighbours = 0
    for place in phrase.terms {
      let term = Int(index.phraseTerms[Int(place)])
      whole += index.rarity[term]
      let words = words[term]
      if words != 0 {
        held += index.rarity[term] * qualities[term]
        for word in weights.indices where words & (1 << UInt16(word)) != 0 {
          surest[word] = max(surest[word], qualities[term])
        }
        if before << 1 & words != 0 { neighbours += 1 }
      }
      before = words
    }
    guard held > 0, whole > 0 else { return 0 }
    var asked: Float = 0
    for word in weights.indices { asked += weights[word] * surest[word] }
    let said = held / whole
    // What was asked counts for more than what else the phrase says.
    let measure = 1.6 * asked * said / (0.6 * asked + said) * 0.6 + asked * 0.4
    let order = weights.count > 1 ? Float(neighbours) / Float(weights.count - 1) : 1
    return measure * (0.92 + 0.08 * min(1, order)) * phrase.weight
  }
}
