import Terminal
import Testing

/// What the terminals of the field send, and what it means.
struct KeyVector: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let events: [TerminalEvent]

  init(_ text: String, _ events: [TerminalEvent]) {
    bytes = Array(text.utf8)
    self.events = events
  }

  init(_ text: String, _ key: Key) { self.init(text, [.key(key)]) }

  init(bytes: [UInt8], _ events: [TerminalEvent]) {
    self.bytes = bytes
    self.events = events
  }

  var testDescription: String {
    bytes.map { $0 == 0x1B ? "ESC " : String(decoding: [$0], as: UTF8.self) }.joined()
  }
}

extension KeyVector {
  static let plain: [KeyVector] = [
    KeyVector("q", .character("q")), KeyVector("й", .character("й")),
    KeyVector("Ё", .character("Ё")), KeyVector("€", .character("€")),
    KeyVector("😀", .character("😀")), KeyVector(" ", .character(" ")),
    KeyVector("\u{301}", .character("\u{301}")), KeyVector("\u{A0}", .character("\u{A0}")),
    KeyVector("\r", .enter), KeyVector("\n", .enter), KeyVector("\t", .tab),
    KeyVector("\u{7F}", .backspace), KeyVector("\u{8}", .backspace),
    KeyVector("\u{0}", .control("@")), KeyVector("\u{1}", .control("a")),
    KeyVector("\u{3}", .control("c")), KeyVector("\u{13}", .control("s")),
    KeyVector("\u{1A}", .control("z")), KeyVector("\u{1C}", .control("\\")),
    KeyVector("\u{1D}", .control("]")), KeyVector("\u{1E}", .control("^")),
    KeyVector("\u{1F}", .control("_")),
    KeyVector("ёж2", [.key(.character("ё")), .key(.character("ж")), .key(.character("2"))]),
  ]

  static let cursor: [KeyVector] = {
    let letters: [(String, Key)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ]
    let numbers: [(Int, Key)] = [
      (1, .home), (7, .home), (2, .insert), (3, .delete), (4, .end), (8, .end), (5, .pageUp),
      (6, .pageDown),
    ]
    var vectors = [KeyVector("\u{1B}[Z", .backTab)]
    for (letter, key) in letters {
      vectors.append(KeyVector("\u{1B}[\(letter)", key))
      vectors.append(KeyVector("\u{1B}O\(letter)", key))
      for modifiers in 2...16 {
        vectors.append(KeyVector("\u{1B}[1;\(modifiers)\(letter)", key))
      }
      vectors.append(KeyVector("\u{1B}O5\(letter)", key))
      vectors.append(KeyVector("\u{1B}O1;5\(letter)", key))
    }
    for (letter, key) in zip(["a", "b", "c", "d"], [Key.up, .down, .right, .left]) {
      vectors.append(KeyVector("\u{1B}[\(letter)", key))  // rxvt, Shift
      vectors.append(KeyVector("\u{1B}O\(letter)", key))  // rxvt, Ctrl
    }
    for (number, key) in numbers {
      for suffix in ["~", ";5~", ";2~", "^", "@", "$"] {
        vectors.append(KeyVector("\u{1B}[\(number)\(suffix)", key))
      }
    }
    return vectors
  }()

  static let functions: [KeyVector] = {
    var vectors: [KeyVector] = []
    for (index, letter) in "PQRS".enumerated() {
      vectors.append(KeyVector("\u{1B}O\(letter)", .function(index + 1)))
      vectors.append(KeyVector("\u{1B}[\(letter)", .function(index + 1)))
      vectors.append(KeyVector("\u{1B}[1;5\(letter)", .function(index + 1)))
      vectors.append(KeyVector("\u{1B}O5\(letter)", .function(index + 1)))
    }
    for (index, letter) in "ABCDE".enumerated() {
      vectors.append(KeyVector("\u{1B}[[\(letter)", .function(index + 1)))
    }
    let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
    for (index, number) in numbers.enumerated() {
      for suffix in ["~", ";2~", ";6~", "^", "@", "$"] {
        vectors.append(KeyVector("\u{1B}[\(number)\(suffix)", .function(index + 1)))
      }
    }
    return vectors
  }()

  static let keypad: [KeyVector] =
    zip("jklmnopqrstuvwxy", "*+,-./0123456789").map {
      KeyVector("\u{1B}O\($0)", .character($1))
    } + [
      KeyVector("\u{1B}OM", .enter), KeyVector("\u{1B}OX", .character("=")),
      KeyVector("\u{1B}OI", .tab),
    ]

  static let extended: [KeyVector] = [
    KeyVector("\u{1B}[1089;5u", .control("с")), KeyVector("\u{1B}[1089::99;5u", .control("c")),
    KeyVector("\u{1B}[1089:1057:99;6u", .control("c")), KeyVector("\u{1B}[99;5u", .control("c")),
    KeyVector("\u{1B}[67;6u", .control("c")), KeyVector("\u{1B}[105;5u", .control("i")),
    KeyVector("\u{1B}[32;5u", .control("@")), KeyVector("\u{1B}[99;69u", .control("c")),
    KeyVector("\u{1B}[97u", .character("a")), KeyVector("\u{1B}[97;2u", .character("A")),
    KeyVector("\u{1B}[1092;2u", .character("Ф")), KeyVector("\u{1B}[49:33;2u", .character("!")),
    KeyVector("\u{1B}[97;3u", .alt("a")), KeyVector("\u{1B}[27u", .escape),
    KeyVector("\u{1B}[13u", .enter), KeyVector("\u{1B}[13;5u", .enter),
    KeyVector("\u{1B}[9u", .tab), KeyVector("\u{1B}[9;2u", .backTab),
    KeyVector("\u{1B}[127;5u", .backspace), KeyVector("\u{1B}[57414u", .enter),
    KeyVector("\u{1B}[57399u", .character("0")), KeyVector("\u{1B}[57408u", .character("9")),
    KeyVector("\u{1B}[57419u", .up), KeyVector("\u{1B}[27;5;99~", .control("c")),
    KeyVector("\u{1B}[27;5;1089~", .control("с")), KeyVector("\u{1B}[27;2;9~", .backTab),
    KeyVector("\u{1B}[1;1:1A", .up), KeyVector("\u{1B}[1;1:2A", .up),
    KeyVector("\u{1B}[1;1:3A", []), KeyVector("\u{1B}[97;1:3u", []),
    KeyVector("\u{1B}[57358u", []), KeyVector("\u{1B}[99;9u", []),
    KeyVector("\u{1B}[99999999999u", []), KeyVector("\u{1B}[u", []),
    KeyVector("\u{1B}[55296u", []),
  ]

  static let mouse: [KeyVector] = [
    KeyVector("\u{1B}[<0;1;1M", [.mouse(MouseEvent(kind: .pressed, column: 0, row: 0))]),
    KeyVector("\u{1B}[<0;80;24m", [.mouse(MouseEvent(kind: .released, column: 79, row: 23))]),
    KeyVector("\u{1B}[<16;300;120M", [.mouse(MouseEvent(kind: .pressed, column: 299, row: 119))]),
    KeyVector("\u{1B}[<64;5;6M", [.mouse(MouseEvent(kind: .wheelUp, column: 4, row: 5))]),
    KeyVector("\u{1B}[<65;5;6M", [.mouse(MouseEvent(kind: .wheelDown, column: 4, row: 5))]),
    KeyVector("\u{1B}[<69;5;6M", [.mouse(MouseEvent(kind: .wheelDown, column: 4, row: 5))]),
    KeyVector("\u{1B}[<2;5;6M", []), KeyVector("\u{1B}[<32;5;6M", []),
    KeyVector("\u{1B}[<66;5;6M", []), KeyVector("\u{1B}[<0;0;1M", []),
    KeyVector("\u{1B}[<0;99999999;1M", []), KeyVector("\u{1B}[<0;1M", []),
    KeyVector("\u{1B}[M !!", []), KeyVector("\u{1B}[32;5;6M", []),
  ]

  static let unknown: [KeyVector] = [
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[E", "\u{1B}[25~", "\u{1B}[?62;1;6c", "\u{1B}[>0;276;0c",
    "\u{1B}[?2026;2$y", "\u{1B}[12;40R", "\u{1B}[5;5;5;5;5x", "\u{1B}[201~", "\u{1B}[99~",
    "\u{1B}Oz", "\u{1B}[[Z", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]0;имя\u{1B}\\",
    "\u{1B}P1+r544e=78\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[1\u{20}q",
    "\u{1B}[" + String(repeating: "1;", count: 200) + "Z",
    "\u{1B}]52;c;" + String(repeating: "QUJD", count: 2000) + "\u{7}",
    "\u{85}",
  ].map { KeyVector($0, []) }

  static let pastes: [KeyVector] = [
    ("привет", "привет"), ("", ""), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\tb", "a\tb"),
    ("\u{1B}[31mred\u{7}\u{0}", "\u{1B}[31mred\u{7}\u{0}"), ("x\u{1B}[20y", "x\u{1B}[20y"),
    ("\u{1B}\u{1B}[20\u{1B}", "\u{1B}\u{1B}[20\u{1B}"), ("\u{85}\u{9B}A", "\u{85}\u{9B}A"),
    ("\r\r\n\n", "\n\n\n"), ("\u{1B}[200~", "\u{1B}[200~"),
  ].map { KeyVector("\u{1B}[200~\($0)\u{1B}[201~", [.paste($1)]) }

  /// Bytes that are no UTF-8.
  static let broken: [KeyVector] = [
    [0x80], [0xBF], [0xFF], [0xFE], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF],
    [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80],
    [0xD0], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xD0, 0xD0], [0xE2, 0xD0],
  ].map { KeyVector(bytes: $0 + [0x71], [.key(.character("q"))]) }

  static let all =
    plain + cursor + functions + keypad + extended + mouse + unknown + pastes + broken
}
