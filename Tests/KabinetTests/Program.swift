import Foundation
import PseudoTerminal
import Terminal
import Testing

/// What a command left behind.
struct Outcome {
  var code: Int32
  var out: String
  var err: String

  /// Standard output as one JSON document.
  func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(out.utf8), options: .fragmentsAllowed)
  }

  /// Standard output as one JSON object.
  func object() throws -> [String: Any] { try #require(try json() as? [String: Any]) }

  /// Standard output as a JSON array of objects.
  func objects() throws -> [[String: Any]] { try #require(try json() as? [[String: Any]]) }
}

/// The built program in a folder of its own, of which nothing is left.
final class Program {
  /// The folder; `store` in it is the store of every command that names no other.
  let folder: String
  var environment: [String: String]

  init() throws {
    folder = NSTemporaryDirectory() + "kabinet-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    environment = [
      "HOME": folder, "KABINET_STORE": folder + "/store", "KABINET_FIXTURES": Self.fixtures,
      "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "TERM": "xterm-256color",
    ]
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A seeded demonstration.
  static func demonstration() throws -> Program {
    let program = try Program()
    #expect(try program.run("demo", "--seed-only").code == 0)
    return program
  }

  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let fixtures = checkout + "/Fixtures"

  /// The program lies beside the bundle of the tests.
  static let path: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let beside = bundle + "/kabinet"
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : checkout + "/.build/debug/kabinet"
  }()

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file into the folder and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
    return path(name)
  }

  /// Runs a command to its end; neither its input nor its output is a terminal.
  @discardableResult
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(Self.path, arguments, input: input)
  }

  /// Runs a line of bash in which `$kabinet` is the program.
  func bash(_ line: String) throws -> Outcome {
    environment["kabinet"] = Self.path
    return try run("/bin/bash", ["-c", line], input: "")
  }

  private func run(_ program: String, _ arguments: [String], input: String) throws -> Outcome {
    // Files, because two pipes that are read one after the other can wait for each other for ever.
    let name = UUID().uuidString
    func file(_ kind: String, _ content: String) throws -> FileHandle {
      try write(name + kind, content)
      return try #require(FileHandle(forUpdatingAtPath: path(name + kind)))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = try file(".in", input)
    process.standardOutput = try file(".out", "")
    process.standardError = try file(".err", "")
    try process.run()
    process.waitUntilExit()
    defer { for kind in [".in", ".out", ".err"] { unlink(path(name + kind)) } }
    return Outcome(
      code: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      out: try String(contentsOfFile: path(name + ".out"), encoding: .utf8),
      err: try String(contentsOfFile: path(name + ".err"), encoding: .utf8))
  }

  /// Starts a command on a terminal.
  func open(_ arguments: String..., size: Size = Size(columns: 80, rows: 24)) throws
    -> PseudoTerminal
  {
    try open(arguments, size: size)
  }

  /// Starts a command on a terminal.
  func open(_ arguments: [String], size: Size = Size(columns: 80, rows: 24)) throws
    -> PseudoTerminal
  {
    try PseudoTerminal(
      Self.path, arguments: arguments, environment: environment, directory: folder, size: size)
  }

  /// Every file of a folder with its bytes, locks left out.
  func files(of name: String = "store") throws -> [String: Data] {
    var files: [String: Data] = [:]
    for file in FileManager.default.enumerator(atPath: path(name))?.allObjects as? [String] ?? []
    where !file.hasSuffix("lock") {
      files[file] = FileManager.default.contents(atPath: path(name + "/" + file))
    }
    return files
  }

  /// The path of the journal of the demonstration's resident, or of a personal store's first.
  func journal() throws -> String {
    let name = try #require(
      try files().keys.first { $0.hasPrefix("residents/") && $0.hasSuffix("journal.jsonl") })
    return path("store/" + name)
  }
}

/// Answers that the form of the hunting licence takes; the photo is left out.
let huntingAnswers =
  #"{"minimum": true, "oldLicence": "no", "delivery": "mfc", "truthful": true}"#
