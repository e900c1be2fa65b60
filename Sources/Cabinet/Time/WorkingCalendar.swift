/// The production calendar: which days are worked, and how terms are counted over them.
///
/// Holidays and their automatic moves follow article 112 of the Labour Code; the yearly acts of the
/// Government are data (``WorkingCalendar/Transfer``). The paid "non-working days" that the President
/// announced in 2020 and 2021 are neither weekends nor holidays and count as working days here: the
/// portal and the terms of its services went on through them.
public struct WorkingCalendar: Sendable {
  /// A day off moved by an act of the Government within one year.
  public struct Transfer: Hashable, Sendable {
    /// The month and the day that give their rest away; an ordinary weekend day becomes working.
    public let from: MonthDay
    /// The month and the day that receive it.
    public let to: MonthDay

    /// Makes a transfer of the day off from one date to another.
    public init(from: MonthDay, to: MonthDay) {
      self.from = from
      self.to = to
    }
  }

  /// A date that recurs every year.
  public struct MonthDay: Hashable, Sendable {
    /// The month, 1…12.
    public let month: Int
    /// The day of the month, 1…31.
    public let day: Int

    /// Makes the date from its month and day.
    public init(_ month: Int, _ day: Int) {
      self.month = month
      self.day = day
    }
  }

  /// The calendar of Russia, with the acts of the Government for 2019–2027.
  public static let russia = WorkingCalendar(transfers: Transfer.russia)

  private let transfers: [Int: [Transfer]]
  private let tables: [WorkingYear]
  private static let tabled = 2018...2040

  /// Makes a calendar from the transfers of each year that has an act of the Government.
  ///
  /// Tables of 2018–2040 are built here; a query about another year builds its table anew (some
  /// hundreds of steps).
  public init(transfers: [Int: [Transfer]]) {
    self.transfers = transfers
    tables = WorkingCalendar.tabled.map { WorkingYear($0, transfers: transfers[$0] ?? []) }
  }

  func table(of year: Int) -> WorkingYear {
    WorkingCalendar.tabled.contains(year)
      ? tables[year - WorkingCalendar.tabled.lowerBound]
      : WorkingYear(year, transfers: transfers[year] ?? [])
  }

  /// Whether the day is worked.
  ///
  /// O(1).
  public func isWorkingDay(_ day: Day) -> Bool {
    table(of: day.year).isWorking(day)
  }

  /// Whether the day is a public holiday by its date, wherever its rest was moved.
  public func isHoliday(_ day: Day) -> Bool {
    let (_, month, dayOfMonth) = day.civil
    return WorkingYear.isHoliday(month: month, day: dayOfMonth)
  }

  /// Whether the working day is an hour shorter because a holiday follows.
  ///
  /// Article 95 of the Labour Code shortens the working day directly before a holiday. A weekend day
  /// that is worked instead of a day off has the length of the day it stands in for (order 588n of
  /// 13.08.2009), which is why Saturday 20.02.2021, worked for Monday the 22nd, was short.
  public func isPreHoliday(_ day: Day) -> Bool {
    guard isWorkingDay(day) else { return false }
    if isHoliday(day.adding(days: 1)) { return true }
    let (year, month, dayOfMonth) = day.civil
    let date = MonthDay(month, dayOfMonth)
    guard let transfer = transfers[year]?.first(where: { $0.from == date }),
      let standsFor = Day(year, transfer.to.month, transfer.to.day)
    else { return false }
    return isHoliday(standsFor.adding(days: 1))
  }

  /// Whether no act of the Government is known for the year, so that the answer may still change.
  public func isPreliminary(_ day: Day) -> Bool {
    transfers[day.year] == nil
  }
}
