/// What an applicant sent, as it was sent.
public struct Submission: Codable, Sendable, Equatable {
  /// A question as it stood when it was answered, kept so that a record reads the same for ever.
  public struct Question: Codable, Sendable, Equatable {
    /// The field's id.
    public var id: String
    /// Its title in Russian.
    public var title: String
    /// Its title in English.
    public var titleEn: String

    /// Makes a question.
    public init(id: String, title: String, titleEn: String) {
      self.id = id
      self.title = title
      self.titleEn = titleEn
    }

    /// The title in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
  }

  /// The application's id; the client made it, so a repeat after an unclear crash does nothing twice.
  public var id: String
  /// The ЕНО.
  public var number: String
  /// The service.
  public var service: String
  /// The service's title when it was sent.
  public var title: String
  /// The same in English.
  public var titleEn: String
  /// A title for lists, in Russian.
  public var shortTitle: String
  /// The version of the form that was filled in.
  public var formVersion: Int
  /// The term of the service when it was sent.
  public var term: Term
  /// The answers to the questions that were asked.
  public var answers: [String: Answer]
  /// The questions that were asked, in order.
  public var questions: [Question]
  /// The application of which this one is a repeat.
  public var repeats: String?

  /// Makes a submission.
  public init(
    id: String, number: String, service: Service, answers: [String: Answer], questions: [Question],
    repeats: String? = nil
  ) {
    self.id = id
    self.number = number
    self.service = service.id
    title = service.title
    titleEn = service.titleEn
    shortTitle = service.shortTitle ?? service.title
    formVersion = service.form.version
    term = service.term
    self.answers = answers
    self.questions = questions
    self.repeats = repeats
  }

  /// The title in both languages.
  public var name: Phrase { Phrase(title, titleEn) }
  /// The title for lists in both languages.
  public var shortName: Phrase { Phrase(shortTitle, titleEn) }
}

/// A complaint about a decision or a delay, before any court.
public struct Complaint: Codable, Sendable, Equatable, Identifiable {
  /// Of what one complains; it sets the term.
  ///
  /// Source: 210-ФЗ, art. 11.2.
  public enum Subject: String, Codable, Sendable, CaseIterable {
    /// Refusal to accept the documents or to correct an error: 5 working days.
    case acceptance
    /// Refusal of the service, a delay, a demand beyond the regulation: 15 working days.
    case decision

    /// Working days until the decision, counted from registration.
    public var workingDays: Int { self == .acceptance ? 5 : 15 }
  }

  /// How a complaint ended.
  public enum Outcome: String, Codable, Sendable { case satisfied, rejected }

  /// The complaint's id, made by the client.
  public var id: String
  /// Of what one complains.
  public var subject: Subject
  /// What one says.
  public var text: String
  /// When it was filed.
  public var filedAt: Timestamp
  /// The day by which it is decided.
  public var due: Day
  /// How it ended; nil while it is considered.
  public var outcome: Outcome?
  /// What the decision says.
  public var note: String?
  /// When it was decided.
  public var decidedAt: Timestamp?

  /// Makes a complaint that was just filed.
  public init(id: String, subject: Subject, text: String, filedAt: Timestamp, due: Day) {
    self.id = id
    self.subject = subject
    self.text = text
    self.filedAt = filedAt
    self.due = due
  }
}

/// An application and all that became of it: the fold of its events.
public struct Application: Codable, Sendable, Equatable, Identifiable {
  /// Corrections typed after sending, kept until they are sent.
  public struct Reply: Codable, Sendable, Equatable {
    /// The corrected answers.
    public var answers: [String: Answer]
    /// When they were last saved.
    public var savedAt: Timestamp

    /// Makes a buffer.
    public init(answers: [String: Answer], savedAt: Timestamp) {
      self.answers = answers
      self.savedAt = savedAt
    }
  }

  /// What was sent.
  public var submission: Submission
  /// When it was sent.
  public var submittedAt: Timestamp
  /// The answers with all corrections sent since.
  public var answers: [String: Answer]
  /// What became of it, in order, control statuses included.
  public var history: [StatusEvent]
  /// Corrections not sent yet.
  public var reply: Reply?
  /// Complaints about it.
  public var complaints: [Complaint]

  /// Makes an application that was just sent.
  public init(submission: Submission, at: Timestamp) {
    self.submission = submission
    submittedAt = at
    answers = submission.answers
    history = [StatusEvent(.submitted, at: at, by: .resident)]
    complaints = []
  }

  /// The application's id.
  public var id: String { submission.id }
  /// The ЕНО.
  public var number: String { submission.number }
}
