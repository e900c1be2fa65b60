import Terminal

/// What an event of the terminal did to a layer.
public struct Response {
  /// The layer's memory from now on.
  public var memory: LayerMemory
  /// What the screen's `update` receives, in this order.
  public var events: [PageEvent]
  /// False where the event meant nothing here.
  public var isHandled: Bool
  /// What was typed or pasted and not taken; the person must be told.
  public var refused = RefusedText()
}

/// Turns keys, pastes and clicks on the top layer into memory and page events; it changes nothing else.
public struct Interaction {
  /// The interface's own words; they take part in the layout.
  public var words: InterfaceWords

  /// Makes an interaction with the words that the renderer uses.
  public init(words: InterfaceWords) { self.words = words }

  /// What an event does on the top layer of a screen of a size.
  ///
  /// Give it the page as it is now, after the events before were applied. Resizes, resumptions and
  /// hang-ups are the program's own business and come back unhandled.
  public func respond(
    to event: TerminalEvent, on layer: Layer, actions: [Action], size: Size
  ) -> Response {
    let layout = layer.laidOut(size: size, words: words).layout
    if case .mouse = event, size != layout.size {
      // Too small a screen shows no page that could be clicked at.
      return Response(memory: layout.memory, events: [], isHandled: false)
    }
    var turn = Turn(layout: layout, actions: actions)
    switch event {
    case .key(let key): turn.isHandled = turn.press(key)
    case .paste(let text): turn.isHandled = turn.paste(text)
    case .mouse(let mouse): turn.isHandled = turn.point(mouse)
    default: turn.isHandled = false
    }
    return Response(
      memory: turn.memory, events: turn.events, isHandled: turn.isHandled, refused: turn.refused)
  }
}

/// The work on one event.
struct Turn {
  let layout: PageLayout
  let actions: [Action]
  var memory: LayerMemory
  var events: [PageEvent] = []
  var isHandled = false
  var refused = RefusedText()

  init(layout: PageLayout, actions: [Action]) {
    self.layout = layout
    self.actions = actions
    memory = layout.memory
  }

  /// Which key means which action; most keys move the focus and never ask.
  var keymap: Keymap { Keymap(actions) }

  /// The place of the focus.
  var stop: Stop? { layout.stop(memory.focus) }

  /// The field being typed into.
  var field: Field? {
    if case .field(let field, _)? = stop?.kind { return field }
    return nil
  }

  /// The list that the arrows move.
  var list: List? { memory.focus.flatMap { layout.focusables.list(under: $0) } }

  /// Does what a key means: typing first, then moving and pressing, then the actions.
  mutating func press(_ key: Key) -> Bool {
    let isTyping = field != nil
    if isTyping, edit(key) { return true }
    switch key {
    case .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter,
      .character(" "):
      return navigate(key) || invoke(key, isTyping: isTyping)
    default:
      if invoke(key, isTyping: isTyping) { return true }
      guard !isTyping, let twin = Self.motion(of: key) else { return false }
      return navigate(twin)
    }
  }

  private mutating func invoke(_ key: Key, isTyping: Bool) -> Bool {
    guard let action = keymap.action(for: key, isTyping: isTyping) else { return false }
    events.append(.actionInvoked(action))
    return true
  }

  /// The arrow that a letter stands for, by its place on the keyboard.
  private static func motion(of key: Key) -> Key? {
    switch key.onLatinKeyboard {
    case .character("h"): .left
    case .character("j"): .down
    case .character("k"): .up
    case .character("l"): .right
    default: nil
    }
  }

  private mutating func navigate(_ key: Key) -> Bool {
    switch key {
    case .tab: return cycle(by: 1)
    case .backTab: return cycle(by: -1)
    case .up: return moveLine(down: false)
    case .down: return moveLine(down: true)
    case .left: return moveAside(right: false)
    case .right: return moveAside(right: true)
    case .home: return jump(toEnd: false)
    case .end: return jump(toEnd: true)
    case .pageUp: return turnPage(down: false)
    case .pageDown: return turnPage(down: true)
    case .enter, .character(" "): return activate()
    default: return false
    }
  }

  /// Gives the focus to a view, and says what was left behind.
  mutating func focus(on id: ViewID) {
    guard memory.focus != id else {
      memory.isReading = false
      return
    }
    leaveField()
    memory.focusLeft()
    memory.focus = id
    if Focusables.isLink(id) { return }
    if case .list(let list, _)? = layout.stop(id)?.kind {
      announce(list)
    } else {
      events.append(.focusMoved(id))
    }
  }

  /// Says that a field was left after its text was changed.
  mutating func leaveField() {
    guard memory.isEdited, let old = memory.focus else { return }
    memory.isEdited = false
    events.append(.textCommitted(old))
  }

  /// Says which row of a list is selected.
  mutating func announce(_ list: List) {
    guard list.count > 0 else { return }
    events.append(.focusMoved(list.row(memory.position(of: list).selected).id ?? list.id))
  }

  /// Selects a row of a list; false where it is selected already.
  mutating func select(_ row: Int, of list: List) -> Bool {
    var position = memory.position(of: list)
    let row = min(max(row, 0), list.count - 1)
    guard row >= 0, row != position.selected else { return false }
    position.selected = row
    memory.lists[list.id] = position
    memory.isReading = false
    announce(list)
    return true
  }
}
