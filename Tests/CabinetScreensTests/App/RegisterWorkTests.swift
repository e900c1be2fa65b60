import CabinetServices
import CabinetStore
import Foundation
import Terminal
import TerminalUI
import Testing

@testable import Cabinet
@testable import CabinetScreens

/// Opening the register of an institution that is long and that nobody here has turned to.
@Suite struct RegisterWorkTests {
  private static let register = "vet-svao"
  private let session: CabinetSession

  init() throws {
    let log = MemoryEventLog()
    session = try Demonstration.open(log, fixtures: AllScreens.fixtures, ids: IDSource(seed: 1))
    let stream = CabinetStore.Stream.city(Self.register)
    let slot = try #require(SlotID("\(Self.register).01.202101201000.15"))
    let talon = try #require(session.talon(slot, kind: .vet))
    for number in 0..<4_200 {
      let hold = Booking(
        id: "h\(number)", kind: .vet, resident: "other",
        subject: BookingSubject(id: "pet-1", name: "Буся"), talon: talon,
        heldUntil: session.now.adding(seconds: 600))
      for event in [RegistryEvent.held(hold, releasing: []), .released(booking: hold.id)] {
        let record = NewRecord(
          at: session.now, actor: .office, event: Array(try JSONEncoder().encode(event)))
        _ = try log.commit(stream, after: try log.head(of: stream).seq) { _ in record }
      }
    }
  }

  private func app(_ language: Language = .russian) -> CabinetApp {
    CabinetApp(session: session, language: language, size: Size(columns: 80, rows: 24))
  }

  private func grid(_ app: CabinetApp) -> SlotGridScreen {
    let request = BookingRequest(
      kind: .vet, subject: BookingSubject(id: "pet-1", name: "Буся"), speciality: "vet-therapist",
      services: ["examination"], details: ["species": "кошка"])
    return SlotGridScreen(request: request, registry: Self.register, app.context)
  }

  @Test(arguments: Language.allCases)
  func onATerminalItIsReadInStepsUntilItsTimesAreShown(language: Language) throws {
    let app = app(language)
    app.isPaced = true
    app.push(grid(app))
    #expect(app.frame().text.contains(BookingWords.unread[language]))
    // That is not to be taken for a full schedule.
    #expect(!app.frame().text.contains(BookingWords.nothingFree[language]))
    #expect(!app.actions.contains { $0.id == "slots.wait" })
    var work = try #require(app.work)
    #expect(try work.step(session) == nil)
    let words = work.progress.words[language]
    #expect(work.progress.total == nil && words.filter(\.isNumber) == "8192", "\(words)")
    app.push(WorkScreen(title: work.title, progress: work.progress))
    #expect(app.frame().text.contains(words) && app.frame().text.contains("Esc"))
    app.pop()
    guard case .booking(.registerRead)? = try work.step(session) else {
      Issue.record("the register is longer than it was made")
      return
    }
    app.tellTop(.booking(.registerRead))
    #expect(!app.frame().text.contains(BookingWords.unread[language]))
    #expect(app.focusLabel?.contains(":") == true)
  }

  @Test func whoStopsItIsBackWhereTheyWere() throws {
    let app = app()
    app.isPaced = true
    let before = app.layers.count
    app.push(grid(app))
    #expect(app.layers.count == before + 1)
    var work = try #require(app.work)
    let (kept, outcome) = try work.stop(session)
    app.tellTop(outcome)
    #expect(app.layers.count == before && kept == BookingWords.readingStopped)
  }

  @Test func withoutATerminalItIsReadAtOnce() {
    let app = app()
    app.push(grid(app))
    #expect(app.work == nil && !app.frame().text.contains(BookingWords.unread.ru))
    #expect(app.focusLabel?.contains(":") == true)
  }
}
