import Cabinet

/// Makes the index of a catalogue; linear in its text.
struct SearchIndexBuilder {
  /// What an index consists of.
  struct Parts {
    var services: [ServiceBrief]
    var situations: [Catalogue.Entry]
    var terms: Lexicon
    var stems: Lexicon
    var skeletons: Lexicon
    var stemOfTerm: [Int32]
    var termsOfStem: Groups<Int32>
    var stemsOfSkeleton: Groups<Int32>
    var postings: Groups<SearchIndex.Posting>
    var phrases: Groups<SearchIndex.SearchPhrase>
    var phraseTerms: [Int32]
    var rarity: [Float]
    var isStopWord: [Bool]
    var popularity: [Float]
    var deedsOfTerm: [UInt8]
    var deeds: [UInt8]
  }

  /// How much a word says of a service by where it stands.
  enum Weight {
    static let shortTitle: Float = 1
    static let title: Float = 0.96
    static let keyword: Float = 0.96
    static let englishTitle: Float = 0.95
    static let synonym: Float = 0.8
    static let situation: Float = 0.45
    static let situationPhrase: Float = 0.7
    static let category: Float = 0.3
    static let summary: Float = 0.35
    static let agency: Float = 0.25
  }

  typealias Hit = (group: Int32, value: SearchIndex.Posting)
  typealias Phrases = (group: Int32, value: SearchIndex.SearchPhrase)

  var table = WordTable()
  /// Until the words are sorted, these count terms by their number in the table.
  var hits: [Hit] = []
  var phrases: [Phrases] = []
  var phraseTerms: [Int32] = []
  /// For each word the last service that held it and the hit, so that each holds it once.
  private var lastHit: [Int32] = []

  /// Makes the index.
  static func build(
    _ services: [ServiceBrief], _ names: some CatalogueNames, _ vocabulary: SearchVocabulary
  ) -> SearchIndex {
    var builder = SearchIndexBuilder()
    let services = services.sorted {
      $0.title != $1.title ? $0.title < $1.title : $0.id < $1.id
    }
    builder.read(services, names)
    return SearchIndex(builder.parts(services, names.lifeSituations, vocabulary))
  }

  private mutating func read(_ services: [ServiceBrief], _ names: some CatalogueNames) {
    let situations = numbers(of: names.lifeSituations)
    let categories = numbers(of: names.categories)
    let agencies = numbers(of: names.agencies)
    for (ordinal, service) in services.enumerated() {
      let ordinal = Int32(ordinal)
      if let title = service.shortTitle { add(phrase: title, ordinal, Weight.shortTitle) }
      add(
        phrase: service.title, ordinal,
        service.shortTitle == nil ? Weight.shortTitle : Weight.title)
      for keyword in service.keywords { add(phrase: keyword, ordinal, Weight.keyword) }
      add(phrase: service.titleEn, ordinal, Weight.englishTitle)
      for id in service.lifeSituations {
        for title in situations[id] ?? [] {
          add(phrase: title, ordinal, Weight.situationPhrase)
          for number in title { hit(number, ordinal, Weight.situation) }
        }
      }
      for number in (categories[service.category] ?? []).joined() {
        hit(number, ordinal, Weight.category)
      }
      for text in [service.summary, service.summaryEn] {
        for number in numbers(of: text) { hit(number, ordinal, Weight.summary) }
      }
      for number in (agencies[service.agency] ?? []).joined() {
        hit(number, ordinal, Weight.agency)
      }
    }
  }

  /// The words of both titles of each entry.
  private mutating func numbers(of entries: [Catalogue.Entry]) -> [String: [[Int]]] {
    var numbers: [String: [[Int]]] = [:]
    for entry in entries {
      numbers[entry.id] = [self.numbers(of: entry.title), self.numbers(of: entry.titleEn)]
    }
    return numbers
  }

  mutating func numbers(of text: String) -> [Int] {
    var numbers: [Int] = []
    FoldedText.forEachWord(in: text.unicodeScalars) { numbers.append(table.number(of: $0)) }
    return numbers
  }

  private mutating func add(phrase text: String, _ ordinal: Int32, _ weight: Float) {
    let numbers = numbers(of: text)
    add(phrase: numbers, ordinal, weight)
    for number in numbers { hit(number, ordinal, weight) }
  }

  /// Adds words that stand together; the longest phrase that counts has 24.
  mutating func add(phrase numbers: [Int], _ ordinal: Int32, _ weight: Float) {
    guard !numbers.isEmpty else { return }
    let start = Int32(phraseTerms.count)
    phraseTerms += numbers.prefix(24).map { Int32($0) }
    phrases.append(
      (ordinal, .init(terms: start..<Int32(phraseTerms.count), weight: weight)))
  }

  /// Notes that a service holds a word; of several places the weightiest counts.
  mutating func hit(_ number: Int, _ ordinal: Int32, _ weight: Float) {
    let weight = UInt8(weight * 255)
    while lastHit.count < table.count { lastHit.append(-1) }
    let last = Int(lastHit[number])
    if last >= 0, hits[last].value.ordinal == ordinal {
      hits[last].value.weight = max(hits[last].value.weight, weight)
      return
    }
    lastHit[number] = Int32(hits.count)
    hits.append((Int32(number), .init(ordinal: ordinal, weight: weight)))
  }
}
