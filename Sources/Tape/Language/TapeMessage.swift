/// A sentence for the author of a tape, in both languages.
///
/// The module knows nothing of the cabinet, so it carries its own pair of texts.
public struct TapeMessage: Hashable, Sendable {
  /// The text in Russian.
  public let russian: String
  /// The text in English.
  public let english: String

  /// Makes a message.
  public init(ru russian: String, en english: String) {
    self.russian = russian
    self.english = english
  }

  /// A text that is the same in both languages: a word of the tape, a file's name.
  static func quoted(_ text: String) -> TapeMessage {
    TapeMessage(ru: "«\(text)»", en: "“\(text)”")
  }
}
