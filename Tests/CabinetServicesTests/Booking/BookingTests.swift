import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// Booking, moving and cancelling, and all that is refused.
@Suite struct BookingTests {
  private let town = Town()

  private func later(_ minutes: Int) -> Timestamp { Town.start.adding(seconds: minutes * 60) }

  @Test func aTimeIsKeptThenBookedAndSeenByEverySessionOfTheResident() throws {
    let session = try town.session()
    let slot = try town.times(session, town.request(), at: "doctor-068")[0]
    let hold = try session.hold(slot, town.request())
    #expect(hold.isHold && hold.heldUntil == later(10))
    #expect(session.keptTimes.map(\.id) == [hold.id])
    let booking = try session.confirm(hold.id)
    #expect(booking.status == .recorded && booking.number == hold.number)
    #expect(try town.session().upcomingAppointments == [booking])
    #expect(try town.session("boris").appointments.isEmpty)
    #expect(try !town.times(session, town.request(), at: "doctor-068").contains(slot))
  }

  @Test func repeatsByTheSameIDDoNothingTwice() throws {
    let session = try town.session()
    let slots = try town.times(session, town.request(), at: "doctor-068")
    let first = try session.confirm(try session.hold(slots[0], town.request(), id: "r1").id)
    let records = try session.log.head(of: .city("doctor-068")).seq
    for _ in 0..<3 {
      #expect(
        try session.confirm(try session.hold(slots[0], town.request(), id: "r1").id) == first)
    }
    // By the id of one appointment no other is made, nor is that one shown for it.
    for slot in slots[1...3] {
      guard
        case .notPossible? = try session.expectRefusal({
          try session.hold(slot, town.request(), id: "r1")
        })
      else {
        Issue.record("\(slot)")
        continue
      }
    }
    try session.cancel("r1")
    let cancelled = try session.cancel("r1")
    #expect(cancelled.status == .cancelled)
    #expect(try session.log.head(of: .city("doctor-068")).seq == records + 1)
  }

  @Test func whoComesSecondIsToldAtOnceAndOfferedTheNearest() throws {
    let anna = try town.session()
    let boris = try town.session("boris")
    let slots = try town.times(anna, town.request(), at: "doctor-068")
    #expect(try town.times(boris, town.request(), at: "doctor-068") == slots)
    try anna.hold(slots[1], town.request())
    guard
      case .slotLost(let lost, let nearest)? = try boris.expectRefusal({
        try boris.hold(slots[1], town.request())
      })
    else {
      Issue.record("the time was had twice")
      return
    }
    #expect(lost == slots[1] && nearest.count == 3)
    let distances = nearest.map { abs($0.slot.at.seconds - lost.at.seconds) }
    #expect(distances == distances.sorted())
    #expect(nearest.allSatisfy { slots.contains($0.slot) && $0.slot != lost })
    try boris.confirm(try boris.hold(nearest[0].slot, town.request()).id)
  }

  @Test func tenMinutesAreTenMinutes() throws {
    let anna = try town.session()
    let slot = try town.times(anna, town.request(), at: "doctor-068")[3]
    let hold = try anna.hold(slot, town.request())
    let late = try town.session(at: later(10))
    #expect(try late.expectRefusal { try late.confirm(hold.id) } == .holdRanOut(slot))
    let boris = try town.session("boris", at: later(10))
    try boris.confirm(try boris.hold(slot, town.request()).id)
  }

  @Test func aSecondHoldGivesUpTheFirst() throws {
    let session = try town.session()
    let slots = try town.times(session, town.request(), at: "doctor-068")
    try session.hold(slots[0], town.request())
    let second = try session.hold(slots[1], town.request())
    #expect(session.keptTimes.map(\.id) == [second.id])
    #expect(try town.times(session, town.request(), at: "doctor-068").contains(slots[0]))
    try session.release(second.id)
    #expect(session.keptTimes.isEmpty)
  }

  @Test func aPolicyThatIsAnotherPersonsBooksNobody() throws {
    let session = try town.session()
    let slot = try town.times(session, town.request(), at: "doctor-068")[0]
    for (key, value) in [("birthDate", "1980-03-04"), ("oms", ""), ("birthDate", "")] {
      var profile = session.state.profile
      profile.values[key] = value
      let wrong = try town.session("wrong-\(key.lowercased())-\(value.count)")
      try wrong.save(profile)
      guard
        case .insurance? = try wrong.expectRefusal({ try wrong.hold(slot, town.request()) })
      else {
        Issue.record("\(key) = \(value) was let through")
        continue
      }
      #expect(wrong.state.registries.isEmpty)
    }
  }

  @Test func aChildIsBookedAtItsOwnPolyclinicAlone() throws {
    let session = try town.session()
    let request = town.request("paediatrician", subject: "child-1")
    let booking = try town.book(session, request, at: "doctor-d038")
    #expect(booking.subject.id == "child-1")
    let slot = try town.times(session, town.request(), at: "doctor-220")[0]
    guard case .notPossible? = try session.expectRefusal({ try session.hold(slot, town.request()) })
    else {
      Issue.record("another polyclinic took them")
      return
    }
  }

  @Test func withoutAReferralOnlyThoseWhoNeedNone() throws {
    let session = try town.session()
    let neurologist = town.request("neurologist")
    let slot = try town.times(session, neurologist, at: "doctor-068")[0]
    #expect(
      try session.expectRefusal { try session.hold(slot, neurologist) }
        == .referralNeeded(Phrase("Невролог", "Neurologist")))
    // The medical card holds a referral to a cardiologist, until 26 February.
    try town.book(session, town.request("cardiologist"))
    let march = try town.session(
      "vera", at: try #require(Timestamp("2021-03-01T10:00:00+03:00")))
    let late = try town.times(march, town.request("cardiologist"), at: "doctor-068")[0]
    #expect(
      try march.expectRefusal { try march.hold(late, town.request("cardiologist")) }
        == .referralNeeded(Phrase("Кардиолог", "Cardiologist")))
  }

  @Test func oneAppointmentForASpeciality() throws {
    let session = try town.session()
    let first = try town.book(session)
    let slot = try town.times(session, town.request(), at: "doctor-068")[0]
    #expect(
      try session.expectRefusal { try session.hold(slot, town.request()) }
        == .alreadyBooked(number: first.number, at: first.at))
    try town.book(session, town.request("urologist"))
  }

  @Test func timesThatArePastVanishedOrFarAwayAreRefused() throws {
    let session = try town.session()
    let bad: [(String, SlotProblem)] = [
      ("doctor-068.07.202101131600.20", .past), ("doctor-068.07.202101171600.20", .noSuchTime),
      ("doctor-068.77.202101151600.20", .noSuchTime),
      ("doctor-068.07.202103011600.20", .tooFar(last: try #require(Day(2021, 1, 27)))),
    ]
    for (text, problem) in bad {
      let slot = try #require(SlotID(text))
      guard
        case .slotRefused(let found, _)? = try session.expectRefusal({
          try session.hold(slot, town.request())
        })
      else {
        // Noting the register in the cabinet is no change of any appointment.
        Issue.record("\(text) was let through")
        continue
      }
      #expect(found == problem, "\(text)")
    }
  }

  @Test func movingBooksFirstAndFreesThen() throws {
    let session = try town.session()
    let booking = try town.book(session)
    let target = try town.times(session, town.request(), at: "doctor-068")[4]
    let before = try session.log.head(of: .city("doctor-068")).seq
    let moved = try session.move(booking.id, to: target)
    #expect(try session.log.head(of: .city("doctor-068")).seq == before + 1)
    #expect(moved.talon.slot == target && moved.status == .moved && moved.id == booking.id)
    let free = try town.times(session, town.request(), at: "doctor-068")
    #expect(free.contains(booking.talon.slot) && !free.contains(target))
    #expect(try session.move(booking.id, to: target) == moved)
  }

  @Test func aMoveThatLosesKeepsWhatWasHad() throws {
    let anna = try town.session()
    let booking = try town.book(anna)
    let target = try town.times(anna, town.request(), at: "doctor-068")[2]
    let boris = try town.session("boris")
    try boris.hold(target, town.request())
    guard
      case .slotLost? = try anna.expectRefusal({ try anna.move(booking.id, to: target) })
    else {
      Issue.record("the time was had twice")
      return
    }
    #expect(try anna.booking(booking.id) == booking)
    let elsewhere = try #require(SlotID("vet-cao.01.202101151200.20"))
    guard
      case .notPossible? = try anna.expectRefusal({ try anna.move(booking.id, to: elsewhere) })
    else {
      Issue.record("moved to another institution")
      return
    }
  }

  @Test func anotherResidentsAppointmentIsNotTouched() throws {
    let booking = try town.book(try town.session())
    let boris = try town.session("boris")
    try town.book(boris, index: 1)
    let target = try town.times(boris, town.request(), at: "doctor-068")[5]
    #expect(try boris.expectRefusal { try boris.cancel(booking.id) } == .foreign(booking.id))
    #expect(
      try boris.expectRefusal { try boris.move(booking.id, to: target) } == .foreign(booking.id))
    #expect(try boris.expectRefusal { _ = try boris.booking("none") } == .noSuchBooking("none"))
    #expect(BookingFailure.foreign("x").exitCode == 5)
    #expect(BookingFailure.noSuchBooking("x").exitCode == 4)
  }

  @Test func aDoctorCanBeCancelledUntilTheStartAndAVetTwoHoursBefore() throws {
    let session = try town.session()
    let doctor = try town.book(session)
    let vet = try town.book(
      session, town.request("vet-therapist", kind: .vet, subject: "pet-1", services: ["claws"]),
      at: "vet-cao")
    #expect(vet.at < doctor.at)
    for (booking, minutes) in [(vet, 120), (doctor, 0)] {
      let last = booking.at.adding(seconds: -minutes * 60)
      let late = try town.session(at: last)
      try late.runOffice(until: last)
      #expect(
        try late.expectRefusal { try late.cancel(booking.id) } == .tooLate(minutes: minutes))
    }
    let log = MemoryEventLog()
    let other = Town(log)
    let again = try other.book(try other.session())
    let just = try other.session(at: again.at.adding(seconds: -1))
    #expect(try just.cancel(again.id).status == .cancelled)
  }

  @Test func aClockThatWentBackChangesNothing() throws {
    let booking = try town.book(try town.session())
    let back = try town.session(at: Town.start.adding(seconds: -3600))
    let seen = Town.start
    let failure = BookingFailure.clockBehind(seen: seen, now: back.now)
    let slot = try #require(SlotID("doctor-068.07.202101201000.20"))
    #expect(try back.expectRefusal { try back.cancel(booking.id) } == failure)
    #expect(try back.expectRefusal { try back.hold(slot, town.request("urologist")) } != nil)
    // Clocks of two machines may differ a little.
    let near = try town.session(at: Town.start.adding(seconds: -59))
    #expect(try near.cancel(booking.id).status == .cancelled)
  }

  @Test func whoDoesNotComeLosesTheTimeAndWhoComesIsSeen() throws {
    let session = try town.session()
    let booking = try town.book(session)
    let early = try town.session(at: booking.at.adding(seconds: -1801))
    #expect(try early.expectRefusal { try early.checkIn(booking.id) } != nil)
    let late = try town.session(at: booking.at.adding(seconds: 15 * 60))
    try late.runOffice(until: late.now)
    #expect(try late.booking(booking.id).mark?.fullCode == "1080.2")

    let other = Town()
    let second = try other.book(try other.session())
    let there = try other.session(at: second.at.adding(seconds: 14 * 60 + 59))
    try there.checkIn(second.id)
    let after = try other.session(at: second.end)
    try after.runOffice(until: after.now)
    #expect(try after.booking(second.id).status == .provided)
  }

  @Test func attachmentByApplicationIsWhereOneIsBooked() throws {
    let session = try town.session()
    #expect(try session.insured(try session.patient("self")).polyclinic == "doctor-068")
    try session.commit { _ in
      .applicationSubmitted(
        Submission(
          id: "a1", number: "1",
          service: Resident.make("polyclinic-attachment", formVersion: 1),
          answers: ["clinic": .text("ГП № 220")], questions: []))
    }
    for code in [Status.delivered, .registered, .inProgress, .granted] {
      #expect(try session.insured(try session.patient("self")).polyclinic == "doctor-068")
      try session.commit(by: .office) { _ in
        .statusChanged(
          application: "a1",
          StatusEvent(code, reason: code == .granted ? 1 : nil, at: session.now, by: .office))
      }
    }
    #expect(try session.insured(try session.patient("self")).polyclinic == "doctor-220")
  }
}
