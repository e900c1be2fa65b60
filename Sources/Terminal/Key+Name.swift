extension Key {
  /// The keys that have a name, as tapes and key files spell them.
  public static let named: [String: Key] = {
    var keys: [String: Key] = [
      "Enter": .enter, "Space": .character(" "), "Backspace": .backspace, "Delete": .delete,
      "Insert": .insert, "Tab": .tab, "Escape": .escape, "Up": .up, "Down": .down, "Left": .left,
      "Right": .right, "PageUp": .pageUp, "PageDown": .pageDown, "Home": .home, "End": .end,
    ]
    for number in 1...12 { keys["F\(number)"] = .function(number) }
    return keys
  }()

  /// The key of a name: `Enter`, `F3`, `Ctrl+P`, `Alt+x`, `Shift+Tab`, or the one character it types.
  ///
  /// A terminal sends one byte for Ctrl+I and Tab, Ctrl+M and Enter, Ctrl+[ and Escape: they are the same
  /// key. Nil for anything else.
  public init?(name: String) {
    if let key = Key.named[name] {
      self = key
      return
    }
    if name.count == 1, let character = name.first, Key.isPrintable(character) {
      self = .character(character)
      return
    }
    // The key itself may be a plus.
    guard let plus = name.dropLast().firstIndex(of: "+") else { return nil }
    let rest = String(name[name.index(after: plus)...])
    switch name[..<plus] {
    case "Ctrl":
      guard let key = Key(controlled: rest) else { return nil }
      self = key
    case "Alt":
      guard rest.count == 1, let character = rest.first, Key.isPrintable(character) else {
        return nil
      }
      self = .alt(character)
    case "Shift":
      if rest == "Tab" {
        self = .backTab
        return
      }
      guard rest.count == 1, let letter = rest.first, letter.isLetter,
        let capital = letter.uppercased().first
      else { return nil }
      self = .character(capital)
    default: return nil
    }
  }

  /// Ctrl with a Latin letter, with `Space` or with one of `[ \ ] ^ _ @`; nil for anything else.
  public init?(controlled name: String) {
    guard let character = name == "Space" ? "@" : (name.count == 1 ? name.first : nil),
      let ascii = character.asciiValue
    else { return nil }
    switch ascii | 0x20 {
    case UInt8(ascii: "i"): self = .tab
    case UInt8(ascii: "m"): self = .enter
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      self = .control(Character(Unicode.Scalar(ascii | 0x20)))
    default:
      if character == "[" {
        self = .escape
      } else if "\\]^_@".contains(character) {
        self = .control(character)
      } else {
        return nil
      }
    }
  }

  /// The name by which tapes and key files know the key; reading it gives the key back.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control("@"): "Ctrl+Space"
    case .control(let character): "Ctrl+" + character.uppercased()
    case .alt(let character): "Alt+" + String(character)
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Escape"
    case .tab: "Tab"
    case .backTab: "Shift+Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    }
  }

  private static func isPrintable(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}
