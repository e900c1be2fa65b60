import Terminal

extension Emulator {
  mutating func performEscape(_ byte: UInt8) {
    switch Character(Unicode.Scalar(byte)) {
    case "7": savedPen = pen
    case "8": restorePen()
    case "D": lineFeed()
    case "E":
      pen.column = 0
      lineFeed()
    case "M": reverseLineFeed()
    case "H": tabs.insert(pen.column)
    case "Z": replies += Emulator.attributes
    case "c": reset()
    case "=", ">", "\\": break
    default: unknownSequences += 1
    }
  }

  mutating func perform(_ final: UInt8, _ sequence: ControlSequence) {
    guard sequence.intermediates.isEmpty else {
      performIntermediate(final, sequence)
      return
    }
    switch sequence.prefix {
    case nil: performPlain(Character(Unicode.Scalar(final)), sequence)
    case UInt8(ascii: "?"): performPrivate(Character(Unicode.Scalar(final)), sequence)
    case UInt8(ascii: ">") where final == UInt8(ascii: "c"): reply("\u{1B}[>0;0;0c")
    default: unknownSequences += 1
    }
  }

  private mutating func performPlain(_ final: Character, _ sequence: ControlSequence) {
    let count = sequence.count()
    switch final {
    case "A", "F":
      moveVertically(-count)
      if final == "F" { pen.column = 0 }
    case "B", "e", "E":
      moveVertically(count)
      if final == "E" { pen.column = 0 }
    case "C", "a": move(column: pen.column + count)
    case "D": move(column: pen.column - count)
    case "G", "`": move(column: count - 1)
    case "d": move(row: count - 1)
    case "H", "f":
      move(row: count - 1)
      move(column: sequence.count(1) - 1)
    case "I": tab(count)
    case "Z": tab(-count)
    case "J": eraseInDisplay(sequence.value())
    case "K": eraseInLine(sequence.value())
    case "X": erase(row: pen.row, pen.column..<min(pen.column + count, size.columns))
    case "@": insertCells(count)
    case "P": deleteCells(count)
    case "L": insertLines(count)
    case "M": deleteLines(count)
    case "S": scrollUp(count)
    case "T": scrollDown(count)
    case "b":
      // As ncurses sends it, at most a screen of it.
      if let scalar = lastPrinted {
        for _ in 0..<min(count, size.columns * size.rows) { print(scalar) }
      }
    case "g":
      if sequence.value() == 3 { tabs = [] } else { tabs.remove(pen.column) }
    case "h", "l":
      for parameter in sequence.parameters { set(mode: parameter ?? 0, to: final == "h") }
    case "m": setGraphics(sequence.parameters.map { $0 ?? 0 })
    case "n": report(sequence.value())
    case "c": if sequence.value() == 0 { replies += Emulator.attributes }
    case "r": setRegion(top: count, bottom: sequence.value(1))
    case "s": savedPen = pen
    case "u": restorePen()
    case "t": break
    default: unknownSequences += 1
    }
  }

  private mutating func performPrivate(_ final: Character, _ sequence: ControlSequence) {
    switch final {
    case "h", "l":
      for parameter in sequence.parameters { set(privateMode: parameter ?? 0, to: final == "h") }
    case "J": eraseInDisplay(sequence.value())
    case "K": eraseInLine(sequence.value())
    // The Linux console's cursor shape, and the title stack and printing of xterm.
    case "c", "i", "r", "s": break
    default: unknownSequences += 1
    }
  }

  private mutating func performIntermediate(_ final: UInt8, _ sequence: ControlSequence) {
    switch (sequence.prefix, sequence.intermediates, final) {
    case (nil, [UInt8(ascii: "!")], UInt8(ascii: "p")): softReset()
    case (nil, [UInt8(ascii: " ")], UInt8(ascii: "q")): break
    case (UInt8(ascii: "?"), [UInt8(ascii: "$")], UInt8(ascii: "p")):
      reply("\u{1B}[?\(sequence.value());0$y")
    default: unknownSequences += 1
    }
  }

  private mutating func set(mode: Int, to isOn: Bool) {
    switch mode {
    case 4: modes.inserts = isOn
    case 20: modes.newLineReturns = isOn
    default: break
    }
  }

  private mutating func set(privateMode mode: Int, to isOn: Bool) {
    switch mode {
    case 1: modes.applicationCursor = isOn
    case 6:
      pen.isOriginRelative = isOn
      move(row: 0)
      move(column: 0)
    case 7:
      modes.wraps = isOn
      if !isOn { pen.wrapsNext = false }
    case 25: modes.showsCursor = isOn
    case 47, 1047: isOn ? enterAlternate() : leaveAlternate()
    case 1048:
      if isOn { savedPen = pen } else { restorePen() }
    case 1049:
      if isOn {
        savedPen = pen
        enterAlternate()
      } else {
        leaveAlternate()
        restorePen()
      }
    case 1000, 1002, 1003: modes.reportsMouse = isOn
    case 1006: modes.sgrMouse = isOn
    case 2004: modes.bracketsPaste = isOn
    default: break
    }
  }

  private mutating func enterAlternate() {
    guard mainScreen == nil else { return }
    mainScreen = screen
    screen = CellGrid(size: size)
  }

  private mutating func leaveAlternate() {
    guard let main = mainScreen else { return }
    screen = main
    mainScreen = nil
  }

  private mutating func restorePen() {
    pen = savedPen
    pen.column = min(pen.column, size.columns - 1)
    pen.row = min(pen.row, size.rows - 1)
    pen.wrapsNext = pen.wrapsNext && pen.column == size.columns - 1
  }

  private mutating func softReset() {
    let (column, row) = (pen.column, pen.row)
    pen = Pen()
    pen.column = column
    pen.row = row
    savedPen = Pen()
    modes.applicationCursor = false
    modes.inserts = false
    modes.wraps = true
    modes.showsCursor = true
    region = 0...(size.rows - 1)
  }

  private mutating func report(_ question: Int) {
    let top = pen.isOriginRelative ? region.lowerBound : 0
    switch question {
    case 5: reply("\u{1B}[0n")
    case 6: reply("\u{1B}[\(pen.row - top + 1);\(pen.column + 1)R")
    default: unknownSequences += 1
    }
  }

  private mutating func reply(_ text: String) {
    // A program that never reads its answers must not fill the memory.
    if replies.count < 65_536 { replies += text.utf8 }
  }

  /// A VT100 with advanced video, as xterm answers at the least.
  private static let attributes = Array("\u{1B}[?1;2c".utf8)

  private mutating func move(column: Int) {
    pen.column = min(max(column, 0), size.columns - 1)
    pen.wrapsNext = false
  }

  private mutating func move(row: Int) {
    pen.wrapsNext = false
    if pen.isOriginRelative {
      pen.row = min(max(row + region.lowerBound, region.lowerBound), region.upperBound)
    } else {
      pen.row = min(max(row, 0), size.rows - 1)
    }
  }

  /// CUU and CUD stop at the region's edge where they start inside of it.
  private mutating func moveVertically(_ distance: Int) {
    let top = pen.row >= region.lowerBound ? region.lowerBound : 0
    let bottom = pen.row <= region.upperBound ? region.upperBound : size.rows - 1
    pen.row = min(max(pen.row + distance, top), bottom)
    pen.wrapsNext = false
  }

  private mutating func setRegion(top: Int, bottom: Int) {
    let bottom = bottom == 0 ? size.rows : min(bottom, size.rows)
    guard top < bottom else { return }
    region = (top - 1)...(bottom - 1)
    move(row: 0)
    move(column: 0)
  }
}
