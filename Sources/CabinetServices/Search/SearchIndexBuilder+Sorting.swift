import Cabinet

extension SearchIndexBuilder {
  /// Sorts the words, finds their stems and turns what was noted into an index.
  mutating func parts(
    _ services: [ServiceBrief], _ situations: [Catalogue.Entry], _ vocabulary: SearchVocabulary
  ) -> Parts {
    let stemmer = Stemmer()
    addSynonyms(vocabulary.synonyms, services.count, stemmer)
    let stopNumbers = vocabulary.stopWords.flatMap { numbers(of: $0) }
    let deedNumbers = vocabulary.variants.prefix(8).map { $0.flatMap { numbers(of: $0) } }

    var stemTable = WordTable()
    let stemNumbers = (0..<table.count).map { number in
      stemTable.number(of: stemmer.stem(Array(table.word(number))))
    }
    let deedsOfNumber = Self.deeds(deedNumbers, stemNumbers)
    // Long titles name all that belongs to a service: «Выдача и замена паспорта».
    let deeds = services.map { service in
      numbers(of: service.shortTitle ?? service.title).reduce(into: UInt8(0)) {
        $0 |= deedsOfNumber[$1]
      }
    }
    let (terms, places) = Lexicon.sorting(table)
    var deedsOfTerm = [UInt8](repeating: 0, count: table.count)
    for (number, place) in places.enumerated() { deedsOfTerm[Int(place)] = deedsOfNumber[number] }
    let (stems, stemPlaces) = Lexicon.sorting(stemTable)
    var stemOfTerm = [Int32](repeating: 0, count: table.count)
    for (number, place) in places.enumerated() {
      stemOfTerm[Int(place)] = stemPlaces[stemNumbers[number]]
    }
    let (skeletons, stemsOfSkeleton) = Self.skeletons(of: stems)
    for index in hits.indices { hits[index].group = places[Int(hits[index].group)] }

    var isStopWord = [Bool](repeating: false, count: table.count)
    for number in stopNumbers { isStopWord[Int(places[number])] = true }
    let popularity = Dictionary(
      vocabulary.popular.enumerated().map {
        ($1, 1 - 0.5 * Float($0) / Float(vocabulary.popular.count))
      }, uniquingKeysWith: max)
    return Parts(
      services: services, situations: situations, terms: terms, stems: stems,
      skeletons: skeletons, stemOfTerm: stemOfTerm,
      termsOfStem: Groups(
        stems.count, stemOfTerm.enumerated().map { (group: $1, value: Int32($0)) }),
      stemsOfSkeleton: stemsOfSkeleton, postings: Groups(terms.count, hits),
      phrases: Groups(services.count, phrases), phraseTerms: phraseTerms.map { places[Int($0)] },
      rarity: rarity(stemOfTerm, stems.count, services.count, isStopWord), isStopWord: isStopWord,
      popularity: services.map { popularity[$0.id] ?? 0 }, deedsOfTerm: deedsOfTerm, deeds: deeds)
  }

  /// The deeds of each word, in whatever form the vocabulary names them.
  private static func deeds(_ groups: [[Int]], _ stemOfNumber: [Int]) -> [UInt8] {
    var deedsOfStem: [Int: UInt8] = [:]
    for (bit, numbers) in groups.enumerated() {
      for number in numbers { deedsOfStem[stemOfNumber[number], default: 0] |= 1 << UInt8(bit) }
    }
    return stemOfNumber.map { deedsOfStem[$0] ?? 0 }
  }

  private static func skeletons(of stems: Lexicon) -> (Lexicon, Groups<Int32>) {
    var table = WordTable()
    var pairs: [(group: Int32, value: Int32)] = []
    for stem in 0..<stems.count {
      let word = stems.word(stem)
      guard word.allSatisfy(FoldedText.isCyrillic) else { continue }
      let skeleton = Transliteration.skeleton(ofCyrillic: word)
      if skeleton.isEmpty { continue }
      pairs.append((Int32(table.number(of: skeleton)), Int32(stem)))
    }
    let (lexicon, places) = Lexicon.sorting(table)
    for index in pairs.indices { pairs[index].group = places[Int(pairs[index].group)] }
    return (lexicon, Groups(lexicon.count, pairs))
  }

  /// The logarithm of how many services there are to one that holds the stem.
  private func rarity(
    _ stemOfTerm: [Int32], _ stemCount: Int, _ serviceCount: Int, _ isStopWord: [Bool]
  ) -> [Float] {
    var holders = [Int32](repeating: 0, count: stemCount)
    for hit in hits { holders[Int(stemOfTerm[Int(hit.group)])] += 1 }
    return stemOfTerm.indices.map { term in
      let holders = holders[Int(stemOfTerm[term])]
      let rarity = SearchIndex.rarity(holders: Int(holders), among: serviceCount)
      return isStopWord[term] ? rarity * SearchIndex.stopWordShare : rarity
    }
  }
}

extension SearchIndex {
  /// How much of its rarity a stop word keeps.
  static let stopWordShare: Float = 0.12

  /// How much a word says that so many services hold: from about 1 for all to 10 for one of 500.
  static func rarity(holders: Int, among services: Int) -> Float {
    // The binary logarithm, read off the exponent and the mantissa: nothing here needs Foundation.
    let ratio = 1 + Float(services) / Float(max(1, holders))
    return Float(ratio.exponent) + (ratio.significand - 1)
  }
}
