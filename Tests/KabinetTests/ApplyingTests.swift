import Foundation
import Testing

@Suite("Applying by commands")
struct ApplyingTests {
  static let receiptKeys: Set = ["id", "number", "status", "submittedAt", "dueDate"]

  @Test("A receipt has the contract's keys; answers come from a file or from standard input")
  func receipt() throws {
    let program = try Program.demonstration()
    let file = try program.write("answers.json", huntingAnswers)
    let first = try program.run("apply", "hunting-licence", "--answers", file, "--json").object()
    #expect(Set(first.keys) == Self.receiptKeys)
    #expect(first["status"] as? Int == 1040)
    #expect(first["dueDate"] as? String == "2021-01-21")
    let second = try program.run(
      "apply", "hunting-licence", "--answers", "-", "--json", input: huntingAnswers
    ).object()
    #expect(Set(second.keys) == Self.receiptKeys)
    #expect(first["number"] as? String != second["number"] as? String)
  }

  @Test("The same request id sends once")
  func requestID() throws {
    let program = try Program.demonstration()
    let file = try program.write("answers.json", huntingAnswers)
    func apply() throws -> Outcome {
      try program.run(
        "apply", "hunting-licence", "--answers", file, "--request-id", "mine-1", "--json")
    }
    let count = try program.run("applications", "--json").objects().count
    let first = try apply()
    let stored = try program.files()
    let second = try apply()
    #expect(first.code == 0)
    #expect(second.out == first.out)
    #expect(try program.files() == stored)
    #expect(try first.object()["id"] as? String == "mine-1")
    #expect(try program.run("applications", "--json").objects().count == count + 1)
  }

  @Test("A draft is kept, has the same keys, and is sent by its id later")
  func draft() throws {
    let program = try Program.demonstration()
    let file = try program.write("answers.json", huntingAnswers)
    let draft = try program.run(
      "apply", "hunting-licence", "--answers", file, "--draft", "--request-id", "d1", "--json"
    ).object()
    #expect(Set(draft.keys) == Self.receiptKeys)
    #expect(draft["number"] is NSNull && draft["status"] is NSNull)
    let row = try #require(
      try program.run("applications", "--json").objects().first { $0["id"] as? String == "d1" })
    #expect(row["phase"] as? String == "draft")
    #expect(try program.run("application", "d1").code == 4)
    let sent = try program.run(
      "apply", "hunting-licence", "--answers", file, "--request-id", "d1", "--json"
    ).object()
    #expect(sent["id"] as? String == "d1")
    #expect(sent["status"] as? Int == 1040)
  }

  @Test("All that is wrong is told at once, and nothing is stored but the draft")
  func invalid() throws {
    let program = try Program.demonstration()
    let answers = #"{"snils": "112-233-445 96", "delivery": "pigeon", "minimum": "no"}"#
    let outcome = try program.run(
      "apply", "hunting-licence", "--answers", "-", "--json", "--request-id", "bad",
      input: answers)
    #expect(outcome.code == 1)
    let refusal = try outcome.object()
    #expect(Set(refusal.keys) == ["draft", "errors"])
    let errors = try #require(refusal["errors"] as? [[String: String]])
    let fields = errors.compactMap { $0["field"] }
    #expect(fields == ["snils", "minimum", "oldLicence", "delivery", "truthful"])
    for error in errors { #expect(Set(error.keys) == ["field", "title", "reason"]) }
    for field in fields { #expect(outcome.err.contains("\n  \(field): ")) }
    #expect(try program.run("application", "bad").code == 4)
    let rows = try program.run("applications", "--json").objects()
    #expect(
      rows.filter { $0["id"] as? String == "bad" }.map { $0["phase"] as? String } == ["draft"])
    // Without --json the words go to standard error alone.
    let words = try program.run("apply", "hunting-licence", "--answers", "-", input: answers)
    #expect(words.code == 1)
    #expect(words.out.isEmpty)
  }

  @Test("A field that the form does not have is told with all else that is wrong")
  func unknownField() throws {
    let program = try Program.demonstration()
    let outcome = try program.run(
      "apply", "hunting-licence", "--answers", "-", "--json", input: #"{"shoeSize": "42"}"#)
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("shoeSize"))
    let errors = try #require(try outcome.object()["errors"] as? [[String: String]])
    #expect(
      errors.map { $0["field"] } == ["shoeSize", "minimum", "oldLicence", "delivery", "truthful"])
    let draft = try #require(try outcome.object()["draft"] as? String)
    let rows = try program.run("applications", "--json").objects()
    #expect(
      rows.filter { $0["id"] as? String == draft }.map { $0["phase"] as? String } == ["draft"])
  }

  @Test(
    "What is no object of answers is refused and nothing is stored",
    arguments: ["", "[]", "{", "null", "\u{0}", "{\"snils\": {\"a\": 1}}"])
  func noAnswers(text: String) throws {
    let program = try Program.demonstration()
    let stored = try program.files()
    let outcome = try program.run("apply", "hunting-licence", "--answers", "-", input: text)
    #expect(outcome.code == 1)
    #expect(outcome.out.isEmpty && !outcome.err.isEmpty)
    #expect(try program.files() == stored)
  }

  @Test("A file that cannot be read is refused by its name", arguments: ["nowhere.json", "."])
  func noFile(path: String) throws {
    let program = try Program.demonstration()
    let outcome = try program.run("apply", "hunting-licence", "--answers", path)
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("«\(path)»"))
  }

  @Test("Nobody else's name opens a cabinet")
  func notSignedIn() throws {
    let program = try Program.demonstration()
    for command in ["applications", "apply hunting-licence --answers -", "open", "demo"] {
      let outcome = try program.bash("$kabinet \(command) --as nobody < /dev/null")
      #expect(outcome.code == 5, "\(command)")
      #expect(outcome.out.isEmpty && outcome.err.contains("nobody"))
    }
    #expect(try program.run("applications", "--as", "demo").code == 0)
  }
}
