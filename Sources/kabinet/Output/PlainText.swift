import Cabinet
import CabinetScreens
import CabinetServices

/// Screens as plain lines, for terminals that are none.
enum PlainText {
  /// The home screen.
  static func overview(_ session: CabinetSession, _ language: Language) -> String {
    let way = Phrase(
      "Тот же кабинет разговором, строка за строкой: kabinet plain",
      "The same cabinet as a conversation, line by line: kabinet plain")
    let lines = PlainScreens(session: session, language: language).home + ["", way[language]]
    return lines.joined(separator: "\n")
  }

  /// The card of a service.
  static func card(of service: Service, session: CabinetSession, language: Language) -> String {
    PlainScreens(session: session, language: language).card(of: service.id)
      .joined(separator: "\n")
  }
}
