/// The days of a month in weeks, Monday first.
public struct MonthGrid: Sendable, Equatable {
  /// The year.
  public let year: Int
  /// The month, 1…12.
  public let month: Int

  /// The month in which a day lies.
  public init(of day: Day) {
    (year, month, _) = day.civil
  }

  /// The first day.
  public var first: Day { Day(year, month, 1) ?? Day(ordinal: 0) }

  /// The month `months` later; earlier where negative.
  public func adding(months: Int) -> MonthGrid { MonthGrid(of: first.adding(months: months)) }

  /// True for a day of the month.
  public func contains(_ day: Day) -> Bool { day.year == year && day.month == month }

  /// The weeks, each of seven days; nil where the day belongs to another month.
  public var weeks: [[Day?]] {
    let length = Day.length(ofMonth: month, year: year)
    var cells: [Day?] = Array(repeating: nil, count: first.weekday - 1)
    cells += (0..<length).map { first.adding(days: $0) }
    while cells.count % 7 != 0 { cells.append(nil) }
    return stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<$0 + 7]) }
  }
}
