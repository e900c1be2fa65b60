import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// What institutions do with appointments, as the resident finds it.
@Suite struct CityDecisionTests {
  private let town = Town()

  private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

  /// An appointment with an eye doctor who is ill from the 21st to the 24th.
  private func doomed(id: String = "b1") throws -> Booking {
    let session = try town.session()
    let request = town.request("ophthalmologist")
    let question = try session.question(request, specialist: "08")
    let spell = try #require(Day(2021, 1, 21))...(try #require(Day(2021, 1, 24)))
    let slot = try #require(
      try session.slots(question, in: "doctor-068")
        .first { $0.at.day >= spell.lowerBound && $0.at.day <= spell.upperBound })
    return try session.confirm(try session.hold(slot, request, id: id).id)
  }

  @Test func theIllnessOfADoctorCancelsAndOffersTheNearestTimes() throws {
    let booking = try doomed()
    let eve = try town.session(at: try moment("2021-01-21T07:29:59+03:00"))
    try eve.runOffice(until: eve.now)
    #expect(try eve.booking("b1").isActive)
    #expect(eve.nextOfficeMoment == eve.now.adding(seconds: 1))
    let session = try town.session(at: try moment("2021-01-21T08:00:00+03:00"))
    try session.runOffice(until: session.now)
    let gone = try session.booking("b1")
    #expect(gone.mark?.fullCode == "1095" && gone.isClosed && gone.isEndedByCity)
    #expect(session.appointmentNeeds == [.cancelled(gone)])
    #expect(!session.agendaItems.contains { $0.origin == .booking("b1") })
    let notice = try #require(gone.notice)
    for part in [notice.happened, notice.kept, notice.next] {
      #expect(!part.ru.isEmpty && !part.en.isEmpty && part.ru != part.en)
    }
    // Nobody can have that day, by any way.
    let question = try session.question(town.request("ophthalmologist"), specialist: "08")
    #expect(
      try session.slots(question, in: "doctor-068").allSatisfy {
        $0.at.day > Day(2021, 1, 24) ?? $0.at.day
      })
    guard
      case .slotRefused(.away, let nearest)? = try session.expectRefusal({
        try session.hold(booking.talon.slot, town.request("ophthalmologist"))
      })
    else {
      Issue.record("an ill doctor was booked")
      return
    }
    #expect(!nearest.isEmpty)
    // What is offered instead can be booked, and then nothing is left to be told.
    let offers = session.timesInstead(of: gone)
    #expect(offers.count == 3)
    for offer in offers {
      #expect(offer.slot.specialist != "08" || offer.slot.at.day != gone.at.day)
    }
    let again = try session.hold(
      try #require(offers.first).slot, BookingRequest(repeating: gone))
    try session.confirm(again.id)
    #expect(session.appointmentNeeds.isEmpty)
  }

  @Test func whatWasReadIsNotToldAgain() throws {
    _ = try doomed()
    let session = try town.session(at: try moment("2021-01-21T08:00:00+03:00"))
    try session.runOffice(until: session.now)
    #expect(session.appointmentNeeds.count == 1)
    for _ in 0..<2 { try session.readNotice(of: "b1") }
    #expect(session.appointmentNeeds.isEmpty)
    let events = session.eventCount
    let later = try town.session(at: session.now.adding(seconds: 60))
    #expect(later.appointmentNeeds.isEmpty && later.eventCount == events)
    // Whoever never looks is told for two weeks after the time.
    let other = Town()
    let booking = try other.book(try other.session())
    try other.session().decide(.cancel, on: booking.id)
    let end = booking.at.adding(seconds: 14 * 86_400)
    #expect(try other.session(at: end.adding(seconds: -1)).appointmentNeeds.count == 1)
    #expect(try other.session(at: end).appointmentNeeds.isEmpty)
  }

  @Test func aTimeThatIsKeptIsNotBookedOnceItsDoctorIsIll() throws {
    let session = try town.session(at: try moment("2021-01-21T07:25:00+03:00"))
    let request = town.request("ophthalmologist")
    let question = try session.question(request, specialist: "08")
    let slot = try #require(
      try session.slots(question, in: "doctor-068").first { $0.at.day == Day(2021, 1, 22) })
    let hold = try session.hold(slot, request)
    let later = try town.session(at: try moment("2021-01-21T07:30:00+03:00"))
    guard
      case .slotRefused(.away, let nearest)? = try later.expectRefusal({
        try later.confirm(hold.id)
      })
    else {
      Issue.record("an ill doctor was booked")
      return
    }
    #expect(nearest.count == 3)
  }

  @Test func theDepartmentMovesAConsultation() throws {
    let session = try town.session()
    var request = town.request("dgi-housing", kind: .consultation)
    request.details["question"] = "Можно ли приватизировать комнату?"
    let question = try session.question(request, specialist: "04")
    let slot = try #require(
      try session.slots(question, in: "consultation-dgi").first { $0.at.day == Day(2021, 1, 26) })
    let booking = try session.confirm(try session.hold(slot, request).id)
    let after = try town.session(at: try moment("2021-01-26T08:00:00+03:00"))
    try after.runOffice(until: after.now)
    let moved = try after.booking(booking.id)
    #expect(moved.mark?.fullCode == "8021.1" && moved.isActive && moved.isMovedByCity)
    #expect(moved.at >= booking.at && moved.talon.slot != slot)
    #expect(moved.details["link"] == booking.details["link"] && moved.number != booking.number)
    #expect(after.appointmentNeeds.first == .moved(moved))
    let item = try #require(after.agendaItems.first { $0.origin == .booking(booking.id) })
    #expect(item.when == .time(moved.at, end: moved.end))
    try after.readNotice(of: booking.id)
    #expect(!after.appointmentNeeds.contains(.moved(moved)))
    // It can be moved on and cancelled as any other.
    #expect(moved.canMove(at: after.now) && moved.canCancel(at: after.now))
    let cancelled = try after.cancel(booking.id)
    #expect(cancelled.mark?.fullCode == "1090")
  }

  @Test func aReceptionDecidesByHand() throws {
    let session = try town.session()
    let booking = try town.book(session)
    let free = try town.times(session, town.request(), at: "doctor-068")
    let moved = try session.decide(.move(to: free[3]), on: booking.number, note: "Кабинет закрыт.")
    #expect(moved.talon.slot == free[3] && moved.mark?.fullCode == "8021.1")
    #expect(moved.mark?.note.hasPrefix("Кабинет закрыт. Новое время — ") == true)
    #expect(try town.times(session, town.request(), at: "doctor-068").contains(booking.talon.slot))
    let gone = try session.decide(.cancel, on: booking.id)
    #expect(gone.mark?.fullCode == "1095" && gone.mark?.note.isEmpty == true)
  }

  @Test func whatAReceptionCannotDoChangesNothing() throws {
    let session = try town.session()
    let booking = try town.book(session)
    let taken = try town.book(
      try town.session("boris"), index: 2, at: "doctor-068", id: "other")
    try session.registers.newest("doctor-068")
    let vet = try #require(SlotID("vet-cao.01.202101181200.20"))
    let past = try #require(SlotID("doctor-068.07.202101130900.20"))
    for decision in [
      ReceptionDecision.fail, .move(to: taken.talon.slot), .move(to: vet), .move(to: past),
    ] {
      #expect(
        try session.expectRefusal { try session.decide(decision, on: booking.id) } != nil,
        "\(decision)")
    }
    #expect(
      try session.expectRefusal { try session.decide(.cancel, on: "other") } == .foreign("other"))
    #expect(
      try session.expectRefusal { try session.decide(.cancel, on: "none") }
        == .noSuchBooking("none"))
    try session.cancel(booking.id)
    for decision in [ReceptionDecision.cancel, .fail, .move(to: booking.talon.slot)] {
      #expect(try session.expectRefusal { try session.decide(decision, on: booking.id) } != nil)
    }
    let slot = try town.times(session, town.request("urologist"), at: "doctor-068")[0]
    let hold = try session.hold(slot, town.request("urologist"))
    #expect(try session.expectRefusal { try session.decide(.cancel, on: hold.id) } != nil)
  }
}
