import ArgumentParser
import Foundation
import PseudoTerminal
import Tape
import Terminal
import Testing

@testable import kabinet

/// Every tape of the project, in this process and against the real program on a real pty.
@Suite(.serialized) struct TapesTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let tapes =
    ((try? FileManager.default.contentsOfDirectory(atPath: root + "/Fixtures/tapes")) ?? [])
    .filter { $0.hasSuffix(".tape") }.sorted()

  @Test func thereAreTapes() {
    #expect(Self.tapes.count >= 10)
  }

  @Test(arguments: tapes) func playsInThisProcess(_ name: String) throws {
    let tape = try Self.load(name)
    let command = try PlayCommand.parse([Self.path(name)])
    let stage = try command.makeStage(tape.settings)
    try Self.play(tape, on: stage, clock: VirtualTapeClock())
  }

  /// The tapes that keep screens.
  static let withGoldens = tapes.filter {
    ((try? String(contentsOfFile: path($0), encoding: .utf8)) ?? "").contains("Screenshot")
  }

  @Test(arguments: withGoldens) func showsTheSameWordsWithoutColour(_ name: String) throws {
    let tape = try Self.load(name)
    let command = try PlayCommand.parse([Self.path(name)])
    let stage = try command.makeStage(tape.settings, allowsColor: false)
    try Self.play(tape, on: stage, clock: VirtualTapeClock())
  }

  @Test(arguments: tapes) func playsOnARealTerminal(_ name: String) throws {
    let tape = try Self.load(name)
    let store = FileManager.default.temporaryDirectory
      .appendingPathComponent("kabinet-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: store) }
    var arguments = ["demo", "--store", store, "--lang", tape.settings.language ?? "ru"]
    if let now = tape.settings.now { arguments += ["--now", now] }
    func start(_ size: Size) throws -> PseudoTerminal {
      try PseudoTerminal(
        try Self.program, arguments: arguments,
        environment: [
          "TERM": "xterm-256color", "LC_ALL": "ru_RU.UTF-8", "HOME": store,
          "KABINET_FIXTURES": Self.root + "/Fixtures",
        ], directory: Self.root, size: size)
    }
    let size = Size(columns: tape.settings.columns ?? 80, rows: tape.settings.rows ?? 24)
    let stage = PtyStage(
      try start(size),
      advanceKeys: { seconds in
        [.function(9), .backTab] + "\(seconds)s".map { Key.character($0) } + [.enter]
      }, startAgain: start)
    defer { stage.terminal.kill(SIGKILL) }
    try Self.play(tape, on: stage, clock: MonotonicClock())
  }

  /// Plays a tape; a golden screen that had to be recorded fails the run once, so that someone looks.
  private static func play(_ tape: Tape, on stage: some TapeStage, clock: any TapeClock) throws {
    let sink = GoldenSink(
      isUpdating: false,
      read: { try TextFile.readIfPresent(root + "/" + $0) },
      write: { try TextFile.write(root + "/" + $0, $1) })
    var player = TapePlayer(stage: stage, clock: clock, sink: sink)
    let report = try player.play(tape)
    #expect(report.recorded.map(\.file) == [], "recorded: look at them and run again")
  }

  private static func path(_ name: String) -> String { root + "/Fixtures/tapes/" + name }

  private static func load(_ name: String) throws -> Tape {
    try Tape.load(path(name)) { try TextFile.read($0) }
  }

  /// The program, which is built beside the tests.
  static var program: String {
    get throws {
      let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      let candidates = [beside.path + "/kabinet", root + "/.build/debug/kabinet"]
      return try #require(candidates.first(where: FileManager.default.isExecutableFile))
    }
  }
}
