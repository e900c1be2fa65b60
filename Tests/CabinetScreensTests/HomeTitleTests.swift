import Cabinet
import Terminal
import Testing

@testable import CabinetScreens

/// The title of the home screen says in every width that this is a demonstration.
@Suite struct HomeTitleTests {
  @Test(arguments: Language.allCases)
  func itIsADemonstrationInEveryWidth(language: Language) throws {
    let session = try AllScreens().session
    let app = CabinetApp(
      session: session, language: language, size: Size(columns: 120, rows: 24))
    for width in 32...120 {
      app.handle(.resized(Size(columns: width, rows: 24)))
      let title = app.frame().text(row: 0)
      #expect(title.contains(AppWords.demo[language]), "\(width): \(title)")
      #expect(title.contains(AppWords.shortTitle.ru) || language == .english, "\(width): \(title)")
      // A phone has room for the time, too.
      if width >= 40 { #expect(title.contains("10:00"), "\(width): \(title)") }
    }
  }
}
