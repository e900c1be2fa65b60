import Glibc
import Testing

@testable import Terminal

extension CursesTerminalTests {
  /// A terminal is given back however the process ends.
  @Suite(.serialized) struct Rescue {
    @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
    func aCrashRestoresTheTerminalOnceAndPassesOn(_ signal: Int32) throws {
      let pty = try TestPty()
      let before = pty.modes
      let inherited = Glibc.signal(signal) { _ in }  // Stands for the backtracer.
      var unblocked = sigset_t()
      var mask = sigset_t()
      sigaddset(&unblocked, signal)
      pthread_sigmask(SIG_UNBLOCK, &unblocked, &mask)
      defer {
        pthread_sigmask(SIG_SETMASK, &mask, nil)
        _ = Glibc.signal(signal, inherited)
      }
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 0))
      _ = pty.output()
      raise(signal)
      #expect(pty.modes == before)
      let farewell = pty.text()
      for sequence in ["?2026l", "?1000l", "?1006l", "?2004l", "?25h", "?1l", "?1049l"] {
        #expect(farewell.contains("\u{1B}[\(sequence)"), "\(sequence)")
      }
      #expect(!farewell.contains("$<"), "padding is for tputs")
      raise(signal)
      #expect(pty.text().isEmpty, "the second one belongs to the handler before")
      terminal.close()
      #expect(pty.modes == before)
    }

    @Test func exitRestoresTheTerminal() async throws {
      let pty = try TestPty()
      let before = pty.modes
      await #expect(processExitsWith: .exitCode(7)) { [path = pty.path as String] in
        let end = Glibc.open(path, O_RDWR | O_NOCTTY)
        let terminal = try CursesTerminal(
          input: end, output: end, settings: CursesTerminal.Settings(type: "xterm"))
        terminal.present(CellGrid(size: terminal.size))
        exit(7)
      }
      #expect(pty.modes == before)
      #expect(pty.text().contains("\u{1B}[?1049l"))
    }

    @Test func abortRestoresTheTerminal() async throws {
      let pty = try TestPty()
      let before = pty.modes
      await #expect(processExitsWith: .signal(SIGABRT)) { [path = pty.path as String] in
        let end = Glibc.open(path, O_RDWR | O_NOCTTY)
        let terminal = try CursesTerminal(
          input: end, output: end, settings: CursesTerminal.Settings(type: "xterm"))
        terminal.present(CellGrid(size: terminal.size))
        abort()
      }
      #expect(pty.modes == before)
      #expect(pty.text().contains("\u{1B}[?1049l"))
    }
  }
}
