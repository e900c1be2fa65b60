/// Turns the bytes of a terminal into events: a pure value, the same for every source of bytes.
///
/// It knows the keys of xterm, VTE, rxvt, st, PuTTY, tmux, screen, the Linux console and the VT series,
/// `CSI u` (kitty, modifyOtherKeys), SGR mouse reports and bracketed paste. Unknown sequences are
/// swallowed whole, invalid UTF-8 is dropped, and a sequence may come in any number of reads.
///
/// Each ``feed(_:)`` stands for one read, because nothing else tells Alt+q from Escape and then q:
/// in one read they are `.alt("q")`, in two `.escape` and `.character("q")`.
public struct KeyDecoder: Sendable {
  enum Mode: Sendable {
    case keys
    case pasting(PasteBuffer)
    /// Inside a report (OSC, DCS, APC) that nobody asked for, until its terminator.
    case skippingString
    /// Inside a control sequence too long to be a key, until its final byte.
    case skippingSequence
  }

  /// What was found at the front of the bytes.
  enum Step {
    /// So many bytes are done with; they may have been an event.
    case took(Int, TerminalEvent?)
    /// So many bytes are done with, and what follows is of another kind.
    case entered(Mode, Int)
    /// More bytes are needed to tell.
    case incomplete
  }

  /// Bytes of a sequence that isn't complete yet.
  private var pending: [UInt8] = []
  private var mode = Mode.keys
  /// True while the first pending byte is an Escape that came with an earlier read than its follower.
  private var escapeCameAlone = false
  let table: [[UInt8]: Key]
  private let letters: EightBitLetters?

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - sequences: those of the terminal's description, which add to the known ones.
  ///   - letters: what the terminal's keys send in place of UTF-8; nil where they send that.
  public init(sequences: [[UInt8]: Key] = [:], letters: EightBitLetters? = nil) {
    self.letters = letters
    table = sequences.filter { $0.key.count > 1 && $0.key.first == 0x1B }
  }

  /// True when the bytes so far could begin a longer sequence: wait 25 ms, then call ``flush()``.
  public var isIncomplete: Bool {
    switch mode {
    case .keys: !pending.isEmpty
    case .pasting: false
    case .skippingString, .skippingSequence: true
    }
  }

  /// True between the beginning of a paste and its end.
  public var isPasting: Bool {
    if case .pasting = mode { true } else { false }
  }

  /// Takes the bytes of one read and returns what they complete; O(n).
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    escapeCameAlone = escapeCameAlone || pending == [0x1B]
    if let letters {
      pending.append(contentsOf: letters.utf8(bytes))
    } else {
      pending.append(contentsOf: bytes)
    }
    var events: [TerminalEvent] = []
    var offset = 0
    reading: while offset < pending.count {
      switch nextStep(Input(bytes: pending, start: offset)) {
      case .took(let count, let event):
        offset += count
        if let event { events.append(event) }
      case .entered(let next, let count):
        offset += count
        mode = next
      case .incomplete:
        break reading
      }
      escapeCameAlone = false
    }
    pending.removeFirst(offset)
    return events
  }

  /// Settles what is incomplete, once no byte came for a while.
  ///
  /// A lone Escape is the key Escape, and the beginning of a longer sequence is forgotten. A paste
  /// goes on.
  public mutating func flush() -> [TerminalEvent] {
    defer {
      pending = []
      escapeCameAlone = false
    }
    switch mode {
    case .pasting: return []
    case .skippingString, .skippingSequence:
      mode = .keys
      return []
    case .keys: break
    }
    guard pending.first == 0x1B else { return [] }
    switch pending.count {
    case 1: return [.key(.escape)]
    case 2 where (0x20..<0x7F).contains(pending[1]):
      let character = Character(Unicode.Scalar(pending[1]))
      return escapeCameAlone
        ? [.key(.escape), .key(.character(character))] : [.key(.alt(character))]
    default:
      // Escape and a broken letter; an unfinished sequence is nobody's key.
      return pending[1] >= 0x80 ? [.key(.escape)] : []
    }
  }

  /// Ends a paste whose end never came, and returns what arrived of it.
  public mutating func endPaste() -> [TerminalEvent] {
    guard case .pasting(let buffer) = mode else { return [] }
    mode = .keys
    pending = []
    return [.paste(buffer.text)]
  }

  private mutating func nextStep(_ input: Input) -> Step {
    switch mode {
    case .keys:
      return key(input)
    case .pasting(var buffer):
      mode = .keys  // Gives up its reference, so that the buffer grows in place.
      let (count, isEnd) = buffer.take(input.bytes[input.start...])
      return isEnd ? .took(count, .paste(buffer.text)) : .entered(.pasting(buffer), count)
    case .skippingString:
      return skipString(input)
    case .skippingSequence:
      var count = 0
      while let byte = input[count], (0x20..<0x40).contains(byte) { count += 1 }
      guard let byte = input[count] else { return .entered(.skippingSequence, count) }
      return .entered(.keys, (0x40..<0x7F).contains(byte) ? count + 1 : count)
    }
  }

  private func skipString(_ input: Input) -> Step {
    var count = 0
    while let byte = input[count] {
      switch byte {
      case 0x07, 0x18, 0x1A: return .entered(.keys, count + 1)
      case 0x1B:
        guard let next = input[count + 1] else {
          return count == 0 ? .incomplete : .took(count, nil)
        }
        // Any other sequence breaks the string off and stands for itself.
        return .entered(.keys, next == 0x5C ? count + 2 : count)
      default: count += 1
      }
    }
    return .entered(.skippingString, count)
  }

  private func key(_ input: Input) -> Step {
    guard let first = input[0] else { return .incomplete }
    switch first {
    case 0x1B: return escape(input, isSplit: escapeCameAlone)
    case 0x20..<0x7F: return .took(1, .key(.character(Character(Unicode.Scalar(first)))))
    case 0x00..<0x20, 0x7F: return .took(1, .key(Self.control(first)))
    default: break
    }
    switch input.scalar(at: 0) {
    case .scalar(let scalar, let count):
      // The C1 controls, though well encoded, are nothing that a key could type.
      return .took(count, scalar.value < 0xA0 ? nil : .key(.character(Character(scalar))))
    case .invalid(let count): return .took(count, nil)
    case .incomplete: return .incomplete
    }
  }

  /// The key of a control byte.
  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }
}
