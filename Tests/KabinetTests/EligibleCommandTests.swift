import Foundation
import Testing

@Suite("Eligibility by commands")
struct EligibleCommandTests {
  @Test("Without a store nothing is known, nothing is made, and every service has its keys")
  func nobody() throws {
    let program = try Program()
    let rows = try program.run("eligible", "--json").objects()
    #expect(rows.count == (try program.run("services", "--json").objects().count))
    for row in rows {
      #expect(Set(row.keys) == ["id", "title", "verdict", "reasons", "nearest"])
      #expect(["yes", "unknown"].contains(row["verdict"] as? String))
      for reason in row["reasons"] as? [[String: Any]] ?? [] {
        #expect(Set(reason.keys) == ["rule", "holds", "value"])
      }
    }
    #expect(try program.files().isEmpty)
  }

  @Test("A resident's own values decide, and the nearest change has its date")
  func resident() throws {
    let program = try Program()
    #expect(try program.run("demo", "--seed-only", "--store", "s").code == 0)
    let row = try #require(
      try program.run("eligible", "capital-repair-refund", "--json", "--store", "s").objects().first
    )
    #expect(row["verdict"] as? String == "notYet")
    let nearest = try #require(row["nearest"] as? [String: Any])
    #expect(nearest["date"] as? String == "2049-03-04")
    let reasons = try #require(row["reasons"] as? [[String: Any]])
    #expect(
      reasons.contains {
        ($0["value"] as? String)?.contains("41") == true && $0["holds"] as? Bool == false
      })
    let card = try program.run("service", "capital-repair-refund", "--json", "--store", "s")
      .object()
    #expect((card["eligibility"] as? [String: Any])?["verdict"] as? String == "notYet")
    let text = try program.run("eligible", "capital-repair-refund", "--store", "s").out
    #expect(text.contains("[нет]") && text.contains("с 4\u{A0}марта 2049"))
    let english = try program.run(
      "eligible", "capital-repair-refund", "--store", "s", "--lang", "en")
    #expect(english.out.contains("not yet") && english.out.contains("you are 41"))
  }

  @Test("A life situation lists its own services, what one can get first")
  func situation() throws {
    let program = try Program()
    #expect(try program.run("demo", "--seed-only", "--store", "s").code == 0)
    let rows = try program.run("eligible", "--situation", "moving", "--json", "--store", "s")
      .objects()
    let order = ["yes", "notYet", "unknown", "no"]
    let places = rows.compactMap { ($0["verdict"] as? String).flatMap(order.firstIndex) }
    #expect(places.count == rows.count && places == places.sorted() && !rows.isEmpty)
    let unknown = try program.run("eligible", "--situation", "movin")
    #expect(unknown.code == 4 && unknown.err.contains("moving"))
    #expect(try program.run("eligible", "x", "--situation", "moving").code == 2)
    #expect(try program.run("eligible", "no-such-service").code == 4)
  }

  @Test("An application against the rules is warned of and filed all the same")
  func warning() throws {
    let program = try Program()
    #expect(try program.run("demo", "--seed-only", "--store", "s").code == 0)
    let outcome = try program.run(
      "apply", "capital-repair-refund", "--answers", "-", "--draft", "--json", "--store", "s",
      input: "{}")
    #expect(outcome.code == 0)
    #expect(outcome.err.contains("возраст от 70 лет — вам 41"))
    let sound = try program.run(
      "apply", "hunting-licence", "--answers", "-", "--draft", "--json", "--store", "s", input: "{}"
    )
    #expect(sound.code == 0 && sound.err.isEmpty)
  }
}
