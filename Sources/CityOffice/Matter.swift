import Cabinet

/// One application on the desk, with all that the office may judge it by.
struct Matter {
  let application: Application
  let service: Service
  let desk: OfficeDesk

  var calendar: WorkingCalendar { desk.calendar }
  var hours: OfficeHours { desk.hours }
  var regulation: Regulation { service.regulation }

  /// True for a service that is provided at once, without waiting for office hours.
  var isImmediate: Bool { application.submission.term.unit == .immediately }

  /// What is known on a day: the answers and, once other agencies were asked, the registers.
  func facts(on day: Day) -> Condition.Facts {
    Condition.Facts(
      today: day, answers: application.answers,
      register: desk.registers.entries(on: application))
  }

  /// Holds a planned moment within the term and after all that has happened.
  func planned(_ moment: Timestamp) -> Timestamp {
    var moment = moment
    if case .running(let due) = application.deadline(calendar: calendar) {
      moment = min(moment, Timestamp(due, hour: 17))
    }
    return max(moment, application.history.last?.at ?? application.submittedAt)
  }

  func enter(
    _ status: Status, reason: Int? = nil, at moment: Timestamp, by: Party = .office,
    note: String = "", due: Day? = nil, fields: [String]? = nil
  ) -> OfficeStep {
    OfficeStep(
      at: moment,
      event: .statusChanged(
        application: application.id,
        StatusEvent(
          status, reason: reason, at: moment, by: by, note: note, due: due, fields: fields)),
      by: by)
  }

  /// The status that a ground's code stands for, with the ground and what was found as the note.
  func refuse(_ ground: String, note: String, at moment: Timestamp) -> OfficeStep {
    let parts = ground.split(separator: ".").compactMap { Int($0) }
    let status = parts.first.flatMap(Status.init(rawValue:)) ?? .refused
    let title = (service.acceptanceRefusals + service.refusals).first { $0.code == ground }?.title
    let text = [title, note.isEmpty ? nil : note].compactMap { $0 }.joined(separator: ". ")
    return enter(
      status, reason: parts.count > 1 ? parts[1] : nil, at: moment,
      note: text.replacing("..", with: "."))
  }
}
