/// A measured number with at most three digits after the point, held exactly.
///
/// Laboratories report such numbers, and a binary fraction would change their last digit.
public struct Quantity: Hashable, Comparable, Sendable {
  /// The number, in thousandths.
  public let thousandths: Int
  /// The digits after the point with which it was reported, 0…3.
  public let digits: Int

  /// Makes a number of thousandths, reported with `digits` digits after the point.
  public init(thousandths: Int, digits: Int = 3) {
    self.thousandths = thousandths
    self.digits = min(max(digits, 0), 3)
  }

  /// Reads a decimal number such as `5.4`, `120` or `-0,5`; nil for anything else, and beyond ±10¹².
  public init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == 45
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(omittingEmptySubsequences: false) { $0 == 46 || $0 == 44 }
    guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].count <= 12 else { return nil }
    let fraction = parts.count == 2 ? parts[1] : []
    guard parts.count == 1 || (1...3).contains(fraction.count) else { return nil }
    var value = 0
    for byte in Array(parts[0]) + fraction {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    for _ in fraction.count..<3 { value *= 10 }
    self.init(thousandths: isNegative ? -value : value, digits: fraction.count)
  }

  /// The number as it is read in a language: `5,4` or `5.4`.
  public func text(_ language: Language) -> String {
    let magnitude = thousandths.magnitude
    let sign = thousandths < 0 ? "\u{2212}" : ""
    let whole = "\(sign)\(magnitude / 1000)"
    guard digits > 0 else { return whole }
    let fraction = padded(Int(magnitude % 1000), to: 3).prefix(digits)
    return whole + (language == .russian ? "," : ".") + fraction
  }

  /// Compares numbers, however they were reported.
  public static func == (left: Quantity, right: Quantity) -> Bool {
    left.thousandths == right.thousandths
  }

  /// Hashes the number, however it was reported.
  public func hash(into hasher: inout Hasher) { hasher.combine(thousandths) }

  /// The smaller number comes first.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.thousandths < right.thousandths
  }
}

extension Quantity: Codable {
  /// Reads the number from a string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Quantity(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a number of at most three decimals: \(text)")
    }
    self = value
  }

  /// Writes the number as a string, with the digits with which it was reported.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(
      thousandths < 0
        ? "-" + Quantity(thousandths: -thousandths, digits: digits).text(.english)
        : text(.english))
  }
}
