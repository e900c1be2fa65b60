import Cabinet
import CabinetServices
import Terminal
import TerminalUI
import Testing

@testable import CabinetScreens

/// The cabinet as a whole, driven by keys on a headless terminal.
@Suite struct AppTests {
  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  private func app(_ fittings: Fittings = Fittings()) -> CabinetApp {
    CabinetApp(
      session: screens.session, language: .russian, size: Size(columns: 80, rows: 24),
      fittings: fittings)
  }

  private func type(_ text: String, into app: CabinetApp) {
    for character in text { app.handle(.key(.character(character))) }
  }

  // MARK: Undo

  @Test func aDraftPutAwayComesBackByUndoFromAnywhere() throws {
    let session = screens.session
    let draft = try #require(session.state.drafts.first)
    func isDiscarded() -> Bool? {
      session.state.drafts.first { $0.id == draft.id }?.isDiscarded
    }
    let app = app()
    app.perform([.discardDraft(draft.id)])
    #expect(isDiscarded() == true)
    #expect(app.actions.first { $0.id == "undo" }?.hintOrder != nil)
    app.handle(.key(.character("г")))
    #expect(isDiscarded() == false)
    #expect(app.message == FollowWords.draftRestored)
    app.handle(.key(.character("u")))
    #expect(app.message?.ru == "Возвращать нечего.")
    #expect(isDiscarded() == false)
  }

  @Test func detailsComeBackAsTheyWere() throws {
    let session = screens.session
    let before = session.state.profile
    var changed = before
    changed.values["phone"] = "+79000000099"
    let app = app()
    app.perform([.saveProfile(changed)])
    #expect(session.state.profile == changed)
    app.handle(.key(.character("z")))
    #expect(session.state.profile == before)
  }

  @Test func aFavouriteComesAndGoesByUndo() throws {
    let session = screens.session
    let service = try #require(session.directory.services.first?.id)
    let before = session.isFavourite(service)
    let app = app()
    app.perform([.favourite(.set(service: service, !before))])
    app.perform([.favourite(.set(service: service, !before))])
    #expect(app.undoable.count == 1, "what changed nothing is no step")
    #expect(session.isFavourite(service) != before)
    app.handle(.key(.character("г")))
    #expect(session.isFavourite(service) == before)
    app.perform([.favourite(.opened(service: service))])
    #expect(app.undoable.isEmpty)
  }

  @Test func findGoesToTheSearchOfThePageAndElseToTheServices() throws {
    let app = app()
    app.handle(.key(.control("f")))
    #expect(app.layers.last?.screen is ServicesScreen)
    app.handle(.key(.escape))
    app.perform([.open(.applications)])
    _ = app.frame()
    #expect(app.layers.last?.memory.focus != "query")
    app.handle(.key(.control("а")))
    _ = app.frame()
    #expect(app.layers.last?.memory.focus == "query")
    #expect(app.layers.last?.screen is ApplicationsScreen)
    app.handle(.key(.control("f")))
    #expect(app.layers.last?.screen is ServicesScreen)
  }

  @Test func whatFailedIsNoStepToTakeBack() throws {
    let app = app()
    app.perform([.discardDraft("none")])
    #expect(app.undoable.isEmpty)
  }

  // MARK: Leaving

  @Test(arguments: [Key.function(3), .control("q"), .control("c"), .escape])
  func whatWouldBeLostIsAskedAbout(key: Key) throws {
    let app = app()
    app.push(ComplaintScreen(id: "asubsidy", subject: .decision))
    _ = app.frame()
    type("Не согласна", into: app)
    app.handle(.key(key))
    #expect(app.isOpen && app.layers.count == 3)
    #expect(app.layers.last?.screen is ConfirmScreen)
    _ = app.frame()
    // No: it is still there.
    app.handle(.key(.enter))
    #expect(app.layers.last?.screen is ComplaintScreen)
    app.handle(.key(key))
    _ = app.frame()
    app.handle(.key(.right))
    app.handle(.key(.enter))
    #expect(!app.layers.contains { $0.screen is ComplaintScreen })
    #expect(app.isOpen == (key == .function(3) || key == .escape))
  }

  // MARK: Copying

  @Test func whatHasTheFocusIsCopied() {
    let app = app()
    _ = app.frame()
    app.handle(.key(.control("y")))
    guard case .copy(let text)? = app.takeRequests().first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("Резидентное парковочное разрешение"))
    #expect(app.message?.ru.hasPrefix("Отправлено в буфер обмена: ") == true)
  }

  @Test func theNumberOfAnApplicationCanBeChosen() throws {
    let number = try screens.session.application("asubsidy").number
    let app = app()
    app.push(ApplicationScreen(id: "asubsidy"))
    _ = app.frame()
    app.handle(.key(.character("Н")))
    #expect(app.layers.last?.screen is CopyScreen)
    let screen = try #require(app.layers.last?.screen as? CopyScreen)
    let index = try #require(screen.values.firstIndex { $0.text == number })
    for _ in 0..<index { app.handle(.key(.down)) }
    app.handle(.key(.enter))
    #expect(app.takeRequests() == [.copy(number)])
    #expect(app.layers.last?.screen is ApplicationScreen)
  }

  @Test func whereTheTerminalTakesNothingOneIsTold() {
    var fittings = Fittings()
    fittings.canCopy = false
    let app = app(fittings)
    _ = app.frame()
    app.handle(.key(.control("y")))
    #expect(app.takeRequests().isEmpty)
    #expect(app.message == DeskWords.cannotCopy)
  }

  @Test func secretsAreNeverCopied() {
    let page = Page(
      path: ["Вход"],
      body: [.field(Field(id: "p", label: "Пароль", text: "секрет", isSecret: true))])
    let reader = CopyReader(words: .russian)
    #expect(reader.focused(page) == nil)
    #expect(reader.values(page).isEmpty)
  }

  // MARK: Desk

  @Test func likingsAreKeptAndActAtOnce() throws {
    let kept = Kept()
    var fittings = Fittings()
    fittings.keep = { preferences throws(CabinetFailure) in kept.preferences.append(preferences) }
    let app = app(fittings)
    let dark = app.frame()
    app.handle(.key(.control("t")))
    #expect(kept.preferences.last?.theme == "light")
    #expect(app.frame() != dark)
    app.handle(.key(.character("M")))
    #expect(app.takeRequests() == [.reportMouse(true)])
    #expect(kept.preferences.last == Preferences(theme: "light", mouse: true))
    app.handle(.key(.character("M")))
    #expect(app.takeRequests() == [.reportMouse(false)])
    for _ in 0..<3 { app.handle(.key(.control("t"))) }
    #expect(kept.preferences.last?.theme == "dark")
  }

  @Test func whatCannotBeKeptIsToldAndActsNevertheless() {
    var fittings = Fittings()
    fittings.keep = { _ throws(CabinetFailure) in
      throw .fileRefused(name: "settings.json", Phrase("диск полон.", "the disk is full."))
    }
    let app = app(fittings)
    app.handle(.key(.control("t")))
    #expect(app.fittings.theme == .light)
    #expect(app.layers.last?.screen is FailureScreen)
  }

  @Test func theTourCanBeSkippedAndSeenAgain() {
    var fittings = Fittings()
    fittings.beginsWithTour = true
    let app = app(fittings)
    _ = app.frame()
    #expect(app.layers.last?.screen is TourScreen)
    app.handle(.key(.escape))
    #expect(app.layers.count == 1)
    #expect(app.fittings.preferences.tourSeen == true)
    app.handle(.key(.function(1)))
    _ = app.frame()
    type("знакомство", into: app)
    app.handle(.key(.enter))
    _ = app.frame()
    #expect(app.layers.last?.screen is TourScreen)
    for _ in 0..<TourScreen.count { app.handle(.key(.enter)) }
    #expect(app.layers.count == 1)
  }

  // MARK: Palette

  @Test(arguments: [
    ("тёмное", "theme"), ("анна", "detail.name"), ("поликлин", "draft."),
    ("субсид", "application."),
    ("охотничий", "service.hunting-licence"),
  ])
  func thePaletteFindsEveryKindOfThing(query: String, id: String) {
    let actions = GlobalActions.list(screens.context(), isRoot: true)
    var screen = PaletteScreen(actions: actions)
    _ = screen.update(.textChanged("query", query), screens.context())
    var ids: [String] = []
    for case .list(let list) in screen.view(screens.context()).body {
      ids = (0..<list.count).compactMap { list.row($0).id?.rawValue }
    }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains { $0.contains(id) }, "\(ids)")
  }

  // MARK: Work

  @Test func whatTakesItsTimeShowsHowFarItIsAndStopsAtEscape() throws {
    let app = app()
    app.isPaced = true
    let device = PatientTerminal()
    app.begin(EndlessWork())
    try app.finishWork(on: device)
    #expect(device.sawProgress)
    #expect(app.work == nil)
    // The key pressed meanwhile waited its turn.
    #expect(app.layers.last?.screen is SectionsScreen)
  }

  @Test func theClockStopsWhereTheOfficeIs() throws {
    let session = screens.session
    let start = session.now
    var work = ClockWork(from: start, to: start.adding(seconds: 60 * 86_400))
    #expect(try work.step(session) == nil)
    #expect(work.progress.done > 0 && work.progress.done < (work.progress.total ?? 0))
    _ = try work.stop(session)
    #expect(session.now > start)
    #expect(session.now < start.adding(seconds: 60 * 86_400))
    let last = session.state.applications.flatMap(\.history).map(\.at).max()
    #expect(last.map { $0 <= session.now } == true)
  }

  @Test func inStepsOrAtOnceTheOfficeDoesTheSame() throws {
    let other = try AllScreens()
    let moment = screens.session.now.adding(seconds: 30 * 86_400)
    try other.session.advanceClock(to: moment)
    app().perform([.advanceClock(to: moment)])
    #expect(screens.session.state == other.session.state)
  }
}

/// What was kept, for closures.
private final class Kept {
  var preferences: [Preferences] = []
}

/// Work that never ends by itself.
private struct EndlessWork: Work {
  let title = Phrase("Долгое дело", "A long job")
  var progress: (done: Int, total: Int?, words: Phrase) { (1, 3, Phrase("треть", "a third")) }
  mutating func step(_ session: CabinetSession) throws(CabinetFailure) -> Outcome? { nil }
  mutating func stop(_ session: CabinetSession) throws(CabinetFailure) -> (
    kept: Phrase, outcome: Outcome
  ) {
    (Phrase("остановлено", "stopped"), .clockAdvanced)
  }
}

/// A terminal at which somebody presses a key, and Escape once they have seen how far it is.
private final class PatientTerminal: TerminalDevice {
  let size = Size(columns: 80, rows: 24)
  private var queue: [TerminalEvent] = [.key(.character("g"))]
  private(set) var sawProgress = false

  func present(_ grid: CellGrid) {
    guard !sawProgress, grid.text.contains("Долгое дело"), grid.text.contains("треть") else {
      return
    }
    sawProgress = true
    queue.append(.key(.escape))
  }

  func nextEvent(timeout: Int?) -> TerminalEvent? { queue.isEmpty ? nil : queue.removeFirst() }
  var hasPendingInput: Bool { !queue.isEmpty }
  func perform(_ request: DeviceRequest) {}
  func watch(_ descriptor: Int32) {}
  func unwatch(_ descriptor: Int32) {}
  func suspend() {}
}
