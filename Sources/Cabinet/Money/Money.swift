/// An amount of money in roubles, exact to the kopeck.
public struct Money: Hashable, Comparable, Codable, Sendable {
  /// The amount in kopecks.
  public var kopecks: Int

  /// Makes an amount.
  public init(kopecks: Int) { self.kopecks = kopecks }

  /// Reads an amount as people type it: `1500`, `1 500,50`, `1500.5 ₽`; nil for anything else.
  public init?(typed text: String) {
    var roubles = 0
    var fraction: [Int] = []
    var sawPoint = false
    var digits = 0
    for character in text where !Money.passedOver.contains(character) {
      if character == "," || character == "." {
        guard !sawPoint else { return nil }
        sawPoint = true
      } else if character.isASCII, let digit = character.wholeNumberValue {
        digits += 1
        if sawPoint {
          fraction.append(digit)
        } else {
          guard roubles < 1_000_000_000_000 else { return nil }
          roubles = roubles * 10 + digit
        }
      } else {
        return nil
      }
    }
    guard digits > 0, fraction.count <= 2, !(sawPoint && fraction.isEmpty) else { return nil }
    let tens = fraction.first ?? 0
    let ones = fraction.count > 1 ? fraction[1] : 0
    kopecks = roubles * 100 + tens * 10 + ones
  }

  /// What may stand between and after the digits: spaces, those that do not break included, and ₽.
  private static let passedOver: [Character] = [" ", "\u{A0}", "\u{202F}", "₽"]

  /// The amount as it is read in Russian, with no-break spaces: `1 234,50 ₽`.
  public var text: String { grouped(separator: "\u{A0}", point: ",") + "\u{A0}₽" }

  /// The amount as each language writes it: `1 234,50 ₽`, `1,234.50 ₽`.
  ///
  /// The sign stays where Russian receipts have it, so that an amount looks the same on both.
  public var inWords: Phrase { Phrase(text, grouped(separator: ",", point: ".") + "\u{A0}₽") }

  /// The amount as one would type it: `1234,50`.
  public var typed: String { grouped(separator: "", point: ",") }

  private func grouped(separator: String, point: String) -> String {
    let roubles = String(kopecks.magnitude / 100)
    var parts: [Substring] = []
    var end = roubles.endIndex
    while end > roubles.startIndex {
      let start =
        roubles.index(end, offsetBy: -3, limitedBy: roubles.startIndex) ?? roubles.startIndex
      parts.insert(roubles[start..<end], at: 0)
      end = start
    }
    let sign = kopecks < 0 ? "-" : ""
    return sign + parts.joined(separator: separator) + point
      + padded(Int(kopecks.magnitude % 100), to: 2)
  }

  /// Smaller amounts come first.
  public static func < (left: Money, right: Money) -> Bool { left.kopecks < right.kopecks }
}
