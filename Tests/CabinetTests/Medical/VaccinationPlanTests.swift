import Testing

@testable import Cabinet

/// The plan against days worked out by hand from the calendar of order 125н.
@Suite struct VaccinationPlanTests {
  static let measles = VaccinationPlan.Vaccine(
    id: "measles", title: "Корь", titleEn: "Measles",
    doses: [
      .init(dose: 1, atMonths: 12, afterMonths: 0), .init(dose: 2, atMonths: 72, afterMonths: 6),
    ], booster: nil)
  static let diphtheria = VaccinationPlan.Vaccine(
    id: "diphtheria", title: "Дифтерия", titleEn: "Diphtheria",
    doses: [
      .init(dose: 1, atMonths: 3, afterMonths: 0),
      .init(dose: 2, atMonths: 4, atDays: 15, afterMonths: 1),
    ], booster: .init(everyMonths: 120, fromYears: 18))
  static let plan = VaccinationPlan(vaccines: [measles, diphtheria], basis: "")

  private func due(
    birth: String, given: [(String, String, Int)] = [], today: String
  ) throws -> [String] {
    let had = try given.map { day, vaccine, dose in
      (
        day: try #require(Day(day)),
        vaccination: Vaccination(vaccine: vaccine, dose: dose, series: "")
      )
    }
    return Self.plan.due(
      birth: try #require(Day(birth)), given: had, on: try #require(Day(today))
    ).map { "\($0.vaccine.id) \($0.dose) \($0.day) \($0.standing)" }
  }

  @Test func aNewbornHasAllBefore() throws {
    #expect(
      try due(birth: "2020-12-01", today: "2021-01-14") == [
        "diphtheria 1 2021-03-01 later", "measles 1 2021-12-01 later",
      ])
  }

  @Test func theDayItselfIsSoonAndTheDayAfterIsOverdue() throws {
    #expect(try due(birth: "2020-10-14", today: "2021-01-14")[0] == "diphtheria 1 2021-01-14 soon")
    #expect(
      try due(birth: "2020-10-13", today: "2021-01-14")[0] == "diphtheria 1 2021-01-13 overdue")
    #expect(try due(birth: "2020-11-13", today: "2021-01-14")[0] == "diphtheria 1 2021-02-13 soon")
    #expect(try due(birth: "2020-11-14", today: "2021-01-14")[0] == "diphtheria 1 2021-02-14 later")
  }

  @Test func aLateDoseMovesTheNext() throws {
    // Half a month is 15 days; a first dose that came late leaves a month between.
    #expect(
      try due(birth: "2020-08-01", given: [("2020-11-01", "diphtheria", 1)], today: "2020-11-02")[0]
        == "diphtheria 2 2020-12-16 later")
    #expect(
      try due(birth: "2020-08-01", given: [("2020-12-20", "diphtheria", 1)], today: "2020-12-21")[0]
        == "diphtheria 2 2021-01-20 soon")
  }

  @Test func adultsRepeatWhatTheyHad() throws {
    #expect(
      try due(birth: "1979-03-04", given: [("2011-04-15", "diphtheria", 9)], today: "2021-01-14")
        == ["diphtheria 10 2021-04-15 later"])
  }

  @Test func ofAdultsWithoutACardNothingIsClaimed() throws {
    #expect(try due(birth: "1979-03-04", today: "2021-01-14") == [])
  }

  @Test func aBoosterWaitsForItsAge() throws {
    #expect(
      try due(
        birth: "2010-01-10",
        given: [("2012-05-05", "diphtheria", 2), ("2016-02-02", "measles", 2)],
        today: "2021-01-14") == ["diphtheria 3 2028-01-10 later"])
  }
}
