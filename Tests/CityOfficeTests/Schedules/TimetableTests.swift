import Foundation
import Testing

@testable import Cabinet
@testable import CityOffice

@Suite struct TimetableTests {
  static let list: InstitutionList = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/city/institutions.json")
    let data = (try? Data(contentsOf: file)) ?? Data()
    return (try? JSONDecoder().decode(InstitutionList.self, from: data)) ?? InstitutionList()
  }()
  static let timetable = Timetable(list)

  private let timetable = TimetableTests.timetable
  private let morning = Case.moment("2021-01-14T10:00:00+03:00")

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func polyclinic() throws -> InstitutionList.Institution {
    try #require(timetable.list.institution("doctor-068"))
  }

  /// All times of a speciality that the schedule has, whoever has them.
  private func working(_ question: SlotQuestion, on day: Day) throws -> Int {
    let institution = try polyclinic()
    let kind = DayKind(day, .russia)
    return timetable.places(question, in: institution).reduce(0) { sum, place in
      let hours = timetable.people["adult"]?[place].hours.range(
        place: place, day: day.ordinal, dayOfMonth: day.dayOfMonth, kind: kind)
      return sum + (hours.map { ($0.upperBound - $0.lowerBound) / 20 } ?? 0)
    }
  }

  @Test func theFixtureHasAllThatSchedulesNeed() {
    #expect(timetable.list.institutions.count >= 9)
    for institution in timetable.list.institutions {
      #expect(!(timetable.people[institution.staff] ?? []).isEmpty, "\(institution.registry)")
      #expect(!institution.branches.isEmpty)
    }
    for post in timetable.list.staffs.values.joined() {
      #expect(timetable.list.speciality(post.speciality) != nil, "\(post.speciality)")
    }
    #expect(timetable.people["adult"]?.count == 20 && timetable.people["child"]?.count == 20)
  }

  @Test func everyoneIsMadeUp() throws {
    for institution in timetable.list.institutions {
      for speciality in timetable.list.specialities {
        let question = SlotQuestion(kind: speciality.kind, speciality: speciality.id)
        for person in timetable.specialists(question, in: institution) {
          #expect(person.name.contains("-Синтетическ"))
          #expect(institution.branches.indices.contains(person.branch))
          #expect(person.room / 100 == person.floor)
        }
      }
    }
  }

  @Test func holidaysAreFreeAndAWorkingSaturdayIsWorkedAnHourShorter() throws {
    let question = SlotQuestion(kind: .doctor, speciality: "therapist")
    #expect(try working(question, on: day("2021-01-08")) == 0)
    #expect(try working(question, on: day("2021-02-23")) == 0)
    #expect(try working(question, on: day("2021-01-17")) == 0)
    let usual = try working(question, on: day("2021-02-18"))
    let short = try working(question, on: day("2021-02-20"))
    let saturday = try working(question, on: day("2021-01-16"))
    #expect(usual == 6 * 18 && short == 6 * 15)
    #expect(saturday > 0 && saturday < usual)
  }

  @Test func theScheduleOpensFourteenDaysAheadInTheMorning() throws {
    for hour in 0..<24 {
      let now = Timestamp(try day("2021-01-14"), hour: hour)
      let last = timetable.openDays(.doctor, now: now).upperBound
      #expect(last == (hour < 7 ? Day(2021, 1, 26) : Day(2021, 1, 27)))
    }
  }

  /// What is listed can be booked, and nothing else: both answers come from one rule.
  @Test func theListAndTheCheckAgree() throws {
    let institution = try polyclinic()
    for speciality in ["therapist", "ophthalmologist", "dentist", "home-therapist"] {
      let kind = try #require(timetable.list.speciality(speciality)).kind
      let question = SlotQuestion(kind: kind, speciality: speciality)
      let step = timetable.step(of: speciality)
      for now in [morning, morning.adding(seconds: 3 * 3600 + 60)] {
        for offset in 0..<15 {
          let day = now.day.adding(days: offset)
          let listed = Set(
            timetable.slots(
              question, in: institution, on: day, now: now, registry: Registry()))
          for place in timetable.places(question, in: institution) {
            for minute in stride(from: 7 * 60, to: 21 * 60, by: 20) {
              let slot = SlotID(
                registry: institution.registry, specialist: Timetable.id(of: place),
                at: Timestamp(day, hour: minute / 60, minute: minute % 60), minutes: step)
              let isBookable = (try? timetable.check(slot, question, now: now)) != nil
              #expect(isBookable == listed.contains(slot), "\(slot) at \(now)")
            }
          }
        }
      }
    }
  }

  @Test func whyATimeCannotBeBooked() throws {
    let question = SlotQuestion(kind: .doctor, speciality: "therapist")
    func problem(_ text: String, _ question: SlotQuestion) throws -> SlotProblem? {
      let slot = try #require(SlotID(text))
      do throws(SlotProblem) {
        try timetable.check(slot, question, now: morning)
        return nil
      } catch { return error }
    }
    #expect(try problem("doctor-068.01.202101140800.20", question) == .past)
    #expect(try problem("doctor-068.01.202101141000.20", question) == .past)
    #expect(
      try problem("doctor-068.01.202102010900.20", question)
        == .tooFar(last: day("2021-01-27")))
    #expect(try problem("doctor-999.01.202101150900.20", question) == .noSuchTime)
    #expect(try problem("doctor-068.99.202101150900.20", question) == .noSuchTime)
    #expect(try problem("doctor-068.1.202101150900.20", question) == .noSuchTime)
    #expect(try problem("doctor-068.07.202101151600.20", question) == .otherSpeciality)
    #expect(try problem("doctor-068.01.202101170900.20", question) == .noSuchTime)
    #expect(try problem("doctor-068.01.202101150907.20", question) == .noSuchTime)
    #expect(
      try problem("doctor-068.01.202101150900.40", question) == .otherLength(minutes: 20))
    let vet = SlotQuestion(kind: .vet, speciality: "vet-therapist", minutes: 15)
    #expect(
      try problem("vet-cao.01.202101141145.15", vet) == .tooSoon(minutes: 120))
  }

  @Test func oneNeverLosesATimeAndFindsItAgainButForTheFewThatAreFreed() {
    for demand in [InstitutionList.Demand.quiet, .usual, .busy, .full] {
      let strangers = Strangers(demand)
      for chance in stride(from: 0, to: 65_536, by: 97) {
        let history = stride(from: 14 * 86_400, through: 0, by: -1800).map {
          strangers.leaveFree(chance, lead: $0)
        }
        let isFreed = strangers.freeingLead(chance) != nil
        // Free, then taken; or, for a time that is freed, taken, then free.
        #expect(history == history.sorted { isFreed ? !$0 && $1 : $0 && !$1 })
      }
    }
  }

  @Test func busyDoctorsHaveLessThanQuietOnesAndFullOnesNextToNothing() throws {
    let strangers = [InstitutionList.Demand.full, .busy, .usual, .quiet].map(Strangers.init)
    for lead in [3600, 86_400, 3 * 86_400, 7 * 86_400, 12 * 86_400] {
      let shares = strangers.map { kind in
        (0..<65_536).count { kind.leaveFree($0, lead: lead) }
      }
      #expect(shares == shares.sorted())
      #expect(shares[0] < 1000)
    }
  }

  @Test func countsOfManyInstitutionsAreThoseOfEach() throws {
    let institutions = timetable.list.institutions.filter { $0.staff == "adult" }
    let question = SlotQuestion(kind: .doctor, speciality: "therapist")
    let days = timetable.openDays(.doctor, now: morning)
    let answers = timetable.availability(question, in: institutions, days: days, now: morning)
    #expect(answers.map(\.registry) == institutions.map(\.registry))
    for (institution, answer) in zip(institutions, answers) {
      var first: Timestamp?
      for (index, ordinal) in (days.lowerBound.ordinal...days.upperBound.ordinal).enumerated() {
        let slots = timetable.slots(
          question, in: institution, on: Day(ordinal: ordinal), now: morning,
          registry: Registry())
        #expect(answer.counts[index] == slots.count)
        first = first ?? slots.first?.at
      }
      #expect(answer.first == first)
    }
  }

  @Test func aLongVisitNeedsAllItsTimeFree() throws {
    let institution = try #require(timetable.list.institution("vet-cao"))
    let day = try day("2021-01-15")
    for minutes in [15, 30, 75, 120] {
      let question = SlotQuestion(kind: .vet, speciality: "vet-therapist", minutes: minutes)
      let short = SlotQuestion(kind: .vet, speciality: "vet-therapist", minutes: 15)
      let free = Set(
        timetable.slots(short, in: institution, on: day, now: morning, registry: Registry())
          .map { "\($0.specialist) \($0.at.seconds)" })
      for slot in timetable.slots(
        question, in: institution, on: day, now: morning, registry: Registry())
      {
        for offset in stride(from: 0, to: minutes, by: 15) {
          let at = slot.at.adding(seconds: offset * 60)
          #expect(free.contains("\(slot.specialist) \(at.seconds)"))
        }
      }
    }
  }
}
