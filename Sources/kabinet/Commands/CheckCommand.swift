import ArgumentParser
import Cabinet
import CabinetServices
import CabinetStore

/// Verifies the store.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read every byte of the store and verify every journal.")

  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  private struct Report: Encodable {
    struct Finding: Encodable {
      var stream: String
      var line: Int?
      var text: String
      var isDamage: Bool
    }
    var sound: Bool
    var streams: Int
    var records: Int
    var bytes: Int
    var attachments: Int
    var findings: [Finding]
  }

  func run() throws {
    let language = options.language
    let report: StoreReport
    do {
      var reading = FileEventLog.Options()
      reading.isWritable = false
      report = try FileEventLog(options.storeFolder, options: reading).check()
    } catch {
      throw CabinetFailure.store(error)
    }
    if json {
      try JSONOutput.print(
        Report(
          sound: report.isSound, streams: report.streams, records: report.records,
          bytes: report.bytes, attachments: report.attachments,
          findings: report.findings.map {
            .init(
              stream: $0.stream.path, line: $0.line, text: $0.phrase[language],
              isDamage: $0.kind.isDamage)
          }))
    } else {
      for finding in report.findings { print(finding.phrase[language]) }
      let verdict =
        report.isSound
        ? Phrase("Хранилище цело", "The store is sound")
        : Phrase("Хранилище повреждено", "The store is damaged")
      let counts = Phrase(
        "журналов — \(report.streams), записей — \(report.records), вложений — \(report.attachments)",
        "\(report.streams) journals, \(report.records) records, \(report.attachments) attachments")
      print("\(verdict[language]): \(counts[language]).")
    }
    if !report.isSound { throw ExitCode(3) }
  }
}
