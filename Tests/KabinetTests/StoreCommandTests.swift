import Foundation
import PseudoTerminal
import Terminal
import Testing

@Suite("Stores by commands")
struct StoreCommandTests {
  @Test("A demonstration is seeded once and opened again without a change")
  func seededOnce() throws {
    let program = try Program.demonstration()
    let stored = try program.files()
    #expect(stored.count > 3)
    #expect(try program.run("demo", "--seed-only").code == 0)
    #expect(try program.files() == stored)
    let named = try program.run("demo", "--seed-only", "--store", program.path("other"))
    #expect(named.code == 0)
    #expect(named.out.contains(program.path("other")))
  }

  @Test("A real cabinet is not taken for a demonstration, and stays as it is")
  func personal() throws {
    let program = try Program()
    #expect(try program.run("applications").code == 0)
    let stored = try program.files()
    #expect(!stored.isEmpty)
    for arguments in [["demo"], ["demo", "--seed-only"]] {
      let outcome = try program.bash((["$kabinet"] + arguments).joined(separator: " "))
      #expect(outcome.code == 1)
      #expect(outcome.out.isEmpty && outcome.err.contains(program.path("store")))
    }
    #expect(try program.files() == stored)
  }

  @Test("The office moves the clock of a demonstration, and it stays there")
  func clock() throws {
    let program = try Program.demonstration()
    #expect(try program.run("demo").out.contains("14\u{A0}янв"))
    let outcome = try program.run("office", "run", "--until", "2021-01-22", "--json").object()
    #expect(Set(outcome.keys) == ["until", "steps"])
    #expect(try program.run("demo").out.contains("22\u{A0}янв"))
    // It never goes back.
    #expect(try program.run("office", "run", "--until", "2021-01-15").code == 0)
    #expect(try program.run("demo").out.contains("22\u{A0}янв"))
  }

  @Test("A store that is not there is said to be missing, and is not made by checking")
  func missing() throws {
    let program = try Program()
    for option in ["", "--json"] {
      let outcome = try program.bash("$kabinet check \(option)")
      #expect(outcome.code == 3)
      #expect(outcome.out.isEmpty && outcome.err.contains("--store"))
    }
    #expect(!FileManager.default.fileExists(atPath: program.path("store")))
  }

  @Test("A sound store is told so, with counts")
  func sound() throws {
    let program = try Program.demonstration()
    let report = try program.run("check", "--json").object()
    #expect(
      Set(report.keys) == [
        "sound", "format", "streams", "records", "bytes", "attachments", "findings",
      ])
    #expect(report["format"] as? Int == 3)
    #expect(try #require(report["findings"] as? [Any]).isEmpty)
    #expect(report["sound"] as? Bool == true)
    // The accounts, the resident, and the registers of a polyclinic and of a vet.
    #expect(report["streams"] as? Int == 4)
    #expect(try program.run("check").code == 0)
  }

  /// Records are written in a row where a demonstration is made and where its clock runs; room is for that time.
  @Test("When a command is over its journals end with a record")
  func noRoomAtRest() throws {
    let program = try Program.demonstration()
    for _ in 1...2 {
      let journals = try program.files().filter { $0.key.hasSuffix("journal.jsonl") }
      #expect(journals.count == 4)
      for (name, bytes) in journals {
        #expect(bytes.last == 10 && !bytes.contains(0), "\(name)")
      }
      #expect(try program.run("office", "run", "--until", "2021-06-01").code == 0)
    }
  }

  @Test("A folder that is no store is refused and left alone")
  func notAStore() throws {
    let program = try Program()
    try FileManager.default.createDirectory(
      atPath: program.path("store"), withIntermediateDirectories: false)
    try program.write("store/letter.txt", "dear")
    for command in ["applications", "check", "demo"] {
      let outcome = try program.run(command)
      #expect(outcome.code == 3, "\(command)")
      #expect(outcome.out.isEmpty && !outcome.err.isEmpty)
    }
    #expect(try Array(program.files().keys) == ["letter.txt"])
  }

  @Test("A store of a newer format is refused and not touched")
  func newerFormat() throws {
    let program = try Program.demonstration()
    let path = program.path("store/store.json")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let newer = text.replacingOccurrences(of: #""format":3"#, with: #""format":4"#)
    #expect(newer != text)
    try newer.write(toFile: path, atomically: false, encoding: .utf8)
    let stored = try program.files()
    for command in [
      "applications", "application x", "demo", "demo --seed-only", "open", "check",
      "office run", "apply hunting-licence --answers -",
    ] {
      let outcome = try program.bash("$kabinet \(command) < /dev/null")
      #expect(outcome.code == 3, "\(command)")
      #expect(outcome.out.isEmpty && !outcome.err.isEmpty)
    }
    #expect(try program.files() == stored)
  }

  @Test("A damaged journal is found and nothing is written over it", arguments: [0.1, 0.5, 0.9])
  func damaged(place: Double) throws {
    let program = try Program.demonstration()
    let journal = try program.journal()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
    bytes[Int(Double(bytes.count) * place)] ^= 0x01
    try bytes.write(to: URL(fileURLWithPath: journal))
    let check = try program.run("check", "--json")
    #expect(check.code == 3)
    #expect(check.err.isEmpty)
    #expect(try check.object()["sound"] as? Bool == false)
    #expect(try #require(try check.object()["findings"] as? [Any]).count > 0)
    // Without the snapshot, which saves reading the journal, every command meets the damage.
    let snapshot = journal.replacingOccurrences(of: "journal.jsonl", with: "snapshot.json")
    try? FileManager.default.removeItem(atPath: snapshot)
    for command in ["applications", "demo", "apply hunting-licence --answers -"] {
      let outcome = try program.bash("echo '\(huntingAnswers)' | $kabinet \(command)")
      #expect(outcome.code == 3, "\(command)")
      #expect(outcome.out.isEmpty && !outcome.err.isEmpty, "\(command): \(outcome)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal)) == bytes)
  }

  @Test("A damaged cabinet is opened for reading: on a screen, as lines, and as text")
  func readUpToDamage() throws {
    let program = try Program.demonstration()
    let journal = try program.journal()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
    bytes[bytes.count / 2] ^= 0x01
    try bytes.write(to: URL(fileURLWithPath: journal))
    try FileManager.default.removeItem(
      atPath: journal.replacingOccurrences(of: "journal.jsonl", with: "snapshot.json"))
    let stored = try program.files()

    let text = try program.bash("$kabinet open")
    #expect(text.code == 3)
    #expect(text.out.contains("Личный кабинет") && text.err.contains("kabinet check"))

    let terminal = try program.open("open")
    #expect(try terminal.waitForIdle(timeout: 20_000))
    #expect(terminal.emulator.grid.text.contains("открыт только для чтения"))
    try terminal.write([0x1B])
    #expect(try terminal.waitForIdle(timeout: 20_000))
    #expect(terminal.emulator.grid.text.contains("Только чтение"))
    #expect(!terminal.emulator.grid.text.contains("открыт только для чтения"))
    try terminal.write([0x11])
    #expect(try terminal.wait(timeout: 20_000) == .exited(0))

    let lines = try program.run(
      "plain", input: "дальше\nнайти охотничий билет\n1\nдобавить в избранное\nвыход\n")
    #expect(lines.code == 0)
    #expect(lines.out.contains("открыт только для чтения"))
    #expect(try program.files() == stored)
  }

  @Test("A journal that cannot be read is no empty cabinet")
  func unreadable() throws {
    let program = try Program.demonstration()
    let journal = try program.journal()
    try FileManager.default.removeItem(atPath: journal)
    try FileManager.default.createDirectory(
      atPath: journal, withIntermediateDirectories: false)
    #expect(try program.run("applications").code == 3)
  }
}
