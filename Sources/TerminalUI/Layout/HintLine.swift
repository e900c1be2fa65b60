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

    var width: Int { title.isEmpty ? key.columns : key.columns + 1 + title.columns }
  }

  private(set) var hints: [Hint] = []

  /// Chooses the hints; the help is never among those dropped.
  init(_ actions: [Action], width: Int) {
    let shown =
      actions
      .filter { $0.hintOrder != nil && !$0.keys.isEmpty }
      .enumerated()
      .sorted { ($0.element.hintOrder ?? 0, $0.offset) < ($1.element.hintOrder ?? 0, $1.offset) }
      .map {
        Hint(
          action: $0.element.id, key: $0.element.keys[0].label, title: $0.element.title, column: 0)
      }
    let helpID = actions.first {
      $0.keys.contains(.character("?")) || $0.keys.contains(.function(1))
    }?.id
    let help =
      shown.first { $0.action == helpID }
      ?? actions.first { $0.id == helpID }.map {
        Hint(action: $0.id, key: $0.keys[0].label, title: $0.title, column: 0)
      }
    var chosen: [Hint] = []
    for isShort in [false, true] {
      chosen = Self.choose(shown, help: help, isShort: isShort, width: width)
      // The help gives up its word before the first hint gives up its place.
      if chosen.contains(where: { $0.action != helpID }) || help == nil { break }
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
