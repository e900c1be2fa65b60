import Testing

@testable import Cabinet
@testable import CityOffice

@Suite struct RegistrationTests {
  @Test(arguments: [
    ("2021-01-14T10:00:00+03:00", "2021-01-14 11:00"),
    ("2021-01-14T00:00:00+03:00", "2021-01-14 10:00"),
    ("2021-01-14T08:59:59+03:00", "2021-01-14 10:00"),
    ("2021-01-14T16:59:00+03:00", "2021-01-14 17:59"),
    ("2021-01-14T17:00:00+03:00", "2021-01-15 10:00"),
    ("2021-01-14T23:59:59+03:00", "2021-01-15 10:00"),
    // Friday evening and the weekend wait for Monday.
    ("2021-01-15T18:00:00+03:00", "2021-01-18 10:00"),
    ("2021-01-16T12:00:00+03:00", "2021-01-18 10:00"),
    ("2021-01-17T23:00:00+03:00", "2021-01-18 10:00"),
    // A day before a holiday is an hour shorter.
    ("2021-04-30T15:59:00+03:00", "2021-04-30 16:59"),
    ("2021-04-30T16:00:00+03:00", "2021-05-04 10:00"),
    // Saturday the 20th of February was worked, and short.
    ("2021-02-20T10:00:00+03:00", "2021-02-20 11:00"),
    ("2021-02-20T16:00:00+03:00", "2021-02-24 10:00"),
    // The New Year holidays of 2021.
    ("2020-12-31T16:30:00+03:00", "2021-01-11 10:00"),
    ("2021-01-01T09:00:00+03:00", "2021-01-11 10:00"),
  ])
  func whatComesInOutsideHoursIsRegisteredOnTheNextWorkingDay(sent: String, taken: String) throws {
    let matter = Case(submittedAt: Case.moment(sent))
    let application = try matter.run()
    #expect(application.codes.prefix(3) == ["1010", "1040", "1050"])
    #expect(application.at(.registered) == taken)
    #expect(application.history[1].at == matter.submittedAt, "delivery takes no time")
  }

  @Test func everyHourOfAYearIsRegisteredInWorkingHoursWithinAWorkingDay() throws {
    let calendar = WorkingCalendar.russia
    let hours = OfficeHours(calendar: calendar)
    for hour in 0..<(366 * 24) {
      let moment = Case.moment("2020-12-20T00:30:00+03:00").adding(seconds: hour * 3600)
      let taken = hours.firstMoment(after: moment)
      #expect(taken >= moment && calendar.isWorkingDay(taken.day))
      #expect((9..<(calendar.isPreHoliday(taken.day) ? 16 : 17)).contains(taken.time.hour))
      #expect(calendar.workingDays(after: moment.day, through: taken.day) <= 1)
    }
  }

  @Test func registrationNamesTheLastDayOfTheTerm() throws {
    let application = try Case().run()
    let registered = try #require(application.history.first { $0.code == .registered })
    #expect(registered.due?.description == "2021-01-21")
    let uncertain = try Case(term: Term(value: nil, unit: .uncertain)).run()
    #expect(uncertain.history.first { $0.code == .registered }?.due == nil)
  }

  @Test func theFirstCheckThatHoldsRefuses() throws {
    var matter = Case()
    matter.regulation.acceptance = [
      .init(when: Case.holds("kind", "b"), ground: "1030.1", note: "не это"),
      .init(when: Case.holds("kind", "a"), ground: "1030.4", note: "Вид указан неверно."),
      .init(when: .all([]), ground: "1030.5", note: "и не это"),
    ]
    let application = try matter.run()
    #expect(application.codes == ["1010", "1040", "1030.4"])
    #expect(application.lastEvent.note == "Сведения недостоверны. Вид указан неверно.")
    #expect(application.at(.registrationRefused) == "2021-01-14 11:00")
  }

  @Test func agesAreJudgedAsOfTheDayOfSubmission() throws {
    // Born on 15.01.2003, the applicant comes of age on the day after submission.
    var matter = Case(submittedAt: Case.moment("2021-01-14T20:00:00+03:00"))
    matter.answers["birthDate"] = .text("2003-01-15")
    let adult = Condition.test(.field("birthDate"), .ageBelow(18))
    matter.regulation.acceptance = [.init(when: adult, ground: "1030.4", note: "")]
    #expect(try matter.run().status == .registrationRefused)
    // Who came within a window does not lose it by the time that the office takes.
    matter.answers["birthDate"] = .text("2021-01-10")
    matter.regulation.acceptance = []
    matter.regulation.refusal = [
      .init(
        when: .test(.field("birthDate"), .daysAheadAtMost(-6)), ground: "1080.1", note: "поздно")
    ]
    #expect(try matter.run().status == .granted)
  }

  @Test func aRepeatIsRefusedWhileTheFirstIsOpen() throws {
    var matter = Case()
    let first = try matter.run(
      matter.application("a0"), until: Case.moment("2021-01-14T12:00:00+03:00"))
    #expect(first.status == .registered)
    matter.others = [first]
    matter.submittedAt = matter.submittedAt.adding(seconds: 7200)
    let second = try matter.run()
    #expect(second.codes == ["1010", "1040", "1035.1"])
    #expect(second.lastEvent.note.contains("№ a0"))
    // Other answers, or a first one that is decided, make no repeat; a new telephone does.
    var other = matter
    other.answers["kind"] = .text("b")
    #expect(try other.run().status == .granted)
    other = matter
    other.answers["phone"] = .text("+79000000000")
    #expect(try other.run().status == .repeatRefused)
    other = matter
    other.others = [try Case().run(Case().application("a0"))]
    #expect(try other.run().status == .granted)
  }

  @Test func twoChildrenTypedByHandAreNoRepeat() throws {
    func child(_ name: String) -> Answer {
      .reference(.init(id: "", title: name, facts: ["name": name]))
    }
    var matter = Case()
    matter.answers["child"] = child("Пётр")
    matter.others = [
      try matter.run(matter.application("a0"), until: Case.moment("2021-01-14T12:00:00+03:00"))
    ]
    #expect(try matter.run().status == .repeatRefused)
    matter.answers["child"] = child("Анна")
    #expect(try matter.run().status == .granted)
  }
}
