/// One of the nine things that an electronic service must let one do, by Government Decree 236 of
/// 26.03.2016.
public enum ServiceAction: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// To read about the order and the terms.
  case information
  /// To book a visit to the agency or a service centre.
  case appointment
  /// To make the request.
  case request
  /// To have it received and registered.
  case registration
  /// To pay what it costs.
  case payment
  /// To get the result.
  case result
  /// To follow how it goes.
  case progress
  /// To rate the quality.
  case rating
  /// To complain before any court.
  case appeal

  /// What one can do.
  public var title: Phrase {
    switch self {
    case .information: Phrase("узнать порядок и сроки", "read the order and the terms")
    case .appointment: Phrase("записаться на приём", "book a visit")
    case .request: Phrase("заполнить заявление", "fill in the request")
    case .registration: Phrase("подать и зарегистрировать", "send and register it")
    case .payment: Phrase("оплатить", "pay")
    case .result: Phrase("получить результат", "get the result")
    case .progress: Phrase("следить за ходом", "follow how it goes")
    case .rating: Phrase("оценить качество", "rate the quality")
    case .appeal: Phrase("обжаловать до суда", "complain before a court")
    }
  }
}

/// How the catalogue judges its own completeness: by weights that it sets itself.
///
/// It is no rating of the Ministry of Economic Development, whose weights are not known.
public struct SelfAssessment: Codable, Sendable, Equatable {
  /// The weight of each action, from 0; an action without one weighs 1.
  public var weights: [ServiceAction: Int]
  /// The service by which any other is rated; nil where there is none.
  public var rating: String?

  /// Makes a judgement of weights.
  public init(weights: [ServiceAction: Int] = [:], rating: String? = nil) {
    self.weights = weights
    self.rating = rating
  }

  /// The weight of an action.
  public func weight(_ action: ServiceAction) -> Int { weights[action] ?? 1 }
}
