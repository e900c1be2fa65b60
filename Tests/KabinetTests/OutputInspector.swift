/// Tells what in the output of a program a terminal would obey.
struct OutputInspector {
  /// The control sequences with their numbers taken out, such as `CSI ;H`; each once.
  private(set) var shapes: Set<String> = []
  /// What no output may hold: strings that begin outside of ASCII, unfinished sequences, signs that
  /// hide or turn text, numbers that no sequence of ours has.
  private(set) var faults: [String] = []

  /// Reads output.
  ///
  /// - Parameter isTerminal: false where nothing but text and line breaks may come.
  init(_ bytes: [UInt8], isTerminal: Bool) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      faults = ["the output is not UTF-8"]
      return
    }
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar.value {
      case 0x0A: break
      case 0x1B where isTerminal: readSequence(&scalars)
      case 0x08, 0x0D, 0x0E,
        0x0F where isTerminal:
        shapes.insert("C0 \(scalar.value)")
      case 0..<0x20, 0x7F..<0xA0: faults.append("control \(name(scalar))")
      case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E,
        0x2060...0x206F, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFFB,
        0xFFFE...0xFFFF, 0xE0000...0x10FFFF:
        faults.append("hidden \(name(scalar))")
      default: break
      }
    }
  }

  private mutating func readSequence(_ scalars: inout String.UnicodeScalarView.Iterator) {
    guard let first = scalars.next() else {
      faults.append("the output ends in a sequence")
      return
    }
    var shape = "ESC \(first)"
    var digits = ""
    switch first {
    case "[":
      shape = "CSI "
      while let scalar = scalars.next() {
        if ("0"..."9").contains(scalar) {
          digits.unicodeScalars.append(scalar)
          continue
        }
        if digits.utf8.count > 3, !Self.modes.contains(digits) {
          faults.append("the number \(digits)")
        }
        digits = ""
        shape.unicodeScalars.append(scalar)
        if (0x40...0x7E).contains(scalar.value) { break }
      }
    case "(", ")": if let set = scalars.next() { shape.unicodeScalars.append(set) }
    case "]", "P", "X", "^", "_", "c": faults.append("a string or reset: \(shape)")
    default: break
    }
    shapes.insert(shape)
  }

  /// The numbers beyond 999 that the program may send: modes of mouse, paste, screen and output.
  private static let modes: Set<String> = ["1000", "1002", "1006", "1049", "2004", "2026"]

  /// What ncurses may use to draw a change on an xterm, besides what it happened to use: scrolling, inserting and
  /// deleting.
  static let drawing: Set<String> = [
    "CSI S", "CSI T", "ESC M", "CSI L", "CSI M", "CSI P", "CSI @", "CSI X", "CSI K", "CSI J",
    "CSI A", "CSI B", "CSI C", "CSI D", "CSI G", "CSI d", "CSI H", "CSI ;H", "CSI ;r", "CSI b",
    "CSI Z", "C0 8", "C0 13",
  ]

  private func name(_ scalar: Unicode.Scalar) -> String {
    "U+" + String(scalar.value, radix: 16, uppercase: true)
  }
}
