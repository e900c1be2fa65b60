import Foundation
import Glibc
import PseudoTerminal
import Tape
import Terminal
import Testing

/// Two real programs on one store: what one changes, the other shows without being asked.
@Suite(.serialized) struct LiveChangeTests {
  private static let before = "Заявления 3"
  private static let after = "Заявления 4"

  private func open(_ program: Program) throws -> PtyStage {
    let stage = PtyStage(try program.open("demo", "--lang", "ru"))
    try stage.settle()
    return stage
  }

  private func type(_ text: String, _ stage: PtyStage) throws {
    for key in text {
      try stage.send(.character(key))
      try stage.settle()
    }
  }

  /// Files an application by the other program, which is on a terminal too.
  private func apply(_ program: Program, _ id: String) throws {
    try program.write("answers.json", huntingAnswers)
    let other = try program.open(
      "apply", "hunting-licence", "--answers", program.path("answers.json"), "--request-id", id)
    let end = try other.wait(timeout: 60_000)
    #expect(end == .exited(0), "\(other.emulator.grid.text)")
  }

  /// Reads what the program draws until a text is there; false where it never comes.
  private func shows(_ text: String, _ stage: PtyStage) throws -> Bool {
    let end = MonotonicClock.milliseconds + 30_000
    while !stage.screen.text.contains(text), MonotonicClock.milliseconds < end {
      _ = stage.terminal.read(timeout: 100)
    }
    return stage.screen.text.contains(text)
  }

  /// Types half a query, lets the other program change something, and types on.
  private func typeThroughAChange(whenTyped: (PtyStage) throws -> Void = { _ in }) throws {
    let program = try Program.demonstration()
    let stage = try open(program)
    defer { stage.terminal.kill(SIGKILL) }
    try stage.send(.function(3))
    try stage.settle()
    try type("охот", stage)
    #expect(stage.screen.text.contains(Self.before))
    let cursor = stage.screen.cursor
    let line = cursor.map { stage.screen.text(row: $0.row) }
    try whenTyped(stage)
    try apply(program, "life")
    #expect(try shows(Self.after, stage))
    try stage.settle()
    #expect(stage.screen.cursor == cursor)
    #expect(stage.screen.cursor.map { stage.screen.text(row: $0.row) } == line)
    try type("ничий", stage)
    #expect(stage.screen.text.contains("охотничий"))
  }

  @Test func aChangeShowsWhileSomethingIsTyped() throws {
    try typeThroughAChange()
  }

  /// A field of a form, half filled in, stays as it is to the cell, and is gone on with.
  @Test func aHalfTypedFieldStays() throws {
    let program = try Program.demonstration()
    let stage = try open(program)
    defer { stage.terminal.kill(SIGKILL) }
    try stage.send(.function(3))
    try stage.settle()
    try type("охотничий", stage)
    for key in [Key.enter, .enter, .control("u")] {
      try stage.send(key)
      try stage.settle()
    }
    try type("Неокон", stage)
    #expect(stage.screen.text.contains("шаг 1 из 4"))
    let before = stage.screen.text
    let cursor = stage.screen.cursor
    try apply(program, "life")
    try stage.settle()
    #expect(stage.screen.text == before)
    #expect(stage.screen.cursor == cursor)
    try type("чен", stage)
    #expect(stage.screen.text.contains("Неокончен"))
    // Leaving saves the draft beside what the other one did.
    for key in [Key.escape, .character("1")] {
      try stage.send(key)
      try stage.settle()
    }
    stage.terminal.kill(SIGKILL)
    let list = try program.run("applications", "--json").out
    #expect(list.contains("\"life\""))
    #expect(try program.run("export", "-").out.contains("Неокончен"))
  }

  private static let limit =
    (try? String(contentsOfFile: "/proc/sys/fs/inotify/max_user_instances", encoding: .utf8))
    .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0

  /// After the 128th program of a user the system gives no notices any more.
  @Test(.enabled(if: limit > 0 && limit <= 500, "too many to be taken by one process"))
  func aChangeShowsWhereTheSystemGivesNoNotices() throws {
    var taken: [Int32] = []
    defer { for descriptor in taken { close(descriptor) } }
    while taken.count <= Self.limit {
      let descriptor = inotify_init1(Int32(IN_CLOEXEC))
      if descriptor < 0 { break }
      taken.append(descriptor)
    }
    #expect(taken.count <= Self.limit)
    try typeThroughAChange { stage in
      let sent = stage.terminal.bytesRead
      for _ in 0..<10 { _ = stage.terminal.read(timeout: 100) }
      #expect(stage.terminal.bytesRead == sent)
    }
  }

  /// A session that waits sends nothing, with notices or without.
  @Test func aSessionThatWaitsSendsNothing() throws {
    let program = try Program.demonstration()
    let stage = try open(program)
    defer { stage.terminal.kill(SIGKILL) }
    let sent = stage.terminal.bytesRead
    // Another session looks and leaves: the folder is touched, and nothing in it has changed.
    #expect(try program.run("check").code == 0)
    for _ in 0..<10 { _ = stage.terminal.read(timeout: 100) }
    #expect(stage.terminal.bytesRead == sent)
  }
}
