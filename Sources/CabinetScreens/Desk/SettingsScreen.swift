import Cabinet
import Terminal
import TerminalUI

/// What the resident likes of the terminal: looks and mouse.
struct SettingsScreen: Screen {
  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .chosen("theme", let chosen):
      return chosen.first.flatMap(ThemeName.init).map { [.desk(.theme($0))] } ?? []
    case .toggled("mouse", let isOn): return [.desk(.mouse(isOn))]
    case .activated("tour"): return [.replace(TourScreen())]
    case .activated("close"): return [.pop]
    default: return []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    var body: [View] = [
      .choice(
        Choice(
          id: "theme", label: context.say(DeskWords.theme),
          options: ThemeName.allCases.map {
            .init(value: $0.rawValue, title: context.say(DeskWords.name(of: $0)))
          }, selected: [context.fittings.theme.rawValue]))
    ]
    if context.fittings.colors == .none {
      body.append(.text(StyledText(context.say(DeskWords.noColors), .dim)))
    }
    body += [
      .toggle(
        Toggle(
          id: "mouse", label: context.say(DeskWords.mouse), isOn: context.fittings.reportsMouse,
          help: context.say(DeskWords.mouseHelp))), .gap,
      .text(StyledText(context.say(DeskWords.kept), .dim)),
      .text(StyledText(context.say(DeskWords.keys), .dim)), .gap,
      .buttons([
        Button(id: "tour", context.say(DeskWords.tour)),
        Button(id: "close", context.say(AppWords.close)),
      ]),
    ]
    return Page(
      kind: .dialog, path: [context.say(DeskWords.settings)], body: body, initialFocus: "theme")
  }
}
