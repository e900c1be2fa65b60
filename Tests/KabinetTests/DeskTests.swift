import Foundation
import PseudoTerminal
import Terminal
import Testing

@Suite("The resident's desk: theme, mouse, tour, own keys")
struct DeskTests {
  /// A demonstration with settings of its own.
  private func program() throws -> Program {
    let program = try Program.demonstration()
    program.environment["XDG_CONFIG_HOME"] = program.folder
    return program
  }

  private func settings(_ program: Program) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: program.path("kabinet/settings.json")))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func press(_ keys: Key..., in terminal: PseudoTerminal) throws -> String {
    for key in keys {
      try terminal.write(KeyEncoder.bytes(for: key))
      #expect(try terminal.waitForIdle(timeout: 20_000))
    }
    return terminal.emulator.grid.text
  }

  @Test("The theme and the mouse are switched by keys and remembered")
  func remembered() throws {
    let program = try program()
    let terminal = try program.open("demo")
    #expect(try terminal.waitForIdle(timeout: 20_000))
    let dark = terminal.emulator.grid[row: 10, column: 60].style.background
    #expect(try press(.control("t"), in: terminal).contains("Оформление: светлое"))
    let light = terminal.emulator.grid[row: 10, column: 60].style.background
    #expect(dark != .standard && light != .standard && dark != light)
    #expect(try press(.character("M"), in: terminal).contains("Мышь включена"))
    #expect(try settings(program)["theme"] as? String == "light")
    #expect(try settings(program)["mouse"] as? Bool == true)
    _ = try press(.control("q"), in: terminal)
    let again = try program.open("demo")
    #expect(try again.waitForIdle(timeout: 20_000))
    #expect(again.emulator.grid[row: 10, column: 60].style.background == light)
  }

  @Test(
    "Without colour nothing but the terminal's own colours is shown, and the words are the same")
  func withoutColor() throws {
    let program = try program()
    var texts: [String] = []
    for arguments in [["demo"], ["demo", "--no-color"], ["demo", "--theme", "contrast"]] {
      let terminal = try program.open(arguments)
      #expect(try terminal.waitForIdle(timeout: 20_000))
      texts.append(terminal.emulator.grid.text)
      let styles = (0..<24).flatMap { terminal.emulator.grid.cells(row: $0).map(\.style) }
      let isPlain = styles.allSatisfy { $0.foreground == .standard && $0.background == .standard }
      #expect(isPlain == arguments.contains("--no-color"))
    }
    #expect(Set(texts).count == 1)
    program.environment["NO_COLOR"] = "1"
    let terminal = try program.open("demo")
    #expect(try terminal.waitForIdle(timeout: 20_000))
    #expect(terminal.emulator.grid[row: 10, column: 60].style.background == .standard)
  }

  @Test("The tour is shown once to who names no store, and can be skipped")
  func tour() throws {
    let program = try Program()
    program.environment["KABINET_STORE"] = nil
    program.environment["XDG_DATA_HOME"] = program.path("data")
    program.environment["XDG_CONFIG_HOME"] = program.folder
    let first = try program.open("demo")
    #expect(try first.waitForIdle(timeout: 60_000))
    #expect(first.emulator.grid.text.contains("Знакомство › 1 из 3"))
    #expect(try press(.enter, in: first).contains("Знакомство › 2 из 3"))
    #expect(try press(.escape, in: first).contains("Требует вас"))
    #expect(try settings(program)["tourSeen"] as? Bool == true)
    _ = try press(.control("q"), in: first)
    let second = try program.open("demo")
    #expect(try second.waitForIdle(timeout: 20_000))
    #expect(second.emulator.grid.text.contains("Требует вас"))
    _ = try press(.control("q"), in: second)
    let asked = try program.open("demo", "--tour")
    #expect(try asked.waitForIdle(timeout: 20_000))
    #expect(asked.emulator.grid.text.contains("Знакомство › 1 из 3"))
  }

  @Test("Own keys act, and a file with a mistake is told and not used")
  func ownKeys() throws {
    let program = try program()
    try FileManager.default.createDirectory(
      atPath: program.path("kabinet"), withIntermediateDirectories: true)
    try program.write("kabinet/keys.json", #"{"sections": ["й"], "quit": ["Ctrl+Q"]}"#)
    let terminal = try program.open("demo")
    #expect(try terminal.waitForIdle(timeout: 20_000))
    #expect(try press(.character("q"), in: terminal).contains("── Разделы"))
    #expect(try press(.escape, .character("g"), in: terminal).contains("── Разделы") == false)
    _ = try press(.control("q"), in: terminal)
    try program.write("kabinet/keys.json", #"{"sections": ["q"]}"#)
    let refused = try program.open("demo")
    #expect(try refused.waitForIdle(timeout: 20_000))
    #expect(refused.emulator.grid.text.contains("keys.json:1"))
    #expect(try press(.enter, .character("g"), in: refused).contains("── Разделы"))
  }

  @Test(
    "A locale without UTF-8 gets ASCII, and is told how to get more",
    arguments: ["C", "ru_RU.KOI8-R"])
  func ascii(locale: String) throws {
    let program = try program()
    program.environment["LC_ALL"] = locale
    let terminal = try program.open("demo")
    #expect(try terminal.waitForIdle(timeout: 20_000))
    let text = terminal.emulator.grid.text
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("Li4nyi kabinet") && text.contains("-----") && text.contains("--charset"))
    let asked = try program.open("demo", "--charset", "utf-8")
    #expect(try asked.waitForIdle(timeout: 20_000))
    #expect(asked.emulator.grid.text.contains("Личный кабинет"))
  }

  @Test("Unknown themes and charsets are refused as usage")
  func usage() throws {
    let program = try Program()
    let theme = try program.run("demo", "--theme", "pink")
    #expect(theme.code == 2 && theme.err.contains("dark, light, contrast, monochrome"))
    #expect(try program.run("demo", "--charset", "koi8-r").code == 2)
  }
}
