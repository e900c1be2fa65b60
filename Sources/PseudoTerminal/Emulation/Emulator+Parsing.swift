/// Where in a sequence the parser stands.
enum ParserState: Equatable {
  case ground
  case escape
  /// ESC with intermediate bytes, such as `ESC ( 0`.
  case escapeIntermediate([UInt8])
  case control(ControlSequence)
  /// A sequence too odd to keep: swallowed up to its final byte.
  case controlIgnored
  /// An operating system command, up to BEL or ST.
  case systemCommand([UInt8])
  /// The hexadecimal digits of the Linux console's palette command, which has no end mark.
  case linuxPalette(remaining: Int)
  /// DCS, SOS, PM and APC, swallowed up to ST.
  case string
}

extension Emulator {
  /// Takes output of the program, in pieces of any length.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    // CAN and SUB end any sequence, ESC begins a new one, and other controls act inside of one.
    switch (state, byte) {
    case (.ground, _): ground(byte)
    case (.systemCommand(let text), 0x07), (.systemCommand(let text), 0x1B):
      finish(systemCommand: text)
      state = byte == 0x1B ? .escape : .ground
    case (.string, 0x07): state = .ground
    case (_, 0x18), (_, 0x1A): state = .ground
    case (_, 0x1B): state = .escape
    case (.systemCommand(let text), _): take(systemCommand: text, byte)
    case (.string, _): break
    case (.linuxPalette(let remaining), _): palette(byte, remaining: remaining)
    case (_, 0x00..<0x20): execute(byte)
    case (.escape, _): escape(byte)
    case (.escapeIntermediate(let bytes), _): escape(byte, after: bytes)
    case (.control(let sequence), _): control(byte, sequence)
    case (.controlIgnored, 0x40..<0x7F):
      unknownSequences += 1
      state = .ground
    case (.controlIgnored, _): break
    }
  }

  private mutating func ground(_ byte: UInt8) {
    if !utf8.isInside {
      if byte == 0x1B {
        state = .escape
        return
      }
      if byte < 0x20 {
        execute(byte)
        return
      }
    }
    switch utf8.take(byte) {
    case .incomplete: break
    case .scalar(let scalar): print(scalar)
    case .broken:
      print("\u{FFFD}")
      ground(byte)
    }
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch byte {
    case 0x20..<0x30: state = .escapeIntermediate([byte])
    case UInt8(ascii: "["): state = .control(ControlSequence())
    case UInt8(ascii: "]"): state = .systemCommand([])
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string
    default: performEscape(byte)
    }
  }

  private mutating func escape(_ byte: UInt8, after bytes: [UInt8]) {
    guard byte >= 0x30 else {
      if bytes.count < 4 { state = .escapeIntermediate(bytes + [byte]) }
      return
    }
    state = .ground
    switch (bytes, byte) {
    case ([UInt8(ascii: "(")], _): pen.drawsLines[0] = byte == UInt8(ascii: "0")
    case ([UInt8(ascii: ")")], _): pen.drawsLines[1] = byte == UInt8(ascii: "0")
    case ([UInt8(ascii: "#")], UInt8(ascii: "8")): fillWithE()
    default: unknownSequences += 1
    }
  }

  private mutating func control(_ byte: UInt8, _ sequence: ControlSequence) {
    var sequence = sequence
    switch byte {
    case 0x30..<0x3A where sequence.intermediates.isEmpty: sequence.digit(byte)
    case 0x3A, 0x3B: sequence.separate()
    case 0x3C..<0x40 where sequence == ControlSequence(): sequence.prefix = byte
    case 0x20..<0x30 where sequence.intermediates.count < 4: sequence.intermediates.append(byte)
    case 0x40..<0x7F:
      state = .ground
      perform(byte, sequence)
      return
    case 0x7F...: return
    default:
      state = .controlIgnored
      return
    }
    state = .control(sequence)
  }

  private mutating func take(systemCommand text: [UInt8], _ byte: UInt8) {
    // The Linux console's `ESC ] R` and `ESC ] P nrrggbb` end without a mark.
    if text.isEmpty, byte == UInt8(ascii: "R") {
      state = .ground
    } else if text.isEmpty, byte == UInt8(ascii: "P") {
      state = .linuxPalette(remaining: 7)
    } else if text.count < 4096 {
      state = .systemCommand(text + [byte])
    }
  }

  private mutating func palette(_ byte: UInt8, remaining: Int) {
    state = remaining > 1 ? .linuxPalette(remaining: remaining - 1) : .ground
  }

  private mutating func finish(systemCommand text: [UInt8]) {
    let parts = text.split(separator: UInt8(ascii: ";"), maxSplits: 1)
    guard parts.count == 2, parts[0].elementsEqual("0".utf8) || parts[0].elementsEqual("2".utf8)
    else { return }
    title = String(decoding: parts[1], as: UTF8.self)
  }
}
