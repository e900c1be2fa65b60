import Terminal

/// The line of keys at the bottom: the most important first, whole hints dropped where room ends.
struct HintLine {
  /// A hint in its place.
  struct Hint {
    var action: ActionID
    var key: String
    /// Empty where there is only room for the key.
    var title: String
    var column: Int

    /// Makes the hint of an action; nil where no key of it works now.
    init?(_ action: Action, isTyping: Bool) {
      let key = action.keys.first { key in
        if isTyping, case .character = key { return false }
        return true
      }
      guard let key else { return nil }
      self.action = action.id
      self.key = key.label
      title = action.title
      column = 0
    }

    var width: Int { title.isEmpty ? key.columns : key.columns + 1 + title.columns }
  }

  private(set) var hints: [Hint] = []

  /// Chooses the hints; the help is never among those dropped.
  ///
  /// While one types, letters are text: an action shows its other key, or none.
  init(_ actions: [Action], width: Int, isTyping: Bool = false) {
    let shown = actions.enumerated()
      .filter { $0.element.hintOrder != nil }
      .sorted { ($0.element.hintOrder ?? 0, $0.offset) < ($1.element.hintOrder ?? 0, $1.offset) }
      .compactMap { Hint($0.element, isTyping: isTyping) }
    let helper = actions.first {
      $0.keys.contains(.character("?")) || $0.keys.contains(.function(1))
    }
    let helpID = helper?.id
    let help = helper.flatMap { Hint($0, isTyping: isTyping) ?? Hint($0, isTyping: false) }
    var chosen: [Hint] = []
    for isShort in [false, true] {
      chosen = Self.choose(shown, help: help, isShort: isShort, width: width)
      // The help gives up its word before the first hint gives up its place.
      let isAlone = shown.allSatisfy { $0.action == helpID } && (help?.width ?? 0) < width - 1
      if chosen.contains(where: { $0.action != helpID }) || isAlone { break }
    }
    var column = 1
    for var hint in chosen {
      hint.column = column
      column += hint.width + 2
      hints.append(hint)
    }
  }

  private static func choose(_ all: [Hint], help: Hint?, isShort: Bool, width: Int) -> [Hint] {
    var help = help
    if isShort { help?.title = "" }
    var room = width - 2 - (help.map { $0.width + 2 } ?? 0)
    var chosen: [Hint] = []
    var isPlaced = false
    var isFull = false
    for hint in all {
      if hint.action == help?.action {
        if let help { chosen.append(help) }
        isPlaced = true
      } else if !isFull {
        if hint.width <= room {
          chosen.append(hint)
          room -= hint.width + 2
        } else {
          isFull = true
        }
      }
    }
    if !isPlaced, let help { chosen.append(help) }
    return chosen
  }
}
