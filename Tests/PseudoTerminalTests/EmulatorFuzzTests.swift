import Terminal
import Testing

@testable import PseudoTerminal

/// A small generator with a seed, so that a failure can be repeated.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Byte soup")
struct EmulatorFuzzTests {
  @Test("No bytes break the screen", arguments: 0..<24)
  func soup(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let columns = [1, 2, 3, 10, 80].randomElement(using: &random) ?? 1
    let rows = [1, 2, 5, 24].randomElement(using: &random) ?? 1
    var emulator = Emulator(size: Size(columns: columns, rows: rows))
    let likely = Array(
      "\u{1B}\u{1B}\u{1B}[[[[0123456789;;?>!$ ()]#ABCDEFGHIJKLMPSTXZ@`abcdefghlmnrsu中я\u{301}\r\n\t\u{8}\u{E}\u{F}"
        .utf8)
    for step in 0..<6000 {
      let byte =
        Bool.random(using: &random)
        ? likely.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      emulator.feed(CollectionOfOne(byte))
      if step % 500 == 0 {
        emulator.resize(
          to: Size(
            columns: .random(in: 1...12, using: &random), rows: .random(in: 1...6, using: &random)))
      }
      if step % 20 == 0 { checkInvariants(emulator, "seed \(seed), step \(step)") }
    }
  }

  private func checkInvariants(_ emulator: Emulator, _ place: String) {
    let size = emulator.size
    let cursor = emulator.grid.cursor ?? Position(column: -1, row: -1)
    #expect((0..<size.columns).contains(cursor.column), "\(place)")
    #expect((0..<size.rows).contains(cursor.row), "\(place)")
    #expect(emulator.region.upperBound < size.rows, "\(place)")
    for row in 0..<size.rows {
      #expect(!emulator.grid[row: row, column: 0].isContinuation, "\(place)")
    }
  }

  @Test("A flood of one sequence stays bounded in time and memory")
  func floods() {
    var emulator = Emulator(size: Size(columns: 80, rows: 24))
    emulator.feed("x\u{1B}[65535b\u{1B}[99999999999999999999S\u{1B}[9999999L\u{1B}[99999@".utf8)
    emulator.feed(String(repeating: "\u{1B}[6n", count: 100_000).utf8)
    emulator.feed(("\u{1B}]0;" + String(repeating: "x", count: 100_000) + "\u{7}").utf8)
    emulator.feed(("\u{1B}[" + String(repeating: ";", count: 100_000) + "m").utf8)
    emulator.feed("e\(String(repeating: "\u{301}", count: 10_000))".utf8)
    #expect(emulator.takeReplies().count < 70_000)
    #expect(emulator.title.utf8.count < 5000)
    let longest = (0..<80).map { emulator.grid[row: 0, column: $0].character.unicodeScalars.count }
    #expect((longest.max() ?? 0) <= 8)
  }
}
