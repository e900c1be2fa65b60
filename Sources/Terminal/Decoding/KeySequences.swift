/// The keys behind the escape sequences that terminals of the field send.
enum KeySequences {
  /// The key of `SS3 final`: arrows and F1…F4 in application mode, and the keypad.
  static func singleShift(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "a")...UInt8(ascii: "d"):  // rxvt with Ctrl.
      return letter(final - 32)
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "I"): return .tab
    case UInt8(ascii: " "): return .character(" ")
    case UInt8(ascii: "X"): return .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .character(Character(Unicode.Scalar(final - 0x40)))
    default: return letter(final)
    }
  }

  /// The key of `CSI parameters final`; modifiers leave the key as it is.
  static func control(_ final: UInt8, _ parameters: Parameters) -> Key? {
    if parameters.hasIntermediates { return nil }
    switch final {
    case UInt8(ascii: "u"):
      return character(parameters[0], parameters)
    case UInt8(ascii: "~") where parameters[0] == 27 && parameters.fields.count == 3:
      // modifyOtherKeys in its older form: CSI 27 ; modifiers ; code ~
      return character(parameters[2], parameters)
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      return numbered(parameters[0])
    case UInt8(ascii: "R") where parameters[0] ?? 1 != 1:
      return nil  // The place of the cursor, not F3.
    case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.fields == [[nil]]:
      return letter(final - 32)  // rxvt with Shift.
    case UInt8(ascii: "Z"): return .backTab
    default: return letter(final)
    }
  }

  private static func letter(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  /// The key of `CSI number ~`, as the VT220 numbered them.
  static func numbered(_ number: Int?) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case .some(let number) where (11...15).contains(number): .function(number - 10)
    case .some(let number) where (17...21).contains(number): .function(number - 11)
    case 23: .function(11)
    case 24: .function(12)
    default: nil
    }
  }

  /// The key of a code point with modifiers (`CSI code:shifted:base ; modifiers ; text u`).
  private static func character(_ code: Int?, _ parameters: Parameters) -> Key? {
    guard let code else { return nil }
    let modifiers = parameters.modifiers
    if let key = named(code, modifiers) { return key }
    // Super and Hyper belong to the desktop; the private use area holds keys that we don't have.
    guard modifiers.isDisjoint(with: [.super, .hyper]), !(0xE000..<0xF900).contains(code),
      let typed = printable(code)
    else { return nil }
    if modifiers.contains(.control) {
      // The key at the same place of a Latin layout, where the terminal tells it.
      let base = parameters[0, 2].flatMap(printable) ?? typed
      let lower = lowercased(base)
      return .control(lower == " " ? "@" : lower)
    }
    var character = typed
    if modifiers.contains(.shift) {
      character = parameters[0, 1].flatMap(printable) ?? uppercased(typed)
    }
    return modifiers.isDisjoint(with: [.alt, .meta]) ? .character(character) : .alt(character)
  }

  private static func named(_ code: Int, _ modifiers: Parameters.Modifiers) -> Key? {
    switch code {
    case 9: modifiers.contains(.shift) ? .backTab : .tab
    case 10, 13, 57414: .enter
    case 27: .escape
    case 8, 127: .backspace
    case 57399...57408: .character(Character(Unicode.Scalar(UInt8(code - 57399 + 48))))
    case 57409: .character(".")
    case 57410: .character("/")
    case 57411: .character("*")
    case 57412: .character("-")
    case 57413: .character("+")
    case 57415: .character("=")
    case 57417: .left
    case 57418: .right
    case 57419: .up
    case 57420: .down
    case 57421: .pageUp
    case 57422: .pageDown
    case 57423: .home
    case 57424: .end
    case 57425: .insert
    case 57426: .delete
    default: nil
    }
  }

  private static func printable(_ code: Int) -> Character? {
    guard code >= 0x20, !(0x7F..<0xA0).contains(code), code <= 0x10FFFF,
      let scalar = Unicode.Scalar(UInt32(code))
    else { return nil }
    return Character(scalar)
  }

  private static func lowercased(_ character: Character) -> Character {
    let text = character.lowercased()
    return text.count == 1 ? text.first ?? character : character
  }

  private static func uppercased(_ character: Character) -> Character {
    let text = character.uppercased()
    return text.count == 1 ? text.first ?? character : character
  }
}
