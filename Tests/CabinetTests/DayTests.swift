import Testing

@testable import Cabinet

@Suite struct DayTests {
  @Test func everyDayOfTwoCenturiesRoundTrips() throws {
    var day = try #require(Day(1900, 1, 1))
    while day.year < 2100 {
      let (year, month, dayOfMonth) = day.civil
      #expect(Day(year, month, dayOfMonth) == day)
      #expect(Day(day.description) == day)
      day = day.adding(days: 1)
    }
  }

  @Test func impossibleDatesAreRefused() {
    for text in ["2021-02-29", "2021-13-01", "2021-00-10", "14.01.21", "2021/01/14", "31.04.2021"] {
      #expect(Day(text) == nil, "\(text)")
    }
    #expect(Day("29.02.2020") == Day(2020, 2, 29))
  }

  @Test func theWeekBeginsOnMonday() {
    #expect(Day(2021, 1, 14)?.weekday == 4)
    #expect(Day(1969, 12, 28)?.weekday == 7)
  }

  @Test func timestampsReadOffsetsAndWriteMoscowTime() throws {
    let moment = try #require(Timestamp("2021-01-14T10:00:00+03:00"))
    #expect(moment.utc == "2021-01-14T07:00:00Z")
    #expect(moment.description == "2021-01-14T10:00:00+03:00")
    #expect(Timestamp("2021-01-14T07:00:00Z") == moment)
    #expect(Timestamp("2021-01-14T07:00:00.123Z") == moment)
    #expect(Timestamp("2021-01-14")?.description == "2021-01-14T00:00:00+03:00")
    #expect(Timestamp("2021-01-14T25:00:00Z") == nil)
    #expect(Timestamp("yesterday") == nil)
  }
}
