import ArgumentParser
import Cabinet
import CabinetScreens
import CabinetServices
import Glibc
import Terminal
import TerminalUI

/// Opens the cabinet.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the cabinet; this is what kabinet does without a command.")

  @Flag(help: "No colours; NO_COLOR in the environment does the same.")
  var noColor = false
  @OptionGroup var plain: PlainOptions
  @OptionGroup var options: Options

  func run() throws {
    try Desk(options: options, noColor: noColor, plain: plain).open(try options.openSession())
  }
}

/// Opens the cabinet of a made-up resident.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the cabinet of a made-up resident, seeded where it is not there yet.")

  @Flag(help: "Seed the demonstration and leave.")
  var seedOnly = false
  @Flag(help: "No colours; NO_COLOR in the environment does the same.")
  var noColor = false
  @OptionGroup var plain: PlainOptions
  @OptionGroup var options: Options

  func run() throws {
    let folder = options.demonstrationFolder
    let fixtures = try options.fixtures()
    var session = try Demonstration.open(
      folder: folder, fixtures: fixtures, clock: options.fixedClock)
    guard !seedOnly else {
      print(
        Phrase("Демонстрация готова: \(folder)", "The demonstration is ready: \(folder)")[
          options.language])
      return
    }
    if let login = options.login {
      session = try Cabinets.open(
        folder: folder, login: login, fixtures: fixtures, clock: options.fixedClock)
    }
    try Desk(options: options, noColor: noColor, plain: plain).open(session)
  }
}

/// Where a cabinet is shown: on the terminal, as a conversation, or as text where there is neither.
struct Desk {
  let options: Options
  let noColor: Bool
  let plain: PlainOptions

  func open(_ session: CabinetSession) throws {
    try session.runOffice(until: session.now)
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    if plain.plain || (isTerminal && environment("TERM") == "dumb") {
      try converse(session)
      return
    }
    guard isTerminal else {
      print(PlainText.overview(session, options.language))
      return
    }
    var settings = CursesTerminal.Settings.environment
    if noColor { settings.allowsColor = false }
    let terminal = try CursesTerminal(settings: settings)
    defer { terminal.close() }
    let app = CabinetApp(
      session: session, language: options.language,
      theme: settings.allowsColor ? .standard : .monochrome, size: terminal.size)
    try app.run(on: terminal)
  }
}

extension Desk {
  /// Talks line by line, on a terminal or through pipes.
  private func converse(_ session: CabinetSession) throws {
    let app = CabinetApp(
      session: session, language: options.language, theme: .monochrome,
      size: Size(columns: 80, rows: 24))
    var partner = LinePartner()
    try app.converse(with: &partner, width: plain.columns)
  }
}
