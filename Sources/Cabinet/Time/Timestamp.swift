/// A moment, to the second.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int

  /// Makes the moment that lies `seconds` after 1970-01-01T00:00:00Z.
  public init(seconds: Int) {
    self.seconds = seconds
  }

  /// Seconds by which Moscow time runs ahead of UTC: three hours, without summer time since 2014.
  ///
  /// Source: Federal Law 107-FZ as amended by 248-FZ of 21.07.2014.
  public static let moscowOffset = 3 * 3600

  /// Makes a moment from a day and a time of day in Moscow.
  public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds = day.ordinal * 86_400 + hour * 3600 + minute * 60 + second - Timestamp.moscowOffset
  }

  /// The day in Moscow.
  public var day: Day {
    let local = seconds + Timestamp.moscowOffset
    return Day(ordinal: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The time of day in Moscow.
  public var time: (hour: Int, minute: Int, second: Int) {
    let ofDay = seconds + Timestamp.moscowOffset - day.ordinal * 86_400
    return (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
  }

  /// The moment `seconds` later; earlier where `seconds` is negative.
  public func adding(seconds: Int) -> Timestamp { Timestamp(seconds: self.seconds + seconds) }

  /// Earlier moments come first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }
}

extension Timestamp: CustomStringConvertible {
  /// The ISO 8601 form in Moscow time, `2021-01-14T10:00:00+03:00`.
  public var description: String {
    "\(day)T\(clock)+03:00"
  }

  /// The time of day in Moscow, `10:00:00`.
  public var clock: String {
    let (hour, minute, second) = time
    return "\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))"
  }

  /// The ISO 8601 form in UTC, `2021-01-14T07:00:00Z`.
  public var utc: String {
    let shifted = adding(seconds: -Timestamp.moscowOffset)
    return "\(shifted.day)T\(shifted.clock)Z"
  }

  /// Reads an ISO 8601 moment with `Z` or an offset, or a bare day (midnight in Moscow); nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)) else {
      return nil
    }
    if bytes.count == 10 {
      self.init(day)
      return
    }
    func number(_ start: Int) -> Int? {
      guard start + 1 < bytes.count, (48...57).contains(bytes[start]),
        (48...57).contains(bytes[start + 1])
      else { return nil }
      return Int(bytes[start] - 48) * 10 + Int(bytes[start + 1] - 48)
    }
    guard bytes.count >= 16, bytes[10] == 84 || bytes[10] == 32, bytes[13] == 58,
      let hour = number(11), let minute = number(14), hour < 24, minute < 60
    else { return nil }
    var second = 0
    var index = 16
    if bytes.count > 16, bytes[16] == 58 {
      guard let value = number(17), value < 60 else { return nil }
      second = value
      index = 19
    }
    if index < bytes.count, bytes[index] == 46 {
      index += 1
      while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
    }
    var offset = Timestamp.moscowOffset
    if index < bytes.count {
      switch bytes[index] {
      case 90 where index + 1 == bytes.count: offset = 0
      case 43, 45:
        guard bytes.count == index + 6, bytes[index + 3] == 58,
          let hours = number(index + 1), let minutes = number(index + 4)
        else { return nil }
        offset = (hours * 3600 + minutes * 60) * (bytes[index] == 43 ? 1 : -1)
      default: return nil
      }
    }
    self.init(
      seconds: day.ordinal * 86_400 + hour * 3600 + minute * 60 + second - offset)
  }
}

extension Timestamp: Codable {
  /// Reads an ISO 8601 moment.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a moment of the form 2021-01-14T07:00:00Z: \(text)")
    }
    self = value
  }

  /// Writes the ISO 8601 form in UTC.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(utc)
  }
}
