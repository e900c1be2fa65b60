import ArgumentParser
import Cabinet
import CabinetScreens
import CabinetServices

/// The medical card.
struct MedicalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "medcard",
    abstract: "The medical card: documents, values over time, vaccinations, access.",
    subcommands: [
      List.self, Show.self, Trend.self, Vaccinations.self, Code.self, History.self, Visit.self,
    ], defaultSubcommand: List.self)

  /// What every part of it takes.
  struct Card: ParsableArguments {
    @Option(name: .customLong("for"), help: "Whose card: me, or the id of a child.")
    var patient = MedicalPatient.ownID
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    /// Opens the cabinet with the office up to date, and the card.
    func open() throws -> (CabinetSession, MedicalPatient, MedicalCard) {
      let session = try options.openSession()
      try options.catchUp(session)
      let patient = try session.medicalPatient(patient)
      return (session, patient, try session.medicalCard(of: patient))
    }
  }

  /// Lists documents.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List documents, without diagnoses.")
    @Argument(help: "Words to look for.")
    var query: [String] = []
    @Option(
      help:
        "Only one kind: \(MedicalDocumentKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: MedicalDocumentKind?
    @OptionGroup var card: Card

    func run() throws {
      let (_, _, card) = try self.card.open()
      let language = self.card.options.language
      let found = card.documents(matching: query.joined(separator: " "))
        .filter { kind == nil || $0.kind == kind }
      if self.card.json {
        try JSONOutput.print(found.map { MedicalRowJSON($0, language) })
        return
      }
      if found.isEmpty { print(Phrase("Ничего не нашлось.", "Nothing found.")[language]) }
      for document in found {
        print(
          "\(document.day)  \(document.id)  \(document.name[language])  \(document.placeName[language])"
        )
      }
    }
  }

  /// Opens a document.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Open a document; the history remembers it.")
    @Argument(help: "The id of the document.")
    var id: String
    @OptionGroup var card: Card

    func run() throws {
      let (session, patient, _) = try card.open()
      let language = card.options.language
      let document = try session.openMedicalDocument(id, of: patient)
      if card.json {
        try JSONOutput.print(MedicalDocumentJSON(document, language))
      } else {
        let lines = PlainScreens(session: session, language: language)
          .medicalDocument(document, of: patient)
        print(lines.joined(separator: "\n"))
      }
    }
  }

  /// One analyte over time.
  struct Trend: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trend", abstract: "What was measured of one analyte, the earliest first.")
    @Argument(help: "The id of the analyte, such as glucose.")
    var analyte: String
    @OptionGroup var card: Card

    func run() throws {
      let (_, _, card) = try self.card.open()
      let language = self.card.options.language
      guard let trend = card.trend(of: analyte) else {
        let known = card.trends.map(\.analyte).joined(separator: ", ")
        throw CabinetFailure.notFound(
          Phrase(
            "Показателя «\(analyte)» в карте нет. Есть: \(known).",
            "The card has no analyte \(analyte). There are: \(known)."))
      }
      if self.card.json {
        try JSONOutput.print(
          trend.points.map {
            TrendPointJSON(
              date: $0.day.description, document: $0.document, result: .init($0.result, language))
          })
        return
      }
      for point in trend.points {
        let result = point.result
        print(
          "\(point.day)  \(result.value.text(language)) \(result.unitInWords[language])  "
            + "[\(result.range[language])]  \(result.standing.title[language])")
      }
    }
  }

  /// What is due.
  struct Vaccinations: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "vaccinations", abstract: "The vaccinations to come, the nearest first.")
    @OptionGroup var card: Card

    func run() throws {
      let (session, patient, card) = try self.card.open()
      let language = self.card.options.language
      let due = try session.vaccinationsDue(card, of: patient)
      if self.card.json {
        try JSONOutput.print(due.map { VaccinationDueJSON($0, language) })
        return
      }
      for due in due {
        let dose = Phrase("доза \(due.dose)", "dose \(due.dose)")
        print(
          "\(due.day)  \(due.vaccine.name[language])  \(dose[language])  "
            + due.standing.title[language])
      }
    }
  }

  /// Codes for doctors.
  struct Code: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "code", abstract: "Make a code with which a doctor may open the card once.")
    @Option(help: "Take this code back instead.")
    var revoke: String?
    @OptionGroup var card: Card

    func run() throws {
      let (session, patient, _) = try card.open()
      let language = card.options.language
      if let revoke {
        try session.revokeAccessCode(revoke)
        if !card.json { print(Phrase("Код отозван.", "The code was taken back.")[language]) }
        return
      }
      let code = try session.issueAccessCode(for: patient)
      if card.json {
        try JSONOutput.print(AccessCodeJSON(code))
      } else {
        let until = code.until.shown
        print("\(code.digits)  " + Phrase("до \(until)", "until \(until)")[language])
      }
    }
  }

  /// Who opened the card.
  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history", abstract: "Who opened what, the latest first.")
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    func run() throws {
      let session = try options.openSession()
      let entries = try session.medicalHistory()
      let told = entries.map { MedicalHistoryJSON($0, codes: session.state.medical.codes) }
      if json {
        try JSONOutput.print(told)
        return
      }
      for (entry, told) in zip(entries, told) {
        let parts = [
          entry.at.shown, entry.event.title[options.language], told.patient, told.document, told.by,
        ]
        print(parts.compactMap { $0 }.joined(separator: "  "))
      }
    }
  }

  /// The city's side: a doctor opens a card.
  struct Visit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "visit", abstract: "The doctor's side: open a card by the patient's code.")
    @Argument(help: "The code.")
    var code: String
    @Option(help: "Who opens the card.")
    var doctor: String
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    func run() throws {
      let session = try options.openSession()
      let (_, card) = try session.openCard(byCode: code, doctor: doctor)
      let language = options.language
      if json {
        try JSONOutput.print(card.documents.map { MedicalDocumentJSON($0, language) })
        return
      }
      for document in card.documents {
        let diagnosis = document.diagnosis.map { "  \($0.name[language])" } ?? ""
        print("\(document.day)  \(document.id)  \(document.name[language])\(diagnosis)")
      }
    }
  }
}

extension MedicalDocumentKind: ExpressibleByArgument {}

extension MedicalEvent {
  /// What happened, in a word or two.
  fileprivate var title: Phrase {
    switch self {
    case .cardOpened: Phrase("открыта карта", "the card was opened")
    case .codeIssued: Phrase("создан код для врача", "a code was made for a doctor")
    case .codeRevoked: Phrase("код отозван", "a code was taken back")
    case .codeUsed: Phrase("по коду карту открыл врач", "a doctor opened the card by its code")
    case .codeRefused: Phrase("введён неверный код", "a wrong code was typed")
    }
  }
}

extension VaccinationPlan.Due.Standing {
  /// How near it is, in words.
  fileprivate var title: Phrase {
    switch self {
    case .overdue: Phrase("срок прошёл", "overdue")
    case .soon: Phrase("скоро", "soon")
    case .later: Phrase("позже", "later")
    }
  }
}
