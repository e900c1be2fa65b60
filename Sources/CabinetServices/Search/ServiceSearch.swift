import Cabinet

/// The search of the catalogue: as one types, in any form, layout or spelling, best first.
///
/// Making one reads the whole catalogue once; every query then takes time by what it finds. It holds
/// no state, so the same query has the same answer always.
public struct ServiceSearch: Sendable {
  /// The share of a query that a service has to hold.
  private static let neededShare: Float = 1 / 3
  private let index: SearchIndex

  /// Prepares a catalogue; linear in its text.
  ///
  /// - Parameters:
  ///   - catalogue: the services.
  ///   - vocabulary: how people call things besides.
  public init(_ catalogue: Catalogue, vocabulary: SearchVocabulary = .none) {
    index = SearchIndexBuilder.build(catalogue.services.map(\.brief), catalogue, vocabulary)
  }

  /// Prepares a directory; linear in its text.
  public init(_ directory: ServiceDirectory, vocabulary: SearchVocabulary = .none) {
    index = SearchIndexBuilder.build(directory.services, directory, vocabulary)
  }

  /// The services that fit a query, best first; all by title for an empty one.
  ///
  /// One word that fits nothing only lowers the scores; a service has to hold a third of what the
  /// query says. Of a long query the first 256 characters and 12 words are read.
  public func matches(_ query: String) -> [ServiceMatch] {
    let words = QueryReader(index).words(of: query)
    guard !words.isEmpty else {
      return query.allSatisfy(\.isWhitespace) ? all() : []
    }
    return matches(Ranking(index, words).ranked(holding: Self.neededShare), words)
  }

  /// What may have been meant where nothing fits.
  public struct Suggestions: Sendable, Equatable {
    /// The nearest services, at most five; those used most where none is near.
    public var services: [ServiceMatch]
    /// The nearest life situations, at most three.
    public var situations: [Catalogue.Entry]
  }

  /// What may have been meant by a query that fits nothing: by any of its words, with more typos.
  public func suggestions(_ query: String) -> Suggestions {
    let words = QueryReader(index, leniency: 1).words(of: query)
    let near = Ranking(index, words).ranked(holding: 0)
    var services = matches(Array(near.prefix(5)), words)
    if services.isEmpty {
      let popular = index.popularity.indices.filter { index.popularity[$0] > 0 }
        .sorted { index.popularity[$0] > index.popularity[$1] }
      services = matches(popular.prefix(5).map { .init(ordinal: Int32($0), score: 0) }, [])
    }
    return Suggestions(services: services, situations: situations(words, holding: 1))
  }

  /// The life situations that a query names: at most three, each with all that it says.
  public func situations(_ query: String) -> [Catalogue.Entry] {
    let words = QueryReader(index).words(of: query)
    return situations(words, holding: words.count { !$0.isStopWord })
  }

  /// The situations whose titles hold so many words, those first that hold most.
  private func situations(_ words: [SearchedWord], holding least: Int) -> [Catalogue.Entry] {
    var held: [Int: Int] = [:]
    for word in words where !word.isStopWord {
      let terms = Set(word.candidates.map { index.terms.word(Int($0.term)) })
      for (place, situation) in index.situations.enumerated() {
        let text = situation.title + " " + situation.titleEn
        let holds = FoldedText.words(text.unicodeScalars).contains { terms.contains($0[...]) }
        if holds { held[place, default: 0] += 1 }
      }
    }
    return held.filter { $0.value >= least }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(3).map { index.situations[$0.key] }
  }

  private func all() -> [ServiceMatch] {
    let order = Alphabet.sorted(index.services.indices) { index.services[$0].title }
    return matches(order.map { .init(ordinal: Int32($0), score: 0) }, [])
  }

  private func matches(
    _ ranked: [Ranking.Ranked], _ words: [SearchedWord]
  ) -> [ServiceMatch] {
    let answer = SearchAnswer(index, words)
    return ranked.map {
      ServiceMatch(ordinal: $0.ordinal, answer: answer, score: Int($0.score))
    }
  }
}
