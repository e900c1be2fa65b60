import Terminal
import Testing

@testable import Tape

@Suite("Playing a tape")
struct TapePlayerTests {
  @Test("Input reaches the stage in order, and each is settled")
  func input() throws {
    let stage = FakeStage()
    let report = try stage.play(
      """
      Type `яб
      в` Down 2 Ctrl+P Paste "x" Click 3 2 Advance 2d Restart Settle
      """)
    #expect(
      stage.log == [
        #"character("я")"#, #"character("б")"#, "enter", #"character("в")"#, "down", "down",
        #"control("p")"#, "paste x", "click 2 1", "advance 172800", "restart",
      ])
    // One before the first statement, one for each input, one for Settle.
    #expect(stage.settled == 1 + stage.log.count + 1)
    #expect(report.played == 8)
    #expect(report.isClean)
  }

  @Test("A phrase is found however the screen breaks and pads it")
  func wrapped() throws {
    let stage = FakeStage(["  Выдача    охот-", "ничьего билета", "250,00\u{A0}₽", "a  b"])
    try stage.play(
      #"Expect "ничьего билета 250,00 ₽" Expect "билета 250,00 ₽ a b" Refute "охотничьего""#)
  }

  @Test("Expressions see the lines as they stand")
  func regexes() throws {
    let stage = FakeStage(["ab", "  cd", "12"])
    try stage.play(#"Expect /^  cd$/ Refute /^cd/ Expect /ab\n/ Expect /^\d+$/"#)
  }

  @Test(
    "What fails says where, what, and shows the screen",
    arguments: [
      (#"Expect "нет""#, "t:2:3: the screen does not show “нет”", "на экране нет «нет»"),
      (#"Expect /x+/"#, "t:2:3: the screen does not show /x+/", "на экране нет /x+/"),
      (#"Refute "есть""#, "t:2:3: the screen shows “есть”, which", "на экране есть «есть», а"),
      (#"Expect+Focus "нет""#, "t:2:3: the focus should be on “нет”, but it", "а там «Подать»"),
      ("F10", "t:2:3: the program ended", "программа завершилась"),
      ("Source x", "t:2:3: “x” was not sourced", "«x» не подключён"),
      ("Wait+Screen@1s /x/", "t:2:3: /x/ did not appear within 1000 ms", "за 1000 мс не"),
    ])
  func failures(statement: String, english: String, russian: String) throws {
    let stage = FakeStage(["есть"])
    stage.focusLabel = "Подать"
    let failure = try #require(throws: TapeFailure.self) { try stage.play("Tab\n  \(statement)") }
    #expect(failure.description.hasPrefix(english), "\(failure)")
    #expect(failure.russianDescription.contains(russian), "\(failure.russianDescription)")
    #expect(failure.description.contains("\n+--------------------+\n|есть                |\n"))
    #expect(failure.screen == stage.screen)
  }

  @Test("The focus is matched by a part of its label, white space apart")
  func focus() throws {
    let stage = FakeStage()
    stage.focusLabel = "Подать  заявление"
    try stage.play(#"Expect+Focus "Подать заявление" Expect+Focus "заявление""#)
    stage.focusLabel = nil
    let failure = try #require(throws: TapeFailure.self) { try stage.play(#"Expect+Focus "x""#) }
    #expect(failure.message.english.hasSuffix("nothing has it"))
  }

  @Test("Wait lets time pass until the text appears")
  func waiting() throws {
    let stage = FakeStage()
    let clock = VirtualTapeClock()
    stage.onSettle = { if $0.settled == 20 { $0.put("ready", row: 2) } }
    try stage.play("Wait+Screen@1s /^ready$/", clock: clock)
    #expect(stage.settled == 20)
    #expect(clock.milliseconds == 180)
  }

  @Test("Wait+Line looks at the cursor's line, or the last one where there is no cursor")
  func waitLine() throws {
    let stage = FakeStage(["first", "last"])
    try stage.play("Wait /first/")
    let failure = try #require(throws: TapeFailure.self) { try stage.play("Wait+Line@0ms /last/") }
    #expect(failure.message.english.contains("within 0 ms"))
    try stage.play("Enter Wait+Line /last/")
    var grid = stage.screen
    grid.cursor = nil
    #expect(ScreenText.currentLine(of: grid) == "last")
  }

  @Test("Wait without an expression takes the set one, or settles")
  func waitDefaults() throws {
    let stage = FakeStage(["a"])
    try stage.play("Wait")
    let failure = try #require(throws: TapeFailure.self) {
      try stage.play("Set WaitPattern /b/ Set WaitTimeout 30ms Wait")
    }
    #expect(failure.message.english == "/b/ did not appear within 30 ms")
  }

  @Test("Sleep costs virtual time and one settling")
  func sleep() throws {
    let stage = FakeStage()
    let clock = VirtualTapeClock()
    try stage.play("Sleep 2 Sleep 500ms", clock: clock)
    #expect(clock.milliseconds == 2500)
    #expect(stage.settled == 3)
  }

  @Test("An error the stage does not explain is still placed")
  func foreignError() throws {
    struct Odd: Error {}
    let stage = FakeStage()
    stage.onSettle = { if $0.settled == 2 { throw Odd() } }
    let failure = try #require(throws: TapeFailure.self) { try stage.play("\nUp\nDown") }
    #expect(failure.position.line == 2)
    #expect(failure.message.english == "failed: Odd()")
  }
}
