import Testing

@testable import Cabinet
@testable import CityOffice

/// Who falls ill, and what becomes of the schedule and of appointments.
@Suite struct AbsenceTests {
  private let timetable = TimetableTests.timetable
  private var desk: RegistryDesk { RegistryDesk(timetable: timetable) }

  /// The spells of the people of an institution that begin within some days, each with its person.
  private func spells(_ registry: String, from first: Day, days: Int) throws
    -> [(specialist: String, absence: Absence)]
  {
    let institution = try #require(timetable.list.institution(registry))
    return (timetable.people[institution.staff] ?? []).indices.flatMap { place in
      (0..<days).compactMap { offset -> (String, Absence)? in
        let day = first.adding(days: offset)
        let slot = SlotID(
          registry: registry, specialist: Timetable.id(of: place), at: Timestamp(day, hour: 9),
          minutes: 20)
        guard let absence = timetable.absence(on: slot), absence.first == day else { return nil }
        return (slot.specialist, absence)
      }
    }
  }

  @Test func illnessIsSometimesAndOfItsLength() throws {
    let rule = Mishaps(seed: 3, days: 60, percent: 40, shortest: 2, longest: 6)
    var ill = 0
    let days = 18_000..<20_400
    for person in UInt64(1)...200 {
      var spell: ClosedRange<Int>?
      for day in days {
        guard let now = rule.spell(of: person, on: day) else {
          spell = nil
          continue
        }
        ill += 1
        #expect(now.contains(day) && (2...6).contains(now.count))
        // Day after day it is the same one, but for two that touch.
        #expect(
          spell == nil || spell == now || spell.map { $0.upperBound + 1 == now.lowerBound } == true)
        spell = now
      }
    }
    // Four of a hundred in sixty days, four days each on average.
    let share = Double(ill) / Double(200 * days.count)
    #expect(share > 0.022 && share < 0.032, "\(share)")
    #expect(days.allSatisfy { Mishaps().spell(of: 1, on: $0) == nil })
    // A stretch of days has the spells of its days.
    for person in UInt64(1)...50 {
      for first in stride(from: 18_000, to: 18_200, by: 7) {
        let stretch = first...first + 29
        let each = Set(stretch.compactMap { rule.spell(of: person, on: $0) })
        #expect(Set(rule.spells(of: person, within: stretch)) == each)
      }
    }
    let nonsense = Mishaps(days: 3, percent: 100, shortest: 5, longest: 2)
    #expect(days.allSatisfy { nonsense.spell(of: 1, on: $0) == nil })
  }

  @Test func theScheduleKnowsOfAnIllnessFromItsFirstMorningOn() throws {
    let start = try #require(Day(2021, 1, 14))
    let spell = try #require(
      try spells("doctor-068", from: start, days: 12).first { $0.specialist == "08" })
    #expect(spell.absence.first == Day(2021, 1, 21) && spell.absence.last == Day(2021, 1, 24))
    let institution = try #require(timetable.list.institution("doctor-068"))
    let question = SlotQuestion(
      kind: .doctor, speciality: "ophthalmologist", specialist: spell.specialist)
    let announced = spell.absence.announced
    func times(_ now: Timestamp) -> [SlotID] {
      (0..<14).flatMap {
        timetable.slots(
          question, in: institution, on: start.adding(days: $0 + 7), now: now,
          registry: Registry())
      }
    }
    let days = spell.absence.first...spell.absence.last
    let before = times(announced.adding(seconds: -1)).filter { days.contains($0.at.day) }
    #expect(!before.isEmpty)
    #expect(!times(announced).contains { days.contains($0.at.day) })
    for slot in before {
      #expect(!timetable.isAway(slot, now: announced.adding(seconds: -1)))
      #expect(throws: SlotProblem.away) {
        try timetable.check(slot, question, now: announced)
      }
    }
  }

  @Test func countsOfInstitutionsKnowOfIllnessToo() throws {
    let question = SlotQuestion(kind: .doctor, speciality: "ophthalmologist")
    let institution = try #require(timetable.list.institution("doctor-068"))
    let now = Case.moment("2021-01-21T08:00:00+03:00")
    let days = timetable.openDays(.doctor, now: now)
    let counted = try #require(
      timetable.availability(question, in: [institution], days: days, now: now).first)
    let listed = (days.lowerBound.ordinal...days.upperBound.ordinal).map {
      timetable.slots(
        question, in: institution, on: Day(ordinal: $0), now: now, registry: Registry()
      ).count
    }
    #expect(counted.counts == listed)
  }

  /// What an institution does with the first appointment of each spell of some weeks.
  private func decision(
    _ registry: String, _ specialist: String, _ kind: BookingKind, at start: Timestamp,
    _ history: [BookingStep] = [.recorded], in register: Registry = Registry()
  ) throws -> RegistryStep {
    let institution = try #require(timetable.list.institution(registry))
    let place = try #require(timetable.place(of: specialist, in: institution))
    let speciality = try #require(timetable.people[institution.staff]?[place].speciality)
    let slot = SlotID(
      registry: registry, specialist: specialist, at: start,
      minutes: timetable.step(of: speciality))
    let booked = start.adding(seconds: -2 * 86_400)
    var booking = Booking(
      id: "b1", kind: kind, resident: "anna", subject: BookingSubject(id: "self", name: "А"),
      talon: try #require(timetable.talon(slot, kind: kind)), details: ["price": "90000"],
      heldUntil: booked)
    booking.heldUntil = nil
    booking.history = history.map { BookingMark(step: $0, at: booked, by: .office) }
    let step = try #require(desk.nextStep(for: booking, in: register))
    #expect(desk.nextMoment(for: booking) == step.at)
    return step
  }

  @Test(arguments: [
    (
      "doctor-068", "08", BookingKind.doctor, "2021-01-22T14:00:00+03:00", [BookingStep.recorded],
      "1095"
    ),
    ("vet-cao", "02", .vet, "2021-01-19T12:00:00+03:00", [.recorded], "1080.1"),
    ("vet-cao", "02", .vetHome, "2021-01-19T18:00:00+03:00", [.recorded], "1080.1"),
    ("vet-cao", "02", .vetOnline, "2021-01-19T12:00:00+03:00", [.unpaid, .paid], "1080.4 8021.2"),
  ]) func whoseSpecialistIsIllIsTold(
    registry: String, specialist: String, kind: BookingKind, at: String, history: [BookingStep],
    codes: String
  ) throws {
    let step = try decision(registry, specialist, kind, at: Case.moment(at), history)
    guard case .marked("b1", let marks) = step.event else {
      Issue.record("\(step)")
      return
    }
    #expect(marks.map(\.fullCode).joined(separator: " ") == codes)
    #expect(step.by == .office && marks.allSatisfy { $0.at == step.at })
    #expect(step.at.clock == "07:30:00" && marks[0].note.hasPrefix("Специалист болен"))
  }

  @Test func theDepartmentMovesToItsFirstFreeTime() throws {
    let start = Case.moment("2021-01-26T10:00:00+03:00")
    let step = try decision("consultation-dgi", "04", .consultation, at: start)
    guard case .moved("b1", let talon, let marks) = step.event else {
      Issue.record("\(step)")
      return
    }
    #expect(marks.map(\.fullCode) == ["8021.1", "10090", "10091"])
    #expect(
      marks[0].note.hasSuffix(
        "Новое время — \(talon.slot.at.day.russian) \(talon.slot.at.clock.prefix(5))."))
    let institution = try #require(timetable.list.institution("consultation-dgi"))
    let question = SlotQuestion(kind: .consultation, speciality: "dgi-housing")
    let free = try [0, 1].flatMap {
      timetable.slots(
        question, in: institution, on: start.day.adding(days: $0), now: step.at,
        registry: Registry())
    }
    #expect(talon.slot == free.first { $0.at >= start })
    #expect(talon.slot.specialist != "04" && talon.speciality == "dgi-housing")
  }

  @Test func whereTheDepartmentHasNoTimeLeftItCancels() throws {
    let start = Case.moment("2021-01-26T10:00:00+03:00")
    let announced = Case.moment("2021-01-26T07:30:00+03:00")
    let institution = try #require(timetable.list.institution("consultation-dgi"))
    let question = SlotQuestion(kind: .consultation, speciality: "dgi-housing")
    var full = Registry()
    let days = timetable.openDays(.consultation, now: announced)
    for day in start.day.ordinal...days.upperBound.ordinal {
      let free = timetable.slots(
        question, in: institution, on: Day(ordinal: day), now: announced, registry: full)
      for slot in free {
        let talon = try #require(timetable.talon(slot, kind: .consultation))
        let other = Booking(
          id: "x\(slot)", kind: .consultation, resident: "x\(slot)",
          subject: BookingSubject(id: "self", name: "Б"), talon: talon,
          heldUntil: announced.adding(seconds: 600))
        try full.apply(.held(other, releasing: []), at: announced)
        try full.apply(
          .confirmed(
            booking: other.id, details: [:], [BookingMark(.recorded, at: announced, by: .office)]),
          at: announced)
      }
    }
    let step = try decision(
      "consultation-dgi", "04", .consultation, at: start, in: full)
    guard case .marked(_, let marks) = step.event else {
      Issue.record("\(step)")
      return
    }
    #expect(marks.map(\.fullCode) == ["1095"])
  }

  @Test func aCallThatFailsIsPaidBack() throws {
    var list = TimetableTests.list
    list.mishaps = Mishaps(failedCalls: 100)
    let failing = RegistryDesk(timetable: Timetable(list))
    let start = Case.moment("2021-01-19T12:00:00+03:00")
    let slot = SlotID(registry: "vet-cao", specialist: "01", at: start, minutes: 30)
    for (history, codes) in [
      ([BookingStep.unpaid, .paid, .came], ["1080.5", "8021.2"]), ([.recorded, .came], ["1075"]),
    ] {
      var booking = Booking(
        id: "b1", kind: .vetOnline, resident: "anna",
        subject: BookingSubject(id: "self", name: "А"),
        talon: try #require(failing.timetable.talon(slot, kind: .vetOnline)),
        details: ["price": "90000"], heldUntil: start)
      booking.history = history.map { BookingMark(step: $0, at: start, by: .office) }
      let step = try #require(failing.nextStep(for: booking, in: Registry()))
      guard case .marked(_, let marks) = step.event else {
        Issue.record("\(step)")
        return
      }
      #expect(step.at == slot.end && marks.map(\.fullCode) == codes)
    }
  }

  @Test func nothingIsOfferedOnADayOnWhichItIsKnownThatNobodyIsThere() throws {
    let start = Case.moment("2021-01-14T10:00:00+03:00")
    var registry = Registry()
    try registry.apply(
      .waitingBegan(
        WaitingRequest(
          id: "w1", kind: .doctor, resident: "anna", subject: BookingSubject(id: "self", name: "А"),
          speciality: "endocrinologist", title: Phrase("Э", "E"), since: start)), at: start)
    let end = start.adding(seconds: 20 * 86_400)
    var offers = 0
    while let step = desk.dueSteps(registry, named: "doctor-068", until: end).first {
      guard case .offered(_, let offer) = step.event else { break }
      #expect(!timetable.isAway(offer.talon.slot, now: step.at))
      try registry.apply(step.event, at: step.at)
      offers += 1
      try #require(offers < 200)
    }
    #expect(offers > 3)
  }
}
