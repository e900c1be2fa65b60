import Testing

@testable import Cabinet

@Suite struct ICalendarTests {
  static let moment = Timestamp("2021-01-14T10:00:00+03:00") ?? Timestamp(seconds: 0)

  static func visit(_ title: String = "Терапевт", place: String = "ГП № 68, ул. Образцовая, 1")
    throws -> AgendaItem
  {
    let start = try #require(Timestamp("2021-01-19T09:40:00+03:00"))
    return AgendaItem(
      id: "booking-b1", kind: .appointment, when: .time(start, end: start.adding(seconds: 1200)),
      title: Phrase(title, "Doctor"), address: place, origin: .booking("b1"),
      needsResident: true)
  }

  private func lines(_ item: AgendaItem) -> [String] {
    ICalendar.file([item], .russian, at: Self.moment).replacing("\r\n ", with: "").lines
  }

  @Test func anAppointmentHasItsHoursInMoscowAndAnAlarm() throws {
    let lines = lines(try Self.visit())
    for line in [
      "BEGIN:VCALENDAR", "VERSION:2.0", "TZID:Europe/Moscow", "UID:booking-b1@kabinet",
      "DTSTAMP:20210114T070000Z", "DTSTART;TZID=Europe/Moscow:20210119T094000",
      "DTEND;TZID=Europe/Moscow:20210119T100000", "SUMMARY:Терапевт",
      "LOCATION:ГП № 68\\, ул. Образцовая\\, 1", "TRIGGER:-PT120M", "END:VCALENDAR",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test func whatWasMovedIsALaterStateOfTheSame() throws {
    var item = try Self.visit()
    #expect(lines(item).contains("SEQUENCE:0") && lines(item).contains("STATUS:CONFIRMED"))
    #expect(!lines(item).contains { $0.hasPrefix("LAST-MODIFIED") })
    item.revision = 2
    item.changed = Timestamp("2021-01-13T09:00:00+03:00")
    let moved = lines(item)
    for line in ["UID:booking-b1@kabinet", "SEQUENCE:2", "LAST-MODIFIED:20210113T060000Z"] {
      #expect(moved.contains(line), "\(line)")
    }
  }

  @Test func nobodyIsAlarmedOfWhatWasCalledOff() throws {
    var item = try Self.visit()
    item.isCancelled = true
    let lines = lines(item)
    #expect(lines.contains("STATUS:CANCELLED") && lines.contains("UID:booking-b1@kabinet"))
    #expect(!lines.contains("BEGIN:VALARM") && lines.count { $0 == "END:VEVENT" } == 1)
  }

  @Test func aMomentHasNoEnd() throws {
    var item = try Self.visit()
    item.kind = .payment
    item.when = .time(item.start, end: item.start)
    let lines = lines(item)
    #expect(lines.contains("DTSTART;TZID=Europe/Moscow:20210119T094000"))
    #expect(lines.contains("TRIGGER:-PT5M"))
    #expect(!lines.contains { $0.hasPrefix("DTEND") })
  }

  @Test func aDeadlineIsAWholeDay() throws {
    var item = try Self.visit()
    item.when = .day(try #require(Day(2021, 1, 31)))
    item.memberName = "Пётр"
    let lines = lines(item)
    for line in [
      "DTSTART;VALUE=DATE:20210131", "DTEND;VALUE=DATE:20210201", "SUMMARY:Пётр: Терапевт",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test(arguments: 0...160) func noLineIsLongerThanTheLimitAndNothingIsLost(length: Int) throws {
    let title =
      String(repeating: "ыя;", count: length / 3) + String(repeating: "x", count: length % 3)
    let file = ICalendar.file([try Self.visit(title)], .russian, at: Self.moment)
    for line in file.lines { #expect(line.utf8.count <= 75) }
    let whole = file.replacing("\r\n ", with: "")
    #expect(whole.contains("SUMMARY:" + title.replacing(";", with: "\\;") + "\r\n"))
  }

  @Test func whatTheFormatReadsIsEscaped() {
    #expect(ICalendar.escaped("a\\b;c,d\ne\u{7}f") == "a\\\\b\\;c\\,d\\nef")
  }
}

extension String {
  /// The lines of a text whose lines end as RFC 5545 wants, without the ends.
  fileprivate var lines: [String] {
    split(separator: "\r\n").map(String.init)
  }
}
