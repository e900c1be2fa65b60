import Foundation
import PseudoTerminal
import Tape
import Terminal
import Testing

@testable import kabinet

/// What happens to typed answers when the program is killed, hung up on or stopped in the middle.
@Suite(.serialized) struct InterruptionTests {
  private let store = FileManager.default.temporaryDirectory
    .appendingPathComponent("kabinet-\(UUID().uuidString)").path

  private func open() throws -> PtyStage {
    let terminal = try PseudoTerminal(
      try TapesTests.program, arguments: ["demo", "--store", store, "--lang", "ru"],
      environment: [
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": store,
        "KABINET_FIXTURES": TapesTests.root + "/Fixtures",
      ], directory: TapesTests.root)
    let stage = PtyStage(terminal)
    try stage.settle()
    return stage
  }

  private func press(_ stage: PtyStage, _ keys: [Key]) throws {
    for key in keys {
      try stage.send(key)
      try stage.settle()
    }
  }

  private func type(_ stage: PtyStage, _ text: String) throws {
    try press(stage, text.map { Key.character($0) })
  }

  /// To the first step of the form, with the focus on the surname.
  private func openForm(_ stage: PtyStage) throws {
    try press(stage, [.function(3)])
    try type(stage, "охотничий")
    try press(stage, [.enter, .enter])
    #expect(stage.screen.text.contains("шаг 1 из 4"))
  }

  private func openDraftAgain() throws -> PtyStage {
    let stage = try open()
    #expect(stage.screen.text.contains("Закончить заявление · Охотничий билет"))
    try press(stage, [.down, .enter])
    #expect(stage.screen.text.contains("шаг 1 из 4"))
    return stage
  }

  @Test func aKillLosesAtMostTheFieldInHand() throws {
    defer { try? FileManager.default.removeItem(atPath: store) }
    let stage = try open()
    try openForm(stage)
    try press(stage, [.control("u")])
    try type(stage, "Первая")
    try press(stage, [.tab, .control("u")])
    try type(stage, "Вторая")
    stage.terminal.kill(SIGKILL)
    _ = try stage.terminal.wait()
    let again = try openDraftAgain()
    defer { again.terminal.kill(SIGKILL) }
    #expect(again.screen.text.contains("Первая"))
    #expect(!again.screen.text.contains("Вторая"))
  }

  @Test(arguments: [SIGHUP, SIGTERM]) func aSignalSavesTheFieldInHandToo(_ signal: Int32) throws {
    defer { try? FileManager.default.removeItem(atPath: store) }
    let stage = try open()
    try openForm(stage)
    try press(stage, [.control("u")])
    try type(stage, "Начатая")
    stage.terminal.kill(signal)
    #expect(try stage.terminal.wait() != nil)
    let again = try openDraftAgain()
    defer { again.terminal.kill(SIGKILL) }
    #expect(again.screen.text.contains("Начатая"))
  }

  @Test func aKillAtEveryKeyOfAnApplicationLeavesASoundStore() throws {
    let life: [Key] =
      [.function(3)] + "охотничий".map { .character($0) } + [.enter, .enter]
      + Array(repeating: .tab, count: 7) + [.enter, .down, .character(" "), .down, .character(" ")]
      + [.tab, .enter, .tab, .tab, .enter, .tab, .enter, .character(" "), .tab, .character(" ")]
      + [.tab, .enter, .enter]
    for length in stride(from: 1, through: life.count, by: 3) {
      let folder = store + "-\(length)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let terminal = try PseudoTerminal(
        try TapesTests.program, arguments: ["demo", "--store", folder],
        environment: [
          "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
          "KABINET_FIXTURES": TapesTests.root + "/Fixtures",
        ], directory: TapesTests.root)
      let stage = PtyStage(terminal)
      try stage.settle()
      try press(stage, Array(life.prefix(length - 1)))
      // The last key and the kill race each other.
      try stage.send(life[length - 1])
      terminal.kill(SIGKILL)
      _ = try terminal.wait()
      let check = Process()
      check.executableURL = URL(fileURLWithPath: try TapesTests.program)
      check.arguments = ["check", "--store", folder]
      check.standardOutput = FileHandle.nullDevice
      try check.run()
      check.waitUntilExit()
      #expect(check.terminationStatus == 0, "after \(length) keys")
    }
  }
}
