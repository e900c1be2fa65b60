import Cabinet
import CabinetScreens
import CabinetServices

/// The warning before an application, where the rules speak against it; it stops nothing.
enum EligibilityWarning {
  /// Tells on standard error which rules fail, with the resident's own values.
  static func tell(of service: Service, _ session: CabinetSession, _ language: Language) {
    let assessment = session.assess(service)
    guard assessment.verdict == .no || assessment.verdict == .notYet else { return }
    let told = EligibilityJSON(assessment, session, language)
    let lead = Phrase(
      "внимание: \(told.words). Решает ведомство, заявление подаётся.",
      "note: \(told.words). The agency decides; the application is filed.")
    StandardError.write("kabinet: \(lead[language])\n")
    for reason in told.reasons where reason.holds == false {
      StandardError.write("  \(reason.rule)\(reason.value.map { " — \($0)" } ?? "")\n")
    }
    if let nearest = told.nearest { StandardError.write("  \(nearest.text)\n") }
  }
}
