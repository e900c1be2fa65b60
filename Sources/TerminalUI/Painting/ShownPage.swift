import Terminal

/// The top page as a frame showed it: an event on it needs no second layout, and while only the focus moves the
/// next frame needs none either.
///
/// It never changes, and is passed on at every key: a reference costs less than the parts of it.
public final class ShownPage {
  let layout: PageLayout
  /// The actions that applied there.
  public let actions: [Action]
  let hints: HintLine?
  /// The cells without the focus; nil for a dialog, beside which other pages show.
  let canvas: Canvas?

  init(layout: PageLayout, actions: [Action], hints: HintLine?, canvas: Canvas?) {
    self.layout = layout
    self.actions = actions
    self.hints = hints
    self.canvas = canvas
  }

  /// The same page with another memory; only what depends on that is laid out and painted anew.
  ///
  /// It is for a renderer and an interaction with the same words.
  public func layer(with memory: LayerMemory) -> Layer {
    var layer = Layer(page: layout.page, memory: memory)
    layer.laid = self
    return layer
  }

  /// The cells without the focus on a layout that was moved from this one; nil where they would differ.
  func canvas(
    _ layout: PageLayout, _ actions: [Action], _ message: StyledText?, _ theme: Theme
  ) -> CellGrid? {
    guard let canvas, layout.memory.scroll == self.layout.memory.scroll, actions == self.actions,
      message == canvas.message, theme == canvas.theme
    else { return nil }
    return canvas.grid
  }
}

/// A page painted on its paper without its focus, and what it was painted of beside the page.
struct Canvas {
  var grid: CellGrid
  var theme: Theme
  var message: StyledText?
}

extension Layer {
  /// The layer's page on a screen of a size, and as it was shown before where only the focus and the first line of it
  /// have moved.
  func laidOut(size: Size, words: InterfaceWords) -> (layout: PageLayout, before: ShownPage?) {
    if let laid, let layout = laid.layout.moved(to: memory, size: size) { return (layout, laid) }
    return (PageLayout(page, memory: memory, size: size, words: words), nil)
  }

  /// The keys that are shown below it.
  func hints(_ actions: [Action], _ layout: PageLayout) -> HintLine {
    if let laid, let hints = laid.hints, laid.actions == actions,
      laid.layout.size == layout.size, laid.layout.isTyping == layout.isTyping
    {
      return hints
    }
    return HintLine(actions, width: layout.size.columns, isTyping: layout.isTyping)
  }
}
