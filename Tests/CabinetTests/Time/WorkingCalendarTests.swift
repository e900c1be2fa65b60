import Testing

@testable import Cabinet

@Suite struct WorkingCalendarTests {
  let calendar = WorkingCalendar.russia

  func day(_ text: String) throws -> Day { try #require(Day(text), "\(text)") }

  func days(of years: ClosedRange<Int>) throws -> [Day] {
    let first = try #require(Day(years.lowerBound, 1, 1))
    let last = try #require(Day(years.upperBound, 12, 31))
    return (first.ordinal...last.ordinal).map(Day.init(ordinal:))
  }

  @Test(arguments: [
    (2019, 247), (2020, 248), (2021, 247), (2022, 247), (2023, 247), (2024, 248), (2025, 247),
    (2026, 247), (2027, 247),
  ])
  func everyYearHasItsPublishedNumberOfWorkingDays(year: Int, total: Int) throws {
    #expect(try days(of: year...year).count(where: calendar.isWorkingDay) == total)
    let eve = try #require(Day(year - 1, 12, 31))
    let end = try #require(Day(year, 12, 31))
    #expect(calendar.workingDays(after: eve, through: end) == total)
  }

  /// The published norm of hours in a week of 40: eight a working day, less one a short day.
  @Test(arguments: [
    (2019, 1970), (2020, 1979), (2021, 1972), (2022, 1973), (2023, 1973), (2024, 1979),
    (2025, 1972), (2026, 1972),
  ])
  func everyYearHasItsPublishedNumberOfHours(year: Int, hours: Int) throws {
    let days = try days(of: year...year)
    let counted =
      days.count(where: calendar.isWorkingDay) * 8 - days.count(where: calendar.isPreHoliday)
    #expect(counted == hours)
  }

  @Test(arguments: [
    "2021-02-20", "2022-03-05", "2024-04-27", "2024-11-02", "2024-12-28", "2020-12-31",
    "2027-02-20", "2025-11-01",
  ])
  func theseDaysAreWorked(text: String) throws {
    #expect(calendar.isWorkingDay(try day(text)))
  }

  @Test(arguments: [
    "2021-02-22", "2022-03-07", "2020-02-24", "2020-05-11", "2021-12-31", "2021-01-01",
    "2021-01-08", "2026-01-09", "2027-11-05", "2024-12-31",
  ])
  func theseDaysAreRested(text: String) throws {
    #expect(!calendar.isWorkingDay(try day(text)))
  }

  @Test(arguments: [
    ("2021-04-30", 6, "2021-05-12"),
    ("2020-12-30", 5, "2021-01-14"),
    ("2021-02-18", 2, "2021-02-20"),
    ("2021-01-14", 5, "2021-01-21"),
    ("2021-01-14", 0, "2021-01-14"),
    ("2021-01-02", 0, "2021-01-02"),
    ("2021-01-14", -3, "2021-01-14"),
  ])
  func termsInWorkingDays(start: String, count: Int, end: String) throws {
    #expect(calendar.adding(workingDays: count, to: try day(start)) == (try day(end)))
  }

  @Test(arguments: [
    ("2021-04-21", 10, "2021-05-04"),
    ("2021-01-14", 1, "2021-01-15"),
    ("2021-01-14", 2, "2021-01-18"),
    ("2020-12-21", 11, "2021-01-11"),
    ("2021-02-10", 10, "2021-02-20"),
    ("2021-02-10", 11, "2021-02-24"),
  ])
  func termsInCalendarDays(start: String, count: Int, end: String) throws {
    #expect(calendar.adding(calendarDays: count, to: try day(start)) == (try day(end)))
  }

  @Test func addingAndCountingAreInverse() throws {
    var wrong: [String] = []
    for start in try days(of: 2019...2027) {
      var walked = start
      for count in 1...40 {
        repeat { walked = walked.adding(days: 1) } while !calendar.isWorkingDay(walked)
        let end = calendar.adding(workingDays: count, to: start)
        if end != walked || calendar.workingDays(after: start, through: end) != count {
          wrong.append("\(start) + \(count) = \(end), walked to \(walked)")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
  }

  @Test func nothingLiesInAnEmptyTerm() throws {
    for day in try days(of: 2021...2021) {
      #expect(calendar.workingDays(after: day, through: day) == 0)
      #expect(calendar.workingDays(after: day, through: day.adding(days: -10)) == 0)
      let next = day.adding(days: 1)
      #expect(
        calendar.workingDays(after: day, through: next) == (calendar.isWorkingDay(next) ? 1 : 0))
    }
  }

  @Test func rollingKeepsWorkingDaysAndLeavesOthersForward() throws {
    for day in try days(of: 2019...2027) {
      let rolled = calendar.workingDay(onOrAfter: day)
      #expect(calendar.isWorkingDay(rolled))
      #expect(rolled == day || !calendar.isWorkingDay(day) && rolled > day)
    }
  }

  @Test(arguments: [
    (2020, ["2020-04-30", "2020-05-08", "2020-06-11", "2020-11-03", "2020-12-31"]),
    (2021, ["2021-02-20", "2021-04-30", "2021-06-11", "2021-11-03"]),
    (2022, ["2022-02-22", "2022-03-05", "2022-11-03"]),
    (2024, ["2024-02-22", "2024-03-07", "2024-05-08", "2024-06-11", "2024-11-02"]),
    (2025, ["2025-03-07", "2025-04-30", "2025-06-11", "2025-11-01"]),
  ])
  func shortDaysAreThoseOfThePublishedCalendar(year: Int, published: [String]) throws {
    let short = try days(of: year...year).filter(calendar.isPreHoliday)
    #expect(short.map(\.description) == published)
  }

  @Test func onlyYearsWithAnActAreFinal() throws {
    for year in 2000...2050 {
      let day = try #require(Day(year, 7, 1))
      #expect(calendar.isPreliminary(day) == !(2019...2027).contains(year))
    }
  }

  @Test func yearsOutsideTheTablesFollowTheSameRule() throws {
    for year in [1917, 2017, 2041, 2100, 9998] {
      var day = try #require(Day(year, 1, 1))
      while day.year == year {
        if day.weekday > 5 || calendar.isHoliday(day) { #expect(!calendar.isWorkingDay(day)) }
        day = day.adding(days: 1)
      }
    }
    #expect(calendar.isWorkingDay(try day("2041-01-09")))
    // 9 May 2043 is a Saturday: its rest moves to Monday.
    #expect(!calendar.isWorkingDay(try day("2043-05-11")))
    #expect(calendar.isWorkingDay(try day("2043-05-12")))
    let start = try day("2039-12-30")
    let end = calendar.adding(workingDays: 1000, to: start)
    #expect(calendar.workingDays(after: start, through: end) == 1000)
    // Past the last four-digit year nothing traps.
    let far = calendar.adding(workingDays: 300, to: try day("9999-12-01"))
    #expect(calendar.workingDays(after: try day("9999-12-01"), through: far) == 300)
    let ancient = Day(ordinal: -800_000)
    #expect(calendar.adding(workingDays: 5, to: ancient) > ancient)
  }

  @Test func withoutActsOnlyTheRuleOfTheCodeRemains() throws {
    let bare = WorkingCalendar(transfers: [:])
    #expect(bare.isWorkingDay(try day("2021-12-31")))
    #expect(!bare.isWorkingDay(try day("2021-02-20")))
    #expect(bare.isPreliminary(try day("2021-12-31")))
  }
}
