import Cabinet
import CabinetServices

/// All that was wrong with answers, for machines.
struct RefusalJSON: Encodable {
  /// What was wrong with one answer.
  struct Problem: Encodable {
    var field: String
    var title: String
    var reason: String
  }
  /// The draft that keeps the answers.
  @OrNull var draft: String?
  var errors: [Problem]

  /// The refusal that a failure stands for; nil where it is not about answers.
  init?(_ failure: CabinetFailure, draft: String?, _ language: Language) {
    switch failure {
    case .answersRefused(let problems):
      errors = problems.map {
        Problem(field: $0.field, title: $0.title[language], reason: $0.reason[language])
      }
    case .noSuchFields(let names, _):
      let reason = Phrase("такого вопроса нет", "there is no such field")
      errors = names.map { Problem(field: $0, title: $0, reason: reason[language]) }
    default: return nil
    }
    self.draft = draft
  }

  /// Does something with answers; where they are refused, machines are told on standard output.
  static func reporting<Value>(
    as json: Bool, _ language: Language, draft: String? = nil, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let failure as CabinetFailure {
      if json, let refusal = RefusalJSON(failure, draft: draft, language) {
        try JSONOutput.print(refusal)
      }
      throw failure
    }
  }
}
