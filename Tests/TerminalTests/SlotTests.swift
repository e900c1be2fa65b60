import Testing

@testable import Terminal

@Suite struct SlotTests {
  private static let inks: [Ink] = [
    .standard, .palette(0), .palette(7), .palette(8), .palette(255),
  ]

  @Test func everyLookIsKept() {
    for bits in UInt8(0)..<16 {
      for foreground in Self.inks {
        for background in Self.inks {
          for isHalf in [false, true] {
            let style = Style(.init(rawValue: bits), foreground: foreground, background: background)
            let slot = Slot(0x416, style, isContinuation: isHalf)
            #expect(slot.style == style && slot.isContinuation == isHalf && slot.scalar == 0x416)
            #expect(slot.looksLike(Slot("x", style)))
            #expect(slot.looksLike(Slot("x", .plain)) == (style == .plain))
          }
        }
      }
    }
  }

  @Test func aStyleAndAHalfAreChangedAlone() {
    var slot = Slot("я", Style(.bold, foreground: .palette(3)))
    slot.isContinuation = true
    slot.style = Style(.dim)
    #expect(slot == Slot(0x44F, Style(.dim), isContinuation: true))
    slot.isContinuation = false
    #expect(slot == Slot("я", Style(.dim)))
  }

  @Test func charactersOfSeveralScalarsStandBesideTheOthers() {
    var grid = CellGrid(size: Size(columns: 4, rows: 1))
    let before = grid
    grid[row: 0, column: 1] = Cell("e\u{301}\u{327}", style: Style(.bold))
    #expect(grid[row: 0, column: 1] == Cell("e\u{301}\u{327}", style: Style(.bold)))
    #expect(grid != before)
    grid[row: 0, column: 1].style = .plain
    #expect(grid[row: 0, column: 1] == Cell("e\u{301}\u{327}"))
    grid[row: 0, column: 1] = Cell()
    #expect(grid == before)
  }

  /// All rows of four cells made of these pieces, against each other.
  @Test func changedColumnsHoldEveryDifferenceAndCutNoCharacter() {
    let pieces = ["a", "б", "e\u{301}", "e\u{300}", "中", " "]
    var rows: [CellGrid] = []
    for first in pieces {
      for second in pieces {
        for third in pieces {
          var grid = CellGrid(size: Size(columns: 4, rows: 1))
          grid.write(first + second + third, row: 0, column: 0)
          rows.append(grid)
        }
      }
    }
    for old in rows {
      for new in rows {
        let differing = (0..<4).filter { new[row: 0, column: $0] != old[row: 0, column: $0] }
        guard let changed = new.changedColumns(row: 0, since: old) else {
          #expect(differing.isEmpty)
          continue
        }
        #expect(!differing.isEmpty && differing.allSatisfy(changed.contains))
        for grid in [old, new] {
          #expect(!grid[row: 0, column: changed.lowerBound].isContinuation)
          #expect(
            changed.upperBound == 4
              || !grid[row: 0, column: changed.upperBound].isContinuation)
        }
      }
    }
  }

  @Test func simpleTextIsWrittenAsCharactersAre() {
    // The same text with a wide character behind it, which is cut off, takes the other way.
    for column in -6...6 {
      for limit in 0...3 {
        var fast = CellGrid(size: Size(columns: 5, rows: 1))
        fast.write("中中", row: 0, column: 0)
        var slow = fast
        let written = fast.write("Дом", row: 0, column: column, limit: limit)
        let same = slow.write("Дом中", row: 0, column: column, limit: limit)
        #expect(fast == slow && written == same)
      }
    }
  }
}
