import Cabinet
import CabinetScreens
import CabinetServices

/// How the rules of a service stand for the resident, for machines.
struct EligibilityJSON: Encodable {
  /// One rule; `holds` is null where it is not known.
  struct Reason: Encodable {
    var rule: String
    @OrNull var holds: Bool?
    @OrNull var value: String?
  }

  /// The nearest change; `date` is null where it need not be waited for.
  struct Nearest: Encodable {
    var text: String
    @OrNull var date: String?
  }

  var verdict: String
  var reasons: [Reason]
  @OrNull var nearest: Nearest?
  /// The verdict in words; not part of the document.
  let words: String

  enum CodingKeys: String, CodingKey { case verdict, reasons, nearest }

  init(_ assessment: Assessment, _ session: CabinetSession, _ language: Language) {
    verdict = assessment.verdict.rawValue
    words = EligibilityWords.verdict(assessment.verdict)[language]
    reasons = assessment.reasons.map { reason in
      Reason(
        rule: reason.rule.name[language], holds: reason.holds,
        value: EligibilityWords.value(
          reason, today: session.today, questions: session.questions.question)?[language])
    }
    nearest = assessment.nearest.map {
      Nearest(
        text: EligibilityWords.nearest($0, today: session.today)[language],
        date: $0.day?.description)
    }
  }
}

/// A service in the list of what one can get.
struct EligibleServiceJSON: Encodable {
  private let id: String
  private let title: String
  private let eligibility: EligibilityJSON

  private enum Key: String, CodingKey { case id, title }

  init(
    _ service: Service, _ assessment: Assessment, _ session: CabinetSession, _ language: Language
  ) {
    id = service.id
    title = service.name[language]
    eligibility = EligibilityJSON(assessment, session, language)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try eligibility.encode(to: encoder)
  }
}
