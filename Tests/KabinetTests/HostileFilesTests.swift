import Foundation
import PseudoTerminal
import Terminal
import Testing

/// Files that somebody broke, by accident or on purpose, given to the real program.
@Suite("Broken settings, keys, exports and shipped files")
struct HostileFilesTests {
  /// JSON that no strict reader takes.
  enum Damage: String, CaseIterable {
    case byteOrderMark, invalidUTF8, depth, size, duplicate, trailingComma, cut, empty

    /// The object `{"NAME":VALUE}`, broken in this way.
    func bytes(_ name: String, _ value: String) -> Data {
      let member = "\"\(name)\":\(value)"
      return switch self {
      case .byteOrderMark: Data([0xEF, 0xBB, 0xBF]) + Data("{\(member)}".utf8)
      case .invalidUTF8: Data("{\(member),\"".utf8) + Data([0xC3, 0x28]) + Data("\":1}".utf8)
      case .depth: Data((String(repeating: "[", count: 100_000)).utf8)
      case .size: Data("{\(member)}".utf8) + Data(repeating: 32, count: 10 << 20)
      case .duplicate: Data("{\(member),\(member)}".utf8)
      case .trailingComma: Data("{\(member),}".utf8)
      case .cut: Data("{\(member)".utf8)
      case .empty: Data()
      }
    }
  }

  /// A demonstration whose settings lie in its own folder.
  private func program() throws -> Program {
    let program = try Program.demonstration()
    program.environment["XDG_CONFIG_HOME"] = program.folder
    try FileManager.default.createDirectory(
      atPath: program.path("kabinet"), withIntermediateDirectories: true)
    return program
  }

  private func content(_ program: Program, _ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: program.path(name)))
  }

  private func put(_ bytes: Data, _ program: Program, _ name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: program.path(name)))
  }

  @Test("Broken settings are told of, the usual ones act, and nothing of the file is lost")
  func settings() throws {
    let program = try program()
    let usual = try program.open("demo")
    #expect(try usual.waitForIdle(timeout: 20_000))
    let background = usual.emulator.grid[row: 10, column: 60].style.background
    try usual.write(KeyEncoder.bytes(for: .control("q")))
    for damage in Damage.allCases {
      let bytes = damage.bytes("theme", "\"light\"")
      try put(bytes, program, "kabinet/settings.json")
      let terminal = try program.open("demo")
      #expect(try terminal.waitForIdle(timeout: 20_000))
      #expect(terminal.emulator.grid.text.contains("settings.json"), "\(damage)")
      #expect(
        terminal.emulator.grid[row: 10, column: 60].style.background == background, "\(damage)")
      #expect(try content(program, "kabinet/settings.json") == bytes, "\(damage)")
      // A setting that is chosen now puts the file aside.
      try terminal.write(KeyEncoder.bytes(for: .enter))
      #expect(try terminal.waitForIdle(timeout: 20_000))
      try terminal.write(KeyEncoder.bytes(for: .control("t")))
      #expect(try terminal.waitForIdle(timeout: 20_000))
      #expect(try content(program, "kabinet/settings.json.old") == bytes, "\(damage)")
      #expect(
        try JSONSerialization.jsonObject(with: content(program, "kabinet/settings.json"))
          is [String: Any])
      try FileManager.default.removeItem(atPath: program.path("kabinet/settings.json.old"))
    }
  }

  @Test("Broken keys are told of, the usual ones act, and the file stays as it is")
  func keys() throws {
    let program = try program()
    let usual = try program.run("keys", "--json")
    #expect(usual.code == 0)
    for damage in Damage.allCases {
      let bytes = damage.bytes("quit", "[\"F12\"]")
      try put(bytes, program, "kabinet/keys.json")
      let outcome = try program.run("keys", "--json")
      #expect(outcome.code == 1, "\(damage)")
      #expect(outcome.out == usual.out, "\(damage)")
      #expect(outcome.err.contains("keys.json"), "\(damage)")
      #expect(outcome.err.utf8.count < 1000, "\(damage)")
      #expect(try content(program, "kabinet/keys.json") == bytes, "\(damage)")
    }
  }

  @Test("An export that is no strict JSON is refused with the place, and makes no cabinet")
  func exports() throws {
    let program = try Program.demonstration()
    #expect(try program.run("export", program.path("all.json")).code == 0)
    let whole = try String(contentsOfFile: program.path("all.json"), encoding: .utf8)
    func changed(_ old: String, _ new: String) throws -> Data {
      let range = try #require(whole.range(of: old))
      return Data(whole.replacingCharacters(in: range, with: new).utf8)
    }
    let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    let cases: [(String, Data)] = [
      ("byte order mark", Data([0xEF, 0xBB, 0xBF]) + Data(whole.utf8)),
      ("a member twice", try changed("\"kind\":", "\"kind\":\"personal\",\"kind\":")),
      ("twice within an event", try changed("\"event\":{", "\"event\":{\"kind\":\"x\",")),
      ("a trailing comma", try changed("\n]}", "\n],}")),
      ("depth", try changed("\"event\":{", "\"event\":{\"deep\":\(deep),")),
      ("behind the end", Data(whole.utf8) + Data("{}".utf8)),
      ("cut", Data(whole.utf8.prefix(whole.utf8.count / 2))),
      (
        "invalid UTF-8",
        Data(whole.utf8.prefix(30)) + Data([0xC3, 0x28]) + Data(whole.utf8.dropFirst(30))
      ),
    ]
    for (name, bytes) in cases {
      try put(bytes, program, "broken.json")
      let outcome = try program.run(
        "import", program.path("broken.json"), "--store", program.path("copy"))
      #expect(outcome.code == 1, "\(name)")
      #expect(outcome.err.contains("Выгрузка не принята"), "\(name): \(outcome.err)")
      #expect(outcome.err.contains("строка"), "\(name): \(outcome.err)")
      #expect(outcome.err.utf8.count < 1000, "\(name)")
      #expect(!FileManager.default.fileExists(atPath: program.path("copy/residents")), "\(name)")
    }
  }

  @Test("A shipped script of the demonstration with a repeated member is refused with the place")
  func shippedFiles() throws {
    let program = try Program()
    let copied = try program.bash(
      """
      mkdir own && for f in "$KABINET_FIXTURES"/*; do ln -s "$f" own/; done
      rm own/demo && cp -r "$KABINET_FIXTURES"/demo own/demo
      sed -i '0,/"filings"/s//"filings": [], "filings"/' own/demo/demo.json
      """)
    #expect(copied.code == 0)
    program.environment["KABINET_FIXTURES"] = program.path("own")
    let outcome = try program.run("demo", "--seed-only")
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("demo.json"))
    #expect(outcome.err.contains("строка"))
  }
}
