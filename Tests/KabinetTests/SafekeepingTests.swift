import Foundation
import Testing

@Suite("Check, repair, export and import by commands")
struct SafekeepingTests {
  /// The demonstration's journal with one letter changed by an editor.
  func tampered(_ program: Program, line: Int) throws -> Data {
    let journal = try program.journal()
    var lines = try String(contentsOfFile: journal, encoding: .utf8).components(separatedBy: "\n")
    #expect(lines.count > line)
    lines[line - 1] = lines[line - 1].replacingOccurrences(of: #""kind":"#, with: #""kinD":"#)
    try lines.joined(separator: "\n").write(toFile: journal, atomically: false, encoding: .utf8)
    return try Data(contentsOf: URL(fileURLWithPath: journal))
  }

  @Test("A tampered record in the middle is named by file, line and number, and stops writing")
  func tamperedRecord() throws {
    let program = try Program.demonstration()
    let bytes = try tampered(program, line: 7)
    let check = try program.run("check", "--json")
    #expect(check.code == 3)
    let findings = try #require(try check.object()["findings"] as? [[String: Any]])
    let finding = try #require(findings.first)
    #expect(finding["kind"] as? String == "damagedRecord")
    #expect(finding["file"] as? String == "residents/ed/demo/journal.jsonl")
    #expect(finding["line"] as? Int == 7)
    #expect(finding["seq"] as? Int == 7)
    #expect(finding["isDamage"] as? Bool == true)
    let text = try program.run("check")
    #expect(text.code == 3)
    #expect(text.out.contains("Повреждено: файл residents/ed/demo/journal.jsonl, строка 7"))
    #expect(text.out.contains("Что делать: "))
    #expect(text.out.contains("kabinet repair --into"))
    // The snapshot hides the damage from reading, not from writing.
    #expect(try program.run("applications").code == 0)
    let refused = try program.bash(
      "echo '\(huntingAnswers)' | $kabinet apply hunting-licence --draft --answers -")
    #expect(refused.code == 3)
    #expect(refused.err.contains("строка 7"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.journal())) == bytes)
  }

  @Test("Repair saves the rest into a new store, lists what is lost, and leaves the old one alone")
  func repair() throws {
    let program = try Program.demonstration()
    _ = try tampered(program, line: 7)
    let before = try program.files()
    let repair = try program.run("repair", "--into", program.path("new"), "--json")
    #expect(repair.code == 3)
    let report = try repair.object()
    #expect(report["complete"] as? Bool == false)
    let lost = try #require(report["lost"] as? [[String: Any]])
    #expect(lost.contains { $0["kind"] as? String == "damagedRecord" && $0["line"] as? Int == 7 })
    #expect(try program.files() == before)
    let check = try program.run("check", "--json", "--store", program.path("new"))
    #expect(try check.object()["sound"] as? Bool == true)
    let kept = try #require(report["records"] as? Int)
    #expect(try check.object()["records"] as? Int == kept)
    #expect(kept + lost.count >= before.count)
    // The new store is one to go on with.
    #expect(try program.run("applications", "--store", program.path("new")).code == 0)
    let draft = try program.bash(
      "echo '\(huntingAnswers)' | $kabinet apply hunting-licence --draft --answers - --store \(program.path("new"))"
    )
    #expect(draft.code == 0)
    // It goes nowhere where something is, nor into the old store.
    for folder in ["new", "store", "store/sub", "store/../store/x"] {
      let refused = try program.run("repair", "--into", program.path(folder))
      #expect(refused.code == 1, "\(folder)")
      #expect(!refused.err.isEmpty)
    }
    #expect(try program.files() == before)
  }

  @Test("Repair of a sound store loses nothing; without store.json or accounts it helps itself")
  func repairOfTheRest() throws {
    let program = try Program.demonstration()
    let whole = try program.run("repair", "--into", program.path("a"))
    #expect(whole.code == 0)
    #expect(whole.out.contains("Ничего не потеряно"))
    try FileManager.default.removeItem(atPath: program.path("store/store.json"))
    try FileManager.default.removeItem(atPath: program.path("store/accounts/journal.jsonl"))
    let repair = try program.run("repair", "--into", program.path("b"), "--json")
    #expect(repair.code == 3)
    let lost = try #require(try repair.object()["lost"] as? [[String: Any]])
    #expect(lost.compactMap { $0["kind"] as? String } == ["manifest", "account"])
    let applications = try program.run(
      "applications", "--json", "--store", program.path("b"), "--as", "demo")
    #expect(try applications.objects().count > 3)
  }

  @Test("What is exported is imported whole, once, and gives the same export")
  func roundTrip() throws {
    let program = try Program.demonstration()
    let before = try program.files()
    let export = try program.run("export", program.path("all.json"), "--json").object()
    #expect(try program.files() == before)
    #expect(try #require(export["records"] as? Int) > 20)
    #expect(export["files"] as? Int == 2)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: program.path("all.json")))
    let document = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(
      Set(document.keys) == [
        "format", "version", "kind", "login", "resident", "head", "records", "files",
      ])
    // An existing file is never overwritten.
    #expect(try program.run("export", program.path("all.json")).code == 1)
    for isNew in [true, false] {
      let outcome = try program.run(
        "import", program.path("all.json"), "--store", program.path("copy"), "--json")
      #expect(outcome.code == 0)
      #expect(try outcome.object()["imported"] as? Bool == isNew)
    }
    let again = try program.run("export", "-", "--store", program.path("copy"))
    #expect(Data(again.out.utf8) == bytes)
    #expect(try program.run("check", "--store", program.path("copy")).code == 0)
    let applications = try program.run("applications", "--json")
    #expect(
      try program.run("applications", "--json", "--store", program.path("copy")).out
        == applications.out)
    // A document that somebody laid out anew is the same document.
    let pretty = try program.bash(
      "python3 -m json.tool --no-ensure-ascii all.json > pretty.json && "
        + "$kabinet import pretty.json --store pretty && $kabinet export - --store pretty")
    #expect(pretty.out.hasSuffix(again.out))
  }

  @Test("An import never overwrites a cabinet, nor mixes made-up people with real ones")
  func refusedImports() throws {
    let program = try Program.demonstration()
    #expect(try program.run("export", program.path("all.json")).code == 0)
    let draft = try program.bash(
      "echo '\(huntingAnswers)' | $kabinet apply hunting-licence --draft --answers -")
    #expect(draft.code == 0)
    let before = try program.files()
    // The cabinet has gone on from the export: nothing to do.
    let older = try program.run("import", program.path("all.json"), "--json")
    #expect(try older.object()["imported"] as? Bool == false)
    #expect(try program.files() == before)
    // The other way round it has not.
    #expect(try program.run("export", program.path("newer.json")).code == 0)
    let copy = program.path("copy")
    #expect(try program.run("import", program.path("all.json"), "--store", copy).code == 0)
    let refused = try program.run("import", program.path("newer.json"), "--store", copy)
    #expect(refused.code == 1)
    #expect(refused.err.contains("не перезаписывается"))
    #expect(
      try program.run("export", "-", "--store", copy).out.count
        == String(contentsOfFile: program.path("all.json"), encoding: .utf8).count)
    #expect(try program.run("applications", "--store", program.path("own")).code == 0)
    let mixed = try program.run(
      "import", program.path("all.json"), "--store", program.path("own"))
    #expect(mixed.code == 1)
  }

  @Test("A document that is not exactly an export is refused with the place, and nothing is made")
  func strictness() throws {
    let program = try Program.demonstration()
    #expect(try program.run("export", program.path("all.json")).code == 0)
    let text = try String(contentsOfFile: program.path("all.json"), encoding: .utf8)
    func changed(_ old: String, _ new: String) -> String {
      guard let range = text.range(of: old) else {
        Issue.record("no \(old)")
        return text
      }
      return text.replacingCharacters(in: range, with: new)
    }
    let bomb = String(repeating: "[", count: 100_000)
    let wrong: [(String, String)] = [
      ("", "ничего нет"), ("[]", "{…}"), ("{}", "не выгрузка"), ("\u{FEFF}" + text, "порядка"),
      (changed(#""version":1"#, #""version":2"#), "версии 2"),
      (changed(#""version":1"#, #""version":1,"version":1"#), "version"),
      (changed(#""version":1"#, #""version":"1""#), "version"),
      (changed(#""kind":"#, #""extra":1,"kind":"#), "extra"),
      (changed("\n]}", ",\n]}"), "строка"), (changed("\n],", ",\n],"), "строка"),
      (changed(#""actor":"resident""#, #""actor":"nobody""#), "строка"),
      (changed(#""actor":"resident""#, #""actor":"office""#), "хеш"),
      (changed(#""seq":2"#, #""seq":3"#), "строка"),
      (changed(#""base64":""#, #""base64":"AAAA"#), "файл"),
      (changed(#""resident":"demo""#, #""resident":"../x""#), "имя"),
      (changed(#""head":{"seq":"#, #""head":{"seq":-"#), "head"),
      (changed(#""event":{"#, #""event":{"deep":"# + bomb + ","), "вложенность"),
      (String(text.dropLast(3)), "обрывается"), (text + "{}", "конец текста"),
    ]
    for (index, (document, reason)) in wrong.enumerated() {
      try program.write("wrong.json", document)
      let outcome = try program.run(
        "import", program.path("wrong.json"), "--store", program.path("none"))
      #expect(outcome.code == 1, "\(index)")
      #expect(outcome.out.isEmpty && outcome.err.contains(reason), "\(index): \(outcome.err)")
      #expect(!FileManager.default.fileExists(atPath: program.path("none")), "\(index)")
    }
    // Bytes that are no text at all.
    let bytes = Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])
    try bytes.write(to: URL(fileURLWithPath: program.path("wrong.json")))
    let outcome = try program.run(
      "import", program.path("wrong.json"), "--store", program.path("none"))
    #expect(outcome.code == 1 && outcome.err.contains("UTF-8"))
    #expect(try program.run("import", program.path("absent.json")).code == 1)
  }
}
