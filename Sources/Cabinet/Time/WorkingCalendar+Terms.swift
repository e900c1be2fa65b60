extension WorkingCalendar {
  /// The longest term that is counted, in days: a century.
  ///
  /// A longer one, which only a damaged file or
  /// a hostile one can name, counts as this.
  public static let longestTerm = 36_525

  /// The last day of a term in working days that starts after `start`.
  ///
  /// The first working day after `start` is day one, as the regulations of city services count from
  /// the working day that follows registration. O(1) for each year that the term touches.
  ///
  /// - Parameters:
  ///   - workingDays: The length of the term, up to ``longestTerm``; nothing is added where it is not
  ///     positive.
  ///   - start: The day of registration, which is never counted itself.
  public func adding(workingDays: Int, to start: Day) -> Day {
    guard workingDays > 0 else { return start }
    var year = start.year
    var table = table(of: year)
    var index =
      table.workingDays(through: start) + min(workingDays, WorkingCalendar.longestTerm) - 1
    while index >= table.count {
      index -= table.count
      year += 1
      table = self.table(of: year)
    }
    return table.workingDay(at: index)
  }

  /// The last day of a term in calendar days that starts after `start`.
  ///
  /// Articles 191 and 193 of the Civil Code: the term runs from the next day, and where its last day
  /// is not a working one, it ends on the nearest working day that follows.
  public func adding(calendarDays: Int, to start: Day) -> Day {
    let days = min(max(calendarDays, -WorkingCalendar.longestTerm), WorkingCalendar.longestTerm)
    return workingDay(onOrAfter: start.adding(days: days))
  }

  /// The day itself where it is worked, otherwise the nearest working day after it.
  public func workingDay(onOrAfter day: Day) -> Day {
    isWorkingDay(day) ? day : adding(workingDays: 1, to: day)
  }

  /// How many working days lie after `start`, up to and with `end`; 0 where `end` is not later.
  public func workingDays(after start: Day, through end: Day) -> Int {
    guard end > start else { return 0 }
    let first = start.year
    let last = end.year
    var days = table(of: last).workingDays(through: end)
    for year in first..<last {
      days += table(of: year).count
    }
    return days - table(of: first).workingDays(through: start)
  }
}
