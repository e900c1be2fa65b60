import ArgumentParser
import Cabinet
import CabinetScreens
import CabinetServices
import CabinetStore
import FoundationEssentials
import Glibc
import Tape
import Terminal
import TerminalUI

/// Plays a tape.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play a tape headless on a fresh demonstration; docs/tapes.md tells the language.",
    discussion: """
      Exits with 1 at the first expectation that fails and shows the screen, with 2 where the tape \
      cannot be read. A screenshot whose file is there is compared with it; one that is missing is \
      written.
      """)

  @Argument(help: "The tape.")
  var tape: String
  @Option(help: "The width; what the tape sets, else 80.")
  var columns: Int?
  @Option(help: "The height; what the tape sets, else 24.")
  var rows: Int?
  @Flag(help: "Write the screenshots that differ anew.")
  var update = false
  @OptionGroup var options: Options

  func run() throws {
    let language = options.language
    let loaded: Tape
    guard access(tape, R_OK) == 0 else {
      throw Refusal(
        code: 2,
        message: Phrase(
          "ленты «\(tape)» нет, или её нельзя прочитать. Ничего не сыграно; проверьте путь.",
          "there is no tape \(tape), or it cannot be read. Nothing was played; check the path.")[
            language])
    }
    do {
      loaded = try Tape.load(tape) { try TextFile.read($0) }
    } catch {
      throw Refusal(
        code: 2, message: language == .russian ? error.message.russian : error.message.english)
    }
    let stage = try makeStage(loaded.settings)
    let sink = GoldenSink(isUpdating: update, read: TextFile.readIfPresent, write: TextFile.write)
    var player = TapePlayer(stage: stage, clock: VirtualTapeClock(), sink: sink)
    do {
      try player.play(loaded)
    } catch {
      throw Refusal(
        code: 1, message: language == .russian ? error.russianDescription : error.description)
    }
    for recording in player.report.recordings {
      try TextFile.write(recording.file, recording.text)
    }
    for screenshot in player.report.recorded {
      StandardError.write(
        line: Phrase("записан снимок \(screenshot.file)", "recorded \(screenshot.file)")[language])
    }
  }

  func makeStage(_ settings: TapeSettings, allowsColor: Bool = true) throws -> AppStage {
    for (name, value) in settings.environment { setenv(name, value, 1) }
    var clock = options.fixedClock
    if let now = settings.now {
      guard let moment = Timestamp(now) else {
        let place = settings.nowPosition.map { "\($0)" } ?? tape
        throw Refusal(code: 2, message: "\(place): Set Now \(now): no such moment")
      }
      clock = .fixed(moment)
    }
    let fixtures = try options.fixtures()
    let language =
      options.lang.flatMap(Language.init(rawValue:))
      ?? settings.language.flatMap(Language.init(rawValue:)) ?? .russian
    let size = Size(
      columns: columns ?? settings.columns ?? 80, rows: rows ?? settings.rows ?? 24)
    var fittings = Fittings()
    if !allowsColor { fittings.colors = .none }
    let memory = MemoryEventLog()
    var starts = 0
    return try AppStage(size: size.clamped()) { size in
      starts += 1
      let ids = IDSource(seed: UInt64(starts))
      let session =
        if let folder = options.store {
          try Demonstration.open(folder: folder, fixtures: fixtures, clock: clock, ids: ids)
        } else {
          try Demonstration.open(memory, fixtures: fixtures, clock: clock, ids: ids)
        }
      try session.runOffice(until: session.now)
      return CabinetApp(session: session, language: language, size: size, fittings: fittings)
    }
  }
}

/// The cabinet as a stage for tapes, in this process.
final class AppStage: TapeStage {
  private var app: CabinetApp
  private let start: (Size) throws -> CabinetApp
  private(set) var screen: CellGrid

  init(size: Size, _ start: @escaping (Size) throws -> CabinetApp) throws {
    self.start = start
    app = try start(size)
    screen = app.frame()
  }

  var focusLabel: String? { app.focusLabel }
  var semanticSnapshot: String? { app.semantics }

  func send(_ key: Key) throws { try handle(.key(key)) }
  func paste(_ text: String) throws { try handle(.paste(text)) }
  func click(_ position: Position) throws {
    try handle(.mouse(MouseEvent(kind: .pressed, column: position.column, row: position.row)))
    try handle(.mouse(MouseEvent(kind: .released, column: position.column, row: position.row)))
  }
  func resize(to size: Size) throws { try handle(.resized(size)) }
  func advance(seconds: Int) throws { app.advance(seconds: seconds) }
  func restart() throws { app = try start(screen.size) }
  func settle() throws { if app.isOpen { screen = app.frame() } }

  /// After the program was left, keys go nowhere and the last screen stays.
  private func handle(_ event: TerminalEvent) throws {
    if app.isOpen { app.handle(event) }
  }
}

/// Text files of tapes.
enum TextFile {
  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  static func read(_ path: String) throws -> String {
    guard let text = try readIfPresent(path) else { throw Unreadable(description: "no such file") }
    return text
  }

  static func readIfPresent(_ path: String) throws -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  static func write(_ path: String, _ text: String) throws {
    if let slash = path.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Unreadable(description: "\(path) cannot be written") }
    defer { close(file) }
    Descriptor.write(content: Array(text.utf8), to: file)
  }
}
