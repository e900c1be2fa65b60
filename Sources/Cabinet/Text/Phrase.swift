/// The language in which the cabinet speaks to its user.
public enum Language: String, Codable, Sendable, CaseIterable {
  case russian = "ru"
  case english = "en"
}

/// One thing said in both languages of the interface.
///
/// Every text that a resident can read exists as a phrase, so that neither language can be forgotten.
public struct Phrase: Hashable, Codable, Sendable {
  /// The text in Russian.
  public var ru: String
  /// The text in English.
  public var en: String

  /// Makes a phrase from its two texts.
  public init(_ ru: String, _ en: String) {
    self.ru = ru
    self.en = en
  }

  /// The text in the language asked for; the Russian one where the English is empty.
  public subscript(language: Language) -> String {
    switch language {
    case .russian: ru
    case .english: en.isEmpty ? ru : en
    }
  }
}
