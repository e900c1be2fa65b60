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

  @OptionGroup var display: DisplayOptions
  @OptionGroup var plain: PlainOptions
  @OptionGroup var options: Options

  func run() throws {
    try Desk(options: options, display: display, plain: plain).open(
      try options.openSession(as: plain.manner, readsUpToDamage: true))
  }
}

/// Opens the cabinet of a made-up resident.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the cabinet of a made-up resident, seeded where it is not there yet.")

  @Flag(help: "Seed the demonstration and leave.")
  var seedOnly = false
  @OptionGroup var display: DisplayOptions
  @OptionGroup var plain: PlainOptions
  @OptionGroup var options: Options

  func run() throws {
    let folder = options.demonstrationFolder
    let fixtures = try options.fixtures()
    var session = try ProgressLine.during(
      Phrase("Демонстрация", "Demonstration"),
      ifStopped: Phrase(
        "остановлено: сделанное сохранено, та же команда продолжит.",
        "stopped: what was done is kept, the same command goes on."),
      options.language, as: plain.manner, goesOn: true
    ) {
      try Demonstration.open(
        folder: folder, fixtures: fixtures, clock: options.fixedClock, pace: $0)
    }
    guard !seedOnly else {
      print(
        Phrase("Демонстрация готова: \(folder)", "The demonstration is ready: \(folder)")[
          options.language])
      return
    }
    if let login = options.login {
      session = try ProgressLine.duringOpening(options.language, as: plain.manner) {
        try Cabinets.open(
          folder: folder, login: login, fixtures: fixtures, clock: options.fixedClock, pace: $0)
      }
    }
    try Desk(options: options, display: display, plain: plain).open(session)
  }
}

/// Where a cabinet is shown: on the terminal, as a conversation, or as text where there is neither.
struct Desk {
  let options: Options
  let display: DisplayOptions
  let plain: PlainOptions

  func open(_ session: CabinetSession) throws {
    if session.damage == nil {
      try ProgressLine.duringOffice(options.language, as: plain.manner, goesOn: true) {
        try session.runOffice(until: session.now, pace: $0)
      }
    }
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    if plain.plain || (isTerminal && environment("TERM") == "dumb") {
      try converse(session)
      return
    }
    guard isTerminal else {
      print(PlainText.overview(session, options.language))
      // Its words are on the standard error output already.
      if let damage = session.damage { throw ExitCode(damage.exitCode) }
      return
    }
    // From here on the screen tells what the store has to say.
    session.onNotice = nil
    let terminal = try CursesTerminal(settings: display.terminal)
    defer { terminal.close() }
    let app = CabinetApp(
      session: session, language: options.language, size: terminal.size,
      fittings: display.fittings(terminal, options))
    try app.run(on: terminal)
  }
}

extension Desk {
  /// Talks line by line, on a terminal or through pipes.
  private func converse(_ session: CabinetSession) throws {
    var fittings = Fittings()
    fittings.colors = .none
    // Lines can be selected and copied by every terminal; there is no screen to be asked.
    fittings.canCopy = false
    let app = CabinetApp(
      session: session, language: options.language, size: Size(columns: 80, rows: 24),
      fittings: fittings)
    var partner = LinePartner()
    try app.converse(with: &partner, width: plain.columns)
  }
}
