import FoundationEssentials
import Terminal
import Testing

@testable import Tape

/// One line of an asciicast: `[interval, code, data]`.
private struct CastEvent: Decodable {
  let interval: Double
  let code: String
  let data: String

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    interval = try list.decode(Double.self)
    code = try list.decode(String.self)
    data = try list.decode(String.self)
  }
}

private struct CastHeader: Decodable {
  struct Term: Decodable {
    let cols: Int
    let rows: Int
    let type: String
  }
  let version: Int
  let term: Term
  let title: String?
  let timestamp: Int?
}

private func read(_ text: String) throws -> (CastHeader, [CastEvent]) {
  let lines = text.split(separator: "\n")
  let header = try JSONDecoder().decode(CastHeader.self, from: Data(lines[0].utf8))
  return (
    header,
    try lines.dropFirst().map { try JSONDecoder().decode(CastEvent.self, from: Data($0.utf8)) }
  )
}

@Suite("Recordings as asciicast v3")
struct CastWriterTests {
  @Test("The header and every kind of event read back, with intervals")
  func events() throws {
    var writer = CastWriter(
      size: Size(columns: 80, rows: 24), title: #"Кабинет "демо""#, timestamp: 1_610_607_600)
    writer.add(.output("\u{1B}[1mпривет\u{1B}[0m\r\n"), at: 5)
    writer.add(.input("q"), at: 1255)
    writer.add(.marker("шаг 1"), at: 1255)
    writer.add(.resize(Size(columns: 40, rows: 20)), at: 1000)
    writer.add(.exit(3), at: 61_255)
    let (header, events) = try read(writer.text)
    #expect(header.version == 3)
    #expect(header.term.cols == 80 && header.term.rows == 24)
    #expect(header.term.type == "xterm-256color")
    #expect(header.title == #"Кабинет "демо""#)
    #expect(header.timestamp == 1_610_607_600)
    #expect(events.map(\.code) == ["o", "i", "m", "r", "x"])
    #expect(events.map(\.interval) == [0.005, 1.25, 0, 0, 60])
    #expect(
      events.map(\.data) == ["\u{1B}[1mпривет\u{1B}[0m\r\n", "q", "шаг 1", "40x20", "3"])
  }

  @Test("Every scalar below U+0100 and some beyond survive")
  func escaping() throws {
    var text = String(String.UnicodeScalarView((0..<0x100).compactMap(Unicode.Scalar.init)))
    text += "\u{2028}\u{202E}\u{FFFD}\u{10FFFF}Я中😀"
    var writer = CastWriter(size: Size(columns: 80, rows: 24), type: text, title: text)
    writer.add(.output(text), at: 0)
    #expect(writer.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(!writer.text.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
    #expect(!writer.text.unicodeScalars.contains("\u{202E}"))
    let (header, events) = try read(writer.text)
    for back in [header.term.type, header.title ?? "", events[0].data] {
      #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test("A played tape is recorded in its own time; what is hidden is not")
  func played() throws {
    let stage = FakeStage()
    let report = try stage.play(
      """
      Output a.cast
      Output b.cast
      Set TypingSpeed 100ms
      Type "a" Hide Type "bc" Sleep 9 Show Type@20ms "d" Sleep 1s Type "e" Resize 10x2
      """)
    #expect(report.recordings.map(\.file) == ["a.cast", "b.cast"])
    let (header, events) = try read(try #require(report.recordings.first).text)
    #expect(header.term.cols == 20 && header.term.rows == 4)
    #expect(events.map(\.code) == ["o", "o", "o", "o", "o", "r", "o"])
    #expect(events.map(\.interval) == [0, 0.1, 0, 0.02, 1.1, 0, 0])
    #expect(events[2].data.contains("abc"))
    #expect(!events[1].data.contains("ab"))
  }

  @Test("A tape that fails leaves what was recorded")
  func failed() throws {
    let tape = try Tape.parse(#"Output a.cast Type "ab" Expect "zz""#, name: "t")
    var player = TapePlayer(
      stage: FakeStage(), clock: VirtualTapeClock(), sink: MemorySink().golden())
    #expect(throws: TapeFailure.self) { try player.play(tape) }
    #expect(player.report.recordings.first?.text.contains("ab") == true)
    #expect(player.report.played == 2)
  }
}
