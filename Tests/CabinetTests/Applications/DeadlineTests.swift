import Testing

@testable import Cabinet

@Suite struct DeadlineTests {
  private let calendar = WorkingCalendar.russia

  private func deadline(
    _ term: Term, _ statuses: [(Status, String)]
  ) throws -> Application.Deadline {
    let events = try statuses.map { ($0.0, Timestamp(try Samples.day($0.1), hour: 12)) }
    return Samples.application("a1", term: term, events).deadline(calendar: calendar)
  }

  /// Vectors of the published calendars: a term begins on the working day after registration.
  @Test(arguments: [
    ("2021-04-30", 6, "2021-05-12"), ("2020-12-30", 5, "2021-01-14"),
    ("2021-02-18", 2, "2021-02-20"),
    ("2021-01-14", 1, "2021-01-15"), ("2021-01-15", 1, "2021-01-18"),
  ])
  func workingDaysRunFromTheDayAfterRegistration(from: String, length: Int, due: String) throws {
    let term = Term(value: length, unit: .workingDays)
    #expect(try deadline(term, [(.registered, from)]) == .running(Samples.day(due)))
  }

  @Test(arguments: [
    ("2021-04-21", 10, "2021-05-04"), ("2021-01-14", 30, "2021-02-15"),
    ("2021-01-14", 1, "2021-01-15"),
    ("2021-01-14", 2, "2021-01-18"),
  ])
  func calendarDaysEndOnAWorkingDay(from: String, length: Int, due: String) throws {
    let term = Term(value: length, unit: .calendarDays)
    #expect(try deadline(term, [(.registered, from)]) == .running(Samples.day(due)))
  }

  @Test func thereIsNoneBeforeRegistrationOrWithoutDays() throws {
    #expect(try deadline(Term(value: 5, unit: .workingDays), [(.delivered, "2021-01-14")]) == .none)
    for unit in [Term.Unit.immediately, .onVisit, .uncertain] {
      #expect(try deadline(Term(value: 5, unit: unit), [(.registered, "2021-01-14")]) == .none)
    }
    #expect(
      try deadline(Term(value: nil, unit: .workingDays), [(.registered, "2021-01-14")]) == .none)
  }

  @Test func aPauseStopsTheTermAndTheRestRunsOn() throws {
    let term = Term(value: 5, unit: .workingDays)
    // Registered on Thursday; Friday and Monday are spent; three days are left after the answer.
    let asked: [(Status, String)] = [
      (.registered, "2021-01-14"), (.clarificationRequested, "2021-01-18"),
    ]
    #expect(
      try deadline(term, asked) == .stopped(since: Samples.day("2021-01-18"), remaining: 3))
    #expect(
      try deadline(term, asked + [(.clarificationGiven, "2021-01-22")])
        == .running(Samples.day("2021-01-27")))
    #expect(
      try deadline(
        term,
        asked + [
          (.clarificationGiven, "2021-01-22"), (.suspended, "2021-01-25"), (.resumed, "2021-02-05"),
        ]) == .running(Samples.day("2021-02-09")))
    #expect(
      try deadline(term, asked + [(.clarificationExpired, "2021-01-22")])
        == .running(Samples.day("2021-01-27")))
  }

  @Test func theDayOfAPauseNeverCountsTwice() throws {
    // Whatever the day of a pause, the days before and after it make the whole term.
    let registered = try Samples.day("2021-01-14")
    for length in 1...12 {
      for stop in 0...length {
        for pause in 0...9 {
          let stopped = calendar.adding(workingDays: stop, to: registered)
          let resumed = stopped.adding(days: pause)
          let application = Samples.application(
            term: Term(value: length, unit: .workingDays),
            [
              (.registered, Timestamp(registered, hour: 9)),
              (.suspended, Timestamp(stopped, hour: 12)), (.resumed, Timestamp(resumed, hour: 13)),
            ])
          guard case .running(let due) = application.deadline(calendar: calendar) else {
            Issue.record("the term does not run")
            continue
          }
          let after = calendar.workingDays(after: resumed, through: due)
          #expect(after == length - stop, "\(length) \(stop) \(pause)")
        }
      }
    }
  }

  @Test(arguments: [Int.min, -1, 0, 1_000_000, .max])
  func absurdTermsDoNotTrap(length: Int) throws {
    for unit in [Term.Unit.workingDays, .calendarDays] {
      let term = Term(value: length, unit: unit)
      let application = Samples.application(
        term: term,
        [
          (.registered, Samples.moment), (.suspended, Samples.moment.adding(seconds: 86_400)),
          (.resumed, Samples.moment.adding(seconds: 864_000)),
        ])
      #expect(application.deadline(calendar: calendar) != .none)
      #expect(application.progress(on: Samples.today, calendar: calendar) != nil)
      let end = term.end(after: Samples.today, calendar: calendar)
      #expect(end.year < 2200)
    }
  }

  @Test func theBarFillsFromNothingToTheWhole() throws {
    let application = Samples.application([(.registered, Samples.moment)])
    var last = -1
    for offset in 0...10 {
      let bar = try #require(
        application.progress(on: Samples.today.adding(days: offset), calendar: calendar))
      #expect(bar.total == 5 && (0...5).contains(bar.done) && bar.done >= last)
      last = bar.done
    }
    #expect(last == 5)
    #expect(Samples.application().progress(on: Samples.today, calendar: calendar) == nil)
  }

  @Test func complaintsAreDecidedInFifteenDaysOrFive() {
    #expect(Complaint.Subject.decision.workingDays == 15)
    #expect(Complaint.Subject.acceptance.workingDays == 5)
  }
}
