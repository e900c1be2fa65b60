import Cabinet
import Terminal
import Testing

@testable import CabinetScreens
@testable import TerminalUI

/// Screen readers and braille lines follow the hardware cursor, so it stands on what has the focus.
@Suite struct HardwareCursorTests {
  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 20), Size(columns: 32, rows: 10),
  ])
  func standsOnTheFocusInEveryFrame(_ size: Size) throws {
    let context = screens.context()
    for (name, screen) in try screens.list() {
      let actions = screen.actions(context) + GlobalActions.list(context, isRoot: false)
      var layer = Layer(page: screen.view(context))
      let stops = Focusables(layer.page.body).order
      for step in 0..<max(1, min(stops.count, 40)) {
        let frame = Renderer(theme: .standard, words: .russian).frame(
          layers: [layer], actions: actions, size: size)
        layer.memory = frame.memories[0]
        if !layer.memory.isReading {
          let fault = Self.fault(frame)
          #expect(
            fault == nil, "\(name), \(layer.memory.focus?.rawValue ?? "nothing"): \(fault ?? "")")
        }
        #expect(frame.grid.cursor != nil, "\(name)")
        // Every other step by an arrow, which moves within lists and choices too.
        let response = Interaction(words: .russian).respond(
          to: .key(step % 3 == 2 ? .down : .tab), on: layer, actions: actions, size: size)
        layer.memory = response.memory
      }
    }
  }

  private static func fault(_ frame: Frame) -> String? {
    guard let cursor = frame.grid.cursor, let layout = frame.top?.layout else { return "no cursor" }
    guard let focus = layout.memory.focus else { return nil }
    guard let stop = layout.focusedStop else { return "\(focus) is not on the page" }
    let row = cursor.row - layout.origin.row + layout.memory.scroll
    let column = cursor.column - layout.origin.column
    guard stop.rows.contains(row) else { return "the cursor is on another line" }
    // It may stand before what is lit, at the number of a row, but not on another place of the focus.
    let isOn = stop.areas.contains { area in
      area.row == row && column <= area.columns.upperBound
        && !layout.flow.stops.contains { other in
          other.id != stop.id
            && other.areas.contains {
              $0.row == row
                && (min(column, area.columns.lowerBound)..<area.columns.lowerBound).overlaps(
                  $0.columns)
            }
        }
    }
    return isOn ? nil : "the cursor is beside what looks focused"
  }
}
