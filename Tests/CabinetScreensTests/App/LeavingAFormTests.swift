import Cabinet
import CabinetServices
import CabinetStore
import Terminal
import TerminalUI
import Testing

@testable import CabinetScreens

/// Leaving a form by every way there is, on a disk with room and on a full one.
@Suite struct LeavingAFormTests {
  private let log = MemoryEventLog()
  private let session: CabinetSession
  private let app: CabinetApp

  init() throws {
    session = try Demonstration.open(
      log, fixtures: AllScreens.fixtures, ids: IDSource(seed: 1))
    app = CabinetApp(
      session: session, language: .russian, size: Size(columns: 80, rows: 24))
    // To the first step of a form, with something typed into the surname.
    press([.function(3)] + "охотничий".map { .character($0) } + [.enter, .enter])
    press([.control("u")] + "Новая".map { .character($0) })
  }

  private func press(_ keys: [Key]) {
    for key in keys {
      app.handle(.key(key))
      _ = app.frame()
    }
  }

  private var screen: String { app.frame().text }

  private var surname: String? {
    session.state.drafts.first { $0.service == "hunting-licence" }?.answers["surname"]?.text
  }

  private var records: Int { session.eventCount }

  /// The ways out: Escape, the key for later, another section by the palette, the end of the program.
  private static let ways: [[Key]] = [
    [.escape], [.control("s")], [.control("p")] + "Здоровье".map { .character($0) } + [.enter],
    [.control("q")],
  ]

  @Test(arguments: ways) func whatIsInHandIsSavedAndSaidSo(_ way: [Key]) {
    press(way)
    #expect(surname == "Новая")
    #expect(!screen.contains("шаг 1 из 4") || !app.isOpen)
    if app.isOpen { #expect(app.message == FormWords.postponed) }
  }

  @Test func leavingAgainWritesNothingMore() {
    press([.escape, .enter])
    #expect(screen.contains("шаг 1 из 4"))
    let before = records
    press([.tab, .escape])
    #expect(!screen.contains("шаг 1 из 4"))
    #expect(records == before)
  }

  @Test(arguments: ways) func aFullDiskKeepsOneInTheFormAndSaysWhy(_ way: [Key]) {
    log.nextFailure = .noSpace(path: "journal.jsonl")
    press(way)
    #expect(app.isOpen)
    #expect(app.message != FormWords.postponed)
    #expect(app.layers.last?.screen is FailureScreen, "\(screen)")
    press([.enter])
    #expect(screen.contains("шаг 1 из 4") && screen.contains("Новая"))
    #expect(screen.contains("НЕ СОХРАНЕНО"))
    // Room again: the same way saves and leads out.
    press([.tab])
    #expect(!screen.contains("НЕ СОХРАНЕНО"))
    press(way)
    #expect(surname == "Новая")
    #expect(!screen.contains("шаг 1 из 4") || !app.isOpen)
  }

  @Test func whoeverLeavesAFullDiskAfterAllIsAskedFirst() {
    log.nextFailure = .noSpace(path: "journal.jsonl")
    press([.escape, .enter, .escape])
    #expect(screen.contains("Набранное здесь пропадёт"))
    press([.escape])
    #expect(screen.contains("шаг 1 из 4"))
    press([.escape, .tab, .enter])
    #expect(!screen.contains("шаг 1 из 4"))
    #expect(surname == "Синтетическая")
  }
}
