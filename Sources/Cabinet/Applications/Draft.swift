/// An application that is being filled in.
public struct Draft: Codable, Sendable, Equatable, Identifiable {
  /// The draft's id; it becomes the application's.
  public var id: String
  /// The service.
  public var service: String
  /// The service's short title, for lists.
  public var title: String
  /// The same in English.
  public var titleEn: String
  /// The version of the form that the answers belong to.
  public var formVersion: Int
  /// The answers as they were typed, refused ones included.
  public var answers: [String: Answer]
  /// The questions as they stood when they were answered, to show beside changed ones.
  public var questions: [String: String]
  /// The step on which it was left, from 0.
  public var step: Int
  /// The application of which this is a repeat.
  public var repeats: String?
  /// When it was last saved; filled in by the fold.
  public var savedAt: Timestamp
  /// True while it lies in the trash.
  public var isDiscarded: Bool

  /// Days that a draft is kept after it was last saved.
  ///
  /// Source: three months are promised for drafts; shown as a date and extended by every save.
  public static let keptDays = 90

  /// Makes an empty draft.
  public init(
    id: String, service: Service, savedAt: Timestamp, repeats: String? = nil
  ) {
    self.id = id
    self.service = service.id
    title = service.shortTitle ?? service.title
    titleEn = service.titleEn
    formVersion = service.form.version
    self.savedAt = savedAt
    self.repeats = repeats
    answers = [:]
    questions = [:]
    step = 0
    isDiscarded = false
  }

  /// The title in both languages.
  public var name: Phrase { Phrase(title, titleEn) }

  /// The day until which it is kept.
  public var keptUntil: Day { savedAt.day.adding(days: Draft.keptDays) }
}
