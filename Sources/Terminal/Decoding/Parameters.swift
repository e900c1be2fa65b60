/// The parameters of a control sequence: numbers between semicolons, each with parts between colons.
struct Parameters {
  /// `<`, `=`, `>` or `?` before the first number, which marks private sequences.
  private(set) var prefix: UInt8?
  /// True where intermediate bytes (space … `/`) came before the final one.
  private(set) var hasIntermediates = false
  private(set) var fields: [[Int?]] = [[nil]]

  init(_ bytes: ArraySlice<UInt8>) {
    for (index, byte) in bytes.enumerated() {
      let field = fields.count - 1
      let part = fields[field].count - 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // Held small: no number of a key comes near it.
        fields[field][part] = min(10 * (fields[field][part] ?? 0) + Int(byte) - 48, 9_999_999)
      case UInt8(ascii: ";"): fields.append([nil])
      case UInt8(ascii: ":"): fields[field].append(nil)
      case 0x3C..<0x40 where index == 0: prefix = byte
      default: hasIntermediates = true
      }
    }
  }

  /// The number of a field, nil where it is empty or missing.
  subscript(field: Int) -> Int? { self[field, 0] }

  /// A part of a field.
  subscript(field: Int, part: Int) -> Int? {
    fields.indices.contains(field) && fields[field].indices.contains(part)
      ? fields[field][part] : nil
  }

  /// True for the report that a key was let go (kitty's event type 3).
  var isRelease: Bool { self[1, 1] == 3 }

  /// The modifiers held: the field less one, as xterm and kitty send it.
  var modifiers: Modifiers { Modifiers(rawValue: max(0, (self[1] ?? 1) - 1)) }

  struct Modifiers: OptionSet {
    let rawValue: Int
    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
    static let `super` = Modifiers(rawValue: 8)
    static let hyper = Modifiers(rawValue: 16)
    static let meta = Modifiers(rawValue: 32)
  }

  /// An SGR mouse report; nil for motion and for other buttons than the left one.
  func mouse(isPress: Bool) -> MouseEvent? {
    guard let code = self[0], let x = self[1], let y = self[2], (1...9999).contains(x),
      (1...9999).contains(y), fields.count == 3, code < 128
    else { return nil }
    let kind: MouseEvent.Kind
    // Bits 4, 8 and 16 are Shift, Alt and Ctrl; 32 is motion.
    switch code & ~28 {
    case 0: kind = isPress ? .pressed : .released
    case 64 where isPress: kind = .wheelUp
    case 65 where isPress: kind = .wheelDown
    default: return nil
    }
    return MouseEvent(kind: kind, column: x - 1, row: y - 1)
  }
}
