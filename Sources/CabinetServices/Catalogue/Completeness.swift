import Cabinet

/// How much of what an electronic service must let one do a service really provides.
///
/// This is the catalogue's judgement of itself, by ``SelfAssessment``; `docs/catalogue.md` says what each
/// of the nine actions demands of a service by its kind.
public struct Completeness: Sendable {
  /// How an action stands.
  public enum Standing: Sendable, Equatable {
    case provided
    /// It should be, and is not.
    case missing(String)
    /// The service has no need of it: nothing to pay, no one to visit.
    case notNeeded
  }

  /// The service.
  public let service: String
  /// How each of the nine actions stands.
  public let standings: [ServiceAction: Standing]
  /// The share of the needed actions that is provided, by weight, in thousandths: 1000 is all.
  public let thousandths: Int

  /// Judges a service by its card, its form and what the program does with them.
  init(
    _ service: Service, among services: ServiceLinks, by own: SelfAssessment, sample: SampleCase
  ) {
    let judge = ActionJudge(service: service, services: services, sample: sample)
    var standings: [ServiceAction: Standing] = [:]
    var (provided, needed) = (0, 0)
    for action in ServiceAction.allCases {
      let standing = judge.standing(action)
      standings[action] = standing
      guard standing != .notNeeded else { continue }
      let weight = own.weight(action)
      needed += weight
      if standing == .provided { provided += weight }
    }
    self.service = service.id
    self.standings = standings
    thousandths = needed > 0 ? provided * 1000 / needed : 0
  }

  /// What is missing, in the order of the actions.
  public var missing: [(action: ServiceAction, reason: String)] {
    ServiceAction.allCases.compactMap { action in
      guard case .missing(let reason)? = standings[action] else { return nil }
      return (action, reason)
    }
  }
}
