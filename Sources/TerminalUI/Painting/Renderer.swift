import Terminal

/// A page in its place among the layers, with what the interface remembers of it.
public struct Layer {
  /// What the layer shows.
  public var page: Page
  /// What the interface remembers of it.
  public var memory: LayerMemory
  /// The page as it was laid out last, where it is still the same.
  var laid: PageLayout?

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

/// A page on the screen with the actions that apply there: an event on it needs no second layout.
public struct ShownPage {
  let layout: PageLayout
  /// The actions that applied there.
  public let actions: [Action]

  /// The same page with another memory; only what depends on that is laid out anew.
  public func layer(with memory: LayerMemory) -> Layer {
    var layer = Layer(page: layout.page, memory: memory)
    layer.laid = layout
    return layer
  }
}

extension Layer {
  /// The layer's page on a screen of a size.
  func layout(size: Size, words: InterfaceWords) -> PageLayout {
    laid?.moved(to: memory, size: size)
      ?? PageLayout(page, memory: memory, size: size, words: words)
  }
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
    var frame = Frame(grid: CellGrid(size: size), memories: layers.map(\.memory))
    guard size.columns >= PageLayout.smallest.columns, size.rows >= PageLayout.smallest.rows
    else {
      paintTooSmall(&frame.grid)
      theme.ground(&frame.grid)
      return frame
    }
    let first = layers.lastIndex { $0.page.kind == .screen } ?? 0
    for index in first..<max(first, layers.count) {
      let isTop = index == layers.count - 1
      let notice = isTop ? notice(message, columns: size.columns) : []
      var layer = layers[index]
      layer.memory.noticeRows = notice.count
      let layout = layer.layout(size: size, words: words)
      frame.memories[index] = layout.memory
      if isTop { frame.top = ShownPage(layout: layout, actions: actions) }
      var painter = Painter(theme: theme, words: words, layout: layout, isTop: isTop)
      painter.grid = frame.grid
      frame.grid = CellGrid(size: Size(columns: 0, rows: 0))
      painter.paint(actions: actions, message: notice.isEmpty ? message : nil, notice: notice)
      frame.grid = painter.grid
    }
    theme.ground(&frame.grid)
    return frame
  }

  /// The lines of a message that has no room in the rule.
  private func notice(_ message: StyledText?, columns: Int) -> [StyledText] {
    guard let message, message.columns > columns - 6 else { return [] }
    return Array(TextWrap.lines(message, width: columns - 2).prefix(3))
  }

  private func paintTooSmall(_ grid: inout CellGrid) {
    let lines = TextWrap.lines(StyledText(words.tooSmall), width: grid.size.columns)
    for (row, line) in lines.prefix(grid.size.rows).enumerated() {
      grid.write(line.plain, row: row, column: 0)
    }
    if grid.size.columns > 0, grid.size.rows > 0 { grid.cursor = Position(column: 0, row: 0) }
  }
}
