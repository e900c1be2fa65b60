import Testing

@testable import Cabinet
@testable import CabinetServices

/// What becomes of a referral when something is booked with it.
@Suite struct ReferralTests {
  private let town = Town()
  private var cardiologist: BookingRequest { town.request("cardiologist") }

  private func referral(_ session: CabinetSession) throws -> HeldReferral {
    try #require(
      try session.insured(try session.patient("self")).referral(to: "cardiologist"))
  }

  @Test func isUsedOnceBookedWithAndFreeWhenCancelled() throws {
    let session = try town.session()
    #expect(try referral(session).booking == nil)
    let booking = try town.book(session, cardiologist)
    #expect(try referral(session).booking == booking)
    #expect(booking.referral == (try referral(session).name))
    let times = try town.times(session, cardiologist, at: "doctor-068")
    let moved = try session.move(booking.id, to: times[0])
    #expect(try referral(session).booking == moved)
    try session.cancel(booking.id)
    #expect(try referral(session).booking == nil)
    try town.book(session, cardiologist)
  }

  @Test func aKeptTimeDoesNotUseIt() throws {
    let session = try town.session()
    try session.hold(
      try town.times(session, cardiologist, at: "doctor-068")[0], cardiologist)
    #expect(try referral(session).booking == nil)
  }

  @Test func isNotUsedForASecondVisitAfterTheFirst() throws {
    let session = try town.session()
    let booking = try town.book(session, cardiologist)
    let arrived = try town.session(at: booking.at)
    try arrived.checkIn(booking.id)
    let after = try town.session(at: booking.end.adding(seconds: 60))
    try after.runReceptions(until: after.now)
    #expect(try after.booking(booking.id).status == .provided)
    let slot = try town.times(after, cardiologist, at: "doctor-068")[0]
    #expect(
      try after.expectRefusal { try after.hold(slot, cardiologist, id: "second") }
        == .referralUsed(number: booking.number, at: booking.at))
  }

  @Test func twoSessionsCannotBothUseIt() throws {
    // Both are patients by the same policy, as the parents of one child would be.
    let anna = try town.session()
    let boris = try town.session("boris")
    let slots = try town.times(anna, cardiologist, at: "doctor-068")
    let kept = try boris.hold(slots[1], cardiologist)
    let booking = try anna.confirm(try anna.hold(slots[0], cardiologist).id)
    #expect(
      try boris.expectRefusal { try boris.confirm(kept.id) }
        == .referralUsed(number: booking.number, at: booking.at))
    try anna.cancel(booking.id)
    #expect(try boris.confirm(kept.id).status == .recorded)
  }
}
