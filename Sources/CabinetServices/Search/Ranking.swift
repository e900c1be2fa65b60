/// Scores services by the words of a query.
///
/// Every word counts by its rarity and by the weightiest place in which a service holds it. The best
/// services are then compared phrase by phrase: a title or keyword that says what was asked, the whole
/// of it and nothing else, goes first.
struct Ranking {
  /// A service and its score, 0…``Ranking/best``.
  struct Ranked {
    var ordinal: Int32
    var score: Int32
  }

  /// The score of a service that answers the query entirely.
  static let best = 1000
  private static let steps = 4000
  /// How many of the best are compared phrase by phrase.
  private static let shortlist = 200
  private static let unknownWeight: Float = 2.5
  /// A mistyped word is held for less, since it may not be what was meant.
  private static let typoCover: Float = 0.5

  /// What a service keeps of its score whose title names a deed that was not asked for.
  private static let unasked: Float = 0.9

  private let index: SearchIndex
  private let words: [SearchedWord]
  /// What each word of the query weighs; of all together 1.
  private var weights: [Float] = []
  private var sums: [Float]
  /// What the words weigh together that each service holds, and that all weigh; without stop words.
  private var covers: [Float]
  private var counted: Float = 0

  /// Adds up, for each service, what each word of the query says of it.
  init(_ index: SearchIndex, _ words: [SearchedWord]) {
    self.index = index
    self.words = words
    sums = [Float](repeating: 0, count: index.services.count)
    covers = sums
    var best = sums
    var touched: [Int32] = []
    let areAllStopWords = words.allSatisfy(\.isStopWord)
    var total: Float = 0
    var counted: Float = 0
    for word in words {
      touched.removeAll(keepingCapacity: true)
      for candidate in word.candidates {
        for posting in index.postings[Int(candidate.term)] {
          let ordinal = Int(posting.ordinal)
          let score = candidate.quality * Float(posting.weight)
          if best[ordinal] == 0 { touched.append(posting.ordinal) }
          if score > best[ordinal] { best[ordinal] = score }
        }
      }
      // What no service holds says nothing of which was meant, so it weighs no more than most.
      var weight =
        touched.isEmpty
        ? Self.unknownWeight : SearchIndex.rarity(holders: touched.count, among: sums.count)
      let isMinor = word.isStopWord && !areAllStopWords
      if isMinor { weight *= SearchIndex.stopWordShare }
      weights.append(weight)
      total += weight
      let cover = isMinor ? 0 : word.way == .typo ? weight * Self.typoCover : weight
      if !isMinor { counted += weight }
      for ordinal in touched {
        let ordinal = Int(ordinal)
        let held = best[ordinal] * (1 / 255)
        sums[ordinal] += weight * held
        // A word of the summary alone is half an answer.
        covers[ordinal] += cover * (0.5 + 0.5 * held)
        best[ordinal] = 0
      }
    }
    let scale = total > 0 ? 1 / total : 0
    for place in weights.indices { weights[place] *= scale }
    for ordinal in sums.indices { sums[ordinal] *= scale }
    self.counted = counted
  }

  /// The services that hold enough of the query, best first; those of one score by title.
  ///
  /// - Parameter share: the share of the query, by weight, which a service has to hold.
  func ranked(holding share: Float) -> [Ranked] {
    let needed = counted * share
    var found: [(ordinal: Int32, score: Float)] = []
    for ordinal in sums.indices where covers[ordinal] > 0 && covers[ordinal] >= needed {
      found.append((Int32(ordinal), sums[ordinal] * 0.5))
    }
    found = Self.sorted(found)
    let phrases = PhraseMatching(index, words, weights)
    let askedDeeds = words.reduce(into: UInt8(0)) { deeds, word in
      for candidate in word.candidates { deeds |= index.deedsOfTerm[Int(candidate.term)] }
    }
    for place in found.indices.prefix(Self.shortlist) {
      let ordinal = Int(found[place].ordinal)
      found[place].score += 0.46 * phrases.score(of: ordinal) + 0.04 * index.popularity[ordinal]
      // Who asks for a thing wants it first, and not its change, its end or its duplicate.
      if index.deeds[ordinal] & ~askedDeeds != 0 { found[place].score *= Self.unasked }
    }
    return Self.sorted(found).map {
      Ranked(ordinal: $0.ordinal, score: max(1, Int32($0.score * Float(Self.best))))
    }
  }

  /// Sorts by score, the greatest first; stable, linear.
  private static func sorted(
    _ found: [(ordinal: Int32, score: Float)]
  ) -> [(ordinal: Int32, score: Float)] {
    func step(_ score: Float) -> Int { steps - max(0, min(steps, Int(score * Float(steps)))) }
    var starts = [Int32](repeating: 0, count: steps + 2)
    for one in found { starts[step(one.score) + 1] += 1 }
    for step in 1..<starts.count { starts[step] += starts[step - 1] }
    var sorted = found
    for one in found {
      let step = step(one.score)
      sorted[Int(starts[step])] = one
      starts[step] += 1
    }
    return sorted
  }
}
