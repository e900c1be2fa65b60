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
}
