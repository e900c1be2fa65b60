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

  /// The key as both layouts show it: `q / й`, `^P / ^З`; as one where they agree.
  public var labelInBothLayouts: String {
    onRussianKeyboard.map { "\(label) / \($0.label)" } ?? label
  }

  /// The key as a Russian keyboard types it; nil where that is no other.
  public var onRussianKeyboard: Key? {
    switch self {
    case .character(let character): KeyboardLayout.russian(character).map { .character($0) }
    case .control(let character): KeyboardLayout.russian(character).map { .control($0) }
    case .alt(let character): KeyboardLayout.russian(character).map { .alt($0) }
    default: nil
    }
  }

  /// The same key named by its place on a Latin keyboard; Ctrl ignores the case.
  public var onLatinKeyboard: Key {
    switch self {
    case .character(let character): .character(KeyboardLayout.latin(character))
    case .alt(let character): .alt(KeyboardLayout.latin(character))
    case .control(let character):
      .control(Character(KeyboardLayout.latin(character).lowercased()))
    default: self
    }
  }
}
