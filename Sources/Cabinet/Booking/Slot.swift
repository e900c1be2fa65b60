/// The name of a time that can be booked: `doctor-068.03.202101190940.20`.
///
/// It says all there is to say (whose time, when, how long), so that a slot is never stored: the
/// timetable makes it again from its name, or tells that there is no such time.
public struct SlotID: Hashable, Sendable, CustomStringConvertible {
  /// The register of the institution.
  public var registry: String
  /// The specialist within the institution.
  public var specialist: String
  /// When it begins.
  public var at: Timestamp
  /// How long it takes, 1…1440.
  public var minutes: Int

  /// Makes a name.
  public init(registry: String, specialist: String, at: Timestamp, minutes: Int) {
    self.registry = registry
    self.specialist = specialist
    self.at = at
    self.minutes = minutes
  }

  /// Reads a name; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[2].utf8.count == 12, parts[2].utf8.allSatisfy({ (48...57).contains($0) }),
      let minutes = Int(parts[3]), (1...1440).contains(minutes)
    else { return nil }
    let digits = parts[2].utf8.map { Int($0) - 48 }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard let day = Day(number(0..<4), number(4..<6), number(6..<8)), number(8..<10) < 24,
      number(10..<12) < 60
    else { return nil }
    registry = String(parts[0])
    specialist = String(parts[1])
    at = Timestamp(day, hour: number(8..<10), minute: number(10..<12))
    self.minutes = minutes
  }

  /// The name as a text of ASCII.
  public var description: String {
    let (year, month, day) = at.day.civil
    let (hour, minute, _) = at.time
    let moment =
      padded(year, to: 4) + padded(month, to: 2) + padded(day, to: 2)
      + padded(hour, to: 2) + padded(minute, to: 2)
    return "\(registry).\(specialist).\(moment).\(minutes)"
  }

  /// The moment at which it ends.
  public var end: Timestamp { at.adding(seconds: minutes * 60) }

  /// The number of its slip: institution, specialist, date and time, which no other slip can share.
  public var number: String {
    let institution = registry.split(separator: "-").last.map { $0.uppercased() } ?? ""
    let (_, month, day) = at.day.civil
    let (hour, minute, _) = at.time
    return
      "\(institution)-\(specialist)-\(padded(day, to: 2))\(padded(month, to: 2))"
      + "-\(padded(hour, to: 2))\(padded(minute, to: 2))"
  }
}

extension SlotID: Codable {
  /// Reads the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = SlotID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not the name of a slot: \(text)")
    }
    self = id
  }

  /// Writes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
