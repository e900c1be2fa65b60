import Foundation
import Testing

@Suite("The life of an application by commands alone")
struct LifeOfApplicationTests {
  private func applied(_ program: Program) throws {
    let outcome = try program.run(
      "apply", "hunting-licence", "--answers", "-", "--request-id", "life", input: huntingAnswers)
    #expect(outcome.code == 0, "\(outcome.err)")
  }

  private func status(_ program: Program) throws -> Int? {
    try program.run("application", "life", "--json").object()["status"] as? Int
  }

  @Test("Without a photo it is asked for (8021); with one the licence is granted (1075)")
  func granted() throws {
    let program = try Program.demonstration()
    try applied(program)
    #expect(try program.run("office", "run", "--until", "2021-01-22").code == 0)
    let asked = try program.run("application", "life", "--json").object()
    #expect(asked["status"] as? Int == 8021)
    #expect(asked["requestedFields"] as? [String] == ["photo"])

    let refused = try program.run("answer", "life", "--answers", "-", "--json", input: "{}")
    #expect(refused.code == 1)
    #expect(
      (try refused.object()["errors"] as? [[String: String]])?.map { $0["field"] } == ["photo"])

    let photo = Program.fixtures + "/demo/photo.png"
    let answered = try program.run(
      "answer", "life", "--answers", "-", "--json", input: #"{"photo": "\#(photo)"}"#)
    #expect(answered.code == 0, "\(answered.err)")
    #expect(try program.run("office", "run", "--until", "2021-02-10").code == 0)
    let granted = try program.run("application", "life", "--json").object()
    #expect(granted["status"] as? Int == 1075)

    let history = try #require(granted["history"] as? [[String: Any]])
    for entry in history {
      #expect(Set(entry.keys) == ["at", "actor", "code", "title", "note"])
    }
    let moments = history.compactMap { $0["at"] as? String }
    #expect(moments == moments.sorted() && moments.count == history.count)
    let codes = history.compactMap { $0["code"] as? Int }
    #expect(codes.first == 1010 || codes.first == 1040)
    #expect(codes.contains(1050) && codes.contains(8021) && codes.last == 1075)
    #expect(try program.run("check").code == 0)

    // Nothing more can be done with what is closed.
    for command in ["withdraw life", "answer life --answers -", "office grant life"] {
      let outcome = try program.bash("echo '{}' | $kabinet \(command)")
      #expect(outcome.code == 1, "\(command)")
      #expect(outcome.out.isEmpty)
    }
  }

  @Test("The same by the number of the application, in words and in both languages")
  func byNumber() throws {
    let program = try Program.demonstration()
    try applied(program)
    let number = try #require(
      try program.run("application", "life", "--json").object()["number"] as? String)
    for language in ["ru", "en"] {
      let outcome = try program.run("application", number, "--lang", language)
      #expect(outcome.code == 0)
      #expect(outcome.out.contains(number))
    }
    let near = try program.run("application", String(number.dropLast()))
    #expect(near.code == 4)
    #expect(near.err.contains(number))
  }

  @Test("A resident withdraws, and the office confirms")
  func withdrawn() throws {
    let program = try Program.demonstration()
    try applied(program)
    #expect(try program.run("office", "accept", "life").code == 0)
    let outcome = try program.run("withdraw", "life", "--json")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(try program.run("office", "run", "--until", "2021-01-20").code == 0)
    #expect(try status(program) == 1090)
  }

  @Test("A refusal by hand names a ground of the service, and can be appealed once")
  func appealed() throws {
    let program = try Program.demonstration()
    try applied(program)
    #expect(try program.run("office", "accept", "life").code == 0)
    #expect(try program.run("appeal", "life", "--text", "Рано").code == 1)
    let unknown = try program.run("office", "refuse", "life", "--ground", "1080.99")
    #expect(unknown.code == 1)
    #expect(unknown.err.contains("1080.4"))
    #expect(
      try program.run("office", "refuse", "life", "--ground", "1080.4", "--note", "Найдено.").code
        == 0)
    let refused = try program.run("application", "life", "--json").object()
    #expect(refused["status"] as? Int == 1080)
    #expect(refused["statusCode"] as? String == "1080.4")

    #expect(try program.run("appeal", "life", "--text", "  ").code == 1)
    for _ in 1...2 {
      let outcome = try program.run(
        "appeal", "life", "--text", "Судимости нет.", "--request-id", "c1", "--json")
      #expect(outcome.code == 0, "\(outcome.err)")
      let complaints = try #require(try outcome.object()["complaints"] as? [[String: Any]])
      #expect(complaints.count == 1)
      #expect(complaints.first?["id"] as? String == "c1")
    }
    #expect(try program.run("office", "run", "--until", "2021-03-01").code == 0)
    let decided = try program.run("application", "life", "--json").object()
    let complaint = (decided["complaints"] as? [[String: Any]])?.first
    #expect(complaint?["outcome"] is String)
  }

  @Test("The office asks, suspends and grants by hand")
  func byHand() throws {
    let program = try Program.demonstration()
    try applied(program)
    let orders: [(String, Int)] = [
      ("accept life", 1050), ("ask life --text Уточните --field phone --days 3", 8021),
    ]
    for (order, code) in orders {
      let outcome = try program.bash("$kabinet office \(order) --json")
      #expect(outcome.code == 0, "\(order): \(outcome.err)")
      #expect(try outcome.object()["status"] as? Int == code)
    }
    let list = try program.run("office", "list", "--json").objects()
    #expect(list.contains { $0["id"] as? String == "life" })
    #expect(try program.run("office", "show", "life").code == 0)
    #expect(
      try program.run(
        "answer", "life", "--answers", "-", input: #"{"phone": "+79000000002"}"#
      ).code == 0)
    #expect(try program.run("office", "suspend", "life", "--text", "Проверка").code == 0)
    #expect(try status(program) == 1060)
    // While the term stands still nothing is decided; when it runs again it is.
    #expect(try program.run("office", "grant", "life").code == 1)
    #expect(try status(program) == 1060)
    #expect(try program.run("office", "run", "--until", "2021-01-28T10:00:00+03:00").code == 0)
    #expect(try program.run("office", "grant", "life").code == 0)
    #expect(try status(program) == 1075)
  }

  @Test(
    "An application that is not there is not found",
    arguments: [
      "application x9", "withdraw x9", "answer x9 --answers -", "appeal x9 --text y",
      "office show x9", "office accept x9", "office ask x9 --text y", "office suspend x9",
      "office refuse x9", "office grant x9",
    ])
  func unknown(command: String) throws {
    let program = try Program.demonstration()
    let stored = try program.files()
    let outcome = try program.bash("echo '{}' | $kabinet \(command)")
    #expect(outcome.code == 4)
    #expect(outcome.out.isEmpty && outcome.err.contains("x9"))
    #expect(try program.files() == stored)
  }
}
