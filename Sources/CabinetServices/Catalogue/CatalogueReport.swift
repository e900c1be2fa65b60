import Cabinet

/// All that the check of a catalogue measures.
public struct CatalogueReport: Sendable {
  /// What is wrong.
  public let findings: [CatalogueCheck.Finding]
  /// The completeness of every service, the weakest first.
  public let scores: [Completeness]
  /// The mean of the scores, in thousandths.
  public let thousandths: Int
  /// How many different sets of questions of their own the forms have.
  public let fieldSets: Int
  /// The words of a sentence of a summary on average, in tenths.
  public let wordsTenths: Int
  /// How many services carry rules of who may apply.
  public let withRules: Int

  init(_ catalogue: Catalogue, findings: [CatalogueCheck.Finding], scores: [Completeness]) {
    self.findings = findings
    self.scores = scores.enumerated().sorted {
      ($0.element.thousandths, $0.offset) < ($1.element.thousandths, $1.offset)
    }.map(\.element)
    thousandths =
      scores.isEmpty ? 0 : scores.reduce(0) { $0 + $1.thousandths } / scores.count
    fieldSets = Set(catalogue.services.map(catalogue.ownFields).filter { !$0.isEmpty }).count
    let texts = catalogue.services.map { Readability($0.summary) }
    let sentences = texts.reduce(0) { $0 + $1.sentences.count }
    let words = texts.reduce(0) { $0 + $1.words }
    wordsTenths = sentences > 0 ? (words * 10 + sentences / 2) / sentences : 0
    withRules = catalogue.services.count { !$0.audience.rules.isEmpty }
  }

  /// How many services provide an action, and how many need it.
  public func count(_ action: ServiceAction) -> (provided: Int, needed: Int) {
    let standings = scores.compactMap { $0.standings[action] }
    return (standings.count { $0 == .provided }, standings.count { $0 != .notNeeded })
  }
}

extension Catalogue {
  /// The questions of a form that no shared list holds, by id and type, in the order of their ids.
  func ownFields(_ service: Service) -> [String] {
    service.form.fields.filter { !sharedFields.contains($0) }
      .map { "\($0.id):\($0.type.rawValue)" }.sorted()
  }
}
