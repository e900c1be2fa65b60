import ArgumentParser
import Cabinet
import CabinetServices

/// Finds services.
struct ServicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "services", abstract: "Find services; all by title without a query.")

  @Argument(help: "Words to look for.")
  var query: [String] = []
  @Option(help: "The most services to print.")
  var limit: Int?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func validate() throws {
    if let limit, limit < 0 {
      throw ValidationError(
        Phrase(
          "--limit ждёт число от 0, а не \(limit).", "--limit takes a number from 0, not \(limit).")
      )
    }
  }

  func run() throws {
    let fixtures = try options.fixtures()
    let catalogue = CatalogueFiles.load(fixtures + "/catalogue")
    catalogue.damages.report(options.language)
    let search = ServiceSearch(catalogue, vocabulary: .load(fixtures: fixtures))
    let found = search.matches(query.joined(separator: " "))
    let shown = found.prefix(limit ?? found.count)
    if json {
      try JSONOutput.print(shown.map { FoundServiceJSON($0, catalogue, options.language) })
      return
    }
    if shown.isEmpty {
      StandardError.write(Phrase("Ничего не нашлось.\n", "Nothing found.\n")[options.language])
    }
    let width = shown.map(\.service.id.count).max() ?? 0
    for match in shown {
      let id = match.service.id
      print(
        id + String(repeating: " ", count: width - id.count + 2)
          + match.service.name[options.language])
    }
  }
}

extension [Catalogue.Damage] {
  /// Names what could not be read, for people; the rest is served.
  func report(_ language: Language) {
    for damage in self {
      StandardError.write(line: "kabinet: catalogue: \(damage.phrase[language])")
    }
  }
}

/// Prints the card of a service.
struct ServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "Print the whole card of a service.")

  @Argument(help: "The id of the service.")
  var id: String
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func run() throws {
    let session = try options.readingSession()
    let service = try session.service(id)
    session.shelf.damages.report(options.language)
    if json {
      try JSONOutput.print(ServiceCardJSON(service, session, options.language))
    } else {
      print(PlainText.card(of: service, session: session, language: options.language))
    }
  }
}

/// Works on catalogue files.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "Validate catalogue files.", subcommands: [Check.self])

  /// Validates catalogue files.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Check references, texts, rules, that every service is granted, and score completeness."
    )

    @Argument(help: "The folder of the files; the program's own where not given.")
    var folder: String?
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    func run() throws {
      let catalogue = CatalogueFiles.load(try folder ?? options.fixtures() + "/catalogue")
      let today = (options.fixedClock ?? .fixed(CabinetClock.demonstrationStart)).now.day
      let report = CatalogueCheck(catalogue, today: today).report()
      let text = CatalogueReportText(
        report: report, catalogue: catalogue, language: options.language)
      if json {
        try JSONOutput.print(text.json)
      } else {
        catalogue.damages.report(options.language)
        text.lines.forEach { print($0) }
      }
      if !report.findings.isEmpty || !catalogue.damages.isEmpty { throw ExitCode(1) }
    }
  }
}
