/// The distance between two days as people count it: whole years, then whole months, then days.
public struct CalendarSpan: Sendable, Equatable {
  /// Whole years.
  public let years: Int
  /// Whole months beyond them, 0…11.
  public let months: Int
  /// Days beyond them, 0…30.
  public let days: Int

  /// Measures from a day to a later one; nothing where it is not later.
  public init(from start: Day, to end: Day) {
    guard end > start else {
      (years, months, days) = (0, 0, 0)
      return
    }
    var count = (end.year - start.year) * 12 + end.month - start.month
    if start.adding(months: count) > end { count -= 1 }
    (years, months) = (count / 12, count % 12)
    days = end.ordinal - start.adding(months: count).ordinal
  }

  /// The span in its two greatest units: `1 месяц и 18 дней`, `2 года`.
  public var inWords: Phrase {
    let parts = [(years, Plural.years), (months, Plural.months), (days, Plural.days)]
    let first = parts.firstIndex { $0.0 > 0 } ?? 2
    let shown = parts[first...].prefix(2).filter { $0.0 > 0 }.map { $1($0) }
    guard !shown.isEmpty else { return Plural.days(0) }
    return Phrase(
      shown.map(\.ru).joined(separator: " и "), shown.map(\.en).joined(separator: " and "))
  }
}

extension Plural {
  /// Months.
  public static let months = Plural("месяц", "месяца", "месяцев", en: "month", "months")
}
