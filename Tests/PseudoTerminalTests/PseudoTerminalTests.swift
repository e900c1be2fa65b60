import Glibc
import Tape
import Terminal
import Testing

@testable import PseudoTerminal

private let environment = [
  "PATH": "/usr/local/bin:/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
  "HOME": "/",
]

private func shell(_ script: String, size: Size = Size(columns: 40, rows: 6)) throws
  -> PseudoTerminal
{
  try PseudoTerminal("/bin/sh", arguments: ["-c", script], environment: environment, size: size)
}

/// Tells whether a program is there, and says so where it is not.
private func isPresent(_ program: String) -> Bool {
  let folders = ["/usr/bin", "/bin", "/usr/local/bin"]
  guard folders.contains(where: { access("\($0)/\(program)", X_OK) == 0 }) else {
    print("skipped: \(program) is not installed")
    return false
  }
  return true
}

@Suite("Programs on a pty")
struct PseudoTerminalTests {
  @Test("Output reaches the screen and the status is told")
  func outputAndStatus() throws {
    let terminal = try shell("printf 'a\\033[3;5Hб'; exit 7")
    #expect(try terminal.wait() == .exited(7))
    #expect(terminal.emulator.grid.text == "a\n\n    б\n\n\n")
    #expect(terminal.bytesRead == 9)
    #expect(try terminal.wait() == .exited(7))
  }

  @Test("The last bytes of a program that ends at once are not lost", arguments: 0..<10)
  func lastBytes(round: Int) throws {
    let terminal = try shell("seq 1 2000; printf end\(round)")
    #expect(try terminal.wait() == .exited(0))
    #expect(terminal.emulator.grid.text.hasSuffix("2000\nend\(round)"))
  }

  @Test(
    "A program that reads by lines without echo reads a password",
    arguments: [("stty -echo", true), ("stty echo", false), ("stty -echo -icanon", false)])
  func password(mode: String, isPassword: Bool) throws {
    let terminal = try shell("\(mode); read word")
    #expect(try terminal.waitForIdle(timeout: 20_000))
    #expect(terminal.isReadingPassword == isPassword)
  }

  @Test("A program that is not there is an error with its name")
  func missing() throws {
    let error = try #require(throws: PseudoTerminalError.self) {
      _ = try PseudoTerminal("/nonexistent/program", environment: environment)
    }
    #expect(error.code == ENOENT)
    #expect(error.description.hasPrefix("/nonexistent/program: "))
    let folder = try #require(throws: PseudoTerminalError.self) {
      _ = try PseudoTerminal("sh", environment: environment, directory: "/nonexistent")
    }
    #expect(folder.code == ENOENT)
  }

  @Test("The program has its own session on a terminal of the given size, and the directory")
  func surroundings() throws {
    let terminal = try PseudoTerminal(
      "sh", arguments: ["-c", "stty size; pwd; test -t 0 && test -t 1 && test -t 2 && echo tty"],
      environment: environment, directory: "/usr", size: Size(columns: 33, rows: 7))
    #expect(try terminal.wait() == .exited(0))
    #expect(terminal.emulator.grid.text.hasPrefix("7 33\n/usr\ntty\n"))
  }

  @Test("A signal ends a program, and that is told")
  func signals() throws {
    let terminal = try shell("echo ready; read line")
    #expect(try terminal.waitForIdle(timeout: 10_000))
    #expect(terminal.emulator.grid.text(row: 0) == "ready")
    terminal.kill(SIGTERM)
    #expect(try terminal.wait() == .signalled(Int(SIGTERM)))
  }

  @Test("Each line typed is answered by the time the program is idle", arguments: 0..<5)
  func conversation(round: Int) throws {
    let terminal = try shell("stty -echo; while read x; do echo \"<$x>\"; done")
    #expect(try terminal.waitForIdle(timeout: 10_000))
    for number in 1...20 {
      try terminal.write("\(number)\r".utf8)
      #expect(try terminal.waitForIdle(timeout: 10_000))
      let rows = terminal.emulator.grid.text.split(separator: "\n")
      #expect(rows.last == "<\(number)>")
    }
    try terminal.write([4])
    #expect(try terminal.wait() == .exited(0))
  }

  @Test("A program that works or sleeps is not idle; a line half typed is")
  func notIdle() throws {
    let sleeping = try shell("sleep 600")
    #expect(try !sleeping.waitForIdle(timeout: 100))
    let working = try shell("while :; do :; done")
    #expect(try !working.waitForIdle(timeout: 100))
    let reading = try shell("read x")
    #expect(try reading.waitForIdle(timeout: 10_000))
    try reading.write("half".utf8)
    #expect(try reading.waitForIdle(timeout: 10_000))
    #expect(reading.emulator.grid.text(row: 0) == "half")
  }

  @Test("A program's questions are answered")
  func questions() throws {
    let terminal = try shell(
      "stty raw -echo; printf '\\033[3;7H\\033[6n'; dd bs=1 count=6 2>/dev/null | od -An -c")
    #expect(try terminal.wait() == .exited(0))
    #expect(terminal.emulator.grid.text.contains("033   [   3   ;   7   R"))
  }

  @Test("A new size is told by a signal")
  func resize() throws {
    let terminal = try shell("trap 'stty size' WINCH; while :; do read x; done")
    #expect(try terminal.waitForIdle(timeout: 10_000))
    try terminal.resize(to: Size(columns: 30, rows: 5))
    // The shell runs the trap between commands: Enter ends the read.
    try terminal.write([0x0D])
    #expect(try terminal.waitForIdle(timeout: 10_000))
    #expect(terminal.emulator.grid.text.contains("5 30"))
  }

  @Test("A flood larger than the kernel's buffer arrives whole")
  func flood() throws {
    let terminal = try shell("seq 1 20000; read x")
    #expect(try terminal.waitForIdle(timeout: 60_000))
    #expect(terminal.emulator.grid.text.contains("20000"))
    #expect(terminal.bytesRead == 108_894 + 20_000)
  }

  @Test(
    "Terminal descriptions of four terminals are understood",
    arguments: ["xterm-256color", "screen", "linux", "vt100"])
  func descriptions(term: String) throws {
    guard isPresent("tput") else { return }
    let script = """
      export TERM=\(term)
      tput init; tput smcup; tput clear; tput cup 2 3; tput bold; printf B; tput sgr0
      tput smul; printf U; tput rmul; tput rev; printf R; tput sgr0; tput cup 4 0; tput el
      tput enacs; tput smacs; printf q; tput rmacs; printf q; tput cup 5 5; tput il1; tput dl1; tput rmcup; true
      """
    let terminal = try shell(script)
    #expect(try terminal.wait() == .exited(0))
    #expect(terminal.emulator.unknownSequences == 0)
    // Without an alternate screen the drawing stays to be seen.
    guard term == "linux" || term == "vt100" else { return }
    #expect(terminal.emulator.grid.text(row: 2).hasPrefix("   BUR"))
    #expect(terminal.emulator.grid[row: 2, column: 3].style.attributes == .bold)
    #expect(terminal.emulator.grid[row: 2, column: 5].style.attributes == .reverse)
    #expect(terminal.emulator.grid.text(row: 4).hasPrefix("─q"))
  }
}

@Suite("The same tape on a real program")
struct PtyStageTests {
  private final class NoSink: ScreenshotSink {
    func receive(_ screenshot: Screenshot) -> GoldenOutcome { .matched }
  }

  private func play(_ text: String, on terminal: PseudoTerminal) throws {
    var player = TapePlayer(stage: PtyStage(terminal), clock: MonotonicClock(), sink: NoSink())
    try player.play(try Tape.parse(text, name: "t"))
  }

  @Test("A pager")
  func pager() throws {
    guard isPresent("less") else { return }
    let terminal = try shell("seq 1 100 > /dev/null; seq -f 'line %.0f' 1 100 | less")
    try play(
      """
      Expect "line 1 line 2" Refute "line 6"
      Down 3 Expect /^line 4$/ Refute /^line 3$/
      Type "G" Expect "line 100"
      Type "g/line 50" Enter Expect /^line 50$/
      Resize 40x10 Expect /^line 5[0-8]$/
      Type "g" Expect /^line 1$/ Wait+Screen@5s /line 9/
      Type "q"
      """, on: terminal)
    #expect(try terminal.wait() == .exited(0))
  }

  @Test("An editor, where Escape must be told from a sequence")
  func editor() throws {
    guard isPresent("vi") else { return }
    let terminal = try PseudoTerminal(
      "vi", arguments: ["-u", "NONE", "-i", "NONE", "-n"], environment: environment,
      size: Size(columns: 60, rows: 10))
    try play(
      """
      Type "iпривет" Escape Type "otwo" Escape Type "ggx"
      Expect /^ривет$/ Expect /^two$/
      Type "Gp" Expect /^tпwo$/
      Expect+Focus "tпwo"
      Type ":q!" Enter
      """, on: terminal)
    #expect(try terminal.wait() == .exited(0))
  }

  @Test("A key to a program that has ended is a failure with its place")
  func ended() throws {
    let failure = try #require(throws: TapeFailure.self) {
      try play("\nSettle\n Tab", on: shell("exit 3"))
    }
    #expect(failure.position.description == "t:3:2")
    #expect(failure.message.english.contains("has ended"))
  }

  @Test("The clock is moved by the keys the caller gives")
  func advance() throws {
    let terminal = try shell("stty -echo; while read x; do echo \"<$x>\"; done")
    let stage = PtyStage(terminal) { seconds in "+\(seconds)".map(Key.character) + [.enter] }
    var player = TapePlayer(stage: stage, clock: MonotonicClock(), sink: NoSink())
    try player.play(try Tape.parse(#"Advance 1d Expect "<+86400>""#, name: "t"))
    let failure = try #require(throws: TapeFailure.self) {
      try play("Advance 1d", on: shell("read x"))
    }
    #expect(failure.message == PtyStage.noClock.message)
  }
}
