import FoundationEssentials
import Testing

@testable import Cabinet

@Suite struct AnswerTests {
  private func decoded(_ text: String) throws -> Answer {
    try JSONDecoder().decode([Answer].self, from: Data("[\(text)]".utf8))[0]
  }

  @Test func everyKindRoundTrips() throws {
    let answers: [Answer] = [
      .text(""), .text("текст\u{0}\n"), .flag(true), .flag(false), .values([]),
      .values(["a", "b"]),
      .files([]), .files([Samples.file(kind: "png", width: 3, height: 4)]),
      .reference(.init(id: "", title: "Некто", facts: ["birthDate": "2000-01-01"])),
    ]
    let data = try JSONEncoder().encode(answers)
    #expect(try JSONDecoder().decode([Answer].self, from: data) == answers)
  }

  @Test func numbersBecomeTexts() throws {
    #expect(try decoded("42") == .text("42"))
    #expect(try decoded("-1") == .text("-1"))
    #expect(try decoded("6420.5") == .text("6420.5"))
    #expect(try decoded("true") == .flag(true))
    #expect(try decoded(#""42""#) == .text("42"))
  }

  @Test(arguments: ["null", "{}", #"{"text":"a"}"#, "[1]", "[[]]", #"{"files":[{}]}"#])
  func whatIsNoAnswerIsRefused(text: String) {
    #expect(throws: DecodingError.self) { try decoded(text) }
  }

  @Test func theSingleTextAndTheValues() {
    #expect(Answer.flag(true).text == "true")
    #expect(Answer.values(["a"]).text == "a")
    #expect(Answer.values(["a", "b"]).text == nil)
    #expect(Answer.files([Samples.file()]).text == nil)
    #expect(Answer.files([Samples.file()]).values == ["h-pdf"])
    #expect(Answer.files([Samples.file()]).attachments.count == 1)
    #expect(Answer.text("a").attachments.isEmpty)
  }
}
