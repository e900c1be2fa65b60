import Terminal
import Testing

@testable import TerminalUI

@Suite struct EditingTests {
  /// A field as a screen keeps it, and everything that was said about it.
  private struct Desk {
    var stage: Stage
    var field: Field
    var events: [PageEvent] = []

    init(_ text: String, isMultiline: Bool = false, columns: Int = 80) {
      field = Field(id: "f", label: "Поле", text: text, isMultiline: isMultiline)
      stage = Stage(
        [.field(field), .buttons([Button(id: "next", "Дальше")])], columns: columns)
    }

    mutating func send(_ event: TerminalEvent) {
      let new = stage.send(event)
      for case .textChanged("f", let text) in new { field.text = text }
      stage.page.body[0] = .field(field)
      events += new
    }

    mutating func press(_ keys: [Key]) { for key in keys { send(.key(key)) } }

    var cursor: Int { stage.memory.cursor ?? field.text.count }
  }

  @Test(arguments: [
    ("", [Key.character("п"), .character("а")], "па", 2),
    ("да", [.home, .character("В")], "Вда", 1),
    ("дом", [.left, .left, .backspace], "ом", 0),
    ("дом", [.home, .backspace], "дом", 0),
    ("дом", [.home, .delete], "ом", 0),
    ("дом", [.delete], "дом", 3),
    ("дом", [.left, .right, .right, .right, .character("а")], "дома", 4),
    ("раз два", [.control("w")], "раз ", 4),
    ("раз два  ", [.control("w"), .control("w")], "", 0),
    ("раз два", [.left, .control("u")], "а", 0),
    ("раз два", [.home, .right, .control("k")], "р", 1),
    ("раз", [.control("a"), .character("!"), .control("e"), .character("?")], "!раз?", 5),
    ("раз", [.control("ц")], "", 0),
    ("e\u{301}й", [.left, .backspace], "й", 0),
    ("cafe", [.character("\u{301}")], "cafe\u{301}", 4),
    ("👨‍👩‍👧", [.backspace], "", 0),
    ("а б", [.character(" ")], "а б ", 4),
    ("аб", [.character("\u{202E}"), .character("\u{7}")], "аб", 2),
  ])
  func editsByCharacters(text: String, keys: [Key], result: String, cursor: Int) {
    var desk = Desk(text)
    desk.press(keys)
    #expect(desk.field.text == result)
    #expect(desk.cursor == cursor)
  }

  @Test func lettersOfActionsAndMotionsAreTyped() {
    var desk = Desk("")
    desk.stage.actions = Everything.actions
    desk.press([.character("w"), .character("j"), .character("?"), .character("й")])
    #expect(desk.field.text == "wj?й")
    desk.press([.control("p"), .escape, .function(1)])
    #expect(
      desk.events.suffix(3) == [
        .actionInvoked("palette"), .actionInvoked("back"), .actionInvoked("help"),
      ])
  }

  @Test(arguments: [
    ("раз\nдва", false, "раз два"), ("раз\r\nдва\n", false, "раз два"),
    ("раз\nдва\n", true, "раз\nдва\n"), ("a\u{1B}[31mb\u{0}", false, "a[31mb"),
    ("\tа", false, " а"), ("1\u{2028}2", false, "1 2"),
  ])
  func pastes(pasted: String, isMultiline: Bool, result: String) {
    var desk = Desk("", isMultiline: isMultiline)
    desk.send(.paste(pasted))
    #expect(desk.field.text == result)
    #expect(!desk.events.contains(.activated("next")))
    #expect(desk.stage.memory.focus == "f")
  }

  @Test func pasteOutsideOfFieldsDoesNothing() {
    var desk = Desk("")
    desk.press([.tab])
    desk.events = []
    desk.send(.paste("q\n\n"))
    #expect(desk.events.isEmpty)
    #expect(desk.stage.memory.focus == "next")
  }

  @Test func longTextsStopCalmly() {
    var desk = Desk("")
    desk.send(.paste(String(repeating: "я", count: 5_000)))
    #expect(desk.field.text.count == 4_000)
    desk.events = []
    desk.press([.character("a")])
    desk.send(.paste("abc"))
    #expect(desk.field.text.count == 4_000)
    #expect(desk.events.isEmpty)
  }

  @Test(arguments: [Key.tab, .backTab, .enter, .down])
  func leavingAnEditedFieldSaysSo(key: Key) {
    var desk = Desk("а")
    desk.press([.character("б"), key])
    #expect(
      desk.events == [.textChanged("f", "аб"), .textCommitted("f"), .focusMoved("next")])
    desk.events = []
    desk.press([.backTab, .tab])
    #expect(desk.events == [.focusMoved("f"), .focusMoved("next")])
  }

  @Test func aLoneFieldCommitsOnEnter() {
    var stage = Stage([.field(Field(id: "f", label: "Имя", text: "а"))])
    stage.actions = [Action("ok", title: "", sentence: "", keys: [.enter])]
    stage.press(.character("б"))
    #expect(stage.press(.enter) == [.textCommitted("f"), .actionInvoked("ok")])
    stage.actions = []
    stage.press(.character("б"))
    #expect(stage.press(.enter) == [.textCommitted("f")])
  }

  @Test func linesOfAMultilineText() {
    var desk = Desk("первая\nвторая", isMultiline: true)
    desk.press([.up, .character("!")])
    #expect(desk.field.text == "первая!\nвторая")
    desk.press([.down, .home, .enter])
    #expect(desk.field.text == "первая!\n\nвторая")
    desk.press([.end, .down])
    #expect(desk.stage.memory.focus == "next")
    #expect(!desk.events.contains(.activated("next")))
  }

  @Test(arguments: [true, false])
  func anyKeysLeaveAGoodText(isMultiline: Bool) {
    let keys: [Key] = [
      .character("я"), .character("\u{301}"), .character("👨‍👩‍👧"), .character("日"), .character(" "),
      .character("\u{8}"), .left, .right, .home, .end, .backspace, .delete, .control("w"),
      .control("k"), .control("ф"), .enter, .up, .down, .backTab, .tab,
    ]
    var desk = Desk("начало", isMultiline: isMultiline, columns: 32)
    var random: UInt64 = 7
    for _ in 0..<1_500 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let index = Int(random >> 33) % (keys.count + 1)
      if index < keys.count { desk.press([keys[index]]) } else { desk.send(.paste("а\r\nб\u{7}")) }
      #expect((0...desk.field.text.count).contains(desk.cursor))
      let isClean = desk.field.text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 || (isMultiline && $0 == "\n")
      }
      #expect(isClean)
    }
  }

  @Test func cursorStandsAtTheTextCursor() {
    var desk = Desk("абв")
    for (keys, column) in [([], 11), ([.left], 10), ([.home], 8), ([.end], 11)] as [([Key], Int)] {
      desk.press(keys)
      #expect(desk.stage.draw().cursor == Position(column: column, row: 2))
    }
    var wide = Desk("日本")
    #expect(wide.stage.draw().cursor == Position(column: 12, row: 2))
    wide.press([.left])
    #expect(wide.stage.draw().cursor == Position(column: 10, row: 2))
  }

  @Test(arguments: [32, 49, 50, 51, 80, 120])
  func cursorWalksThroughALongTextInSight(columns: Int) {
    var desk = Desk(String(repeating: "слово 日", count: 30), columns: columns)
    for key in Array(repeating: Key.left, count: 215) + Array(repeating: .right, count: 40) {
      desk.press([key])
      guard let cursor = desk.stage.draw().cursor else {
        Issue.record("no cursor")
        return
      }
      #expect(cursor.column < columns)
    }
  }
}

@Suite struct RefusedTextTests {
  private func refused(_ pasted: String, into text: String = "", isMultiline: Bool = false)
    -> (text: String, refused: RefusedText)
  {
    let field = Field(id: "f", label: "Поле", text: text, isMultiline: isMultiline)
    let page = Page(path: [""], body: [.field(field)])
    let response = Interaction(words: .russian).respond(
      to: .paste(pasted), on: Layer(page: page), actions: [], size: Size(columns: 80, rows: 24))
    for case .textChanged("f", let new) in response.events { return (new, response.refused) }
    return (text, response.refused)
  }

  @Test(arguments: [
    ("кот", "кот", 0, 0), ("к\u{1B}[31mот\u{7}", "к[31mот", 2, 0),
    ("а\u{202E}б\u{200B}", "аб", 2, 0),
    ("a\tb\nc", "a b c", 0, 0),
    ("e\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}\u{301}\u{301}", 0, 0),
    ("e\u{301}\u{301}\u{301}\u{301}\u{301}", "", 1, 0), ("👨‍👩‍👧 ❤\u{FE0F}", "👨‍👩‍👧 ❤\u{FE0F}", 0, 0),
    ("\u{301}x", "x", 1, 0), ("\u{E000}\u{FFFE}", "", 2, 0), ("\u{FEFF}текст", "текст", 1, 0),
    (String(repeating: "я", count: 4_003), String(repeating: "я", count: 4_000), 0, 3),
  ])
  func whatIsNotTakenIsCounted(pasted: String, taken: String, unshowable: Int, surplus: Int) {
    let (text, refused) = refused(pasted)
    #expect(text == taken)
    #expect(refused.unshowable == unshowable && refused.surplus == surplus)
    #expect(refused.isEmpty == (unshowable + surplus == 0))
  }

  @Test func marksJoinWhatIsThere() {
    #expect(refused("\u{301}", into: "e").text == "e\u{301}")
    #expect(refused("\u{301}", into: "e\u{301}\u{301}\u{301}\u{301}").refused.unshowable == 1)
    #expect(refused("\n\u{301}", isMultiline: true).refused.unshowable == 1)
  }

  @Test func textOfTheStoreIsEditedAsItIs() {
    #expect(refused("б", into: "\u{1B}[2Jа").text == "\u{1B}[2Jаб")
  }
}
