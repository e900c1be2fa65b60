/// What the office writes of its own accord, in both languages.
///
/// A note is kept in the journal as it was written, in Russian; this list reads it in English. What the
/// regulation of a service says stands in the catalogue and is not in this list.
public enum OfficeNote {
  /// After a withdrawal.
  public static let withdrawn = Phrase(
    "Заявление отозвано, документы возвращать не нужно.",
    "The application is withdrawn; nothing need be returned.")
  /// Where the applicant was asked as often as may be.
  public static let askedTwice = Phrase(
    "Ведомство просило об этом дважды.", "The agency asked for it twice.")
  /// Where a complaint has opened a matter again.
  public static let reopened = Phrase(
    "По решению на вашу жалобу.", "By the decision on your complaint.")
  /// Where a refusal stands because nothing was given in time.
  public static let refusedInSilence = Phrase(
    "Отказ обоснован: запрошенные сведения не были представлены в срок. Подайте заявление снова.",
    "The refusal stands: what was asked for was not given in time. Apply again.")
  /// Where a complaint about a refusal is right.
  public static let willReview = Phrase(
    "Жалоба удовлетворена: ведомство рассмотрит заявление заново.",
    "The complaint is upheld: the agency will review the application anew.")
  /// Where a complaint about a delay is right.
  public static let mustFinish = Phrase(
    "Жалоба удовлетворена: срок нарушен, ведомство обязано закончить рассмотрение.",
    "The complaint is upheld: the term was broken, and the agency must finish the review.")

  /// Where the same was applied for before.
  public static func repeated(_ number: String) -> Phrase { repetition.filled(number) }

  /// Where the last day for an answer has passed.
  public static func notGiven(by day: Day) -> Phrase {
    Phrase(silence.filled(day.russian).ru, silence.filled(day.inWords.en).en)
  }

  /// Where a refusal stands for a reason of the regulation.
  public static func justified(_ reason: String) -> Phrase { justification.filled(reason) }

  /// A note in both languages; one that the office did not take from this list stays as it is.
  public static func phrase(_ note: String) -> Phrase {
    if note.isEmpty { return Phrase("", "") }
    if let fixed = fixed.first(where: { $0.ru == note }) { return fixed }
    for pattern in [repetition, silence, justification] {
      guard let value = pattern.value(in: note) else { continue }
      return Phrase(note, pattern.filled(Day(value)?.inWords.en ?? value).en)
    }
    // A ground of the service with what was found after it.
    if note.hasSuffix(" " + askedTwice.ru) {
      return Phrase(note, note.dropLast(askedTwice.ru.count) + askedTwice.en)
    }
    return Phrase(note, note)
  }

  private static let fixed = [
    withdrawn, askedTwice, reopened, refusedInSilence, willReview, mustFinish,
  ]
  private static let repetition = Pattern(
    Phrase("Такое же заявление уже рассматривается: #.", "The same is under review already: #."))
  private static let silence = Pattern(
    Phrase("Сведения не представлены до #.", "Nothing was given by #."))
  private static let justification = Pattern(
    Phrase("Отказ обоснован: #", "The refusal stands: #"))

  /// A sentence with a place to fill in, at `#`.
  private struct Pattern {
    private let russian: [Substring]
    private let english: [Substring]

    init(_ phrase: Phrase) {
      russian = phrase.ru.split(separator: "#", omittingEmptySubsequences: false)
      english = phrase.en.split(separator: "#", omittingEmptySubsequences: false)
    }

    func filled(_ value: String) -> Phrase {
      Phrase(russian.joined(separator: value), english.joined(separator: value))
    }

    func value(in note: String) -> String? {
      guard let first = russian.first, let last = russian.last, note.hasPrefix(first),
        note.hasSuffix(last), note.count >= first.count + last.count
      else { return nil }
      return String(note.dropFirst(first.count).dropLast(last.count))
    }
  }
}

extension StatusEvent {
  /// What the office wrote, in both languages.
  public var noteInWords: Phrase { OfficeNote.phrase(note) }
}
