import Cabinet
import CabinetServices
import Terminal
import TerminalUI
import Testing

@testable import CabinetScreens

/// A page is made once while only the focus moves, and anew after everything else.
@Suite struct DrawnTests {
  /// How often a screen was asked for its page, and what it was told.
  private final class Notes {
    var views = 0
    var told: [PageEvent] = []
  }

  /// A screen of three rows that notes what is asked of it.
  private struct Probe: Screen {
    let notes: Notes
    var focusUse = FocusUse.none
    var effects: [Effect] = []
    var section: Section? { .home }

    mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
      notes.told.append(event)
      return effects
    }

    func view(_ context: ScreenContext) -> Page {
      notes.views += 1
      let rows = ["a", "b", "c"].map { Row(id: ViewID($0), title: StyledText($0)) }
      return Page(path: ["Probe"], status: context.status, body: [.rows(rows)])
    }
  }

  private let screens: AllScreens
  private let notes = Notes()

  init() throws { screens = try AllScreens() }

  private func app(_ use: FocusUse = .none, effects: [Effect] = []) -> CabinetApp {
    let app = CabinetApp(
      session: screens.session, language: .russian, size: Size(columns: 80, rows: 24))
    app.push(Probe(notes: notes, focusUse: use, effects: effects))
    _ = app.frame()
    notes.views = 0
    return app
  }

  @Test(arguments: [FocusUse.none, .noted, .shown])
  func aMoveOfTheFocusMakesAPageOnlyWhereItMayShow(use: FocusUse) {
    let app = app(use)
    for key in [Key.down, .down, .up, .tab, .left, .function(12)] {
      app.handle(.key(key))
      _ = app.frame()
    }
    #expect(notes.views == (use == .shown ? 4 : 0))
    #expect(notes.told.count == (use == .none ? 0 : 4))
  }

  @Test func keysTypedAheadMakeNoPageEither() {
    let app = app()
    let first = app.frame()
    for key in [Key.down, .down, .up] { app.handle(.key(key)) }
    let second = app.frame()
    #expect(notes.views == 0 && first != second && second == anew(app))
  }

  @Test func whatANoteOfTheFocusDoesShows() {
    let app = app(.noted, effects: [.notify(Phrase("Вот", "Here"))])
    app.handle(.key(.down))
    #expect(app.frame().text.contains("Вот") && notes.views == 1)
  }

  /// Everything that may change what is shown, each with a move of the focus before the frame.
  @Test func anythingElseMakesThePageAnew() throws {
    let session = screens.session
    let happenings: [(String, (CabinetApp) -> Void)] = [
      ("an activated row", { $0.handle(.key(.enter)) }),
      ("an effect", { $0.perform([.notify(Phrase("", ""))]) }),
      ("no effect", { $0.perform([]) }),
      ("another size", { $0.handle(.resized(Size(columns: 90, rows: 30))) }),
      ("a stop", { $0.handle(.resumed) }), ("a notice of another session", { $0.handle(.woken) }),
      ("the other language", { $0.invoke("language") }),
      ("the clock", { $0.advance(seconds: 60) }),
      ("an event of the session", { _ in _ = try? session.setFavourite("city-events", true) }),
    ]
    for (name, happen) in happenings {
      let app = app()
      app.handle(.key(.down))
      happen(app)
      app.handle(.key(.down))
      let frame = app.frame()
      #expect(notes.views > 0, "\(name)")
      #expect(frame == anew(app), "\(name)")
    }
  }

  /// The pages below a dialog, too.
  @Test func aDialogOverAPageMovesWithoutMakingEither() {
    let app = app()
    app.push(
      ConfirmScreen(question: Phrase("Точно?", "Sure?"), confirm: Phrase("Да", "Yes"), effects: []))
    _ = app.frame()
    notes.views = 0
    app.handle(.key(.right))
    #expect(app.frame() == app.frame() && notes.views == 0)
    #expect(app.frame() == anew(app))
  }

  private func anew(_ app: CabinetApp) -> CellGrid {
    app.drawn = nil
    return app.frame()
  }

  /// Over all screens: what a walk shows is what pages made anew show, and whoever is not told of the focus, or only
  /// notes it, would show and want nothing else if told.
  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 20), Size(columns: 160, rows: 50),
  ])
  func aWalkOverEveryScreenShowsNothingStale(size: Size) throws {
    for (name, screen) in try screens.list() {
      let app = CabinetApp(session: screens.session, language: .english, size: size)
      app.push(screen)
      _ = app.frame()
      for key in [Key.down, .down, .tab, .tab, .right, .pageDown, .up, .backTab, .end, .home] {
        app.handle(.key(key))
        let known = app.frame()
        #expect(known == anew(app), "\(name): \(key)")
      }
      guard screen.focusUse != .shown, let top = app.layers.last, let focus = top.memory.focus
      else { continue }
      let before = app.frame()
      var told = top.screen
      #expect(told.update(.focusMoved(focus), app.context).isEmpty, "\(name)")
      app.layers[app.layers.count - 1].screen = told
      #expect(before == anew(app), "\(name)")
    }
  }
}

/// What one key costs on a terminal.
@Suite struct KeyCostTests {
  /// A terminal that gives keys one at a time and notes what is asked of it.
  private final class CountingTerminal: TerminalDevice {
    let size = Size(columns: 80, rows: 24)
    var keys: [Key]
    var calls: [String] = []

    init(keys: [Key]) { self.keys = keys.reversed() }

    func present(_ grid: CellGrid) { calls.append("present") }

    func nextEvent(timeout: Int?) -> TerminalEvent? {
      calls.append("wait")
      return keys.popLast().map { .key($0) } ?? .hungUp
    }

    var hasPendingInput: Bool {
      calls.append("look")
      return false
    }

    func perform(_ request: DeviceRequest) { calls.append("request") }
    func watch(_ descriptor: Int32) { calls.append("watch") }
    func unwatch(_ descriptor: Int32) { calls.append("unwatch") }
    func suspend() { calls.append("suspend") }
  }

  /// One wait, one look for what was typed ahead, one frame: nothing else is asked of the terminal.
  @Test func aKeyIsOneWaitAndOneFrame() throws {
    let app = CabinetApp(
      session: try AllScreens().session, language: .russian, size: Size(columns: 80, rows: 24))
    let keys = [Key.down, .down, .up, .tab, .character("2"), .down, .character("п"), .escape]
    let terminal = CountingTerminal(keys: keys)
    try app.run(on: terminal)
    #expect(
      terminal.calls == ["present"] + keys.flatMap { _ in ["wait", "look", "present"] } + ["wait"])
  }
}
