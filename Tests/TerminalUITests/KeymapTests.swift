import Terminal
import Testing

@testable import TerminalUI

@Suite struct KeymapTests {
  static let letters: [(latin: Character, russian: Character)] = Array(
    zip("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить"))

  private func keymap(_ key: Key) -> Keymap {
    Keymap([Action("it", title: "Т", sentence: "С.", keys: [key])])
  }

  @Test(arguments: letters)
  func everyLetterWorksInBothLayouts(latin: Character, russian: Character) {
    for key in [Key.character(latin), .character(russian)] {
      #expect(keymap(.character(latin)).action(for: key) == "it")
    }
    let upperLatin = Character(latin.uppercased())
    let upperRussian = Character(russian.uppercased())
    #expect(keymap(.character(upperLatin)).action(for: .character(upperRussian)) == "it")
    #expect(keymap(.character(upperLatin)).action(for: .character(russian)) == nil)
    for letter in [latin, russian, upperLatin, upperRussian] {
      #expect(keymap(.control(latin)).action(for: .control(letter)) == "it")
    }
    #expect(keymap(.alt(latin)).action(for: .alt(russian)) == "it")
  }

  @Test(arguments: zip("хъжэбюё№ХЪЖЭБЮЁ", "[];',.`#{}:\"<>~"))
  func signsLieWhereTheirLettersDo(russian: Character, latin: Character) {
    #expect(keymap(.character(latin)).action(for: .character(russian)) == "it")
  }

  @Test func asciiStaysAsItIs() {
    for value in UInt8(0x20)..<0x7F {
      let character = Character(Unicode.Scalar(value))
      #expect(KeyboardLayout.latin(character) == character)
    }
  }

  @Test func charactersAreTextWhileOneTypes() {
    #expect(keymap(.character("w")).action(for: .character("w"), isTyping: true) == nil)
    #expect(keymap(.control("p")).action(for: .control("з"), isTyping: true) == "it")
    #expect(keymap(.function(3)).action(for: .function(3), isTyping: true) == "it")
    #expect(keymap(.escape).action(for: .escape, isTyping: true) == "it")
  }

  @Test func twoActionsOnOneKeyAreAConflict() {
    let keymap = Keymap([
      Action("a", title: "", sentence: "", keys: [.character("q"), .function(2)]),
      Action("b", title: "", sentence: "", keys: [.character("й")]),
      Action("c", title: "", sentence: "", keys: [.character("Q"), .character("q")]),
    ])
    #expect(keymap.conflicts.count == 1)
    #expect(keymap.conflicts.first?.key == .character("q"))
    #expect(keymap.conflicts.first?.actions == ["a", "b", "c"])
    #expect(keymap.action(for: .character("q")) == "a")
    #expect(Keymap(Everything.actions).conflicts.isEmpty)
  }

  @Test(arguments: [
    (Key.control("p"), "^P"), (.function(3), "F3"), (.escape, "Esc"), (.enter, "Enter"),
    (.character("?"), "?"), (.character(" "), "Space"), (.alt("x"), "Alt+x"),
    (.pageDown, "PgDn"), (.backTab, "Shift+Tab"),
  ])
  func label(key: Key, label: String) { #expect(key.label == label) }

  @Test func noLabelIsEmpty() {
    let keys: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown,
    ]
    #expect(Set(keys.map(\.label)).count == keys.count)
    #expect(!keys.contains { $0.label.isEmpty })
  }

  @Test func lettersMoveByTheirPlaceUnlessAnActionHoldsThem() {
    for (down, up) in [("j", "k"), ("о", "л")] as [(Character, Character)] {
      var stage = Stage([.rows([Row(id: "a", title: "А"), Row(id: "b", title: "Б")])])
      #expect(stage.press(.character(down)) == [.focusMoved("b")])
      #expect(stage.press(.character(up)) == [.focusMoved("a")])
    }
    for (right, left) in [("l", "h"), ("д", "р")] as [(Character, Character)] {
      var stage = Stage([.buttons([Button(id: "a", "А"), Button(id: "b", "Б")])])
      #expect(stage.press(.character(right)) == [.focusMoved("b")])
      #expect(stage.press(.character(left)) == [.focusMoved("a")])
      stage.actions = [Action("wait", title: "", sentence: "", keys: [.character("l")])]
      #expect(stage.press(.character(right)) == [.actionInvoked("wait")])
    }
  }
}
