/// A grouping of applications as the cabinet lists them.
public enum Phase: String, Codable, Sendable, CaseIterable {
  case needsResident, inProgress, granted, refused, withdrawn

  /// What the group is called.
  public var title: Phrase {
    switch self {
    case .needsResident: Phrase("требует вас", "needs you")
    case .inProgress: Phrase("в работе", "in progress")
    case .granted: Phrase("исполнено", "granted")
    case .refused: Phrase("отказ", "refused")
    case .withdrawn: Phrase("отозвано", "withdrawn")
    }
  }

  /// True where nothing more will come by itself.
  public var isClosed: Bool { self != .needsResident && self != .inProgress }
}

extension Application {
  /// The last entry that is not a control status.
  public var lastEvent: StatusEvent {
    history.last { !$0.code.isControl } ?? StatusEvent(.submitted, at: submittedAt, by: .resident)
  }

  /// Where it stands.
  public var status: Status { lastEvent.code }

  /// The entries that the resident sees.
  public var visibleHistory: [StatusEvent] { history.filter { !$0.code.isControl } }

  /// The group in which the cabinet lists it.
  public var phase: Phase {
    switch status {
    case .clarificationRequested: .needsResident
    case .granted: lastEvent.reason == 2 ? .refused : .granted
    case .handedOver: .granted
    case .registrationRefused, .repeatRefused, .refused, .submissionFailed: .refused
    case .withdrawn, .cancelledByOffice: .withdrawn
    default: .inProgress
    }
  }

  /// True where nothing more will come by itself: it is decided, no complaint is open, and none was
  /// satisfied of which the office has yet to take the consequence.
  public var isClosed: Bool {
    phase.isClosed && complaints.allSatisfy { $0.outcome != nil } && !awaitsReopening
  }

  /// True between the decision that a complaint about a refusal was right and the new review.
  public var awaitsReopening: Bool {
    guard phase == .refused, let complaint = complaints.last, complaint.outcome == .satisfied,
      let decided = complaint.decidedAt
    else { return false }
    // A service that is provided at once is decided anew in the very second of the verdict.
    let reopening: [Status] = [.registered, .inProgress]
    return lastEvent.at <= decided
      && !history.contains { $0.at >= decided && reopening.contains($0.code) }
  }

  /// The open request for information from the applicant.
  public var openRequest: StatusEvent? {
    status == .clarificationRequested ? lastEvent : nil
  }

  /// True while the last control status says that the application may be withdrawn and the request
  /// may follow where it stands.
  public var canWithdraw: Bool {
    guard StatusMachine.allows(.withdrawalRequested, after: status) else { return false }
    return history.last { $0.code.isControl }?.code == .withdrawalAvailable
  }

  /// Of what one may complain now; nil where there is nothing to complain of, a complaint is open, or
  /// the decision was judged on a complaint already (a second one on the same subject is not taken).
  public func complaintSubject(on today: Day, calendar: WorkingCalendar) -> Complaint.Subject? {
    guard complaints.allSatisfy({ $0.outcome != nil }) else { return nil }
    if let judged = complaints.last?.decidedAt, judged >= lastEvent.at { return nil }
    switch status {
    case .registrationRefused, .repeatRefused: return .acceptance
    case .refused, .clarificationExpired: return .decision
    case .granted where lastEvent.reason == 2: return .decision
    default:
      guard !phase.isClosed, case .running(let due) = deadline(calendar: calendar), due < today
      else { return nil }
      return .decision
    }
  }

  /// When it was registered.
  public var registeredAt: Timestamp? { history.first { $0.code == .registered }?.at }
}

extension Application {
  /// The term of the service on the calendar.
  public enum Deadline: Equatable, Sendable {
    /// Not registered yet, or the service has no term in days.
    case none
    /// The decision comes on this day at the latest.
    case running(Day)
    /// The term stands still since a day; so many days of it are left.
    case stopped(since: Day, remaining: Int)
  }

  /// The deadline as the history makes it: the term runs from the first working day after
  /// registration and stands still from 1060 or 8021 to 1160 or 8011 (facts, 2.3).
  public func deadline(calendar: WorkingCalendar) -> Deadline {
    guard let registered = registeredAt?.day, let length = submission.term.value else {
      return .none
    }
    switch submission.term.unit {
    case .immediately, .onVisit, .uncertain: return .none
    case .workingDays, .calendarDays: break
    }
    var start = registered
    var remaining = max(0, length)
    var stoppedSince: Day?
    for event in history where event.at.day >= registered {
      if event.code.stopsTerm, stoppedSince == nil {
        let day = event.at.day
        remaining = max(0, remaining - spent(from: start, through: day, calendar))
        stoppedSince = day
      } else if event.code.resumesTerm, stoppedSince != nil {
        start = event.at.day
        stoppedSince = nil
      }
    }
    if let stoppedSince { return .stopped(since: stoppedSince, remaining: remaining) }
    return .running(submission.term.end(after: start, length: remaining, calendar: calendar))
  }

  private func spent(from start: Day, through day: Day, _ calendar: WorkingCalendar) -> Int {
    submission.term.unit == .workingDays
      ? calendar.workingDays(after: start, through: day) : max(0, day.ordinal - start.ordinal)
  }

  /// Days of the term gone by and its whole length, for a bar; nil where there is no term.
  public func progress(on today: Day, calendar: WorkingCalendar) -> (done: Int, total: Int)? {
    guard let total = submission.term.value.map({ max(0, $0) }) else { return nil }
    switch deadline(calendar: calendar) {
    case .none: return nil
    case .stopped(_, let remaining): return (total - remaining, total)
    case .running(let due):
      let left =
        submission.term.unit == .workingDays
        ? calendar.workingDays(after: today, through: due)
        : max(0, due.ordinal - today.ordinal)
      return (max(0, total - left), total)
    }
  }
}

extension Term {
  /// The last day of a term that begins after `start`; the term's own length where none is given.
  public func end(after start: Day, length: Int? = nil, calendar: WorkingCalendar) -> Day {
    let length = length ?? value ?? 0
    switch unit {
    case .workingDays: return calendar.adding(workingDays: length, to: start)
    case .calendarDays: return calendar.adding(calendarDays: length, to: start)
    case .immediately, .onVisit, .uncertain: return start
    }
  }
}
