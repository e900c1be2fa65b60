import ArgumentParser
import Cabinet
import CabinetServices
import FoundationEssentials
import Glibc
import PseudoTerminal
import Tape
import Terminal

/// Records a session.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Open the cabinet and record the session as asciicast v3, for asciinema and its kin.",
    discussion: """
      Everything shown and typed is kept, but for passwords. Ends with the status of the cabinet. A \
      file that is there already is not touched.
      """)

  @Argument(help: "The file to make, such as session.cast.")
  var file: String
  @Flag(help: "Record the demonstration.")
  var demo = false
  @OptionGroup var display: DisplayOptions
  @OptionGroup var options: Options

  func run() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw TerminalError.notATerminal
    }
    let recording = try Recording(
      file, size: CursesTerminal.size(of: STDOUT_FILENO), type: environment("TERM") ?? "",
      startedAt: (options.fixedClock ?? .system).now, language: options.language)
    let terminal = try PseudoTerminal(
      "/proc/self/exe",
      arguments: [demo ? "demo" : "open"] + display.words + options.words,
      environment: ProcessInfo.processInfo.environment,
      size: recording.size, isEmulating: false)
    let status = try terminal.relay(input: STDIN_FILENO, output: STDOUT_FILENO) {
      recording.note($0)
    }
    let code = recording.finish(status)
    guard recording.isComplete else {
      throw Refusal(
        code: 1,
        message: Phrase(
          "запись \(file) неполна: диск её не принял.",
          "the recording \(file) is incomplete: the disk did not take it.")[options.language])
    }
    if code != 0 { throw ExitCode(Int32(code)) }
  }
}
