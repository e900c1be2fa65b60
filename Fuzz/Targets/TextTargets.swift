import Foundation

@testable import Tape
@testable import Terminal
@testable import TerminalUI

/// The parser of tapes: it ends with statements in the order of the text, or with a place in it.
func tape(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
  do {
    let tape = try Tape.parse(text, name: "fuzz.tape")
    var last = (1, 0)
    for statement in tape.statements {
      let place = (statement.position.line, statement.position.column)
      require(place > last && place.0 <= max(1, lines), "a statement out of place")
      last = place
    }
    // Once read, reading ends in the same way with what can follow: nothing.
    require(
      (try? Tape.parse(text + "\n# end", name: "fuzz.tape")) == tape, "a comment changes a tape")
  } catch {
    require(error.position.line >= 1 && error.position.line <= max(1, lines), "no such line")
    require(error.position.column >= 1, "no such column")
    require(!error.message.russian.isEmpty && !error.message.english.isEmpty, "no words")
  }
}

/// The decoder of keys: all bytes are taken, however they are cut; nothing that it gives is a control.
func keys(_ bytes: [UInt8]) {
  var whole = KeyDecoder()
  var events = whole.feed(bytes)
  events += whole.flush()
  require(!whole.isIncomplete || whole.isPasting, "bytes are left after the end")
  events += whole.endPaste()
  require(!whole.isIncomplete && !whole.isPasting, "a paste that cannot be ended")
  for event in events { check(event) }

  // One by one, with the pauses that only Escape could tell.
  var slow = KeyDecoder()
  var slowly: [TerminalEvent] = []
  for byte in bytes { slowly += slow.feed([byte]) }
  slowly += slow.flush()
  slowly += slow.endPaste()
  for event in slowly { check(event) }
  if !bytes.contains(0x1B) { require(events == slowly, "the cut changes the keys") }
}

private func check(_ event: TerminalEvent) {
  switch event {
  case .key(.character(let character)), .key(.alt(let character)):
    require(
      character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
      "a control as a letter")
  case .paste(let text): require(!text.unicodeScalars.contains("\r"), "a return in a paste")
  case .mouse(let mouse): require(mouse.column >= 0 && mouse.row >= 0, "a place off the screen")
  default: break
  }
}

/// The sanitiser, the screen and the wrapping of lines: nothing passes, nothing moves, nothing is lost.
func display(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  for keepsLines in [false, true] {
    let shown = DisplayText(text, keepingLines: keepsLines).description
    require(
      shown.unicodeScalars.allSatisfy(isHarmless(keepingLines: keepsLines)), "a control passes")
    require(
      DisplayText(shown, keepingLines: keepsLines).description.utf8.elementsEqual(shown.utf8),
      "shown twice it is another text")
  }
  let quoted = PrintableJSON(quoting: text).description
  require(quoted.unicodeScalars.allSatisfy(isHarmless(keepingLines: false)), "a control in JSON")
  let back = try? JSONDecoder().decode([String].self, from: Data("[\(quoted)]".utf8))
  require(back?.first?.utf8.elementsEqual(text.utf8) == true, "JSON gives another text back")

  var grid = CellGrid(size: Size(columns: 40, rows: 2))
  let width = text.cellWidth
  let written = grid.write(text, row: 0, column: 0)
  require(written == width || (width > 40 && written >= 39), "\(written) cells written of \(width)")
  require(
    grid.text.unicodeScalars.allSatisfy(isHarmless(keepingLines: true)), "a control on the screen")
  for limit in [1, 7, 32] {
    for line in TextWrap.lines(StyledText(text), width: limit) {
      require(line.columns <= max(2, limit), "a line of \(line.columns) cells in \(limit)")
    }
  }
}

private func isHarmless(keepingLines: Bool) -> (Unicode.Scalar) -> Bool {
  { scalar in
    switch scalar.value {
    case 0x0A: keepingLines
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200C, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFB, 0xE0000...0x10FFFF:
      false
    default: true
    }
  }
}
