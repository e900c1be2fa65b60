import Foundation
import Testing

@Suite("The calendar by commands")
struct CalendarCommandTests {
  @Test("Every event has the same keys, in the order of dates")
  func list() throws {
    let program = try Program.demonstration()
    let rows = try program.run("calendar", "--json").objects()
    #expect(rows.count > 8)
    for row in rows {
      #expect(
        Set(row.keys) == [
          "id", "kind", "date", "at", "end", "title", "place", "member", "urgency", "needsYou",
        ])
    }
    let dates = rows.compactMap { $0["date"] as? String }
    #expect(dates == dates.sorted())
  }

  @Test("A file of all and of one; an old file is never overwritten, an unknown id writes none")
  func file() throws {
    let program = try Program.demonstration()
    let all = program.path("all.ics")
    #expect(try program.run("calendar", "--ics", all).code == 0)
    let text = try String(contentsOfFile: all, encoding: .utf8)
    let events = text.components(separatedBy: "BEGIN:VEVENT").count - 1
    #expect(!text.contains("STATUS:CANCELLED"))
    #expect(try program.run("calendar", "--ics", "-").out == text)
    #expect(try program.run("calendar", "--json").objects().count == events)
    #expect(try program.run("calendar", "--ics", all).code == 1)
    let one = program.path("one.ics")
    let id = try #require(
      try program.run("calendar", "--json").objects().first?["id"] as? String)
    #expect(try program.run("calendar", "--ics", one, "--only", id).code == 0)
    let single = try String(contentsOfFile: one, encoding: .utf8)
    #expect(single.components(separatedBy: "BEGIN:VEVENT").count == 2)
    let none = program.path("none.ics")
    #expect(try program.run("calendar", "--ics", none, "--only", "nothing").code == 4)
    #expect(!FileManager.default.fileExists(atPath: none))
    #expect(try program.run("calendar", "--ics", "-", "--json").code == 2)
  }

  @Test(
    "Each move gives the same event a higher sequence; what was cancelled is told until its time")
  func sequence() throws {
    let program = try Program.demonstration()
    func event() throws -> [Substring] {
      try program.run("calendar", "--ics", "-", "--only", "booking-btherapist").out
        .replacing("\r\n ", with: "").split(separator: "\r\n")
        .drop { $0 != "BEGIN:VEVENT" }.map { $0 }
    }
    func start(_ event: [Substring]) -> Substring? { event.first { $0.hasPrefix("DTSTART;") } }
    var before = try event()
    #expect(before.contains("SEQUENCE:0") && before.contains("UID:booking-btherapist@kabinet"))
    let free = try program.run("book", "doctor", "--list", "--speciality", "therapist", "--json")
      .objects().compactMap { $0["id"] as? String }
    for (move, slot) in zip(1..., free.suffix(3)) {
      let now = "2021-01-14T10:0\(move):00+03:00"
      let done = try program.run(
        "book", "doctor", "--move", "btherapist", "--slot", slot, "--now", now)
      #expect(done.code == 0, "\(done.err)")
      let after = try event()
      #expect(after.contains("SEQUENCE:\(move)") && start(after) != start(before))
      #expect(after.contains("UID:booking-btherapist@kabinet"))
      #expect(after.contains("LAST-MODIFIED:20210114T070\(move)00Z"))
      before = after
    }
    let cancelled = try program.run(
      "book", "doctor", "--cancel", "btherapist", "--now", "2021-01-14T10:04:00+03:00")
    #expect(cancelled.code == 0, "\(cancelled.err)")
    let gone = try event()
    #expect(gone.contains("SEQUENCE:4") && gone.contains("STATUS:CANCELLED"))
    #expect(start(gone) == start(before))
    let rows = try program.run("calendar", "--json").objects()
    #expect(!rows.contains { $0["id"] as? String == "booking-btherapist" })
    #expect(try program.run("calendar", "--only", "booking-btherapist").code == 4)
    // When its time is over nobody needs to be told any more.
    #expect(try program.run("office", "run", "--until", "2021-01-29").code == 0)
    #expect(try program.run("calendar", "--ics", "-").out.contains("STATUS:CANCELLED") == false)
  }
}
