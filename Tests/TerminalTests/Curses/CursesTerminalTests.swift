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
      terminal.setMouseReporting(true)
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

  @Suite(.serialized) struct Drawing {
    @Test func theSameFrameSendsNothing() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 3))
      _ = pty.output()
      terminal.present(screen(terminal.size, selected: 3))
      #expect(pty.output().isEmpty)
    }

    @Test(arguments: [
      Style(.reverse), Style(.bold, foreground: .palette(0), background: .palette(6)),
    ])
    func movingTheHighlightIsCheap(_ style: Style) throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 3, style: style))
      _ = pty.output()
      for selected in [4, 5, 4, 3] {
        terminal.present(screen(terminal.size, selected: selected, style: style))
        let bytes = pty.output()
        #expect(bytes.count <= 300, "\(bytes.count) bytes")
        #expect(!bytes.isEmpty)
      }
    }

    @Test func movingTheCursorOnlyMovesTheCursor() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      var grid = screen(terminal.size, selected: 3)
      terminal.present(grid)
      _ = pty.output()
      grid.cursor = Position(column: 40, row: 20)
      terminal.present(grid)
      #expect((1...12).contains(pty.output().count))
      grid.cursor = nil
      terminal.present(grid)
      #expect(pty.text().contains("\u{1B}[?25l"))
      grid.cursor = Position(column: 0, row: 0)
      terminal.present(grid)
      #expect(pty.text().contains("\u{1B}[?25h") || pty.output().isEmpty)
    }

    @Test(arguments: ["xterm-256color", "vt100", "linux", "screen-256color", "tmux", "xterm"])
    func everyTypeShowsUTF8AndAttributes(_ type: String) throws {
      let pty = try TestPty()
      let terminal = try open(pty, type: type)
      #expect(terminal.type == type)
      var grid = CellGrid(size: terminal.size)
      grid.write("Ж─中", row: 2, column: 2)
      grid.write("важно", row: 3, column: 2, style: Style([.reverse, .bold, .underline]))
      grid.write("цвет", row: 4, column: 2, style: Style(foreground: .palette(196)))
      terminal.present(grid)
      let text = pty.text()
      #expect(text.contains("Ж─中"))
      #expect(text.contains("важно"))
      #expect(text.contains("7m") || text.contains(";7"), "reverse")
      #expect(text.contains("цвет"))
    }

    @Test(arguments: ["xterm-256color", "linux", "vt100"])
    func withoutColorNoColorIsSent(_ type: String) throws {
      let pty = try TestPty()
      let terminal = try open(pty, type: type, color: false)
      var grid = CellGrid(size: terminal.size)
      let style = Style(.reverse, foreground: .palette(1), background: .palette(200))
      grid.write("выбор", row: 3, column: 2, style: style)
      terminal.present(grid)
      terminal.close()
      let bytes = pty.text()
      #expect(bytes.contains("7m") || bytes.contains(";7"), "reverse remains")
      for parameters in graphicRenditions(in: bytes) {
        #expect(!parameters.contains { (30...49).contains($0) || $0 >= 90 }, "\(parameters)")
      }
    }

    @Test func colorsAreSentWhereWanted() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      var grid = CellGrid(size: terminal.size)
      for index in UInt8.min...UInt8.max {
        let style = Style(foreground: .palette(index), background: .palette(255 - index))
        grid.write("x", row: Int(index) / 80, column: Int(index) % 80, style: style)
      }
      terminal.present(grid)
      let bytes = pty.text()
      #expect(bytes.contains("38;5;200") && bytes.contains("48;5;55"))
    }

    @Test func controlsInCellsNeverReachTheTerminal() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(CellGrid(size: terminal.size))
      _ = pty.output()
      var grid = CellGrid(size: terminal.size)
      let evil: [Character] = [
        "\u{1B}", "\u{7}", "\n", "\r\n", "\t", "\u{9B}", "\u{7F}", "\u{202E}",
      ]
      for (column, character) in evil.enumerated() {
        grid[row: 0, column: column] = Cell(character)
      }
      terminal.present(grid)
      let text = pty.text()
      #expect(text.contains(String(repeating: "\u{FFFD}", count: 8)))
      #expect(!text.unicodeScalars.contains { ["\u{7}", "\t", "\u{9B}", "\u{202E}"].contains($0) })
    }

    @Test func replacedWideCharactersLeaveNoHalves() throws {
      let pty = try TestPty(columns: 10, rows: 2)
      let terminal = try open(pty)
      let rows = ["中文字", "a中文b", "abcdef", "中a文b", " 中 文", "", "中文字中文"]
      for text in rows + rows.reversed() {
        var grid = CellGrid(size: terminal.size)
        grid.write(text, row: 0, column: 0)
        terminal.present(grid)
        for character in text where character != " " && terminal.shown == grid {
          #expect(grid.text.contains(character))
        }
      }
      // Orphans of halves, which no writer should make, are blanks.
      var broken = CellGrid(size: terminal.size)
      broken[row: 0, column: 0] = Cell(" ", isContinuation: true)
      broken[row: 0, column: 9] = Cell("中")
      broken[row: 1, column: 1] = Cell("я")
      terminal.present(broken)
      #expect(pty.text().contains("я"))
    }

    @Test func framesOfAnotherSizeAreCutOrPadded() throws {
      let pty = try TestPty(columns: 20, rows: 4)
      let terminal = try open(pty)
      for size in [
        Size(columns: 80, rows: 24), Size(columns: 3, rows: 1), Size(columns: 0, rows: 0),
      ] {
        var grid = CellGrid(size: size)
        if size.rows > 0 { grid.write("Москва", row: 0, column: 0) }
        grid.cursor = Position(column: 70, row: 20)
        terminal.present(grid)
      }
      #expect(terminal.shown.size == terminal.size)
    }

    /// The parameters of every `CSI … m`.
    private func graphicRenditions(in text: String) -> [[Int]] {
      text.split(separator: "\u{1B}[").compactMap { piece in
        let parameters = piece.prefix { $0.isASCII && ($0.isNumber || $0 == ";") }
        guard piece.dropFirst(parameters.count).first == "m" else { return nil }
        return parameters.split(separator: ";").compactMap { Int($0) }
      }
    }
  }
}
