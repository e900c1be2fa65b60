import Cabinet
import CabinetServices
import Foundation
import Testing

@testable import kabinet

@Suite("Services by commands")
struct CatalogueCommandTests {
  static let cardKeys: Set = [
    "id", "title", "summary", "category", "lifeSituations", "keywords", "agency", "audience",
    "results", "term", "fee", "documents", "acceptanceRefusals", "suspensions", "refusals",
    "appeal", "legalActs", "steps", "form", "updated", "eligibility",
  ]

  @Test("A search is an array, best first, with the contract's keys, and makes no store")
  func search() throws {
    let program = try Program()
    let found = try program.run("services", "охотничий", "билет", "--json").objects()
    #expect(found.first?["id"] as? String == "hunting-licence")
    for row in found {
      #expect(Set(row.keys) == ["id", "title", "category", "agency", "score"])
    }
    let scores = found.compactMap { $0["score"] as? Int }
    #expect(scores == scores.sorted(by: >))
    #expect(try program.files().isEmpty)
  }

  @Test("Without a query all services come by title; a limit cuts the list")
  func all() throws {
    let program = try Program()
    let all = try program.run("services", "--json").objects()
    #expect(all.count > 40)
    #expect(try program.run("services", "--json", "--limit", "3").objects().count == 3)
    #expect(try program.run("services", "--json", "--limit", "0").objects().isEmpty)
    #expect(try program.run("services").out.split(separator: "\n").count == all.count)
  }

  @Test("A query that nothing answers is an empty list and no error")
  func nothing() throws {
    let outcome = try Program().run("services", "щщщщщщщщ", "--json")
    #expect(outcome.code == 0)
    #expect(try outcome.objects().isEmpty)
  }

  @Test("Every card has the contract's keys and no others")
  func everyCard() throws {
    let session = try Cabinets.visitor(fixtures: Program.fixtures)
    #expect(session.catalogue.services.count > 40)
    for service in session.catalogue.services {
      let data = try JSONEncoder().encode(ServiceCardJSON(service, session, .russian))
      let card = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(Set(card.keys) == Self.cardKeys, "\(service.id)")
    }
  }

  @Test("A card as the program prints it agrees with the list")
  func cards() throws {
    let program = try Program()
    let rows = try program.run("services", "--json").objects()
    for row in stride(from: 0, to: rows.count, by: 40).map({ rows[$0] }) {
      let id = try #require(row["id"] as? String)
      let card = try program.run("service", id, "--json").object()
      #expect(Set(card.keys) == Self.cardKeys, "\(id)")
      for key in ["id", "title", "category", "agency"] {
        #expect(card[key] as? String == row[key] as? String, "\(id)")
      }
    }
    #expect(try program.files().isEmpty)
  }

  @Test("The check scores every service by the nine actions, and says whose score it is")
  func score() throws {
    let program = try Program()
    let report = try program.run("catalogue", "check", "--json").object()
    #expect(
      Set(report.keys) == [
        "services", "damages", "findings", "label", "overall", "weights", "distinctFieldSets",
        "servicesWithRules", "wordsPerSentence", "scores",
      ])
    #expect((report["label"] as? String)?.contains("самооценка") == true)
    #expect((report["overall"] as? Double ?? 0) >= 98)
    #expect((report["distinctFieldSets"] as? Int ?? 0) >= 300)
    let scores = try #require(report["scores"] as? [[String: Any]])
    #expect(scores.count == report["services"] as? Int)
    for score in scores {
      #expect(Set(score.keys) == ["service", "score", "actions", "missing"])
      #expect((score["actions"] as? [String: Any])?.count == 9)
    }
    let text = try program.run("catalogue", "check", "--lang", "en")
    #expect(text.code == 0)
    #expect(text.out.contains("not the Ministry's rating"))
    #expect(text.out.contains("the weakest:"))
  }

  @Test("A card is told in the language asked for")
  func cardLanguage() throws {
    let program = try Program()
    let russian = try program.run("service", "hunting-licence", "--json").object()
    let english = try program.run("service", "hunting-licence", "--json", "--lang", "en").object()
    #expect(russian["title"] as? String != english["title"] as? String)
    let text = try program.run("service", "hunting-licence").out
    for part in ["1030.10", "1080.4", "209-ФЗ", "Правительство Москвы"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("A service that is not there is not found, and the nearest are named")
  func unknown() throws {
    let program = try Program()
    let outcome = try program.run("service", "hunting-license", "--json")
    #expect(outcome.code == 4)
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains("hunting-licence"))
    let applied = try program.run("apply", "hunting-license", "--answers", "-", input: "{}")
    #expect(applied.code == 4)
    #expect(applied.err.contains("hunting-licence"))
  }

  /// The fixtures with one file changed.
  private func fixtures(_ program: Program, _ file: String, _ change: (String) -> String) throws {
    try FileManager.default.copyItem(atPath: Program.fixtures, toPath: program.path("Fixtures"))
    let path = program.path("Fixtures/catalogue/\(file)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try change(text).write(toFile: path, atomically: false, encoding: .utf8)
    program.environment["KABINET_FIXTURES"] = program.path("Fixtures")
  }

  @Test("A damaged file of the catalogue is named with line and key, and the rest is served")
  func damagedFile() throws {
    let program = try Program()
    var line = 0
    try fixtures(program, "nature.json") { text in
      let lines = text.components(separatedBy: "\n")
      line = (lines.firstIndex { $0.contains(#""kind":"#) } ?? 0) + 1
      return text.replacingOccurrences(
        of: #""kind": "application""#, with: #""kind": "nonsense""#,
        range: text.range(of: #""kind": "application""#))
    }
    let outcome = try program.run("services", "--json")
    #expect(outcome.code == 0)
    #expect(outcome.err.contains("nature.json:\(line)"), "\(outcome.err)")
    #expect(outcome.err.contains("kind"))
    #expect(try outcome.objects().count > 40)
    #expect(try program.run("catalogue", "check").code == 1)
  }

  @Test("A file that breaks off costs only what is cut")
  func noJSON() throws {
    let program = try Program()
    try fixtures(program, "nature.json") { String($0.prefix($0.count / 2)) }
    let outcome = try program.run("services", "--json")
    #expect(outcome.code == 0)
    #expect(outcome.err.contains("nature.json"))
    let ids = try outcome.objects().compactMap { $0["id"] as? String }
    #expect(ids.count > 40 && ids.contains("hunting-licence"))
    #expect(!ids.contains("tree-planting-request"))
  }

  @Test("Without its files the program says how to name them")
  func noFixtures() throws {
    let program = try Program()
    // A copy of the program elsewhere finds no checkout above it.
    try FileManager.default.copyItem(atPath: Program.path, toPath: program.path("kabinet"))
    program.environment["KABINET_FIXTURES"] = program.path("nowhere")
    let outcome = try program.bash("./kabinet services")
    #expect(outcome.code == 3)
    #expect(outcome.err.contains("KABINET_FIXTURES"))
  }
}
