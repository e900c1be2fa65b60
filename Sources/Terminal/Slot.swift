/// One position of a screen in eight bytes: a scalar and a look.
///
/// A screen is copied, compared and freed at every key. As plain numbers it costs a tenth of what two
/// thousand strings with their reference counts do.
struct Slot: Hashable, Sendable {
  /// The character's scalar; ``cluster`` where it has several, which the screen keeps beside.
  var scalar: UInt32
  /// From the lowest bit: attributes (8), text colour (9), colour behind (9), right half (1).
  private var look: UInt32

  /// Stands for a character of several scalars; no scalar has this value.
  static let cluster = UInt32.max
  /// A space in the terminal's default look.
  static let blank = Slot(" ", Style.plain)

  private static let textBits: UInt32 = 0x1FF << 8
  private static let paperBits: UInt32 = 0x1FF << 17
  private static let halfBit: UInt32 = 1 << 26

  /// Makes the slot of a character of one scalar.
  init(_ scalar: Unicode.Scalar, _ style: Style) {
    self.init(scalar.value, style)
  }

  /// Makes a slot; `scalar` is a scalar's value or ``cluster``.
  init(_ scalar: UInt32, _ style: Style, isContinuation: Bool = false) {
    self.scalar = scalar
    look =
      UInt32(style.attributes.rawValue) | Self.bits(style.foreground) << 8
      | Self.bits(style.background) << 17 | (isContinuation ? Self.halfBit : 0)
  }

  /// How the position looks.
  var style: Style {
    get {
      Style(
        .init(rawValue: UInt8(truncatingIfNeeded: look)), foreground: Self.ink(look >> 8),
        background: Self.ink(look >> 17))
    }
    set { self = Slot(scalar, newValue, isContinuation: isContinuation) }
  }

  /// True in the right half of a character two cells wide.
  var isContinuation: Bool {
    get { look & Self.halfBit != 0 }
    set { look = newValue ? look | Self.halfBit : look & ~Self.halfBit }
  }

  /// True where the look is the same, whatever the character.
  func looksLike(_ other: Slot) -> Bool { (look ^ other.look) & (Self.halfBit - 1) == 0 }

  /// Gives the default colours, where they stand, those of another slot.
  mutating func ground(_ paper: Slot) {
    look |=
      (look & Self.textBits == 0 ? paper.look & Self.textBits : 0)
      | (look & Self.paperBits == 0 ? paper.look & Self.paperBits : 0)
  }

  private static func bits(_ ink: Ink) -> UInt32 {
    switch ink {
    case .standard: 0
    case .palette(let index): 0x100 | UInt32(index)
    }
  }

  private static func ink(_ bits: UInt32) -> Ink {
    bits & 0x100 == 0 ? .standard : .palette(UInt8(truncatingIfNeeded: bits))
  }
}
