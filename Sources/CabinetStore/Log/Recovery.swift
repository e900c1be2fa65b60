public import Cabinet

/// What a crash left of one unfinished record, set aside when the journal was next written.
public struct Recovery: Hashable, Sendable {
  /// The stream concerned.
  public let stream: Stream
  /// The line of the journal that the unfinished record would have had.
  public let line: Int
  /// The bytes set aside.
  public let size: Int
  /// The file that has them now.
  public let copy: String

  /// What to tell the user, once.
  public var phrase: Phrase {
    Phrase(
      "Прошлая запись оборвалась на полпути и не была подтверждена. "
        + "Всё подтверждённое на месте; обрывок (\(size) Б) отложен в файл \(copy). "
        + "Проверьте последнее действие и при необходимости повторите его.",
      "The last write broke off halfway and was never confirmed. "
        + "Everything confirmed is in place; the fragment (\(size) B) was set aside in \(copy). "
        + "Check your last action and repeat it if needed.")
  }
}
