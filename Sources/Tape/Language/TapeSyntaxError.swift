/// A place where a tape can't be read.
public struct TapeSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the trouble begins.
  public let position: TapePosition
  /// What the language allows there.
  public let expected: TapeMessage
  /// What stands there instead.
  public let found: TapeMessage

  /// The whole sentence, beginning with `file:line:column`.
  public var message: TapeMessage {
    TapeMessage(
      ru: "\(position): ожидается \(expected.russian), а стоит \(found.russian)",
      en: "\(position): expected \(expected.english), found \(found.english)")
  }

  /// The sentence in English.
  public var description: String { message.english }
}
