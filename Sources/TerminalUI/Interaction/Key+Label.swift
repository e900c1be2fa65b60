import Terminal

extension Key {
  /// The key as a hint shows it: `^P`, `F3`, `Esc`.
  public var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .alt(let character): "Alt+" + String(character)
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift+Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }

  /// The same key named by its place on a Latin keyboard; Ctrl ignores the case.
  var onLatinKeyboard: Key {
    switch self {
    case .character(let character): .character(KeyboardLayout.latin(character))
    case .alt(let character): .alt(KeyboardLayout.latin(character))
    case .control(let character):
      .control(Character(KeyboardLayout.latin(character).lowercased()))
    default: self
    }
  }
}
