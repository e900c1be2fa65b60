import Testing

@testable import Cabinet

@Suite struct AssessmentTests {
  private typealias S = EligibilitySamples

  /// Born on, judged on, eligible from 18: the day before, on and after a birthday, and leap days.
  @Test(arguments: [
    ("2003-01-14", "2021-01-14", true), ("2003-01-15", "2021-01-14", false),
    ("2003-01-13", "2021-01-14", true), ("2004-02-29", "2022-02-28", false),
    ("2004-02-29", "2022-03-01", true), ("2004-02-29", "2022-02-27", false),
    ("2006-02-28", "2024-02-28", true), ("2006-02-28", "2024-02-27", false),
    ("2006-03-01", "2024-02-29", false), ("2006-03-01", "2024-03-01", true),
    ("2002-12-31", "2020-12-31", true), ("2003-01-01", "2020-12-31", false),
  ])
  func anAgeIsReachedOnTheBirthday(born: String, today: String, is18: Bool) throws {
    let assessment = S.assess([S.adult], ["birthDate": born], on: try Samples.day(today))
    #expect(assessment.verdict == (is18 ? .yes : .notYet))
    #expect(assessment.reasons.map(\.holds) == [is18])
    let under = S.assess(
      [S.test("birthDate", .ageBelow(18))], ["birthDate": born], on: try Samples.day(today))
    #expect(under.verdict == (is18 ? .no : .yes))
  }

  /// Every day of four years: the day that is told is the first on which the rule holds.
  @Test func theDayToldIsTheFirstOnWhichTheRuleHolds() throws {
    let born = try Samples.day("2003-06-15")
    let birthday = try Samples.day("2021-06-15")
    for offset in stride(from: -1461, to: 0, by: 1) {
      let today = birthday.adding(days: offset)
      let assessment = S.assess([S.adult], ["birthDate": born.description], on: today)
      #expect(assessment.nearest == NearestChange(day: birthday, acts: []))
    }
    #expect(S.assess([S.adult], ["birthDate": born.description], on: birthday).nearest == nil)
  }

  @Test func aLeapBirthdayIsWaitedForUntilMarch() throws {
    let today = try Samples.day("2022-01-10")
    let assessment = S.assess([S.adult], ["birthDate": "2004-02-29"], on: today)
    #expect(assessment.nearest?.day == Day(2022, 3, 1))
  }

  @Test func unknownIsNeitherYesNorNo() {
    #expect(S.assess([S.adult, S.moscow]).verdict == .unknown)
    #expect(
      S.assess([S.adult, S.moscow]).missing.map(\.text) == ["birthDate", "registeredInMoscow"])
    #expect(S.assess([S.adult, S.moscow], ["birthDate": "1979-03-04"]).verdict == .unknown)
    let told = ["birthDate": "1979-03-04", "registeredInMoscow": "true"]
    #expect(S.assess([S.adult, S.moscow], told).verdict == .yes)
    #expect(S.assess([S.adult], ["birthDate": "чушь"]).verdict == .unknown)
    #expect(S.assess([.test(.register("debt"), .atLeast(1))], told).verdict == .unknown)
  }

  @Test func whatFailsGoesBeforeWhatIsUnknown() {
    let assessment = S.assess([S.adult, S.moscow], ["birthDate": "2010-01-01"])
    #expect(assessment.verdict == .notYet)
    #expect(assessment.reasons.map(\.holds) == [false, nil])
    #expect(assessment.nearest == NearestChange(day: Day(2028, 1, 1), acts: []))
  }

  @Test func anActIsNamedWhereTheRuleAsksForIt() {
    let adult = ["birthDate": "1979-03-04", "registeredInMoscow": "false"]
    let assessment = S.assess([S.adult, S.moscow], adult)
    #expect(assessment.verdict == .notYet)
    #expect(assessment.nearest?.day == nil)
    #expect(assessment.nearest?.acts.map(\.title) == ["после регистрации"])
    let young = ["birthDate": "2004-03-04", "registeredInMoscow": "false"]
    #expect(S.assess([S.adult, S.moscow], young).nearest?.day == Day(2022, 3, 4))
    #expect(S.assess([S.adult, S.moscow], young).nearest?.acts.count == 1)
  }

  @Test func theNearestOfSeveralChangesIsChosen() {
    let either = Condition.any([
      S.test("birthDate", .ageAtLeast(70)), S.test("birthDate", .ageAtLeast(18)), S.moscow,
    ])
    let young = S.assess([either], ["birthDate": "2004-03-04"])
    #expect(young.verdict == .unknown)
    let outside = ["birthDate": "2004-03-04", "registeredInMoscow": "false"]
    #expect(S.assess([either], outside).nearest?.acts.map(\.title) == ["после регистрации"])
    let ages = Condition.any([
      S.test("birthDate", .ageAtLeast(70)), S.test("birthDate", .ageAtLeast(18)),
    ])
    #expect(S.assess([ages], outside).nearest == NearestChange(day: Day(2022, 3, 4), acts: []))
  }

  @Test func onlyTheActThatHelpsIsNamed() {
    let person = ["role": "person"]
    let company = S.assess([S.test("role", .equals("company"))], person)
    #expect(company.nearest?.acts.map(\.value) == ["company"])
    let either = S.assess([S.test("role", .oneOf(["trader", "company"]))], person)
    #expect(either.nearest?.acts.map(\.value) == ["trader"])
    #expect(S.assess([S.test("role", .equals("emperor"))], person).verdict == .no)
  }

  @Test func whatNothingChangesIsNo() {
    #expect(S.assess([S.test("sex", .equals("f"))], ["sex": "m"]).verdict == .no)
    #expect(
      S.assess([S.test("birthDate", .ageBelow(14))], ["birthDate": "1979-03-04"]).verdict == .no)
    let window = Condition.all([
      S.test("birthDate", .ageAtLeast(14)), S.test("birthDate", .ageBelow(18)),
    ])
    #expect(S.assess([window], ["birthDate": "1979-03-04"]).verdict == .no)
    #expect(S.assess([window], ["birthDate": "2010-05-05"]).nearest?.day == Day(2024, 5, 5))
    // By the time of the one birthday the other has gone by.
    let never = [S.test("birthDate", .ageAtLeast(18)), S.test("child.birthDate", .ageBelow(3))]
    let told = S.assess(never, ["birthDate": "2004-03-04"], children: ["2018-06-01"])
    #expect(told.verdict == .no)
  }

  @Test func notTurnsTheThreeValues() {
    let foreign = Condition.not(S.test("citizenship", .equals("RU")))
    #expect(S.assess([foreign]).verdict == .unknown)
    #expect(S.assess([foreign], ["citizenship": "other"]).verdict == .yes)
    #expect(S.assess([foreign], ["citizenship": "RU"]).verdict == .no)
    let knowledge = Knowledge(profile: Profile())
    #expect(Condition.all([]).truth(knowledge, on: Samples.today) == true)
    #expect(Condition.any([]).truth(knowledge, on: Samples.today) == false)
    #expect(Condition.all([S.adult, .any([])]).truth(knowledge, on: Samples.today) == false)
    #expect(Condition.any([S.adult, .all([])]).truth(knowledge, on: Samples.today) == true)
  }

  @Test func datesCountInDaysToo() throws {
    let halfYear = S.test("child.birthDate", .daysAheadAtLeast(-184))
    let born = Samples.today.adding(days: -184)
    func verdict(_ day: Day) -> Assessment.Verdict {
      S.assess([halfYear], children: [day.description]).verdict
    }
    #expect(verdict(born) == .yes)
    #expect(verdict(born.adding(days: -1)) == .no)
    let twoMonths = S.test("child.birthDate", .daysAheadAtMost(-61))
    let young = S.assess([twoMonths], children: [Samples.today.adding(days: -60).description])
    #expect(young.nearest?.day == Samples.today.adding(days: 1))
  }

  @Test func withoutRulesItIsTheOfficesAloneToSay() {
    let nobody = Knowledge(profile: Profile())
    #expect(
      Audience(who: [], rules: []).assess(nobody, today: Samples.today) { _ in nil }.verdict
        == .unknown)
    let open = Audience(who: [], rules: [], open: true)
    #expect(open.assess(nobody, today: Samples.today) { _ in nil }.verdict == .yes)
  }
}
