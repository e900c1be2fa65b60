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

  /// What is known: the answers, what the agency's own registers hold, and what other agencies have
  /// revealed by their answers so far.
  ///
  /// Ages and windows are judged as of the day of submission: an applicant who came in time does not
  /// lose a right by the time that the office takes.
  var facts: Condition.Facts {
    let answered = Set(
      application.history.filter { $0.code == .requestAnswered }.compactMap(\.reason))
    let secret = regulation.requests.enumerated()
      .filter { !answered.contains($0.offset + 1) }.compactMap(\.element.reveals)
    return Condition.Facts(
      today: application.submittedAt.day, answers: application.answers,
      register: desk.registers.entries(on: application).filter { !secret.contains($0.key) })
  }

  /// The moment of the last thing that happened, which nothing may precede.
  var lastMoment: Timestamp {
    let decided = application.complaints.compactMap(\.decidedAt).max()
    return max(
      application.history.map(\.at).max() ?? application.submittedAt,
      decided ?? application.submittedAt)
  }

  /// Holds a planned moment within the term and after all that has happened.
  func planned(_ moment: Timestamp) -> Timestamp {
    var moment = moment
    if case .running(let due) = application.deadline(calendar: calendar) {
      moment = min(moment, Timestamp(due, hour: 17))
    }
    return max(moment, lastMoment)
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
