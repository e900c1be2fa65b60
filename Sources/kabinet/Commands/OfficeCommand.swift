import ArgumentParser
import Cabinet
import CabinetServices
import CityOffice

/// The city's side, by hand or by regulation.
struct OfficeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office",
    abstract: "The city's side: decide by hand, or let it work by regulation.",
    subcommands: [
      List.self, Show.self, Accept.self, Ask.self, Suspend.self, Refuse.self, Grant.self, Run.self,
      Appointments.self, Cancel.self, Move.self, Fail.self,
    ])

  /// Refuses a term that ends before it begins, or never.
  private static func validate(days: Int) throws {
    guard !(1...365).contains(days) else { return }
    throw ValidationError(
      Phrase(
        "--days ждёт рабочие дни от 1 до 365, а не \(days).",
        "--days takes working days from 1 to 365, not \(days)."))
  }

  /// What every order of the office takes.
  struct Target: ParsableArguments {
    @Argument(help: "The id or the number of the application.")
    var id: String
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    func carryOut(_ order: OfficeOrder) throws {
      let session = try options.openSession()
      try ApplicationReport(session: session, language: options.language, json: json)
        .print(try session.order(order, on: id))
    }
  }

  /// Lists what lies on the desk.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the open applications.")
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    func run() throws {
      let session = try options.openSession()
      let open = session.state.applications.filter { !$0.isClosed }
      if json {
        try JSONOutput.print(
          open.map { ApplicationRowJSON(ApplicationSummary($0), session, options.language) })
        return
      }
      for application in open {
        let next = session.nextStep(for: application).map { "\($0.at.shown)" } ?? "—"
        print(
          "\(application.id)  \(application.lastEvent.fullCode)  \(next)  \(application.submission.name[options.language])"
        )
      }
    }
  }

  /// Shows one application.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show one application.")
    @OptionGroup var target: Target

    func run() throws {
      let session = try target.options.openSession()
      try ApplicationReport(session: session, language: target.options.language, json: target.json)
        .print(try session.application(target.id))
    }
  }

  /// Registers an application.
  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Register an application (1050).")
    @OptionGroup var target: Target

    func run() throws { try target.carryOut(.accept) }
  }

  /// Asks the applicant.
  struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ask",
      abstract: "Ask the applicant for information (8021); the term stands still.")
    @Option(help: "What is asked, and why.")
    var text: String
    @Option(help: "The field to be corrected; may be given again.")
    var field: [String] = []
    @Option(help: "Working days to answer.")
    var days = 10
    @OptionGroup var target: Target

    func validate() throws { try OfficeCommand.validate(days: days) }

    func run() throws { try target.carryOut(.ask(text: text.showable, fields: field, days: days)) }
  }

  /// Stops the term.
  struct Suspend: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "suspend", abstract: "Suspend the review (1060).")
    @Option(help: "Why.")
    var text = ""
    @Option(help: "Working days until it is resumed.")
    var days = 10
    @OptionGroup var target: Target

    func validate() throws { try OfficeCommand.validate(days: days) }

    func run() throws { try target.carryOut(.suspend(text: text.showable, days: days)) }
  }

  /// Refuses.
  struct Refuse: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "refuse",
      abstract: "Refuse registration (1030) or the service (1080).")
    @Option(help: "The code of one of the service's grounds, such as 1080.2.")
    var ground: String?
    @Option(help: "What exactly was found.")
    var note = ""
    @OptionGroup var target: Target

    func run() throws { try target.carryOut(.refuse(ground: ground, note: note.showable)) }
  }

  /// Grants the service.
  struct Grant: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "grant", abstract: "Grant the service (1075).")
    @Option(help: "What the decision says.")
    var note = ""
    @OptionGroup var target: Target

    func run() throws { try target.carryOut(.grant(note: note.showable)) }
  }

  /// Lets the office work.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "Let the office do all that the regulations say, until now or a day.")
    @Option(help: "The day or moment until which it works; a demonstration's clock goes there too.")
    var until: String?
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    func validate() throws {
      if let until, Timestamp(until) == nil {
        throw ValidationError(
          Phrase(
            "--until ждёт день вроде 2021-01-22, а не «\(until)».",
            "--until takes a day such as 2021-01-22, not “\(until)”."))
      }
    }

    private struct Report: Encodable {
      var until: String
      var steps: Int
    }

    func run() throws {
      let session = try options.openSession()
      let moment = until.flatMap(Self.moment) ?? session.now
      if moment < session.now {
        let words = Phrase(
          "это время прошло: сейчас \(session.now.shown). Делать нечего.",
          "this time is past: it is \(session.now.shown). There is nothing to do.")
        StandardError.write(line: "kabinet: \(words[options.language])")
      }
      let before = session.eventCount
      if session.isDemonstration, moment > session.now {
        try Self.advance(session, to: moment, options.language)
      } else {
        try ProgressLine.duringOffice(options.language) {
          try session.runOffice(until: moment, pace: $0)
        }
      }
      let steps = session.eventCount - before
      if json {
        try JSONOutput.print(Report(until: moment.description, steps: steps))
      } else {
        print(
          Phrase(
            "Ведомство поработало до \(moment.shown): шагов — \(steps).",
            "The office worked until \(moment.shown): \(steps) steps.")[options.language])
      }
    }

    /// Lets the time of a demonstration go on, a step of the office at a time.
    private static func advance(
      _ session: CabinetSession, to moment: Timestamp, _ language: Language
    ) throws {
      var reached = session.now
      // What was done by then has happened: the clock may not stand before it.
      func settle() throws { try session.advanceClock(to: reached) }
      try ProgressLine.duringOffice(language, settle: settle) { pace in
        var done = 0
        while let at = try session.takeOfficeStep(until: moment) {
          reached = max(reached, at)
          done += 1
          pace(done, nil)
        }
        try session.advanceClock(to: moment)
      }
    }

    /// A day means its end.
    private static func moment(_ text: String) -> Timestamp? {
      if let day = Day(text) { return Timestamp(day, hour: 23, minute: 59, second: 59) }
      return Timestamp(text)
    }
  }
}
