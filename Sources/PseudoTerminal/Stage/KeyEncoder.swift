import Terminal

/// Writes keys as xterm sends them.
///
/// Source: XTerm Control Sequences, “PC-Style Function Keys”.
public enum KeyEncoder {
  /// The bytes of a key.
  /// - Parameter applicationCursor: Whether the program has switched DECCKM on, as ncurses does.
  public static func bytes(for key: Key, applicationCursor: Bool = false) -> [UInt8] {
    switch key {
    case .character(let character): Array(String(character).utf8)
    case .control(let character): control(character).map { [$0] } ?? []
    case .alt(let character): [0x1B] + Array(String(character).utf8)
    case .function(let number): function(number)
    case .enter: [0x0D]
    case .escape: [0x1B]
    case .tab: [0x09]
    case .backTab: sequence("[Z")
    case .backspace: [0x7F]
    case .insert: sequence("[2~")
    case .delete: sequence("[3~")
    case .pageUp: sequence("[5~")
    case .pageDown: sequence("[6~")
    case .up: cursor("A", applicationCursor)
    case .down: cursor("B", applicationCursor)
    case .right: cursor("C", applicationCursor)
    case .left: cursor("D", applicationCursor)
    case .home: cursor("H", applicationCursor)
    case .end: cursor("F", applicationCursor)
    }
  }

  /// A pasted text: in brackets where the program asked for them; Escape is left out, as it could end the brackets.
  public static func bytes(pasting text: String, isBracketed: Bool) -> [UInt8] {
    let body = text.utf8.filter { $0 != 0x1B }.map { $0 == 0x0A ? 0x0D : $0 }
    return isBracketed ? sequence("[200~") + body + sequence("[201~") : body
  }

  /// A press and a release of the first button over a cell, counted from 0, 0.
  public static func bytes(clicking position: Position, isSGR: Bool) -> [UInt8] {
    if isSGR {
      let place = "\(position.column + 1);\(position.row + 1)"
      return sequence("[<0;\(place)M") + sequence("[<0;\(place)m")
    }
    // The old form has one byte a coordinate and no words for cells beyond 223.
    let place = [position.column, position.row].map { UInt8(min($0, 222) + 33) }
    return sequence("[M ") + place + sequence("[M#") + place
  }

  private static func control(_ character: Character) -> UInt8? {
    guard let ascii = character.asciiValue, (0x40..<0x80).contains(ascii) else { return nil }
    return ascii & 0x1F
  }

  private static func function(_ number: Int) -> [UInt8] {
    let names = [
      "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
    ]
    return names.indices.contains(number - 1) ? sequence(names[number - 1]) : []
  }

  private static func cursor(_ final: String, _ isApplication: Bool) -> [UInt8] {
    sequence((isApplication ? "O" : "[") + final)
  }

  private static func sequence(_ text: String) -> [UInt8] { [0x1B] + Array(text.utf8) }
}
