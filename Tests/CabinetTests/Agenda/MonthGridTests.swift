import Testing

@testable import Cabinet

@Suite struct MonthGridTests {
  @Test func everyMonthOfThirtyYearsHasAllItsDaysOnTheRightColumns() throws {
    var month = MonthGrid(of: try #require(Day(2010, 1, 1)))
    for _ in 0..<360 {
      let weeks = month.weeks
      #expect(weeks.allSatisfy { $0.count == 7 } && (4...6).contains(weeks.count))
      let days = weeks.flatMap { $0.compactMap { $0 } }
      #expect(days.count == Day.length(ofMonth: month.month, year: month.year))
      #expect(days.first == month.first && days.allSatisfy(month.contains))
      for week in weeks {
        for (column, day) in week.enumerated() where day != nil {
          #expect(day?.weekday == column + 1)
        }
      }
      month = month.adding(months: 1)
    }
    #expect(month.year == 2040 && month.month == 1)
    #expect(month.adding(months: -1).month == 12)
  }
}
