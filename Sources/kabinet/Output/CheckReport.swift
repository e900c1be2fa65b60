import Cabinet
import CabinetStore

/// What a check found, for people.
enum CheckText {
  static func lines(_ report: StoreReport, _ language: Language) -> [String] {
    var lines: [String] = []
    for finding in report.findings {
      let head =
        finding.kind.isDamage
        ? Phrase("Повреждено", "Damaged") : Phrase("К сведению", "For your information")
      lines.append("\(head[language]): \(finding.what[language]).")
      lines.append("  \(finding.meaning[language])")
      let next = Phrase("Что делать: ", "What to do: ")
      lines.append("  \(next[language])\(finding.advice[language])")
    }
    let verdict =
      report.isSound
      ? Phrase("Хранилище цело", "The store is sound")
      : Phrase("Хранилище повреждено", "The store is damaged")
    let counts = Phrase(
      "журналов — \(report.streams), записей — \(report.records), "
        + "вложений — \(report.attachments), прочитано байтов — \(report.bytes)",
      "\(report.streams) journals, \(report.records) records, \(report.attachments) attachments, "
        + "\(report.bytes) bytes of journals read")
    return lines + ["\(verdict[language]): \(counts[language])."]
  }
}

/// What a check found, for machines.
struct CheckJSON: Encodable {
  struct Finding: Encodable {
    var kind: String
    var isDamage: Bool
    var stream: String
    @OrNull var file: String?
    @OrNull var line: Int?
    @OrNull var seq: Int?
    var what: String
    var meaning: String
    var advice: String
    var text: String
  }

  var sound: Bool
  var format: Int
  var streams: Int
  var records: Int
  var bytes: Int
  var attachments: Int
  var findings: [Finding]

  init(_ report: StoreReport, format: Int, _ language: Language) {
    sound = report.isSound
    self.format = format
    streams = report.streams
    records = report.records
    bytes = report.bytes
    attachments = report.attachments
    findings = report.findings.map { finding in
      Finding(
        kind: finding.kind.code, isDamage: finding.kind.isDamage, stream: finding.stream.path,
        file: finding.place.map { "\(finding.stream.path)/\($0.file)" },
        line: finding.place?.line, seq: finding.place?.seq, what: finding.what[language],
        meaning: finding.meaning[language], advice: finding.advice[language],
        text: finding.phrase[language])
    }
  }
}
