import Cabinet

extension OfficeDesk {
  /// The decision on an open complaint, or what follows from one that was satisfied.
  ///
  /// The superior judges anew, by the same regulation and what is known by then.
  func complaintStep(for application: Application, service: Service) -> OfficeStep? {
    guard let complaint = application.complaints.last else { return nil }
    let matter = Matter(application: application, service: service, desk: self)
    guard let outcome = complaint.outcome else {
      return verdict(on: complaint, matter)
    }
    guard outcome == .satisfied, application.awaitsReopening, let decided = complaint.decidedAt
    else { return nil }
    let note = OfficeNote.reopened.ru
    return application.registeredAt == nil
      ? matter.enter(
        .registered, at: decided, note: note,
        due: application.submission.term.value == nil
          ? nil : application.submission.term.end(after: decided.day, calendar: calendar))
      : matter.enter(.inProgress, at: decided, note: note)
  }

  private func verdict(on complaint: Complaint, _ matter: Matter) -> OfficeStep {
    let day = calendar.workingDay(before: complaint.due)
    let moment = max(Timestamp(day, hour: 12), complaint.filedAt, matter.lastMoment)
    let facts = matter.facts
    let checks =
      matter.application.registeredAt == nil
      ? matter.regulation.acceptance : matter.regulation.refusal
    // Of a delay one complains before anything is refused.
    let isRefused = matter.application.phase == .refused
    let standing = isRefused ? checks.first { $0.when.holds(facts) } : nil
    let asked = matter.application.history.contains { $0.code == .clarificationRequested }
    let isMissing =
      isRefused && asked
      && matter.regulation.clarifications.contains { $0.when.holds(facts) }
    let wasSilent = matter.application.history.contains { $0.code == .clarificationExpired }
    let note: String? =
      if let standing {
        OfficeNote.justified(standing.note).ru
      } else if isMissing || wasSilent {
        OfficeNote.refusedInSilence.ru
      } else {
        nil
      }
    return OfficeStep(
      at: moment,
      event: .complaintDecided(
        application: matter.application.id, complaint: complaint.id,
        outcome: note == nil ? .satisfied : .rejected,
        note: note ?? Self.satisfaction(of: matter.application)))
  }

  private static func satisfaction(of application: Application) -> String {
    application.phase == .refused
      ? OfficeNote.willReview.ru
      : OfficeNote.mustFinish.ru
  }
}

extension WorkingCalendar {
  /// The last working day before a day.
  func workingDay(before day: Day) -> Day {
    var before = day.adding(days: -1)
    while !isWorkingDay(before) { before = before.adding(days: -1) }
    return before
  }
}
