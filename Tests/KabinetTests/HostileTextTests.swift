import Cabinet
import Foundation
import PseudoTerminal
import Terminal
import Testing

@Suite("Whatever a text says, the terminal obeys the program alone", .serialized)
struct HostileTextTests {
  /// A store in which every text of the journal is hostile, and every title of the catalogue.
  private static func program() throws -> Program {
    let clean = try Program.demonstration()
    let program = try Program()
    try HostileText.poisonStore(clean.path("store"), into: program.path("store"))
    program.environment["KABINET_FIXTURES"] = try fixtures(program)
    return program
  }

  private static func fixtures(_ program: Program) throws -> String {
    let folder = program.path("fixtures")
    try FileManager.default.copyItem(atPath: Program.fixtures, toPath: folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/catalogue") {
      try HostileText.poisonCatalogue(folder + "/catalogue/" + name)
    }
    return folder
  }

  private func expectSound(
    _ outcome: Outcome, shows trace: Bool = true, _ command: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    for text in [outcome.out, outcome.err] {
      let inspector = OutputInspector(Array(text.utf8), isTerminal: false)
      #expect(inspector.faults == [], "\(command)", sourceLocation: location)
    }
    if trace {
      #expect(
        (outcome.out + outcome.err).contains(HostileText.trace), "\(command)",
        sourceLocation: location)
    }
  }

  @Test("Of texts in the store and the catalogue, printed for people and machines")
  func printed() throws {
    let program = try Self.program()
    let listed = try program.run("applications", "--json")
    try #require(listed.code == 0, "\(listed.err)")
    let ids = try listed.objects().compactMap { $0["id"] as? String }
    #expect(ids.count > 2)
    for language in ["ru", "en"] {
      for arguments in [
        "", "applications", "applications --json", "services --limit 30", "services --json",
        "service hunting-licence", "service hunting-licence --json", "office list",
        "office list --json", "application \(ids[0])", "application \(ids[0]) --json",
      ] {
        let outcome = try program.bash("$kabinet \(arguments) --lang \(language)")
        expectSound(outcome, arguments)
        #expect(
          outcome.code == 0 || arguments.hasPrefix("catalogue"), "\(arguments) \(outcome.err)")
        if arguments.hasSuffix("--json") { _ = try outcome.json() }
      }
    }
    expectSound(try program.run("check"), shows: false, "check")
  }

  @Test("JSON gives every hostile character back to who reads it")
  func machinesReadThemAsTheyAre() throws {
    let program = try Self.program()
    let found = try program.run("services", "--json", "--limit", "1").objects()
    let title = try #require(found.first?["title"] as? String)
    #expect(title.unicodeScalars.contains("\u{202E}") && title.unicodeScalars.contains("\u{1B}"))
    #expect(title.hasSuffix("K\u{1B}c"))
  }

  @Test("Of command lines, file names and settings")
  func commandLines() throws {
    let program = try Program.demonstration()
    let bad = HostileText.quoted
    try program.write("tape.tape", HostileText.payload)
    try program.write("type.tape", "Expect \"\(HostileText.payload)\"\n")
    let oneLine = HostileText.payload.unicodeScalars.filter { !Character($0).isNewline }
    try program.write("expect.tape", "Expect \"\(String(String.UnicodeScalarView(oneLine)))\"\n")
    try program.write(
      "answers.json", "{\"\(HostileText.trace)\": \"\u{1B}\u{202E}\"}")
    try program.write(
      "names.json", #"{"\u001b[31337m\u202e\u009b": "a"}"#)
    for line in [
      "$kabinet \(bad)", "$kabinet service \(bad)", "$kabinet services \(bad) --limit \(bad)",
      "$kabinet --lang \(bad)", "$kabinet --now \(bad)", "$kabinet applications --as \(bad)",
      "$kabinet demo --seed-only --store /dev/null/\(bad)", "$kabinet application \(bad)",
      "$kabinet withdraw \(bad)", "$kabinet apply hunting-licence --answers \(bad)",
      "$kabinet apply \(bad) --answers answers.json", "$kabinet play \(bad)",
      "$kabinet play tape.tape", "$kabinet play expect.tape",
      "$kabinet apply hunting-licence --answers answers.json",
      "$kabinet apply hunting-licence --answers answers.json --json",
      "$kabinet apply hunting-licence --answers names.json",
      "$kabinet apply hunting-licence --answers names.json --json",
    ] {
      let outcome = try program.bash(line)
      #expect(outcome.code != 0, "\(line)")
      expectSound(outcome, line)
    }
    for line in [
      "KABINET_FIXTURES=\(bad) $kabinet services", "LC_ALL=\(bad) $kabinet services --limit 1",
      "TERM=\(bad) $kabinet services --limit 1", "$kabinet service --\(bad)",
      "$kabinet check --store \(bad)", "$kabinet play type.tape", "$kabinet catalogue check \(bad)",
      "$kabinet services --json --limit 1 --request-id \(bad)",
      "KABINET_STORE=\(bad)/x $kabinet applications", "KABINET_STORE=\(bad)/x $kabinet check",
    ] {
      expectSound(try program.bash(line), shows: false, line)
    }
  }

  @Test("Of files that are attached, of what the office writes, and of what the resident complains")
  func partiesOfTheLife() throws {
    let program = try Program.demonstration()
    let bad = HostileText.quoted
    // A file name holds no zero and no slash; the payload has neither.
    let photo = program.path("\(HostileText.payload).png")
    try FileManager.default.copyItem(
      atPath: Program.fixtures + "/demo/photo.png", toPath: photo)
    let answers: [String: Any] = [
      "minimum": true, "oldLicence": "no", "delivery": "mfc", "truthful": true, "photo": photo,
    ]
    try JSONSerialization.data(withJSONObject: answers)
      .write(to: URL(fileURLWithPath: program.path("a.json")))
    for id in ["h1", "h2"] {
      let sent = try program.run(
        "apply", "hunting-licence", "--answers", "a.json", "--request-id", id)
      #expect(sent.code == 0, "\(sent.err)")
      expectSound(try program.bash("$kabinet office accept \(id)"), "accept")
    }
    for line in [
      "$kabinet application h1", "$kabinet application h1 --json",
      "$kabinet office ask h2 --text \(bad) --field photo", "$kabinet application h2",
      "$kabinet office refuse h1 --ground 1080.1 --note \(bad)",
      "$kabinet appeal h1 --text \(bad)", "$kabinet application h1 --json",
      "$kabinet answer h2 --answers \(bad)", "$kabinet --lang en",
    ] {
      expectSound(try program.bash(line), shows: !line.hasSuffix("en"), line)
    }
    let complaints = try #require(
      try program.run("application", "h1", "--json").object()["complaints"] as? [[String: Any]])
    #expect((complaints.first?["text"] as? String)?.contains(HostileText.trace) == true)
  }

  @Test("Of journals and catalogues that were broken by hand")
  func broken() throws {
    let program = try Program.demonstration()
    let journal = try program.journal()
    let text = try String(contentsOfFile: journal, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[2] = lines[2].replacingOccurrences(
      of: "\"actor\":\"",
      with: "\"actor\":\"\(HostileText.payload.replacingOccurrences(of: "\n", with: ""))")
    try lines.joined(separator: "\n").write(toFile: journal, atomically: false, encoding: .utf8)
    for command in ["check", "check --json", "applications", ""] {
      expectSound(try program.bash("$kabinet \(command)"), shows: false, command)
    }
    let folder = program.path("catalogue")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.fixtures + "/catalogue/shared.json", toPath: folder + "/shared.json")
    for (text, isShown) in [
      (HostileText.payload, false), (#"{"services": [{"\u001b[31337m\u202e": 1}]}"#, false),
      (#"{"services": [{"\u001b[31337m": 1, "\u001b[31337m": 2}]}"#, true),
      ("{\"\u{202E}31337m\": x}", true),
      (#"{"services": [{"id": "\u001b[31337m\u009b"}]}"#, false),
    ] {
      try program.write("catalogue/nature.json", text)
      for line in [
        "$kabinet catalogue check catalogue", "$kabinet catalogue check catalogue --json",
      ] {
        let outcome = try program.bash(line)
        #expect(outcome.code == 1)
        expectSound(outcome, shows: isShown, text.debugDescription)
      }
    }
  }

  @Test("On a terminal, in every section, at every application, with what is typed and pasted")
  func onATerminal() throws {
    let program = try Self.program()
    var seen = ""
    let clean = try shapes(Program.demonstration()) { _ in }
    #expect(clean.faults == [])
    let hostile = try shapes(program) { seen += $0 + "\n" }
    #expect(hostile.faults == [])
    #expect(
      hostile.shapes.subtracting(clean.shapes).isSubset(of: OutputInspector.drawing),
      "no sequence but those of a sound store")
    #expect(seen.contains(HostileText.trace), "the hostile text was on the screen")
    #expect(seen.contains("\u{FFFD}"))
  }

  /// What a walk through the cabinet sends to the terminal; each screen is shown to `look`.
  private func shapes(_ program: Program, _ look: (String) -> Void) throws -> OutputInspector {
    let terminal = try program.open("demo", size: Size(columns: 100, rows: 40))
    terminal.isKeepingOutput = true
    func press(_ bytes: some Collection<UInt8>) throws {
      try terminal.write(bytes)
      #expect(try terminal.waitForIdle(timeout: 60_000))
      look(terminal.emulator.grid.text)
    }
    let down = Array("\u{1B}[B".utf8)
    #expect(try terminal.waitForIdle(timeout: 60_000))
    look(terminal.emulator.grid.text)
    for key in "1234567890" {
      try press(String(key).utf8)
      for _ in 0..<3 {
        try press(down)
        try press([0x0D])
        try press([0x1B])
      }
    }
    try press("3".utf8)
    for _ in 0..<4 {
      try press([0x0D])
      try press(Array("\u{1B}[6~".utf8))
      try press([0x1B])
      try press(down)
    }
    // The search, a card, the palette, the help, the other language, a narrow window.
    try press(Array("\u{1B}OR".utf8))
    try press(Array("\u{1B}[200~\(HostileText.payload)охота\u{1B}[201~".utf8))
    try press(
      HostileText.payload.unicodeScalars.filter { $0.value >= 0xA0 }.flatMap {
        Array(String($0).utf8)
      })
    try press([0x15])
    try press("охотничий".utf8)
    try press([0x0D])
    try press(Array("\u{1B}[6~".utf8))
    try press([0x10])
    try press([0x1B])
    try press(Array("\u{1B}OP".utf8))
    try press([0x1B])
    try terminal.resize(to: Size(columns: 40, rows: 20))
    try press([0x1B])
    try press("1".utf8)
    try press([0x11])
    #expect(try terminal.wait(timeout: 60_000) == .exited(0))
    return OutputInspector(terminal.output, isTerminal: true)
  }

  @Test("In recordings, and of the names of terminals")
  func recordingsAndTerminals() throws {
    let program = try Self.program()
    let terminal = try program.open("record", "a.cast", "--demo")
    // The program in the program is open once it has drawn itself: until then keys mean other things.
    let end = MonotonicClock.milliseconds + 60_000
    while !terminal.emulator.grid.text.contains("кабинет"), MonotonicClock.milliseconds < end {
      terminal.read(timeout: 50)
    }
    #expect(try terminal.waitForIdle(timeout: 60_000))
    try terminal.write(Array("3\u{1B}[200~\(HostileText.payload)\u{1B}[201~".utf8))
    #expect(try terminal.waitForIdle(timeout: 60_000))
    try terminal.write([0x11])
    #expect(try terminal.wait(timeout: 60_000) == .exited(0))
    let cast = try Data(contentsOf: URL(fileURLWithPath: program.path("a.cast")))
    #expect(OutputInspector(Array(cast), isTerminal: false).faults == [])
    #expect(String(decoding: cast, as: UTF8.self).contains(HostileText.trace))

    // A terminal of which nobody has heard is taken for an xterm.
    program.environment["TERM"] = HostileText.payload
    let unheard = try program.open("demo")
    unheard.isKeepingOutput = true
    #expect(try unheard.waitForIdle(timeout: 60_000))
    try unheard.write([0x11])
    #expect(try unheard.wait(timeout: 60_000) == .exited(0))
    #expect(OutputInspector(unheard.output, isTerminal: true).faults == [])
  }
}
