import Terminal

/// A page in its place among the layers, with what the interface remembers of it.
public struct Layer {
  /// What the layer shows.
  public var page: Page
  /// What the interface remembers of it.
  public var memory: LayerMemory
  /// The page as it was laid out last, where it is still the same.
  var laid: ShownPage?

  /// Makes a layer, by default one that was never shown.
  public init(page: Page, memory: LayerMemory = LayerMemory()) {
    self.page = page
    self.memory = memory
  }
}

/// A painted screen and what to remember for the next one.
public struct Frame {
  /// The cells, with the hardware cursor on the focus.
  public var grid: CellGrid
  /// The memories of the layers, in their order.
  public var memories: [LayerMemory]
  /// The top layer as it was laid out; nil where the screen is too small for it.
  public var top: ShownPage?
}

/// Paints layers as cells; the same layers always give the same frame.
public struct Renderer {
  /// How meanings look.
  public var theme: Theme
  /// The interface's own words.
  public var words: InterfaceWords

  /// Makes a renderer.
  public init(theme: Theme, words: InterfaceWords) {
    self.theme = theme
    self.words = words
  }

  /// Paints the topmost screen and the dialogs over it.
  ///
  /// `actions` are those of the top layer; `message` is a short notice in the rule below the body.
  public func frame(
    layers: [Layer], actions: [Action], message: StyledText? = nil, size: Size
  ) -> Frame {
    guard size.columns >= PageLayout.smallest.columns, size.rows >= PageLayout.smallest.rows
    else { return tooSmall(layers, size) }
    var memories = layers.map(\.memory)
    var grid: CellGrid?
    var top: ShownPage?
    let first = layers.lastIndex { $0.page.kind == .screen } ?? 0
    for index in first..<max(first, layers.count) {
      let isTop = index == layers.count - 1
      let notice = isTop ? notice(message, columns: size.columns) : []
      var layer = layers[index]
      layer.memory.noticeRows = notice.count
      let (layout, before) = layer.laidOut(size: size, words: words)
      memories[index] = layout.memory
      var painter = Painter(
        theme: theme, words: words, layout: layout, isTop: isTop,
        hints: isTop ? layer.hints(actions, layout) : nil)
      if let canvas = before?.canvas(layout, actions, message, theme) {
        painter.grid = canvas
      } else {
        painter.grid = grid ?? CellGrid(size: size)
        grid = nil
        painter.paint(message: notice.isEmpty ? message : nil, notice: notice)
        if isTop { theme.ground(&painter.grid) }
      }
      if isTop {
        top = ShownPage(
          layout: layout, actions: actions, hints: painter.hints,
          canvas: index == first ? Canvas(grid: painter.grid, theme: theme, message: message) : nil)
        painter.paintFocus()
      }
      grid = painter.grid
    }
    return Frame(grid: grid ?? CellGrid(size: size), memories: memories, top: top)
  }

  /// The lines of a message that has no room in the rule.
  private func notice(_ message: StyledText?, columns: Int) -> [StyledText] {
    guard let message, message.columns > columns - 6 else { return [] }
    return Array(TextWrap.lines(message, width: columns - 2).prefix(3))
  }

  private func tooSmall(_ layers: [Layer], _ size: Size) -> Frame {
    var grid = CellGrid(size: size)
    let lines = TextWrap.lines(StyledText(words.tooSmall), width: size.columns)
    for (row, line) in lines.prefix(size.rows).enumerated() {
      grid.write(line.plain, row: row, column: 0)
    }
    if size.columns > 0, size.rows > 0 { grid.cursor = Position(column: 0, row: 0) }
    theme.ground(&grid)
    return Frame(grid: grid, memories: layers.map(\.memory))
  }
}
