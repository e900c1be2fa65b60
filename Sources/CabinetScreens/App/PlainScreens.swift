import Cabinet
import CabinetServices
import TerminalUI

/// Screens read as plain lines, from the same views that are painted.
public struct PlainScreens {
  private let context: ScreenContext

  /// Reads the screens of a cabinet.
  public init(session: CabinetSession, language: Language) {
    context = ScreenContext(session: session, language: language)
  }

  /// The home screen.
  public var home: [String] { lines(of: HomeScreen()) }

  /// The card of a service.
  public func card(of service: String) -> [String] {
    lines(of: ServiceScreen(id: service, isWhole: true))
  }

  /// A document of a medical card.
  public func medicalDocument(_ document: MedicalDocument, of patient: MedicalPatient) -> [String] {
    lines(of: MedicalDocumentScreen(document: document, patient: patient))
  }

  private func lines(of screen: any Screen) -> [String] {
    let words: InterfaceWords = context.language == .russian ? .russian : .english
    return LinearReader(words: words).lines(screen.view(context), width: 78)
  }
}
