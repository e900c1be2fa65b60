import ArgumentParser
import Cabinet
import CabinetScreens
import CabinetServices

/// Tells for which services one is eligible, by their rules.
struct EligibleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eligible",
    abstract: "Tell by the rules what one can get, now or later; the agency decides.")

  @Argument(help: "The id of a service; all services where not given.")
  var id: String?
  @Option(help: "The id of a life situation: its services alone.")
  var situation: String?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func validate() throws {
    if id != nil, situation != nil {
      throw ValidationError(
        Phrase(
          "назовите или услугу, или --situation: вместе не бывают.",
          "name a service or --situation, not both."))
    }
  }

  func run() throws {
    let session = try options.readingSession()
    let language = options.language
    let services = try services(session)
    session.shelf.damages.report(options.language)
    let judged = session.assess(services)
      .sorted { $0.assessment.verdict.place < $1.assessment.verdict.place }
    if json {
      try JSONOutput.print(
        judged.map { EligibleServiceJSON($0.service, $0.assessment, session, language) })
    } else if id != nil, let only = judged.first {
      let told = EligibilityJSON(only.assessment, session, language)
      print("\(only.service.name[language]): \(told.words)")
      for reason in told.reasons {
        let mark = EligibilityWords.mark(reason.holds)[language]
        print("\(mark) \(reason.rule)\(reason.value.map { " — \($0)" } ?? "")")
      }
      if let nearest = told.nearest { print(nearest.text) }
    } else {
      list(judged, session, language)
    }
  }

  private func services(_ session: CabinetSession) throws -> [Service] {
    if let id { return [try session.service(id)] }
    let catalogue = session.catalogue
    let sorted = catalogue.services.sorted { $0.name[options.language] < $1.name[options.language] }
    guard let situation else { return sorted }
    guard catalogue.lifeSituations.contains(where: { $0.id == situation }) else {
      let nearest = Nearest.names(to: situation, among: catalogue.lifeSituations.map(\.id))
      let names = nearest.isEmpty ? catalogue.lifeSituations.map(\.id) : nearest
      let hint = names.joined(separator: ", ")
      throw Refusal(
        code: 4,
        message: Phrase(
          "жизненной ситуации «\(situation)» нет. Есть: \(hint).",
          "there is no life situation “\(situation)”. There are: \(hint).")[options.language])
    }
    return sorted.filter { $0.lifeSituations.contains(situation) }
  }

  private func list(
    _ judged: [(service: Service, assessment: Assessment)], _ session: CabinetSession,
    _ language: Language
  ) {
    let width = judged.map(\.service.id.count).max() ?? 0
    var last: Assessment.Verdict?
    for (service, assessment) in judged {
      if assessment.verdict != last {
        print((last == nil ? "" : "\n") + EligibilityWords.verdict(assessment.verdict)[language])
        last = assessment.verdict
      }
      let nearest = assessment.nearest.map {
        " · " + EligibilityWords.nearest($0, today: session.today)[language]
      }
      print(
        "  " + service.id + String(repeating: " ", count: width - service.id.count + 2)
          + service.name[language] + (nearest ?? ""))
    }
  }
}
