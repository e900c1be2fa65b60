import Cabinet

extension Matter {
  /// The decision, on the working day before the term ends; withdrawal closes an hour earlier.
  func decision() -> OfficeStep {
    let moment = decisionMoment
    if application.canWithdraw {
      return enter(
        .withdrawalUnavailable,
        at: max(lastMoment, moment.adding(seconds: isImmediate ? 0 : -3600)))
    }
    let facts = self.facts
    if let check = regulation.refusal.first(where: { $0.when.holds(facts) }) {
      return refuse(check.ground, note: check.note, at: moment)
    }
    return enter(.granted, reason: 1, at: moment, note: regulation.grant)
  }

  private var decisionMoment: Timestamp {
    if isImmediate { return lastMoment }
    switch application.deadline(calendar: calendar) {
    case .running(let due):
      let planned = Timestamp(calendar.workingDay(before: due), hour: 15)
      return planned > lastMoment ? planned : max(lastMoment, Timestamp(due, hour: 12))
    case .none, .stopped:
      return max(
        lastMoment, hours.moment(workingDays: 3, after: application.lastEvent.at.day, hour: 15))
    }
  }

  /// The end of an application that its applicant gave up.
  func withdrawal() -> OfficeStep {
    enter(
      .withdrawn,
      at: max(
        lastMoment, hours.moment(workingDays: 1, after: application.lastEvent.at.day, hour: 12)),
      note: OfficeNote.withdrawn.ru)
  }
}
