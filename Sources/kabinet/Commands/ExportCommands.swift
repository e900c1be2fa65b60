import ArgumentParser
import Cabinet
import CabinetServices
import CabinetStore
import Glibc
import Terminal

/// Writes all of a resident's data into one file.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all of your data, files included, as one JSON document.")

  @Argument(help: "A new file; - for standard output.")
  var file: String
  @Flag(help: "Print what was written as JSON.")
  var json = false
  @OptionGroup var options: Options

  func validate() throws {
    if file.isEmpty {
      throw ValidationError(Phrase("имя файла пусто.", "the name of the file is empty."))
    }
    if file == "-", json {
      throw ValidationError(
        Phrase(
          "--json и - оба хотят писать в вывод; назовите файл.",
          "--json and - both want standard output; name a file."))
    }
  }

  private struct Report: Encodable {
    var file: String
    var login: String
    var resident: String
    var records: Int
    var files: Int
    var bytes: Int
    var missing: [String]
  }

  func run() throws {
    let language = options.language
    let document = try ProgressLine.during(
      Phrase("Выгрузка", "Exporting"),
      ifStopped: Phrase(
        "выгрузка остановлена: файла нет, хранилище как было.",
        "the export was stopped: there is no file, the store is as it was."),
      language
    ) { try ExportDocument(of: options.login, inStore: options.storeFolder, pace: $0) }
    let bytes = document.encoded
    if file == "-" {
      // A terminal shows it; anything else keeps it, byte for byte.
      let isWritten =
        isatty(STDOUT_FILENO) == 1
        ? Descriptor.write(PrintableJSON(String(decoding: bytes, as: UTF8.self)), to: STDOUT_FILENO)
        : Descriptor.write(content: bytes, to: STDOUT_FILENO)
      guard isWritten else { throw OutputLost() }
    } else {
      let path = try RecordFile.write(bytes, to: file)
      if json {
        try JSONOutput.print(
          Report(
            file: path, login: document.account.login, resident: document.account.resident,
            records: document.records.count,
            files: document.files.count - document.missing.count, bytes: bytes.count,
            missing: document.missing))
      } else {
        print(
          Phrase(
            "Выгружено в \(path): записей — \(document.records.count), "
              + "файлов — \(document.files.count - document.missing.count). "
              + "Там всё ваше, кроме записей на приём: они у города. Есть и медицинское: "
              + "храните файл как паспорт.",
            "Exported to \(path): \(document.records.count) records, "
              + "\(document.files.count - document.missing.count) files. "
              + "It holds all of yours but the appointments, which are the city's. Medical data is in "
              + "it: keep it as you keep your passport.")[
              language])
      }
    }
    for name in document.missing {
      let error = StoreError.noAttachment(name)
      StandardError.write(line: "kabinet: \(error.phrase[language])")
    }
  }
}

/// Brings exported data into a store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring an exported cabinet into a store where it is not yet; repeating does nothing.",
    discussion: """
      All of it or nothing; a cabinet that is there with another history is never overwritten. With \
      --as NAME the cabinet gets another login.
      """)

  @Argument(help: "The exported file; - for standard input.")
  var file: String
  @Flag(help: "Print what was done as JSON.")
  var json = false
  @OptionGroup var options: Options

  private struct Report: Encodable {
    var imported: Bool
    var login: String
    var resident: String
    var records: Int
    var files: Int
    var missing: [String]
  }

  func run() throws {
    let language = options.language
    let moment = (options.fixedClock ?? .system).now
    let document = try ProgressLine.during(
      Phrase("Чтение", "Reading"),
      ifStopped: Phrase(
        "загрузка остановлена: файл прочитан не весь, ничего не изменено.",
        "the import was stopped: the file was not read to its end, nothing was changed."),
      language, goesOn: true
    ) { pace in
      try ExportDocument(
        try InputFile.read(file, limit: ExportDocument.maximumSize, pace: pace), pace: pace)
    }
    let outcome = try ProgressLine.during(
      Phrase("Загрузка", "Importing"),
      ifStopped: Phrase(
        "загрузка остановлена: кабинета здесь ещё нет. Повторите команду, и она начнёт сначала.",
        "the import was stopped: the cabinet is not here yet. Repeat the command to start again."),
      language
    ) { pace in
      try ImportCabinet.run(
        document, as: options.login, intoStore: options.storeFolder, at: moment, pace: pace)
    }
    if json {
      try JSONOutput.print(
        Report(
          imported: outcome.isNew, login: outcome.account.login,
          resident: outcome.account.resident, records: document.records.count,
          files: document.files.count - document.missing.count, missing: document.missing))
      return
    }
    let count = document.records.count
    print(
      outcome.isNew
        ? Phrase(
          "Принято: записей — \(count). Открыть: kabinet --as \(outcome.account.login)",
          "Imported: \(count) records. To open: kabinet --as \(outcome.account.login)")[language]
        : Phrase(
          "Этот кабинет здесь уже есть целиком. Ничего не изменилось.",
          "This cabinet is here already, all of it. Nothing was changed.")[language])
  }
}
