import Cabinet

extension Matter {
  /// Registration, or its refusal: within an hour of office time after delivery.
  ///
  /// What comes in outside office hours is registered on the next working day (facts, 2.3).
  func registration(others: [Application]) -> OfficeStep {
    let taken =
      isImmediate
      ? application.submittedAt
      : hours.firstMoment(after: application.submittedAt).adding(seconds: 3600)
    if let earlier = others.first(where: isRepeat) {
      return enter(
        .repeatRefused, reason: 1, at: taken,
        note: OfficeNote.repeated(earlier.number).ru)
    }
    let facts = self.facts
    if let check = regulation.acceptance.first(where: { $0.when.holds(facts) }) {
      return refuse(check.ground, note: check.note, at: taken)
    }
    let term = application.submission.term
    return enter(
      .registered, at: taken,
      due: term.value == nil ? nil : term.end(after: taken.day, calendar: calendar))
  }

  /// An earlier application for the same, still open, with the same answers in all that matters.
  private func isRepeat(of other: Application) -> Bool {
    func essence(_ application: Application) -> [String: Answer] {
      application.answers.filter { key, answer in
        answer.attachments.isEmpty && !["phone", "email", "delivery", "truthful"].contains(key)
      }
    }
    return other.id != application.id && other.submission.service == application.submission.service
      && !other.phase.isClosed && other.submittedAt <= application.submittedAt
      && other.registeredAt != nil && essence(other) == essence(application)
  }
}
