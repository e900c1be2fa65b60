import Cabinet
import CabinetServices

/// The services of a life situation with what the rules say of each, those that one can get first.
enum EligibleServices {
  /// The services by verdict; those of one verdict stay in their order.
  static func sorted(_ services: [ServiceBrief], _ context: ScreenContext) -> [ServiceBrief] {
    services.enumerated().map { (assess($1, context)?.verdict.place ?? Int.max, $0, $1) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The verdict in words, with the day of the nearest change; nil where the card cannot be read.
  static func note(on service: ServiceBrief, _ context: ScreenContext) -> Phrase? {
    guard let assessment = assess(service, context) else { return nil }
    guard assessment.hasRules || assessment.verdict != .yes else { return EligibilityWords.forAll }
    let words = EligibilityWords.verdict(assessment.verdict)
    guard let day = assessment.nearest?.day else { return words }
    let (russian, english) = (
      DateWords.long(day, today: context.today, .russian),
      DateWords.long(day, today: context.today, .english)
    )
    return Phrase("\(words.ru), с \(russian)", "\(words.en), from \(english)")
  }

  private static func assess(_ service: ServiceBrief, _ context: ScreenContext) -> Assessment? {
    context.session.knownService(service.id).map { context.session.assess($0) }
  }
}

extension Assessment.Verdict {
  /// The place in a list: what one can get, then what one can get later, then what is to be found out.
  public var place: Int {
    switch self {
    case .yes: 0
    case .notYet: 1
    case .unknown: 2
    case .no: 3
    }
  }
}
