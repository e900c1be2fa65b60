import Cabinet

/// Which services hold which words: an inverted index, made once and never changed.
///
/// Numbers stand for things throughout: a *term* is the place of a word in ``terms``, a *stem* that of
/// a stem in ``stems``, an *ordinal* that of a service in ``services``.
final class SearchIndex: Sendable {
  /// A service that holds a word, and how much that says: 255 for the title, less for the rest.
  struct Posting: Sendable {
    var ordinal: Int32
    var weight: UInt8
  }

  /// Words that stand together: a title, a keyword, a synonym.
  struct SearchPhrase: Sendable {
    var terms: Range<Int32>
    var weight: Float
  }

  /// The services by title.
  let services: [ServiceBrief]
  /// The life situations, offered where no service is found.
  let situations: [Catalogue.Entry]
  /// The words of the catalogue and of its synonyms.
  let terms: Lexicon
  /// The stems of the words.
  let stems: Lexicon
  /// The stems as they are spelt in Latin letters.
  let skeletons: Lexicon

  /// The stem of each term.
  let stemOfTerm: [Int32]
  let termsOfStem: Groups<Int32>
  let stemsOfSkeleton: Groups<Int32>
  let postings: Groups<Posting>
  let phrases: Groups<SearchPhrase>
  let phraseTerms: [Int32]
  /// How much a term says, from how few services hold its stem; little for stop words.
  let rarity: [Float]
  /// True of the terms that are stop words.
  let isStopWord: [Bool]
  /// What use adds to the score of each service: 0…1.
  let popularity: [Float]
  /// The deeds that each term names, a bit for each group of the vocabulary's variants.
  let deedsOfTerm: [UInt8]
  /// The deeds that the short title of each service names.
  let deeds: [UInt8]

  init(_ parts: consuming SearchIndexBuilder.Parts) {
    services = parts.services
    situations = parts.situations
    terms = parts.terms
    stems = parts.stems
    skeletons = parts.skeletons
    stemOfTerm = parts.stemOfTerm
    termsOfStem = parts.termsOfStem
    stemsOfSkeleton = parts.stemsOfSkeleton
    postings = parts.postings
    phrases = parts.phrases
    phraseTerms = parts.phraseTerms
    rarity = parts.rarity
    isStopWord = parts.isStopWord
    popularity = parts.popularity
    deedsOfTerm = parts.deedsOfTerm
    deeds = parts.deeds
  }
}

/// Lists of values, one list for each number, in one array.
struct Groups<Value: Sendable>: Sendable {
  private var values: [Value] = []
  private var ends: [Int32] = []

  /// Sorts pairs by their number; those of one number stay in order.
  init(_ count: Int, _ pairs: some Collection<(group: Int32, value: Value)>) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { starts[Int(pair.group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    ends = Array(starts.dropFirst())
    guard let first = pairs.first else { return }
    values = [Value](repeating: first.value, count: pairs.count)
    for pair in pairs {
      values[Int(starts[Int(pair.group)])] = pair.value
      starts[Int(pair.group)] += 1
    }
  }

  /// How many numbers there are.
  var count: Int { ends.count }

  /// The values of a number.
  subscript(group: Int) -> ArraySlice<Value> {
    values[(group == 0 ? 0 : Int(ends[group - 1]))..<Int(ends[group])]
  }
}
