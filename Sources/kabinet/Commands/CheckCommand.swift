import ArgumentParser
import Cabinet
import CabinetServices
import CabinetStore

/// Verifies the store.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read every byte of the store and verify all of it.",
    discussion: """
      Journals with their chains, snapshots against the records, attachments and all references, \
      accounts. Nothing is changed. Exit codes: 0 sound, 3 damaged or unreadable.
      """)

  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func run() throws {
    let language = options.language
    let log: FileEventLog
    let report: StoreReport
    do {
      log = try FileEventLog(options.storeFolder, options: .reading)
      report = try ProgressLine.during(
        Phrase("Проверка", "Checking"),
        ifStopped: Phrase(
          "проверка остановлена, ничего не изменено.", "the check was stopped; nothing was changed."
        ),
        language
      ) { pace in try log.check(CabinetInspector(pace: pace)) }
    } catch let error as StoreError {
      throw CabinetFailure.store(error)
    }
    if json {
      try JSONOutput.print(CheckJSON(report, format: log.manifest.format, language))
    } else {
      print(CheckText.lines(report, language).joined(separator: "\n"))
    }
    if !report.isSound { throw ExitCode(3) }
  }
}

extension FileEventLog.Options {
  /// For commands that only look.
  static var reading: Self {
    var options = Self()
    options.isWritable = false
    return options
  }
}
