import Glibc
import Testing

@testable import Terminal

extension CursesTerminalTests {
  @Suite(.serialized) struct Events {
    @Test func keysArriveInOrder() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      #expect(!terminal.hasPendingInput)
      #expect(terminal.nextEvent(timeout: 0) == nil)
      pty.type("й\u{3}\u{1A}\u{13}\r\u{1B}OP\u{1B}[200~a\rb\u{1B}[201~")
      let expected: [TerminalEvent] = [
        .key(.character("й")), .key(.control("c")), .key(.control("z")), .key(.control("s")),
        .key(.enter), .key(.function(1)), .paste("a\nb"),
      ]
      for event in expected { #expect(terminal.nextEvent(timeout: 5000) == event) }
      #expect(terminal.nextEvent(timeout: 0) == nil)
    }

    @Test func escapeAloneComesAfterItsTimeout() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      pty.type("\u{1B}")
      #expect(terminal.nextEvent(timeout: 5000) == .key(.escape))
      pty.type("q")
      #expect(terminal.nextEvent(timeout: 5000) == .key(.character("q")))
    }

    @Test func escapeIsKeptOverAShortTimeout() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      pty.type("\u{1B}")
      var event: TerminalEvent?
      var waits = 0
      while event == nil, waits < 10_000 {
        event = terminal.nextEvent(timeout: 1)
        waits += 1
      }
      #expect(event == .key(.escape))
    }

    @Test func theTerminalsOwnKeysAreKnown() throws {
      let pty = try TestPty()
      let terminal = try open(pty, type: "xterm")
      pty.type("\u{1B}OH\u{1B}[3~\u{1B}[Z\u{1B}[24~")
      for key in [Key.home, .delete, .backTab, .function(12)] {
        #expect(terminal.nextEvent(timeout: 5000) == .key(key))
      }
    }

    @Test func manyChangesOfSizeAreOneEvent() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 0))
      for columns in [100, 90, 60] {
        pty.resize(columns: columns, rows: 20)
        raise(SIGWINCH)
      }
      #expect(terminal.hasPendingInput)
      #expect(terminal.nextEvent(timeout: 5000) == .resized(Size(columns: 60, rows: 20)))
      #expect(terminal.nextEvent(timeout: 0) == nil)
      #expect(terminal.size == Size(columns: 60, rows: 20))
      _ = pty.output()
      terminal.present(screen(terminal.size, selected: 0))
      let text = pty.text()
      #expect(text.contains("Москва") && text.contains("Enter открыть"), "all is painted again")
      pty.resize(columns: 4000, rows: 4000)
      raise(SIGWINCH)
      #expect(terminal.nextEvent(timeout: 5000) == .resized(Size(columns: 500, rows: 200)))
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func beingAskedToEndIsAHangUp(_ signal: Int32) throws {
      let pty = try TestPty()
      // The tests themselves may run under nohup.
      let inherited = Glibc.signal(signal, SIG_DFL)
      defer { _ = Glibc.signal(signal, inherited) }
      let terminal = try open(pty)
      pty.type("a")
      raise(signal)
      #expect(terminal.hasPendingInput)
      var last: TerminalEvent?
      for _ in 0..<3 { last = terminal.nextEvent(timeout: 5000) }
      #expect(last == .hungUp)
      #expect(terminal.nextEvent(timeout: 5000) == .hungUp, "for good")
    }

    @Test func anIgnoredHangUpStaysIgnoredAndTheEndOfInputStillEnds() throws {
      let pty = try TestPty()
      let inherited = Glibc.signal(SIGHUP, SIG_IGN)
      defer { _ = Glibc.signal(SIGHUP, inherited) }
      let terminal = try open(pty)
      raise(SIGHUP)
      #expect(terminal.nextEvent(timeout: 0) == nil)
      pty.hangUp()
      #expect(terminal.nextEvent(timeout: 5000) == .hungUp)
    }

    @Test func aLostTerminalIsAHangUp() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 0))
      pty.hangUp()
      #expect(terminal.nextEvent(timeout: 5000) == .hungUp)
      terminal.present(screen(terminal.size, selected: 1))
      #expect(terminal.nextEvent(timeout: 5000) == .hungUp)
    }

    @Test func signalsAreReleasedOnClosing() throws {
      let pty = try TestPty()
      var before = sigaction()
      sigaction(SIGTERM, nil, &before)
      let terminal = try open(pty)
      terminal.close()
      var after = sigaction()
      sigaction(SIGTERM, nil, &after)
      #expect(
        unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self)
          == unsafeBitCast(after.__sigaction_handler.sa_handler, to: Int.self))
    }

    @Test func watchedDescriptorsWakeAfterTheKeys() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      terminal.watch(ends[0])
      terminal.watch(ends[0])
      #expect(terminal.nextEvent(timeout: 0) == nil)
      _ = write(ends[1], "x", 1)
      pty.type("k")
      #expect(terminal.nextEvent(timeout: 5000) != nil)
      #expect(terminal.nextEvent(timeout: 5000) != nil)
      #expect(terminal.nextEvent(timeout: 5000) == .woken, "until the data is read")
      terminal.unwatch(ends[0])
      #expect(terminal.nextEvent(timeout: 0) == nil)
      terminal.watch(ends[0])
      close(ends[0])
      close(ends[1])
      #expect(terminal.nextEvent(timeout: 50) == nil, "a closed descriptor doesn't spin")
    }

    @Test func suspensionGivesTheTerminalBackAndReturnsToIt() throws {
      let pty = try TestPty()
      let shell = pty.modes
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 2))
      let ours = pty.modes
      _ = pty.output()
      var stopped: (modes: [tcflag_t], text: String)?
      terminal.stop = { stopped = (pty.modes, pty.text()) }
      terminal.suspend()
      #expect(stopped?.modes == shell)
      #expect(stopped?.text.contains("\u{1B}[?1049l") == true)
      #expect(stopped?.text.contains("\u{1B}[?2004l") == true)
      #expect(pty.modes == ours)
      let text = pty.text()
      #expect(text.contains("\u{1B}[?1049h") && text.contains("\u{1B}[?2004h"))
      #expect(text.contains("Выдача охотничьего билета № 9"), "the frame is painted again")
      #expect(terminal.nextEvent(timeout: 5000) == .resumed)
      #expect(terminal.nextEvent(timeout: 0) == nil)
    }

    @Test func aSizeChangedWhileStoppedIsNews() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.stop = {
        pty.resize(columns: 50, rows: 10)
        raise(SIGCONT)
        raise(SIGWINCH)
      }
      raise(SIGTSTP)
      #expect(terminal.nextEvent(timeout: 5000) == .resized(Size(columns: 50, rows: 10)))
      #expect(terminal.nextEvent(timeout: 5000) == .resumed)
      #expect(terminal.nextEvent(timeout: 0) == nil)
    }

    @Test func comingBackToAHugeTerminalStaysWithinReason() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.stop = { pty.resize(columns: 65535, rows: 65535) }
      terminal.suspend()
      #expect(terminal.nextEvent(timeout: 5000) == .resized(Size(columns: 500, rows: 200)))
      #expect(terminal.nextEvent(timeout: 5000) == .resumed)
      var grid = CellGrid(size: terminal.size)
      grid.write("Москва", row: 199, column: 480)
      terminal.present(grid)
      #expect(pty.text().contains("Москва"))
    }

    @Test func beingContinuedFromOutsidePaintsAgain() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 2))
      _ = pty.output()
      raise(SIGCONT)
      #expect(terminal.nextEvent(timeout: 5000) == .resumed)
      #expect(pty.text().contains("Москва"))
    }

    @Test func aCaptiveSessionIsNotSuspended() throws {
      let pty = try TestPty()
      let terminal = try CursesTerminal(
        input: pty.slave, output: pty.slave,
        settings: CursesTerminal.Settings(type: "xterm", allowsSuspension: false))
      terminal.stop = { Issue.record("stopped") }
      terminal.suspend()
      raise(SIGTSTP)
      #expect(terminal.nextEvent(timeout: 0) == nil)
    }
  }
}
