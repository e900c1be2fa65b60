import Glibc
import Testing

@testable import Terminal

// ncurses has one screen a process, so these tests take turns.
@Suite(.serialized) struct CursesTerminalTests {}

extension CursesTerminalTests {
  static func open(
    _ pty: TestPty, type: String = "xterm-256color", color: Bool = true
  ) throws -> CursesTerminal {
    try CursesTerminal(
      input: pty.slave, output: pty.slave,
      settings: CursesTerminal.Settings(type: type, allowsColor: color))
  }

  /// A screen such as the cabinet shows, with one row of the list highlighted.
  static func screen(_ size: Size, selected: Int, style: Style = Style(.reverse)) -> CellGrid {
    var grid = CellGrid(size: size)
    grid.write("Москва · Личный кабинет", row: 0, column: 1, style: Style(.bold))
    grid.fill(row: 1, with: "─")
    for row in 2..<max(2, size.rows - 1) {
      let isSelected = row == selected + 2
      if isSelected { grid.fill(row: row, style: style) }
      grid.write(
        "\(isSelected ? ">" : " ") Выдача охотничьего билета № \(row) · 5 рабочих дней", row: row,
        column: 1, style: isSelected ? style : .plain)
    }
    grid.write("Enter открыть  F3 поиск", row: size.rows - 1, column: 1)
    grid.cursor = Position(column: 1, row: selected + 2)
    return grid
  }

  @Suite(.serialized) struct Opening {
    @Test func theFirstFrameShowsTextAndTheModes() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 0))
      let text = pty.text()
      #expect(text.contains("\u{1B}[?1049h"), "the alternate screen")
      #expect(text.contains("\u{1B}[?2004h"), "bracketed paste")
      #expect(text.contains("\u{1B}[?1h\u{1B}="), "the keypad's strings")
      #expect(text.contains("Москва · Личный кабинет"))
      #expect(text.contains("Выдача охотничьего билета № 17"))
      #expect(text.hasSuffix("\u{1B}[3;2H") || text.contains("\u{1B}[3;2H"), "the cursor")
      #expect(text.utf8.count < 6000)
      #expect(!pty.echoes)
    }

    @Test func closingGivesTheTerminalBackAndTwiceDoesNoHarm() throws {
      let pty = try TestPty()
      let before = pty.modes
      let terminal = try open(pty)
      terminal.perform(.reportMouse(true))
      terminal.present(screen(terminal.size, selected: 0))
      #expect(pty.modes != before)
      #expect(pty.text().contains("\u{1B}[?1006h"))
      terminal.close()
      #expect(pty.modes == before)
      let farewell = pty.text()
      for sequence in ["?1049l", "?2004l", "?1000l", "?1006l", "?1l"] {
        #expect(farewell.contains("\u{1B}[\(sequence)"), "\(sequence)")
      }
      terminal.close()
      #expect(pty.text().isEmpty)
    }

    @Test func lettingGoOfItCloses() throws {
      let pty = try TestPty()
      let before = pty.modes
      do {
        let terminal = try open(pty)
        terminal.present(CellGrid(size: terminal.size))
      }
      #expect(pty.modes == before)
      #expect(pty.text().contains("\u{1B}[?1049l"))
    }

    @Test func thereIsOneAtATime() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      #expect(throws: TerminalError.alreadyOpen) { _ = try open(pty) }
      terminal.present(screen(terminal.size, selected: 1))
      #expect(pty.text().contains("Москва"))
      terminal.close()
      let next = try open(pty)
      next.present(screen(next.size, selected: 1))
      #expect(pty.text().contains("Москва"))
    }

    @Test(arguments: ["xterm-kitty-of-the-future", "", "../../etc/passwd"])
    func unknownTypesFallBack(_ type: String) throws {
      let pty = try TestPty()
      let terminal = try open(pty, type: type)
      #expect(terminal.type == "xterm-256color")
      terminal.present(screen(terminal.size, selected: 0))
      #expect(pty.text().contains("Москва"))
    }

    @Test func dumbTerminalsAreUnusable() throws {
      let pty = try TestPty()
      let before = pty.modes
      #expect(throws: TerminalError.unusable(type: "dumb")) { _ = try open(pty, type: "dumb") }
      #expect(pty.modes == before)
      #expect(!pty.text().contains("\u{1B}"))
      let terminal = try open(pty)
      #expect(terminal.type == "xterm-256color", "the failure left nothing behind")
    }

    @Test func filesAreNoTerminals() throws {
      let file = Glibc.open("/dev/null", O_RDWR | O_CLOEXEC)
      defer { close(file) }
      #expect(throws: TerminalError.notATerminal) {
        _ = try CursesTerminal(input: file, output: file)
      }
    }

    @Test(arguments: [
      ((0, 0), (80, 24)), ((1, 1), (1, 1)), ((1, 500), (1, 200)), ((500, 1), (500, 1)),
      ((65535, 65535), (500, 200)), ((40, 20), (40, 20)),
    ])
    func anySizeIsHeldWithinReason(_ asked: (Int, Int), got: (Int, Int)) throws {
      let pty = try TestPty(columns: asked.0, rows: asked.1)
      let terminal = try open(pty)
      #expect(terminal.size == Size(columns: got.0, rows: got.1))
      var grid = CellGrid(size: terminal.size)
      grid.write("Я", row: 0, column: 0)
      terminal.present(grid)
      #expect(pty.text().contains("Я"))
    }

    @Test(arguments: ["C", "ru_RU.UTF-8", "ru_RU.KOI8-R", "nonsense", "C.UTF-8", ""])
    func russianIsShownWhateverTheLocale(_ locale: String) throws {
      let before = getenv("LC_ALL").map { String(cString: $0) }
      setenv("LC_ALL", locale, 1)
      setlocale(LC_CTYPE, "C")
      defer {
        if let before { setenv("LC_ALL", before, 1) } else { unsetenv("LC_ALL") }
      }
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 0))
      #expect(pty.text().contains("Выдача охотничьего билета"))
      pty.type("щ\u{1B}[A")
      #expect(terminal.nextEvent(timeout: 5000) == .key(.character("щ")))
      #expect(terminal.nextEvent(timeout: 5000) == .key(.up))
    }
  }
}
