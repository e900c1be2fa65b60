import Cabinet
import Terminal
import TerminalUI
import Testing

@testable import CabinetScreens

/// Colours only repeat what words and signs say, on every screen.
@Suite struct ThemesTests {
  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  private func frame(_ screen: any Screen, _ theme: Theme, _ size: Size) -> CellGrid {
    let context = screens.context()
    let actions = screen.actions(context) + GlobalActions.list(context, isRoot: false)
    return Renderer(theme: theme, words: .russian).frame(
      layers: [Layer(page: screen.view(context))], actions: actions, size: size
    ).grid
  }

  @Test func everyThemeShowsTheSameWords() throws {
    for (name, screen) in try screens.list() {
      for size in [Size(columns: 80, rows: 24), Size(columns: 40, rows: 20)] {
        let plain = frame(screen, .monochrome, size)
        for theme in ThemeName.allCases {
          for depth in [ColorDepth.eight, .indexed] {
            let colored = frame(screen, Theme(theme, depth), size)
            #expect(colored.text == plain.text, "\(name) in \(theme)")
            #expect(colored.cursor == plain.cursor, "\(name) in \(theme)")
          }
        }
      }
    }
  }

  /// The colours that mean something: done, take care, wrong.
  @Test func noStateIsToldByColourAlone() throws {
    let theme = Theme.standard
    let telling = Set([Tone.good, .warning, .bad].map { theme.style($0).foreground })
    var count = 0
    for (name, screen) in try screens.list() {
      let grid = frame(screen, theme, Size(columns: 120, rows: 60))
      for row in 0..<grid.size.rows {
        var run = ""
        var ink: Ink?
        for cell in grid.cells(row: row) + [Cell()] {
          let next = telling.contains(cell.style.foreground) ? cell.style.foreground : nil
          if let ink, next != ink {
            count += 1
            let says = run.contains { $0.isLetter || $0.isNumber || "!+?₽".contains($0) }
            #expect(says || run.allSatisfy(\.isWhitespace), "\(name), row \(row): “\(run)”")
          }
          run = next == ink ? run + String(cell.character) : String(cell.character)
          ink = next
        }
      }
    }
    #expect(count > 10)
  }
}
