import Terminal
import Testing

@testable import Tape

private struct Missing: Error {}

private func load(_ files: [String: String], _ name: String) throws(TapeSyntaxError) -> Tape {
  try Tape.load(name) { path in
    guard let text = files[path] else { throw Missing() }
    return text
  }
}

@Suite("Tapes that source tapes")
struct TapeLoaderTests {
  @Test("A sourced tape takes its statement's place, relative to the tape that names it")
  func inPlace() throws {
    let tape = try load(
      [
        "t/main.tape": "Tab\nSource lib/a.tape\nEnter", "t/lib/a.tape": "Up\nSource ../b.tape",
        "t/b.tape": "Down",
      ], "t/main.tape")
    #expect(
      tape.statements.map(\.position.description) == [
        "t/main.tape:1:1", "t/lib/a.tape:1:1", "t/b.tape:1:1", "t/main.tape:3:1",
      ])
  }

  @Test("A tape may be sourced twice, but not by itself")
  func cycles() throws {
    let twice = try load(["a": "Source b\nSource b", "b": "Up"], "a")
    #expect(twice.statements.count == 2)
    let error = try #require(throws: TapeSyntaxError.self) {
      _ = try load(["a": "Source ./b", "b": "\nSource ./c", "c": "Source ./x/../a"], "a")
    }
    #expect(error.position.file == "c" || error.position.file == "./c")
    let direct = try #require(throws: TapeSyntaxError.self) {
      _ = try load(["a": "Tab Source a"], "a")
    }
    #expect(direct.position.description == "a:1:5")
    #expect(direct.found.english.contains("a → a"))
  }

  @Test("A file that can't be read is an error where it is named")
  func missing() throws {
    let error = try #require(throws: TapeSyntaxError.self) {
      _ = try load(["a": "\nSource b"], "a")
    }
    #expect(error.position.description == "a:2:1")
    #expect(error.found.english.contains("b: Missing()"))
    let root = try #require(throws: TapeSyntaxError.self) { _ = try load([:], "a") }
    #expect(root.position.description == "a:1:1")
  }

  @Test("The tape's own settings win over those it sources; only its own output counts")
  func settings() throws {
    let settings = try load(
      [
        "a": "Set Columns 100\nEnv K own\nSource b\nOutput a.cast\nSet Now 2021-01-14",
        "b": "Set Columns 40\nSet Rows 20\nSet Lang en\nEnv K x\nEnv L y\nOutput b.cast",
      ], "a"
    ).settings
    #expect(settings.columns == 100)
    #expect(settings.rows == 20)
    #expect(settings.language == "en")
    #expect(settings.environment == ["K": "own", "L": "y"])
    #expect(settings.outputs == ["a.cast"])
    #expect(settings.now == "2021-01-14")
    #expect(settings.nowPosition?.description == "a:5:1")
  }

  @Test(
    "Paths are resolved as text",
    arguments: [
      ("b", "a", "b"), ("b", "d/a", "d/b"), ("../b", "d/a", "b"), ("/b", "d/a", "/b"),
      ("../../b", "d/a", "../b"), ("./x/./b", "/d/a", "/d/x/b"),
    ])
  func paths(path: String, file: String, expected: String) {
    #expect(TapePath.resolve(path, from: file) == expected)
  }
}
