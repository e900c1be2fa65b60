import Cabinet
import Terminal
import TerminalUI
import Testing

@testable import CabinetScreens

/// The resident's own keys: what is taken, and what is told where it is not.
@Suite struct KeyFileTests {
  private func problems(_ text: String) -> [String] {
    let file = KeyFile(Array(text.utf8))
    #expect(file.problems.isEmpty || file.bindings == KeyBindings())
    return file.problems.map { "\($0.line): \($0.text.en)" }
  }

  @Test func keysOfTheFileReplaceTheUsualOnes() {
    let file = KeyFile(Array(#"{ "quit": ["F12", "Ctrl+Q"], "help": ["F1", "й"] }"#.utf8))
    #expect(file.problems.isEmpty)
    let actions = file.bindings.applied(
      to: ActionGroup.everywhere.entries.map { $0.action(.english) })
    let keymap = Keymap(actions)
    #expect(keymap.action(for: .function(12)) == "quit")
    #expect(keymap.action(for: .control("c")) == nil)
    // A letter of the Russian layout names the key that lies there.
    #expect(keymap.action(for: .character("q")) == "help")
    #expect(keymap.action(for: .function(3)) == "search")
  }

  @Test(arguments: [
    "{}", " {\n}\n", #"{"theme":[ "Alt+x" , "Shift+Tab2" ]}"#, #"{"theme": "F12"}"#,
  ])
  func emptyFilesAreFilesToo(text: String) {
    #expect(problems(text).count == (text.contains("Tab2") ? 1 : 0))
  }

  @Test(arguments: [
    ("", 1, "the sign {"), ("[]", 1, "the sign {"), ("{\n\n\"quit\" [\"q\"]}", 3, "the sign :"),
    ("{\"quit\": 5}", 1, "a key in quotation marks, or a list of them in [ ]"),
    ("{\"quit\": [1]}", 1, "a key in quotation marks"),
    ("{\"quit\": [\"q\"],}", 1, "an action in quotation marks"),
    ("{\"quit\": [\"q\",]}", 1, "a key in quotation marks"),
    ("{\"quit\": [\"q\"]", 1, "the sign }"),
    ("{\"quit\": [\"q\"]}\n// no", 2, "the end of the file"),
    ("{\"quit\": [\"q\n\"]}", 1, "a closing quotation mark"),
    ("{\"quit\": [\"\\x\"]}", 1, "an escape of JSON"),
  ])
  func whatIsNoSuchFileIsToldWithItsLine(text: String, line: Int, expected: String) {
    #expect(problems(text) == ["\(line): expected here: \(expected)"])
  }

  @Test func whatOnlyLooksLikeJSONIsRefused() {
    #expect(problems("{\n\"quit\": [\"\\u+041\"]}") == ["2: JSON has no such escape"])
  }

  @Test func everyMistakeIsToldAtOnce() {
    let told = problems(
      """
      {
        "qiut": ["F12"],
        "search": [],
        "copy": ["Ctlr+Y"],
        "copy": ["F11"],
        "theme": ["Up"],
        "back": ["B"],
        "application.why": ["w"]
      }
      """)
    #expect(told.count == 7)
    #expect(told[0] == "2: there is no action “qiut”; perhaps quit?")
    #expect(told[1] == "3: “search” has no key at all")
    #expect(told[2] == "4: “copy”: there is no key “Ctlr+Y”; perhaps Ctrl+Y?")
    #expect(told[3] == "5: the action “copy” is named a second time")
    #expect(told[4] == "6: “theme”: the key Up moves on the screen and is taken")
    #expect(told[5].hasPrefix("7: “back” needs a key that acts while one types"))
    #expect(told[6] == "8: two actions are on the key w: application.why, application.withdraw")
  }

  @Test func twoActionsOnOneKeyAreFoundAcrossLayoutsAndPlaces() {
    #expect(problems(#"{"theme": ["й"]}"#) == ["1: two actions are on the key q: quit, theme"])
    #expect(
      problems(#"{"sections": ["w"]}"#)
        == ["1: two actions are on the key w: application.withdraw, sections"])
    // Two places that never act together may share a key.
    #expect(problems(#"{"drafts.trash": ["w"]}"#) == [])
    // A key that its action gave away is free.
    #expect(problems(#"{"quit": ["F12"], "sections": ["q"]}"#) == [])
  }

  @Test func theMessageNamesTheFileTheLineAndWhatWasKept() {
    let message = KeyFile(Array("{\n\"no\": [\"q\"]}".utf8)).message(path: "/c/keys.json")
    #expect(message?.ru.contains("/c/keys.json:2:") == true)
    #expect(message?.ru.contains("действуют обычные клавиши") == true)
    #expect(KeyFile(Array("{}".utf8)).message(path: "") == nil)
  }
}
