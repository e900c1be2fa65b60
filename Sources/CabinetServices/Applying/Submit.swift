import Cabinet

extension CabinetSession {
  /// Sends a draft to the office.
  ///
  /// Sending the same draft twice sends it once; what another process saved last is what is sent. Hidden answers are left out; the profile is not sent
  /// but for what the answers name.
  ///
  /// - Throws: ``CabinetFailure/answersRefused(_:)`` with all that is wrong; the draft stays.
  /// - Returns: the application.
  @discardableResult
  public func submit(draft id: String) throws(CabinetFailure) -> Application {
    try commit { state throws(CabinetFailure) in
      if state.application(id) != nil || state.closed.contains(id) { return nil }
      guard let draft = state.draft(id) else { throw .noSuchDraft(id) }
      let service = try service(draft.service)
      let form = service.form
      let problems = form.problems(draft.answers, profile: state.profile, today: today)
      guard problems.isEmpty else { throw .answersRefused(problems) }
      let asked = form.visibleFields(draft.answers, profile: state.profile, today: today)
      let answers = form.sent(draft.answers, profile: state.profile, today: today)
      return .applicationSubmitted(
        Submission(
          id: id,
          number: ApplicationNumber.make(
            resident: ordinal, formCode: service.regulation.formCode,
            count: state.submittedCount + 1, year: today.year),
          service: service, answers: answers,
          questions: asked.filter { answers[$0.id] != nil }.map {
            .init(id: $0.id, title: $0.title, titleEn: $0.titleEn)
          }, repeats: draft.repeats))
    }
    officeTakesUp()
    return try application(id)
  }

  /// The day by which the office decides, as it stands now: by the history once it is registered,
  /// before that as if it were registered on the day of submission or the first working day after.
  public func dueDay(of application: Application) -> Day? {
    switch application.deadline(calendar: calendar) {
    case .running(let day): return day
    case .stopped(_, let remaining):
      return Term(value: remaining, unit: application.submission.term.unit)
        .end(after: today, calendar: calendar)
    case .none:
      guard !application.phase.isClosed else { return nil }
      return expectedDecision(
        term: application.submission.term, submittedAt: application.submittedAt)
    }
  }

  /// The day by which a decision comes on what is sent at a moment; nil for a service without a term in days.
  public func expectedDecision(term: Term, submittedAt: Timestamp) -> Day? {
    guard term.value != nil, term.unit == .workingDays || term.unit == .calendarDays else {
      return nil
    }
    let day = submittedAt.day
    let registered =
      calendar.isWorkingDay(day) && submittedAt.time.hour < (calendar.isPreHoliday(day) ? 16 : 17)
      ? day : calendar.adding(workingDays: 1, to: day)
    return term.end(after: registered, calendar: calendar)
  }
}

extension CabinetSession {
  /// Days of the term gone by and its whole length; nil where the service has no term in days.
  public func progress(of application: Application) -> (done: Int, total: Int)? {
    application.progress(on: today, calendar: calendar)
  }

  /// Working days from today, not counted, to a day, counted.
  public func workingDays(until day: Day) -> Int {
    calendar.workingDays(after: today, through: day)
  }
}

extension CabinetSession {
  /// The term of an application on the calendar.
  public func deadline(of application: Application) -> Application.Deadline {
    application.deadline(calendar: calendar)
  }
}
