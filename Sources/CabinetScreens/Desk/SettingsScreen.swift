import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// What the resident likes of the terminal: looks and mouse; and how long the ways of the city take.
struct SettingsScreen: Screen {
  /// The ways that are offered, in minutes.
  private static let ways = [15, 30, 45, 60, 90]

  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .chosen("theme", let chosen):
      return chosen.first.flatMap(ThemeName.init).map { [.desk(.theme($0))] } ?? []
    case .chosen("way", let chosen):
      return chosen.first.flatMap(Int.init).map { [.desk(.way($0))] } ?? []
    case .toggled("mouse", let isOn): return [.desk(.mouse(isOn))]
    case .activated("tour"): return [.replace(TourScreen())]
    case .activated("close"): return [.pop]
    default: return []
    }
  }

  /// The choice of a way; one that was written by hand is among them.
  private func way(_ context: ScreenContext) -> View {
    let own = context.fittings.preferences.way
    return .choice(
      Choice(
        id: "way", label: context.say(DeskWords.way),
        options: Set(Self.ways + [own]).sorted().map {
          .init(value: String($0), title: context.say(Phrase("\($0) мин", "\($0) min")))
        }, selected: [String(own)]))
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
          help: context.say(DeskWords.mouseHelp))), way(context), .gap,
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
