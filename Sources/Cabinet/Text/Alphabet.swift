/// The order of titles in lists: digits, then Russian letters with ё after е, then Latin ones.
///
/// Small and capital letters count the same, quotation marks do not count, and any other sign comes
/// before the letters, so that a shorter word comes before a longer one that begins with it.
public enum Alphabet {
  /// What a text is ordered by; equal texts of one order are told apart by their scalars.
  public struct Key: Comparable, Sendable {
    private let weights: [UInt16]
    private let text: String

    init(_ text: String) {
      weights = text.unicodeScalars.compactMap(Alphabet.weight)
      self.text = text
    }

    /// The one that comes first in a list.
    public static func < (left: Key, right: Key) -> Bool {
      left.weights == right.weights
        ? left.text < right.text : left.weights.lexicographicallyPrecedes(right.weights)
    }
  }

  /// Some things in the order of their titles; the titles are read once each.
  public static func sorted<Item>(
    _ items: some Sequence<Item>, by title: (Item) -> String
  ) -> [Item] {
    items.map { (key: Key(title($0)), item: $0) }.sorted { $0.key < $1.key }.map(\.item)
  }

  /// The place of a scalar among the others; nil where it does not count.
  private static func weight(_ scalar: Unicode.Scalar) -> UInt16? {
    let value = scalar.value
    switch value {
    // Twice the place of the letter leaves one free for ё, after the е.
    case 0x430...0x44F: return 1_000 + UInt16(value - 0x430) * 2
    case 0x410...0x42F: return 1_000 + UInt16(value - 0x410) * 2
    case 0x451, 0x401: return 1_000 + UInt16(0x435 - 0x430) * 2 + 1
    case 0x61...0x7A: return 2_000 + UInt16(value - 0x61)
    case 0x41...0x5A: return 2_000 + UInt16(value - 0x41)
    case 0x30...0x39: return 500 + UInt16(value - 0x30)
    case 0xAB, 0xBB, 0x201C...0x201F, 0x22, 0x27: return nil
    case 0x20, 0xA0: return 1
    default:
      return value < 0x80
        ? 2 + UInt16(value) : UInt16(truncatingIfNeeded: min(value, 0xFFFF)) / 2 + 3_000
    }
  }
}
