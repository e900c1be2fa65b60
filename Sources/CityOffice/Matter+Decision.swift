import Cabinet

extension Matter {
  /// The decision, on the working day before the term ends; withdrawal closes an hour earlier.
  func decision() -> OfficeStep {
    let moment = decisionMoment
    if application.canWithdraw {
      return enter(
        .withdrawalUnavailable,
        at: max(application.lastEvent.at, moment.adding(seconds: isImmediate ? 0 : -3600)))
    }
    let facts = facts(on: moment.day)
    if let check = regulation.refusal.first(where: { $0.when.holds(facts) }) {
      return refuse(check.ground, note: check.note, at: moment)
    }
    return enter(.granted, reason: 1, at: moment, note: regulation.grant)
  }

  private var decisionMoment: Timestamp {
    let last = application.lastEvent
    if isImmediate { return last.at }
    switch application.deadline(calendar: calendar) {
    case .running(let due):
      let before = (1...14).map { due.adding(days: -$0) }.first(where: calendar.isWorkingDay)
      let planned = Timestamp(before ?? due, hour: 15)
      return planned > last.at ? planned : max(last.at, Timestamp(due, hour: 12))
    case .none, .stopped:
      return hours.moment(workingDays: 3, after: last.at.day, hour: 15)
    }
  }

  /// The end of an application that its applicant gave up.
  func withdrawal() -> OfficeStep {
    enter(
      .withdrawn,
      at: hours.moment(workingDays: 1, after: application.lastEvent.at.day, hour: 12),
      note: "Заявление отозвано, документы возвращать не нужно.")
  }
}
