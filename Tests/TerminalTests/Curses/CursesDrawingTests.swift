import Testing

@testable import Terminal

extension CursesTerminalTests {
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

    @Test func aTextIsSentToTheClipboardAndTheScreenStays() throws {
      let pty = try TestPty()
      let terminal = try open(pty)
      terminal.present(screen(terminal.size, selected: 3))
      _ = pty.output()
      terminal.perform(.copy("9990-9000001"))
      #expect(pty.text() == Clipboard.sequence("9990-9000001"))
      terminal.present(screen(terminal.size, selected: 3))
      #expect(pty.output().isEmpty)
    }

    @Test(arguments: ["linux", "vt100"])
    func terminalsThatWouldPrintItAreSentNothing(_ type: String) throws {
      let pty = try TestPty()
      let terminal = try open(pty, type: type)
      _ = pty.output()
      #expect(!terminal.canCopy)
      terminal.perform(.copy("9990-9000001"))
      #expect(pty.output().isEmpty)
    }

    @Test(arguments: ["xterm-256color", "vt100", "linux"])
    func withoutUTF8OnlyASCIIIsSent(_ type: String) throws {
      let pty = try TestPty()
      var settings = CursesTerminal.Settings(type: type)
      settings.charset = .ascii
      let terminal = try CursesTerminal(input: pty.slave, output: pty.slave, settings: settings)
      var grid = screen(terminal.size, selected: 0)
      grid.write("中文 e\u{301}", row: 20, column: 3)
      terminal.present(grid)
      let bytes = pty.output()
      #expect(bytes.allSatisfy { $0 < 0x80 })
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        text.contains("Vyda4a ohotni4'ego bileta") || text.contains("Vyda4a ohotni4iego bileta"))
      #expect(text.contains("---"))
    }

    @Test func theDepthOfColourIsThatOfTheTerminal() throws {
      for (type, depth) in [
        ("xterm-256color", ColorDepth.indexed), ("linux", .eight), ("vt100", .none),
      ] {
        let pty = try TestPty()
        let terminal = try open(pty, type: type)
        #expect(terminal.colors == depth, "\(type)")
        terminal.close()
      }
      let pty = try TestPty()
      #expect(try open(pty, color: false).colors == .none)
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
