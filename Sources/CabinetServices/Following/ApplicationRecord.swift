import Cabinet

extension CabinetSession {
  /// A record of an application that one can keep: what was asked and answered, what became of it.
  public func record(of application: Application, language: Language) -> String {
    var lines: [String] = []
    func put(_ ru: String, _ en: String, _ value: String) {
      lines.append("\(Phrase(ru, en)[language]): \(value)")
    }
    lines.append(application.submission.name[language])
    put("Номер", "Number", application.number)
    put("Подано", "Submitted", application.submittedAt.inWords[language])
    put("Статус", "Status", application.status.title[language])
    if !application.phase.isClosed, let due = dueDay(of: application) {
      put("Решение до", "Decision by", due.inWords[language])
    }
    lines.append("")
    lines.append(Phrase("Ответы", "Answers")[language])
    let form = knownService(application.submission.service)?.form
    for question in application.submission.questions {
      guard let answer = application.answers[question.id] else { continue }
      let shown =
        form?.field(question.id)?.shown(answer, language) ?? answer.values.joined(separator: ", ")
      lines.append("  \(question.name[language]): \(shown)")
    }
    lines.append("")
    lines.append(Phrase("История", "History")[language])
    for event in application.visibleHistory {
      lines.append(
        "  \(event.at.inWords[language])  \(event.fullCode)  \(event.code.title[language])"
          + (event.note.isEmpty ? "" : ": \(event.noteInWords[language])"))
    }
    for complaint in application.complaints {
      lines.append("")
      let filed = complaint.filedAt.inWords[language]
      put("Жалоба", "Complaint", "\(filed)  \(complaint.text)")
      if let note = complaint.note {
        put("Решение по жалобе", "Decision", OfficeNote.phrase(note)[language])
      }
    }
    lines.append("")
    lines.append(
      Phrase(
        "Связи с настоящим порталом нет: ведомство в этой программе изображено по опубликованным "
          + "правилам, документ силы не имеет.",
        "There is no link to the real portal: the agency in this program is simulated by the "
          + "published rules, and this record has no legal force.")[language])
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Timestamp {
  /// `14.01.2021 10:04`, in Moscow.
  public var shown: String { "\(day.russian) \(clock.prefix(5))" }
}
