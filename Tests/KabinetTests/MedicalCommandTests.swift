import Foundation
import Testing

@Suite("The medical card by commands")
struct MedicalCommandTests {
  @Test("A list never holds a diagnosis, a document that was opened does, and the history knows")
  func reading() throws {
    let program = try Program.demonstration()
    let list = try program.run("medcard", "--json")
    let rows = try list.objects()
    #expect(rows.contains { $0["id"] as? String == "exam-20201228" })
    for row in rows {
      #expect(Set(row.keys) == ["id", "date", "kind", "title", "place", "doctor"])
    }
    #expect(!list.out.contains("I10"))
    let shown = try program.run("medcard", "show", "exam-20201228", "--json").object()
    #expect((shown["diagnosis"] as? [String: Any])?["code"] as? String == "I10")
    let history = try program.run("medcard", "history", "--json").objects()
    #expect(history.map { $0["document"] as? String } == ["exam-20201228"])
  }

  @Test("A code opens the card once; what it opened stays in the history")
  func code() throws {
    let program = try Program.demonstration()
    let code = try #require(
      try program.run("medcard", "code", "--json").object()["code"] as? String)
    let visit = try program.run("medcard", "visit", code, "--doctor", "Врач", "--json")
    #expect(visit.code == 0)
    #expect(try visit.objects().count > 10)
    #expect(try program.run("medcard", "visit", code, "--doctor", "Врач").code == 5)
    let events = try program.run("medcard", "history", "--json").objects()
      .map { $0["event"] as? String }
    #expect(events == ["codeRefused", "codeUsed", "codeIssued"])
    let told = try program.run("medcard", "history", "--lang", "en").out
    #expect(told.contains("a code was made for a doctor") && !told.contains("codeIssued"))
    let due = try program.run("medcard", "vaccinations", "--lang", "ru").out
    #expect(due.contains("доза") && !due.contains("later"))
  }

  @Test("What cannot be read says why by its exit code and changes nothing")
  func refusals() throws {
    let program = try Program.demonstration()
    let before = try program.run("applications", "--json").out
    #expect(try program.run("medcard", "--for", "child-1").code == 5)
    #expect(try program.run("medcard", "--for", "child-9").code == 4)
    #expect(try program.run("medcard", "show", "none").code == 4)
    #expect(try program.run("medcard", "trend", "none").code == 4)
    #expect(try program.run("medcard", "--kind", "none").code == 2)
    #expect(try program.run("medcard", "code", "--revoke", "none").code == 4)
    #expect(try program.run("medcard", "history", "--json").objects().isEmpty)
    #expect(try program.run("applications", "--json").out == before)
  }

  @Test("Values over time come the earliest first, with the range of their day")
  func trend() throws {
    let points = try Program.demonstration().run("medcard", "trend", "glucose", "--json").objects()
    let dates = points.compactMap { $0["date"] as? String }
    #expect(dates == dates.sorted() && dates.count == 4)
    let last = try #require(points.last?["result"] as? [String: Any])
    #expect(last["value"] as? String == "6.2" && last["standing"] as? String == "above")
  }
}
