import ArgumentParser
import Cabinet
import CabinetServices
import CabinetStore

/// Saves what is left of a damaged store.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Write what can be saved of the store into a new one; the old one is not touched.",
    discussion: """
      Whole records keep their moments, actors and events; what could not be saved is listed. Exit \
      codes: 0 everything was saved, 3 something was lost.
      """)

  @Option(help: "The folder of the new store: missing or empty, outside the old one.")
  var into: String
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func validate() throws {
    if into.isEmpty {
      throw ValidationError(Phrase("--into ждёт папку.", "--into takes a folder."))
    }
  }

  private struct Report: Encodable {
    struct Loss: Encodable {
      var kind: String
      @OrNull var stream: String?
      @OrNull var file: String?
      @OrNull var line: Int?
      @OrNull var seq: Int?
      var what: String
    }
    var into: String
    var complete: Bool
    var streams: Int
    var records: Int
    var attachments: Int
    var lost: [Loss]
  }

  func run() throws {
    let language = options.language
    let moment = (options.fixedClock ?? .system).now
    guard !StorePaths.isInside(into, options.storeFolder) else {
      throw Refusal(
        code: 1,
        message: Phrase(
          "новая папка лежит внутри старого хранилища. Ничего не тронуто; укажите другую в --into.",
          "the new folder lies inside the old store. Nothing was touched; name another with --into."
        )[language])
    }
    let report: RepairReport
    do {
      var reading = FileEventLog.Options.reading
      reading.fallback = StoreManifest(kind: .personal, createdAt: moment)
      let log = try FileEventLog(options.storeFolder, options: reading)
      report = try ProgressLine.during(
        Phrase("Спасение", "Saving"),
        ifStopped: Phrase(
          "остановлено: прежнее хранилище не тронуто, в \(into) — не всё. Удалите эту папку и начните снова.",
          "stopped: the old store is as it was, \(into) holds only a part. Remove it and start again."
        ),
        language
      ) { try log.repair(into: into, CabinetJudge(at: moment, pace: $0)) }
    } catch let error as StoreError {
      // A folder that is taken is a wrong wish; everything else is the store's.
      if case .notStore(into) = error {
        throw Refusal(
          code: 1,
          message: Phrase(
            "папка \(into) не пуста. Ничего не тронуто; укажите пустую или новую в --into.",
            "the folder \(into) is not empty. Nothing was touched; name an empty or new one.")[
              language])
      }
      throw CabinetFailure.store(error)
    }
    if json { try JSONOutput.print(self.json(report, language)) } else { tell(report, language) }
    if !report.losses.isEmpty { throw ExitCode(3) }
  }

  private func json(_ report: RepairReport, _ language: Language) -> Report {
    Report(
      into: into, complete: report.losses.isEmpty, streams: report.streams,
      records: report.records, attachments: report.attachments,
      lost: report.losses.map { loss in
        let file = loss.place.flatMap { $0.file.isEmpty ? nil : $0 }
        return .init(
          kind: loss.code, stream: loss.stream?.path,
          file: file.map { "\(loss.stream?.path ?? "")/\($0.file)" }, line: file?.line,
          seq: loss.place?.seq, what: loss.what[language])
      })
  }

  private func tell(_ report: RepairReport, _ language: Language) {
    print(
      Phrase(
        "Перенесено в \(into): журналов — \(report.streams), записей — \(report.records), "
          + "вложений — \(report.attachments). Прежнее хранилище не тронуто.",
        "Saved in \(into): \(report.streams) journals, \(report.records) records, "
          + "\(report.attachments) attachments. The old store was not touched.")[language])
    guard !report.losses.isEmpty else {
      print(Phrase("Ничего не потеряно.", "Nothing was lost.")[language])
      return
    }
    print(
      Phrase(
        "Не перенесено — \(report.losses.count):", "Not saved (\(report.losses.count)):")[language])
    for loss in report.losses { print("  \(loss.what[language])") }
  }
}
