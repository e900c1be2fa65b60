import Terminal
import Testing

@testable import Tape

@Suite("Golden screens")
struct GoldenTests {
  @Test("A new one is written and fails the run once, then passes, then a change fails")
  func flow() throws {
    let sink = MemorySink()
    let stage = FakeStage(["one", "two"])
    let first = try stage.play("Screenshot a.txt", sink: sink.golden())
    #expect(!first.isClean)
    #expect(first.recorded.map(\.file) == ["a.txt"])
    #expect(sink.files["a.txt"] == "one\ntwo\n\n\ncursor: 1,1\n")
    #expect(try stage.play("Screenshot a.txt", sink: sink.golden()).isClean)

    let failure = try #require(throws: TapeFailure.self) {
      try stage.play(#"Type "O" Screenshot a.txt"#, sink: sink.golden())
    }
    #expect(failure.position.description == "t:1:10")
    #expect(
      failure.message.english.hasSuffix("− 1: one\n+ 1: One\n− 5: cursor: 1,1\n+ 5: cursor: 2,1"))

    let updated = try stage.play("Screenshot a.txt", sink: sink.golden(isUpdating: true))
    #expect(!updated.isClean)
    #expect(try stage.play("Screenshot a.txt", sink: sink.golden(isUpdating: true)).isClean)
  }

  @Test("A stage without a semantic snapshot skips it and says so")
  func skipped() throws {
    let stage = FakeStage()
    stage.semanticSnapshot = nil
    let report = try stage.play("Screenshot a.json")
    #expect(report.skipped == ["a.json"])
    #expect(report.isClean)
  }

  @Test("Every form is rendered")
  func forms() throws {
    let sink = MemorySink()
    let stage = FakeStage(["x"])
    try stage.play(
      "Screenshot a.txt Screenshot a.ans Screenshot a.svg Screenshot a.json", sink: sink.golden())
    #expect(sink.files["a.ans"] == "x\n\n\n\n")
    #expect(sink.files["a.json"] == "{}")
    #expect(sink.files["a.svg"]?.hasPrefix("<svg ") == true)
  }

  @Test(
    "Outcomes",
    arguments: [
      (nil, false, GoldenOutcome.recorded), (nil, true, .recorded), ("a", false, .matched),
      ("a", true, .matched), ("b", true, .recorded), ("b", false, .differed("− 1: b\n+ 1: a")),
    ] as [(String?, Bool, GoldenOutcome)])
  func outcomes(kept: String?, isUpdating: Bool, expected: GoldenOutcome) {
    let comparison = GoldenComparison(kept: kept, shown: "a", isUpdating: isUpdating)
    #expect(comparison.outcome == expected)
  }

  @Test("An inserted line is one change, and long differences are cut")
  func difference() {
    #expect(GoldenComparison.difference(from: "a\nb\nc", to: "a\nx\nb\nc") == "+ 2: x")
    let long = (1...100).map { "\($0)" }.joined(separator: "\n")
    let text = GoldenComparison.difference(from: "", to: long, limit: 10)
    #expect(text.split(separator: "\n").count == 11)
    #expect(text.hasSuffix("… 91"))
  }
}
