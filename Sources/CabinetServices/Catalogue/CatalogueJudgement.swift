import Cabinet

/// By what a catalogue judges who may apply, and itself; it stands in the file that the categories share.
struct CatalogueJudgement: Sendable {
  /// The facts by which rules are judged.
  var questions: ScreenerQuestions
  /// How complete the catalogue finds itself.
  var selfAssessment: SelfAssessment

  /// Judges by nothing.
  static let none = CatalogueJudgement(questions: .init([]), selfAssessment: .init())
}

extension CatalogueJudgement: Decodable {
  private enum Key: String, CodingKey { case questions, selfAssessment }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    questions = .init(
      try container.decodeIfPresent([ScreenerQuestion].self, forKey: .questions) ?? [])
    selfAssessment =
      try container.decodeIfPresent(SelfAssessment.self, forKey: .selfAssessment) ?? .init()
  }
}
