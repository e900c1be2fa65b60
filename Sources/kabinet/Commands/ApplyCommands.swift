import ArgumentParser
import Cabinet
import CabinetServices

/// Files an application.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "File an application; what the profile knows is filled in.")

  @Argument(help: "The id of the service.")
  var id: String
  @Option(help: "A JSON file of answers by field id; - for standard input.")
  var answers: String
  @Flag(help: "Keep it as a draft and do not send it.")
  var draft = false
  @Option(help: "An id of your own: sending the same one twice sends it once.")
  var requestID: String?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func validate() throws { try RequestID.validate(requestID) }

  func run() throws {
    let session = try options.openSession()
    let language = options.language
    let service = try session.service(id)
    let given = try RefusalJSON.reporting(as: json, language) {
      try session.answersWithProblems(fromJSON: try bytes(ofFile: answers), for: service.form)
    }
    if let requestID, let sent = try? session.application(requestID) {
      try report(sent, session, language)
      return
    }
    EligibilityWarning.tell(of: service, session, language)
    var begun = session.newDraft(for: service, id: requestID)
    begun.answers.merge(given.answers) { _, new in new }
    begun.questions = session.questions(of: service.form, in: begun.answers)
    begun.step = service.form.steps.count
    try session.save(begun)
    if draft {
      if json {
        try JSONOutput.print(ReceiptJSON(begun))
      } else {
        print(Phrase("Черновик сохранён: \(begun.id)", "Draft saved: \(begun.id)")[language])
      }
      return
    }
    let sent = try RefusalJSON.reporting(as: json, language, draft: begun.id) {
      guard given.problems.isEmpty else {
        let others = service.form.problems(
          begun.answers, profile: session.state.profile, today: session.today)
        throw CabinetFailure.answersRefused(given.problems + others)
      }
      return try session.submit(draft: begun.id)
    }
    try report(sent, session, language)
  }

  private func report(_ application: Application, _ session: CabinetSession, _ language: Language)
    throws
  {
    if json {
      try JSONOutput.print(ReceiptJSON(application, session))
      return
    }
    print(Phrase("Заявление отправлено: ", "Sent: ")[language] + application.number)
    print("id: \(application.id)")
    if let due = session.dueDay(of: application) {
      print(Phrase("Решение до \(due.russian)", "Decision by \(due.inWords.en)")[language])
    }
  }
}

/// Lists applications and drafts.
struct ApplicationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "applications", abstract: "List applications and drafts.")

  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func run() throws {
    let session = try options.openSession()
    try options.catchUp(session)
    let language = options.language
    let rows =
      session.state.summaries.map { ApplicationRowJSON($0, session, language) }
      + session.state.drafts.filter { !$0.isDiscarded }.map { ApplicationRowJSON($0, language) }
    if json {
      try JSONOutput.print(rows)
      return
    }
    if rows.isEmpty { print(Phrase("Заявлений пока нет.", "No applications yet.")[language]) }
    for row in rows {
      // What the agency asked for is due first, and an application that is closed waits for nothing.
      let day = session.state.application(row.id).flatMap { application in
        application.openRequest?.due
          ?? (application.isClosed ? nil : session.dueDay(of: application))
      }
      let due = day.map { Phrase("до \($0)", "by \($0)")[language] }
      print(
        [row.id, row.statusTitle, due, row.title].compactMap { $0 }.joined(separator: "  "))
    }
  }
}

/// Prints one application.
struct ApplicationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "application", abstract: "Print one application with its timeline.")

  @Argument(help: "The id or the number of the application.")
  var id: String
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func run() throws {
    let session = try options.openSession()
    try options.catchUp(session)
    try ApplicationReport(session: session, language: options.language, json: json)
      .print(try session.application(id))
  }
}

/// Prints an application in the form asked for.
struct ApplicationReport {
  let session: CabinetSession
  let language: Language
  let json: Bool

  func print(_ application: Application) throws {
    if json {
      try JSONOutput.print(ApplicationJSON(application, session, language))
    } else {
      StandardOutput.write(session.record(of: application, language: language))
    }
  }
}

/// Asks to withdraw an application.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Ask the agency to withdraw an application.")

  @Argument(help: "The id or the number of the application.")
  var id: String
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func run() throws {
    let session = try options.openSession()
    try ApplicationReport(session: session, language: options.language, json: json)
      .print(try session.withdraw(id))
  }
}

/// Answers a request of the agency.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer the agency's request for information.")

  @Argument(help: "The id or the number of the application.")
  var id: String
  @Option(help: "A JSON file of the corrected answers by field id; - for standard input.")
  var answers: String
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func run() throws {
    let session = try options.openSession()
    let application = try session.application(id)
    guard let form = session.requestedForm(for: application) else {
      throw CabinetFailure.notPossible(
        Phrase(
          "Ведомство сейчас ничего не спрашивает по этому заявлению. Ничего не изменилось.",
          "The agency asks nothing about this application now. Nothing was changed."))
    }
    let answered = try RefusalJSON.reporting(as: json, options.language) {
      let given = try session.answers(fromJSON: try bytes(ofFile: answers), for: form)
      return try session.sendReply(given, to: id)
    }
    try ApplicationReport(session: session, language: options.language, json: json).print(answered)
  }
}

/// Files a complaint.
struct AppealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appeal", abstract: "File a complaint about a decision or a delay.")

  @Argument(help: "The id or the number of the application.")
  var id: String
  @Option(help: "What you disagree with.")
  var text: String
  @Option(help: "An id of your own: filing the same one twice files it once.")
  var requestID: String?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func validate() throws { try RequestID.validate(requestID) }

  func run() throws {
    let session = try options.openSession()
    try ApplicationReport(session: session, language: options.language, json: json)
      .print(try session.complain(about: id, text: text.showable, id: requestID))
  }
}
