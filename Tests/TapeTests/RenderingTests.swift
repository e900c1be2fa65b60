import FoundationEssentials
import Terminal
import Testing

@testable import Tape

#if canImport(FoundationXML)
  import FoundationXML
#endif

private func grid(_ rows: [String], columns: Int = 10, style: Style = .plain) -> CellGrid {
  var grid = CellGrid(size: Size(columns: columns, rows: rows.count))
  for (row, text) in rows.enumerated() {
    for (column, character) in text.enumerated() {
      grid[row: row, column: column] = Cell(character, style: style)
    }
  }
  return grid
}

@Suite("Pictures of a screen")
struct RenderingTests {
  @Test("Plain rows end in the cursor's place, counted from 1")
  func plain() {
    var grid = grid(["ab ", "", "  c"])
    #expect(PlainRendering.text(of: grid) == "ab\n\n  c\ncursor: none\n")
    grid.cursor = Position(column: 4, row: 2)
    #expect(PlainRendering.text(of: grid) == "ab\n\n  c\ncursor: 5,3\n")
  }

  @Test(
    "Styles as SGR parameters",
    arguments: [
      (Style(), "0"), (Style(.bold), "0;1"), (Style([.dim, .underline, .reverse]), "0;2;4;7"),
      (Style(foreground: .palette(1)), "0;31"), (Style(foreground: .palette(9)), "0;91"),
      (Style(background: .palette(7)), "0;47"), (Style(background: .palette(15)), "0;107"),
      (Style(foreground: .palette(16)), "0;38;5;16"),
      (Style(background: .palette(255)), "0;48;5;255"),
    ])
  func parameters(style: Style, expected: String) {
    #expect(ANSIRendering.parameters(of: style) == expected)
  }

  @Test("Runs of like cells share one sequence, and styled blanks are kept")
  func ansi() {
    var grid = grid(["a bc"])
    grid[row: 0, column: 2].style = Style(.bold)
    grid[row: 0, column: 3].style = Style(.bold)
    grid[row: 0, column: 5] = Cell(" ", style: Style(.reverse))
    #expect(ANSIRendering.text(of: grid) == "a \u{1B}[0;1mbc\u{1B}[0m \u{1B}[0;7m \u{1B}[0m\n")
  }

  @Test("A frame holds what changed only, and nothing where nothing did")
  func frames() {
    var old = grid(["one", "two"])
    old.cursor = Position(column: 0, row: 0)
    #expect(ANSIRendering.frame(old, after: old).isEmpty)
    var new = old
    new[row: 1, column: 0] = Cell("T")
    #expect(ANSIRendering.frame(new, after: old) == "\u{1B}[2;1H\u{1B}[2KTwo\u{1B}[1;1H")
    new = old
    new.cursor = Position(column: 2, row: 1)
    #expect(ANSIRendering.frame(new, after: old) == "\u{1B}[2;3H")
    #expect(ANSIRendering.frame(old, after: nil).hasPrefix("\u{1B}[0m\u{1B}[H\u{1B}[2J"))
    #expect(ANSIRendering.frame(grid(["x"]), after: old).hasPrefix("\u{1B}[0m\u{1B}[H\u{1B}[2J"))
  }

  @Test("Wide characters stand alone where each run has an x of its own")
  func wide() {
    var grid = grid(["ab  cd"])
    grid[row: 0, column: 2] = Cell("中")
    grid[row: 0, column: 3] = Cell(" ", isContinuation: true)
    #expect(grid.runs(row: 0) == [StyledRun(column: 0, width: 6, text: "ab中cd", style: .plain)])
    #expect(
      grid.runs(row: 0, isolatingWide: true).map { "\($0.column) \($0.width) \($0.text)" }
        == ["0 2 ab", "2 2 中", "4 2 cd"])
  }

  @Test("The drawing escapes text, places runs, and shows styles and the cursor")
  func svg() {
    var grid = grid([#"<a&"b">"#, "x"])
    grid[row: 1, column: 0].style = Style([.bold, .underline, .dim])
    grid[row: 1, column: 3] = Cell("y", style: Style(.reverse, foreground: .palette(196)))
    grid.cursor = Position(column: 3, row: 1)
    let text = SVGRendering().text(of: grid)
    #expect(text.contains(">&lt;a&amp;&quot;b&quot;&gt;</text>"))
    #expect(text.contains(#"font-weight="700" fill-opacity="0.6" text-decoration="underline">x<"#))
    #expect(text.contains(##"<rect x="39" y="31" width="9" height="19" fill="#ff0000" "##))
    #expect(text.contains(##"<text x="39" y="45" textLength="9""##))
    #expect(text.contains(##"fill="#fbfaf7">y</text>"##))
    #expect(text.contains(#"<rect x="39" y="31" width="9" height="19" fill="#))
    #expect(text.contains("stroke="))
    #expect(text.components(separatedBy: "<text ").count == 4)
  }

  @Test(
    "The sheet is the paper of the screen, in colours that can be read on it",
    arguments: [
      (Ink.standard, "#fbfaf7", "#2b2f36"), (.palette(0), "#2c313c", "#d5d9e0"),
      (.palette(16), "#000000", "#d5d9e0"), (.palette(15), "#d9dbe0", "#2b2f36"),
      (.palette(255), "#eeeeee", "#2b2f36"),
    ])
  func sheet(ground: Ink, paper: String, text: String) {
    var grid = grid(["ab"])
    grid.ground(foreground: .standard, background: ground)
    let drawing = SVGRendering().text(of: grid)
    #expect(drawing.contains(#"rx="6" fill="\#(paper)"/>"#))
    #expect(drawing.contains(#" fill="\#(text)">ab"#))
    #expect(drawing.components(separatedBy: "<rect").count == 2)
  }

  @Test("The drawing is well-formed whatever a cell holds")
  func wellFormed() throws {
    let odd: [Character] = [
      "\u{0}", "\u{1B}", "<", "&", "\u{FFFE}", "\u{FFFF}", "]", "\"", "e\u{301}",
    ]
    let text = SVGRendering(palette: .dark).text(of: grid([String(odd)]))
    for scalar in text.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20)
      #expect(scalar.value != 0xFFFE && scalar.value != 0xFFFF)
    }
    // Each opened bracket closes: no raw < or & comes from a cell.
    let opened = text.filter { $0 == "<" }.count
    #expect(opened == text.filter { $0 == ">" }.count)
    #expect(text.components(separatedBy: "&").count - 1 == 3)
  }

  @Test("The palette has a colour for each index")
  func palette() throws {
    for palette in [SVGPalette.light, .dark] {
      for index in UInt8.min...UInt8.max {
        #expect(palette.color(index).wholeMatch(of: /#[0-9a-f]{6}/) != nil)
      }
      #expect(palette.color(16) == "#000000")
      #expect(palette.color(231) == "#ffffff")
      #expect(palette.color(232) == "#080808")
      #expect(palette.color(255) == "#eeeeee")
    }
  }
}
