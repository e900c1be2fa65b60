import Cabinet
import CabinetServices

/// Something that the preview of who may apply wants done.
enum EligibilityEffect {
  /// Keeps an answer for the session; nil takes it back.
  case remember(Answer?, FactPath, thing: String?)
}

extension CabinetApp {
  func perform(_ effect: EligibilityEffect) {
    switch effect {
    case .remember(let answer, let path, let thing):
      session.remember(answer, of: path, thing: thing)
    }
  }
}
