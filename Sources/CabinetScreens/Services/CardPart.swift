import Cabinet
import CabinetServices
import TerminalUI

/// A part of a service's card, in the order in which one reads them.
enum CardPart: String, CaseIterable {
  case who, documents, result, steps, acceptance, refusals, suspensions, appeal, acts, about

  /// What it is called.
  var title: Phrase {
    switch self {
    case .who: ServiceWords.who
    case .documents: ServiceWords.whatIsNeeded
    case .result: Phrase("Результат, срок и цена", "Result, term and fee")
    case .steps: ServiceWords.steps
    case .acceptance: Phrase("Отказ в приёме", "Refusal to accept")
    case .refusals: Phrase("Отказ в услуге", "Refusal of the service")
    case .suspensions: Phrase("Приостановление", "Suspension")
    case .appeal: ServiceWords.appeal
    case .acts: ServiceWords.acts
    case .about: Phrase("Ведомство и источник", "Agency and source")
    }
  }

  /// How many things it lists; nil for a part that is no list.
  func count(in service: Service) -> Int? {
    switch self {
    case .documents: service.documents.count
    case .steps: service.steps.count
    case .acceptance: service.acceptanceRefusals.count
    case .refusals: service.refusals.count
    case .suspensions: service.suspensions.count
    case .acts: service.legalActs.count
    case .who, .result, .appeal, .about: nil
    }
  }

  /// Its title with the number of things: `Порядок (6)`.
  func label(_ service: Service, _ context: ScreenContext) -> String {
    context.say(title) + (count(in: service).map { " (\($0))" } ?? "")
  }

  /// Its number on the card, from 1.
  var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The part after or before; nil at the ends.
  func neighbour(_ step: Int) -> CardPart? {
    let index = number - 1 + step
    return Self.allCases.indices.contains(index) ? Self.allCases[index] : nil
  }

  /// Where one is: `3 из 10`.
  func place(_ context: ScreenContext) -> String {
    let all = Self.allCases.count
    return context.say(Phrase("\(number) из \(all)", "\(number) of \(all)"))
  }
}
