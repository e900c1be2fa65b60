import Cabinet
import CabinetServices
import Terminal
import TerminalUI
import Testing

@testable import CabinetScreens

/// What holds for every action of every screen.
@Suite struct ActionListTests {
  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  @Test func everyActionOfEveryScreenIsInTheList() throws {
    let context = screens.context()
    let everywhere = Set(ActionGroup.everywhere.entries.map(\.id))
    for (name, screen) in try screens.list() {
      let own = Set(screen.actions(context).map(\.id))
      #expect(
        ActionGroup.all.contains { own.isSubset(of: Set($0.entries.map(\.id))) },
        "\(name): \(own.map(\.rawValue).sorted()) is no group of ActionGroup.all")
      #expect(own.isDisjoint(with: everywhere), "\(name)")
    }
  }

  @Test func noKeyMeansTwoThingsInAnyPlace() {
    for group in ActionGroup.all.dropFirst() {
      let entries = group.entries + ActionGroup.everywhere.entries
      let conflicts = Keymap(entries.map { $0.action(.russian) }).conflicts
      #expect(conflicts.isEmpty, "\(group.place.ru): \(conflicts)")
    }
    let ids = ActionGroup.all.flatMap(\.entries).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  /// Presses a key on a page where nothing is being typed.
  private func pressed(_ key: Key, _ actions: [Action]) -> [PageEvent] {
    let page = Page(path: [""], body: [.text("")])
    return Interaction(words: .russian).respond(
      to: .key(key), on: Layer(page: page), actions: actions, size: Size(columns: 80, rows: 24)
    ).events
  }

  /// Presses a key while a field has the focus.
  private func pressedTyping(_ key: Key, _ actions: [Action]) -> [PageEvent] {
    let page = Page(path: [""], body: [.field(Field(id: "f", label: "", text: ""))])
    return Interaction(words: .russian).respond(
      to: .key(key), on: Layer(page: page), actions: actions, size: Size(columns: 80, rows: 24)
    ).events
  }

  @Test func everyKeyOfEveryScreenActsInBothLayouts() throws {
    let context = screens.context()
    var count = 0
    for (name, screen) in try screens.list() {
      let actions = screen.actions(context) + GlobalActions.list(context, isRoot: false)
      for action in actions {
        for key in action.keys {
          for typed in [key, key.onRussianKeyboard].compactMap({ $0 }) {
            count += 1
            let wanted: [PageEvent] = [.actionInvoked(action.id)]
            #expect(pressed(typed, actions) == wanted, "\(name): \(typed)")
            guard action.id != "activate" else { continue }
            if case .character = typed {
              #expect(pressedTyping(typed, actions) != wanted, "\(name): \(typed) is text")
            } else {
              #expect(pressedTyping(typed, actions) == wanted, "\(name): \(typed) while typing")
            }
          }
        }
      }
    }
    #expect(count > 1_000)
  }

  @Test func everyLatinLetterHasItsRussianTwin() {
    for group in ActionGroup.all {
      for key in group.entries.flatMap(\.keys) {
        guard case .character(let character) = key, character.isLetter else { continue }
        #expect(key.onRussianKeyboard?.onLatinKeyboard == key)
      }
    }
  }

  @Test func theHelpShowsBothLayouts() {
    let quit = ActionGroup.everywhere.entries.first { $0.id == "quit" }?.action(.russian)
    #expect(quit?.keysInWords == "q / й  ^Q / ^Й  ^C / ^С")
  }

  @Test func escapeGoesBackFromEverywhereAndChangesNothing() throws {
    for (name, screen) in try screens.list() where screen.section != .home || name.contains("tour")
    {
      let session = screens.session
      let app = CabinetApp(
        session: session, language: .russian, size: Size(columns: 80, rows: 24))
      app.push(screen)
      _ = app.frame()
      let profile = session.state.profile
      let statuses = session.state.summaries
      let drafts = session.state.drafts.map(\.answers)
      app.handle(.key(.escape))
      #expect(app.layers.count == 1, "\(name)")
      #expect(session.state.profile == profile && session.state.summaries == statuses, "\(name)")
      #expect(session.state.drafts.map(\.answers) == drafts, "\(name)")
    }
  }
}
