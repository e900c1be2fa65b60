import Foundation
import PseudoTerminal
import Terminal
import Testing

@Suite("Recording a session")
struct RecordCommandTests {
  /// The events of a recording, its header first.
  private func lines(_ program: Program) throws -> [Any] {
    try String(contentsOfFile: program.path("a.cast"), encoding: .utf8)
      .split(separator: "\n")
      .map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
  }

  private func texts(_ lines: [Any], _ code: String) -> [String] {
    lines.compactMap { $0 as? [Any] }.filter { $0[1] as? String == code }
      .compactMap { $0[2] as? String }
  }

  @Test("What is shown, typed and resized is kept in order, and played back shows the same")
  func session() throws {
    let program = try Program.demonstration()
    let terminal = try program.open("record", "a.cast", "--demo")
    try settle(terminal)
    #expect(terminal.emulator.grid.text.contains("Личный кабинет"))
    try terminal.resize(to: Size(columns: 100, rows: 30))
    try settle(terminal)
    try terminal.write("2".utf8)
    try settle(terminal)
    let last = terminal.emulator.grid.text
    try terminal.write([0x11])
    #expect(try terminal.wait(timeout: 20_000) == .exited(0))

    let lines = try lines(program)
    let header = try #require(lines.first as? [String: Any])
    #expect(header["version"] as? Int == 3)
    let term = try #require(header["term"] as? [String: Any])
    #expect(term["cols"] as? Int == 80 && term["rows"] as? Int == 24)
    #expect(texts(lines, "i") == ["2", "\u{11}"])
    #expect(texts(lines, "r") == ["100x30"])
    #expect(texts(lines, "x") == ["0"])
    #expect((lines.last as? [Any])?[1] as? String == "x")

    // The recording, shown by a terminal up to the last key, is the screen that was there.
    var screen = Emulator(size: Size(columns: 80, rows: 24))
    for case let event as [Any] in lines.dropFirst() {
      let text = try #require(event[2] as? String)
      if event[1] as? String == "i", text == "\u{11}" { break }
      if event[1] as? String == "r" { screen.resize(to: Size(columns: 100, rows: 30)) }
      if event[1] as? String == "o" { screen.feed(Array(text.utf8)) }
    }
    #expect(screen.grid.text == last)
  }

  @Test("A file that is there is not touched")
  func existing() throws {
    let program = try Program.demonstration()
    try program.write("a.cast", "precious")
    let terminal = try program.open("record", "a.cast", "--demo")
    #expect(try terminal.wait() == .exited(1))
    #expect(try String(contentsOfFile: program.path("a.cast"), encoding: .utf8) == "precious")
  }

  @Test("Without a terminal nothing is made")
  func noTerminal() throws {
    let program = try Program()
    let outcome = try program.run("record", "a.cast", "--demo")
    #expect(outcome.code == 6)
    #expect(outcome.out.isEmpty && !outcome.err.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.path("a.cast")))
    #expect(try program.files().isEmpty)
  }

  @Test("The status of the cabinet is passed on, and options reach it")
  func status() throws {
    let program = try Program.demonstration()
    let terminal = try program.open("record", "a.cast", "--as", "nobody", "--lang", "en")
    #expect(try terminal.wait() == .exited(5))
    #expect(terminal.emulator.grid.text.contains("nobody has no cabinet here"))
    #expect(texts(try lines(program), "x") == ["5"])
  }

  @Test("A recording is its owner's alone, and a signal ends it in order")
  func signal() throws {
    let program = try Program.demonstration()
    let terminal = try program.open("record", "a.cast", "--demo")
    try settle(terminal)
    let mode = try FileManager.default.attributesOfItem(atPath: program.path("a.cast"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    terminal.kill(SIGTERM)
    #expect(try terminal.wait(timeout: 20_000) != nil)
    #expect(texts(try lines(program), "x").count == 1)
    #expect(try program.run("check").code == 0)
  }

  /// Waits until both the recorder and the cabinet behind it are idle: the screen shows the cabinet
  /// and stays the same while the recorder rests.
  private func settle(_ terminal: PseudoTerminal) throws {
    let end = MonotonicClock.milliseconds + 20_000
    var before = ""
    while MonotonicClock.milliseconds < end {
      _ = try terminal.waitForIdle(timeout: 20_000)
      let text = terminal.emulator.grid.text
      if text == before, text.contains("кабинет") || text.contains("Услуги") { return }
      before = text
      terminal.read(timeout: 50)
    }
    Issue.record("the recorded cabinet never came to rest")
  }
}
