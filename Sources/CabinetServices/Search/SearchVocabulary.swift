/// What the search knows of how people speak: the file `search/synonyms.json`.
public struct SearchVocabulary: Codable, Sendable {
  /// What people say, and what the catalogue calls it.
  public struct Synonym: Codable, Sendable {
    /// What is said.
    public var say: String
    /// What it means, each in the words of titles or keywords.
    public var mean: [String]
  }

  /// The pairs of words.
  public var synonyms: [Synonym]
  /// Words that say little about what is sought.
  public var stopWords: [String]
  /// The ids of the services that are used most, foremost first; they win between equals.
  public var popular: [String]
  /// Deeds with what one has already, at most eight: for each the words of titles and of people.
  public var variants: [[String]] = []

  /// Nothing but the catalogue's own words.
  public static let none = SearchVocabulary(synonyms: [], stopWords: [], popular: [])

  /// Reads the file in the folder of the files that the program ships with.
  ///
  /// - Returns: ``none`` where there is no such file or it cannot be read: the search works still.
  public static func load(fixtures: String) -> SearchVocabulary {
    (try? ShippedFile.read(SearchVocabulary.self, at: fixtures + "/search/synonyms.json")) ?? .none
  }
}
