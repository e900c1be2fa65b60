import Cabinet
import CabinetServices

/// An application as commands print it.
struct ApplicationJSON: Encodable {
  /// One entry of the history.
  struct Entry: Encodable {
    var at: String
    var actor: String
    var code: Int
    var title: String
    var note: String
  }

  /// One complaint.
  struct ComplaintJSON: Encodable {
    var id: String
    var subject: String
    var text: String
    var filedAt: String
    var dueDate: String
    @OrNull var outcome: String?
    @OrNull var note: String?
  }

  var id: String
  var number: String
  var service: String
  var title: String
  var status: Int
  /// The status with the number of its ground, such as `1080.2`.
  var statusCode: String
  var statusTitle: String
  var phase: String
  var submittedAt: String
  @OrNull var dueDate: String?
  var canWithdraw: Bool
  var requestedFields: [String]
  @OrNull var requestDue: String?
  var answers: [String: Answer]
  var complaints: [ComplaintJSON]
  var history: [Entry]

  init(_ application: Application, _ session: CabinetSession, _ language: Language) {
    id = application.id
    number = application.number
    service = application.submission.service
    title = application.submission.name[language]
    status = application.status.rawValue
    statusCode = application.lastEvent.fullCode
    statusTitle = application.status.title[language]
    phase = application.phase.rawValue
    submittedAt = application.submittedAt.description
    dueDate = session.dueDay(of: application)?.description
    canWithdraw = application.canWithdraw
    requestedFields = application.openRequest?.fields ?? []
    requestDue = application.openRequest?.due?.description
    answers = application.answers
    complaints = application.complaints.map {
      ComplaintJSON(
        id: $0.id, subject: $0.subject.rawValue, text: $0.text, filedAt: $0.filedAt.description,
        dueDate: $0.due.description, outcome: $0.outcome?.rawValue,
        note: $0.note.map { OfficeNote.phrase($0)[language] })
    }
    history = application.visibleHistory.map {
      Entry(
        at: $0.at.description, actor: $0.by.rawValue, code: $0.code.rawValue,
        title: $0.code.title[language], note: $0.noteInWords[language])
    }
  }
}

/// What an application that was just sent, or a draft that was kept, is known by.
struct ReceiptJSON: Encodable {
  var id: String
  @OrNull var number: String?
  @OrNull var status: Int?
  @OrNull var submittedAt: String?
  @OrNull var dueDate: String?

  init(_ application: Application, _ session: CabinetSession) {
    id = application.id
    number = application.number
    status = application.status.rawValue
    submittedAt = application.submittedAt.description
    dueDate = session.dueDay(of: application)?.description
  }

  init(_ draft: Draft) {
    id = draft.id
  }
}

/// A row of the list of applications and drafts.
struct ApplicationRowJSON: Encodable {
  var id: String
  @OrNull var number: String?
  var service: String
  var title: String
  @OrNull var status: Int?
  var statusTitle: String
  var phase: String
  @OrNull var submittedAt: String?
  @OrNull var dueDate: String?

  init(_ summary: ApplicationSummary, _ session: CabinetSession, _ language: Language) {
    id = summary.id
    number = summary.number
    service = summary.service
    title = summary.name[language]
    status = summary.status.rawValue
    statusTitle = summary.status.title[language]
    phase = summary.phase.rawValue
    submittedAt = summary.submittedAt.description
    dueDate = session.state.application(summary.id).flatMap(session.dueDay(of:))?.description
  }

  init(_ draft: Draft, _ language: Language) {
    id = draft.id
    service = draft.service
    title = draft.name[language]
    statusTitle = Phrase("черновик", "draft")[language]
    phase = "draft"
  }
}
