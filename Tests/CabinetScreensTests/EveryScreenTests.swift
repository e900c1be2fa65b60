import Cabinet
import Terminal
import TerminalUI
import Testing

@testable import CabinetScreens

/// What holds for every screen of the program.
@Suite struct EveryScreenTests {
  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  @Test func noKeyMeansTwoThings() throws {
    let context = screens.context()
    for (name, screen) in try screens.list() {
      for isRoot in [true, false] {
        let actions = screen.actions(context) + GlobalActions.list(context, isRoot: isRoot)
        let conflicts = Keymap(actions).conflicts.map { "\($0.key): \($0.actions)" }
        #expect(conflicts == [], "\(name)")
      }
    }
  }

  @Test func noNameStandsTwiceOnAPage() throws {
    for language in Language.allCases {
      for (name, screen) in try screens.list() {
        #expect(screen.view(screens.context(language)).repeatedIDs.isEmpty, "\(name)")
      }
    }
  }

  @Test func everyActionHasASentenceInBothLanguages() throws {
    for (name, screen) in try screens.list() {
      let actions = Language.allCases.map { language -> [Action] in
        let context = screens.context(language)
        return screen.actions(context) + GlobalActions.list(context, isRoot: false)
      }
      for (russian, english) in zip(actions[0], actions[1]) {
        #expect(!russian.sentence.isEmpty && russian.sentence != english.sentence, "\(name)")
      }
    }
  }

  @Test(arguments: Language.allCases) func everySizeShowsTheFocusAndTheWayToHelp(
    _ language: Language
  ) throws {
    let words: InterfaceWords = language == .russian ? .russian : .english
    let renderer = Renderer(theme: .standard, words: words)
    let context = screens.context(language)
    for (name, screen) in try screens.list() {
      let page = screen.view(context)
      let actions = screen.actions(context) + GlobalActions.list(context, isRoot: false)
      for columns in 32...120 {
        let size = Size(columns: columns, rows: 10 + columns % 31)
        let frame = renderer.frame(
          layers: [Layer(page: page)], actions: actions, size: size)
        let hints = frame.grid.text(row: size.rows - 1)
        #expect(frame.grid.cursor != nil, "\(name) at \(columns)")
        #expect(hints.contains("F1") || hints.contains("?"), "\(name) at \(columns): \(hints)")
      }
    }
  }

  /// Nobody has to scroll to find the way on.
  @Test(arguments: Language.allCases) func everyPageOfTheTourFitsAPhone(_ language: Language) {
    let words: InterfaceWords = language == .russian ? .russian : .english
    let context = screens.context(language)
    for (step, button) in [TourWords.next, TourWords.next, TourWords.begin].enumerated() {
      let frame = Renderer(theme: .standard, words: words).frame(
        layers: [Layer(page: TourScreen(step: step).view(context))], actions: [],
        size: Size(columns: 40, rows: 20))
      #expect(frame.grid.text.contains(">\(context.say(button))<"), "\(frame.grid.text)")
      #expect(frame.grid.text(row: 18).allSatisfy { $0 == "─" }, "\(frame.grid.text)")
    }
  }

  /// All that has the focus on a screen can be answered or chosen in a conversation, and nothing else.
  @Test(arguments: Language.allCases) func everyScreenHoldsAConversation(_ language: Language)
    throws
  {
    let context = screens.context(language)
    for (name, screen) in try screens.list() {
      let scene = Scene(
        page: screen.view(context), depth: 1, focus: nil, message: nil,
        actions: screen.actions(context) + GlobalActions.list(context, isRoot: false),
        words: language == .russian ? .russian : .english,
        phrases: language == .russian ? .russian : .english)
      #expect(scene.unreachable.isEmpty, "\(name): \(scene.unreachable)")
      var conversation = Conversation(width: 78)
      let lines = conversation.tell(scene)
      #expect(lines.first?.hasPrefix(String(scene.page.path[0].prefix(5))) == true, "\(name)")
      #expect(!lines.joined().contains { "─│▓░›".contains($0) }, "\(name)")
      #expect(conversation.tell(scene).count < lines.count, "\(name) is told twice")
    }
  }

  @Test func everyScreenReadsAsPlainLinesInBothLanguages() throws {
    for language in Language.allCases {
      let words: InterfaceWords = language == .russian ? .russian : .english
      for (name, screen) in try screens.list() {
        let lines = LinearReader(words: words).lines(screen.view(screens.context(language)))
        #expect(!lines.isEmpty, "\(name)")
        #expect(!lines.contains { $0.contains("─") || $0.contains("│") }, "\(name)")
      }
    }
  }

  /// In English only what exists in Russian alone is Russian: texts of the catalogue and of the
  /// regulations, names of people, files and places.
  @Test func everyScreenSpeaksEnglish() throws {
    let data = try RussianData()
    // What was typed is told as it was typed.
    for (name, screen) in try screens.list(.english) where name != "nothing" {
      let page = screen.view(screens.context(.english))
      let texts =
        page.path + [page.status] + LinearReader(words: .english, mostRows: 500).lines(page)
      for text in texts {
        #expect(!text.contains(/,\d\d\u{A0}₽/), "\(name): \(text)")
        let rest = data.without(text)
        // One letter by itself is a key.
        #expect(
          !rest.split(whereSeparator: { !RussianData.isRussian($0) }).contains { $0.count > 1 },
          "\(name): \(text)")
      }
      for action in screen.actions(screens.context(.english)) {
        let text = action.title + action.sentence
        #expect(!text.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }, "\(name)")
      }
    }
  }
}
