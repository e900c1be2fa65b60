/// A day of the Gregorian calendar, without a time or a zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let ordinal: Int

  /// Makes the day that lies `ordinal` days after 1 January 1970.
  public init(ordinal: Int) {
    self.ordinal = ordinal
  }

  /// Makes a day from its civil date, or nil where the calendar has no such day.
  ///
  /// - Parameters:
  ///   - year: 1…9999.
  ///   - month: 1…12.
  ///   - day: 1…31, within the month.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    ordinal = era * 146_097 + dayOfEra - 719_468
  }

  /// The civil date of the day.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year, 1…9999.
  public var year: Int { civil.year }
  /// The month, 1…12.
  public var month: Int { civil.month }
  /// The day of the month, 1…31.
  public var dayOfMonth: Int { civil.day }

  /// The day of the week: 1 is Monday, 7 is Sunday.
  public var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 + 1 }

  /// The number of days in a month of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day `days` later; earlier where `days` is negative.
  public func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

  /// The same date `years` later; 29 February becomes 1 March in a common year.
  public func adding(years: Int) -> Day {
    let (year, month, day) = civil
    return Day(year + years, month, day) ?? Day(year + years, 3, 1) ?? self
  }

  /// The same day of the month `months` later, held within the shorter month.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let count = year * 12 + month - 1 + months
    let targetYear = count / 12
    let targetMonth = count % 12 + 1
    let length = Day.length(ofMonth: targetMonth, year: targetYear)
    return Day(targetYear, targetMonth, min(day, length)) ?? self
  }

  /// Whole years from this day to `other`; the age on `other` of who was born on this day.
  public func wholeYears(until other: Day) -> Int {
    var years = other.year - year
    if adding(years: years) > other { years -= 1 }
    return years
  }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }
}

extension Day: CustomStringConvertible {
  /// The ISO 8601 form, `2021-01-14`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Reads the ISO 8601 form `2021-01-14`, or the Russian `14.01.2021`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in utf8[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    let isISO = utf8[4] == 45 && utf8[7] == 45
    let isRussian = utf8[2] == 46 && utf8[5] == 46
    guard isISO || isRussian,
      let year = number(isISO ? 0..<4 : 6..<10),
      let month = number(isISO ? 5..<7 : 3..<5),
      let day = number(isISO ? 8..<10 : 0..<2)
    else { return nil }
    self.init(year, month, day)
  }
}

extension Day: Codable {
  /// Reads the ISO 8601 form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a date of the form 2021-01-14: \(text)")
    }
    self = day
  }

  /// Writes the ISO 8601 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A number with leading zeros up to a width.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
