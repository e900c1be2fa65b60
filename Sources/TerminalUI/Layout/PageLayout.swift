import Terminal

/// Where everything of a page stands on a screen of a size; drawing and keys read the same layout.
struct PageLayout {
  let page: Page
  let size: Size
  let title: TitleLine
  /// The memory fitted to the page and to the size.
  private(set) var memory: LayerMemory
  let focusables: Focusables
  let flow: Flow
  let sidebar: Sidebar?
  /// What stands beside the page; nil where it has nothing, or no room.
  let aside: Aside?
  /// The row of the title, or of the rule above a dialog.
  let top: Int
  /// The cell at which the body's text begins.
  let origin: Position
  /// The number of lines that the body shows.
  let height: Int
  /// The width of the body's text.
  let width: Int

  /// The smallest screen that can be laid out.
  static let smallest = Size(columns: 32, rows: 10)
  /// The widest lines that are still easy to read.
  private static let widest = 100
  /// The rows of a page that stay visible above a dialog.
  private static let rowsAboveDialog = 1

  init(_ page: Page, memory: LayerMemory, size: Size, words: InterfaceWords) {
    let size = Size(
      columns: max(size.columns, Self.smallest.columns), rows: max(size.rows, Self.smallest.rows))
    self.page = page
    self.size = size
    let focusables = Focusables(page.body)
    self.focusables = focusables
    var memory = memory.fitted(to: page, focusables)
    let isDialog = page.kind == .dialog
    let title = TitleLine(page, width: size.columns - (isDialog ? 6 : 2))
    self.title = title
    let sidebar = Sidebar(page, columns: size.columns)
    self.sidebar = sidebar
    let left = sidebar.map { $0.width + 1 } ?? 0
    let room = size.columns - left - 2
    let shown = isDialog || size.columns < Page.veryWide ? nil : page.aside
    let width = min(shown == nil ? room : Aside.half(of: room), Self.widest)
    self.width = width
    let titleRows = isDialog ? (title.path.count > 1 ? title.path.count : 0) : title.path.count
    // The title, a rule above, a rule below, the hints, and a notice too long for the rule.
    let frame = titleRows + 3 + memory.noticeRows
    let most = max(1, size.rows - frame - (isDialog ? Self.rowsAboveDialog : 0))
    aside = shown.map { views in
      Aside(
        memory.current(on: page).map(views) ?? [], after: left + 1 + width,
        width: min(Aside.half(of: room), Self.widest), height: most, words: words)
    }
    flow = FlowBuilder(words: words, memory: memory, focusables: focusables, height: most)
      .flow(page.body, width: width)
    height = isDialog ? min(most, max(1, flow.lines.count)) : most
    top = isDialog ? size.rows - height - frame : 0
    origin = Position(column: left + 1, row: top + titleRows + 1)
    if memory.scroll > 0, let old = memory.width, old != width {
      let before = FlowBuilder(words: words, memory: memory, focusables: focusables, height: most)
        .flow(page.body, width: old)
      memory.scroll = flow.line(after: before.letters(before: memory.scroll))
    }
    memory.width = width
    memory.scroll = Self.scroll(memory, flow: flow, height: height)
    for stop in flow.stops {
      guard case .list(let list, _) = stop.kind, let first = stop.targets.first else { continue }
      memory.lists[list.id]?.offset = first.index
    }
    self.memory = memory
  }

  /// The same page with another memory; nil where more than the focus and the first line depends on it.
  func moved(to memory: LayerMemory, size: Size) -> PageLayout? {
    guard size == self.size else { return nil }
    if memory == self.memory { return self }
    guard aside == nil, isSteady, memory.noticeRows == self.memory.noticeRows else { return nil }
    var memory = memory.fitted(to: page, focusables)
    guard memory.width == width else { return nil }
    memory.scroll = Self.scroll(memory, flow: flow, height: height)
    var layout = self
    layout.memory = memory
    return layout
  }

  /// True where no view says more, or shows other rows, while it has the focus.
  private var isSteady: Bool {
    focusables.lists.isEmpty
      && flow.stops.allSatisfy { stop in
        switch stop.kind {
        case .press, .link: true
        case .field, .choice, .toggle, .list: false
        }
      }
  }

  /// The place of the focus.
  var focusedStop: Stop? { stop(memory.focus) }

  /// True while characters go into a field.
  var isTyping: Bool {
    if case .field? = focusedStop?.kind { return true }
    return false
  }

  /// The row of the rule below the body.
  var ruleRow: Int { origin.row + height }

  /// The furthest that the body can be scrolled.
  var lastScroll: Int { max(0, flow.lines.count - height) }

  /// The lines of the flow that are shown.
  var shown: Range<Int> {
    memory.scroll..<min(memory.scroll + height, max(flow.lines.count, memory.scroll))
  }

  /// The place of the focus with a name.
  func stop(_ id: ViewID?) -> Stop? {
    guard let id else { return nil }
    return flow.stops.first { $0.id == id }
  }

  /// True where some lines hold all of a stop, or where it is taller than the screen, its cursor.
  func holds(_ stop: Stop, in lines: Range<Int>) -> Bool {
    guard stop.rows.count <= height else { return lines.contains(stop.cursor.row) }
    return lines.contains(stop.rows.lowerBound) && lines.contains(stop.rows.upperBound)
  }

  /// True where the cursor of a stop is on the screen.
  func isShown(_ stop: Stop) -> Bool { shown.contains(stop.cursor.row) }

  /// The first line to show so that the focus is seen with a line around it, moved no more than needed.
  private static func scroll(_ memory: LayerMemory, flow: Flow, height: Int) -> Int {
    let last = max(0, flow.lines.count - height)
    var scroll = min(max(0, memory.scroll), last)
    guard !memory.isReading, let focus = memory.focus,
      let stop = flow.stops.first(where: { $0.id == focus })
    else { return scroll }
    let rows = stop.rows.count <= height ? stop.rows : stop.cursor.row...stop.cursor.row
    let context = rows.count + 2 <= height ? 1 : 0
    scroll = max(scroll, rows.upperBound + context - height + 1)
    scroll = min(scroll, rows.lowerBound - context)
    // What stands above the first place of the focus, or below the last, shows with it.
    let edge = height - 1
    guard !memory.isGliding else { return min(max(0, scroll), last) }
    if stop.id == flow.stops.first?.id, rows.upperBound <= edge { scroll = 0 }
    if stop.id == flow.stops.last?.id, rows.lowerBound >= last { scroll = last }
    return min(max(0, scroll), last)
  }
}

/// The sections of the program at the left of a wide screen.
struct Sidebar {
  let sections: [Page.Section]
  /// The column of the line between the sections and the body.
  let width: Int
  /// The names, cut to the room they have, and the column at which they begin.
  let labels: [String]
  let labelColumn: Int

  /// The width from which sections stand at the left.
  static let roomNeeded = 72

  init?(_ page: Page, columns: Int) {
    guard page.kind == .screen, !page.sections.isEmpty, columns >= Self.roomNeeded else {
      return nil
    }
    sections = page.sections
    let column = 2 + sections.reduce(0) { max($0, $1.key.columns) }
    let names = sections.map(\.label)
    let width = min(column + (names.map(\.columns).max() ?? 0) + 1, columns / 3)
    labels = names.map { $0.shortened(to: width - 1 - column) }
    labelColumn = column
    self.width = width
  }
}

extension Page.Section {
  /// The name with what waits there.
  var label: String { badge.isEmpty ? title : title + " " + badge }
}
