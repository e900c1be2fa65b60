import Terminal

@testable import TerminalUI

/// A screen under test: a page, the memory of it and the size of the terminal.
struct Stage {
  var page: Page
  var memory = LayerMemory()
  var actions: [Action] = []
  var size = Size(columns: 80, rows: 24)
  var words = InterfaceWords.russian

  init(_ page: Page, columns: Int = 80, rows: Int = 24, focus: ViewID? = nil) {
    self.page = page
    size = Size(columns: columns, rows: rows)
    memory.focus = focus
  }

  init(_ body: [View], columns: Int = 80, rows: Int = 24, focus: ViewID? = nil) {
    self.init(Page(path: ["Проба"], body: body), columns: columns, rows: rows, focus: focus)
  }

  /// Paints a frame and keeps what is remembered.
  @discardableResult
  mutating func draw(message: StyledText? = nil) -> CellGrid {
    let renderer = Renderer(theme: .standard, words: words)
    let frame = renderer.frame(
      layers: [Layer(page: page, memory: memory)], actions: actions, message: message, size: size)
    memory = frame.memories[0]
    return frame.grid
  }

  /// Sends an event and keeps what is remembered.
  mutating func send(_ event: TerminalEvent) -> [PageEvent] {
    let response = Interaction(words: words).respond(
      to: event, on: Layer(page: page, memory: memory), actions: actions, size: size)
    memory = response.memory
    return response.events
  }

  /// Presses keys one after another.
  @discardableResult
  mutating func press(_ keys: Key...) -> [PageEvent] {
    keys.flatMap { send(.key($0)) }
  }

  /// The lines of the body, without those that are blank at its end.
  mutating func body() -> [String] {
    let grid = draw()
    var lines = (2..<size.rows - 2).map { grid.text(row: $0) }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Does to a field's text what a screen does: keeps what was typed.
  mutating func type(_ event: TerminalEvent, into field: Field) -> (field: Field, [PageEvent]) {
    var field = field
    page.body = [.field(field)]
    let events = send(event)
    for case .textChanged(field.id, let text) in events { field.text = text }
    page.body = [.field(field)]
    return (field, events)
  }
}
