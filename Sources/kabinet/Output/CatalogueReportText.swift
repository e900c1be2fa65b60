import Cabinet
import CabinetServices

/// The report of a catalogue's check.
struct CatalogueReportText {
  let report: CatalogueReport
  let catalogue: Catalogue
  let language: Language

  /// What the score is, and what it is not.
  static let label = Phrase(
    "наша самооценка по девяти действиям ПП РФ от 26.03.2016 № 236, не оценка Минэкономразвития",
    "our own self-assessment by the nine actions of Government Decree 236 of 26.03.2016, "
      + "not the Ministry's rating")

  /// The weakest services that people are told of.
  private static let weakest = 10

  /// The report for people, line by line; what is wrong comes first.
  var lines: [String] {
    var lines = report.findings.map { "\($0.service): \($0.reason)" }
    let count = catalogue.services.count
    lines.append(say(Plural.services(count)))
    lines.append(
      say(
        Phrase(
          "правила, кто может обратиться: у \(report.withRules)",
          "rules of who may apply: in \(report.withRules)")))
    lines.append(
      say(
        Phrase(
          "разных наборов собственных полей форм: \(report.fieldSets)",
          "different sets of service-specific fields: \(report.fieldSets)")))
    let words = Self.tenths(report.wordsTenths, language)
    lines.append(
      say(
        Phrase(
          "слов в предложении описаний: в среднем \(words), не больше \(Readability.limit)",
          "words a sentence of the summaries: \(words) on average, at most \(Readability.limit)")))
    let overall = Self.tenths(report.thousandths, language)
    lines.append(
      say(Phrase("полнота: \(overall) из 100", "completeness: \(overall) of 100"))
        + " — " + say(Self.label))
    for action in ServiceAction.allCases {
      let (provided, needed) = report.count(action)
      lines.append(
        "  \(say(action.title)): "
          + say(Phrase("\(provided) из \(needed)", "\(provided) of \(needed)")))
    }
    let weak = report.scores.filter { $0.thousandths < 1000 }.prefix(Self.weakest)
    if !weak.isEmpty { lines.append(say(Phrase("слабее всего:", "the weakest:"))) }
    for score in weak {
      let missing = score.missing.map { "\(say($0.action.title)) (\($0.reason))" }
      lines.append(
        "  \(Self.tenths(score.thousandths, language))  \(score.service): "
          + missing.joined(separator: "; "))
    }
    return lines
  }

  /// The report for machines.
  var json: JSON {
    JSON(
      services: catalogue.services.count,
      damages: catalogue.damages.map { $0.phrase[language] },
      findings: report.findings.map { .init(service: $0.service, reason: $0.reason) },
      label: say(Self.label), overall: Double(report.thousandths) / 10,
      weights: Dictionary(
        uniqueKeysWithValues: ServiceAction.allCases.map {
          ($0.rawValue, catalogue.selfAssessment.weight($0))
        }),
      distinctFieldSets: report.fieldSets, servicesWithRules: report.withRules,
      wordsPerSentence: Double(report.wordsTenths) / 10, scores: report.scores.map(JSON.Score.init))
  }

  private func say(_ phrase: Phrase) -> String { phrase[language] }

  /// A number of tenths with its decimal sign.
  private static func tenths(_ number: Int, _ language: Language) -> String {
    "\(number / 10)\(language == .russian ? "," : ".")\(number % 10)"
  }
}

extension CatalogueReportText {
  /// The report as a document with stable keys.
  struct JSON: Encodable {
    struct Finding: Encodable {
      var service: String
      var reason: String
    }
    struct Missing: Encodable {
      var action: String
      var reason: String
    }
    /// One service; an action is null where the service has no need of it.
    struct Score: Encodable {
      var service: String
      var score: Double
      var actions: [String: Bool?]
      var missing: [Missing]

      init(_ completeness: Completeness) {
        service = completeness.service
        score = Double(completeness.thousandths) / 10
        actions = Dictionary(
          uniqueKeysWithValues: ServiceAction.allCases.map { action in
            switch completeness.standings[action] {
            case .provided?: (action.rawValue, true)
            case .missing?: (action.rawValue, false)
            case .notNeeded?, nil: (action.rawValue, Bool?.none)
            }
          })
        missing = completeness.missing.map { .init(action: $0.action.rawValue, reason: $0.reason) }
      }
    }
    var services: Int
    var damages: [String]
    var findings: [Finding]
    var label: String
    var overall: Double
    var weights: [String: Int]
    var distinctFieldSets: Int
    var servicesWithRules: Int
    var wordsPerSentence: Double
    var scores: [Score]
  }
}
