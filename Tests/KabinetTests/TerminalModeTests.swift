import Foundation
import PseudoTerminal
import Terminal
import Testing

@Suite("The program on terminals and without one")
struct TerminalModeTests {
  @Test("Without a terminal the overview is printed as text", arguments: ["", "demo", "open"])
  func noTerminal(command: String) throws {
    let program = try Program.demonstration()
    let outcome = try program.bash("$kabinet \(command)")
    #expect(outcome.code == 0)
    #expect(outcome.err.isEmpty)
    #expect(outcome.out.contains("Требует вас"))
    #expect(!outcome.out.contains("\u{1B}"))
    #expect(try program.bash("$kabinet \(command) --lang en").out.contains("Needs you"))
  }

  @Test(
    "The cabinet opens, also on terminals of which nobody has heard",
    arguments: ["xterm-256color", "vt100", "linux", "xterm-from-the-future", ""])
  func opens(type: String) throws {
    let program = try Program.demonstration()
    program.environment["TERM"] = type
    let terminal = try program.open("demo")
    #expect(try terminal.waitForIdle(timeout: 20_000))
    #expect(terminal.emulator.grid.text.contains("Личный кабинет"))
    try terminal.write([0x11])  // Ctrl+Q leaves from everywhere.
    #expect(try terminal.wait(timeout: 20_000) == .exited(0))
  }

  @Test("A terminal that cannot place its cursor is unusable, and one is told so")
  func unusable() throws {
    let program = try Program.demonstration()
    try program.write("teletype.ti", "teletype|no cursor,\n\tam, cols#80, cr=\\r, ind=\\n,\n")
    let compiled = try program.bash("tic -o terminfo teletype.ti")
    try #require(compiled.code == 0, "\(compiled.err)")
    program.environment["TERMINFO"] = program.path("terminfo")
    program.environment["TERM"] = "teletype"
    let terminal = try program.open("demo")
    #expect(try terminal.wait() == .exited(6))
    #expect(terminal.emulator.grid.text.contains("teletype"))
  }

  @Test("A terminal that hangs up ends the program, and the store stays sound")
  func hangUp() throws {
    let program = try Program.demonstration()
    let terminal = try program.open("demo")
    #expect(try terminal.waitForIdle(timeout: 20_000))
    terminal.kill(SIGHUP)
    #expect(try terminal.wait(timeout: 20_000) != nil)
    #expect(try program.run("check").code == 0)
  }
}
