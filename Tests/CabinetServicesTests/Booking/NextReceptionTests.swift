import Testing

@testable import Cabinet
@testable import CabinetServices

/// When something will next become of appointments, as the clock of the demonstration asks.
@Suite struct NextReceptionTests {
  private let town = Town()

  @Test func theEndOfAHoldIsTheNextThing() throws {
    let session = try town.session()
    #expect(session.nextReceptionMoment == nil)
    let slot = try #require(town.times(session, town.request(), at: "doctor-068").last)
    let hold = try session.hold(slot, town.request())
    #expect(session.nextReceptionMoment == hold.heldUntil)
    let booking = try session.confirm(hold.id)
    #expect(session.nextReceptionMoment == booking.changeableUntil)
  }

  @Test func whatFreesForWhoWaitsIsOfferedAtTheMomentThatWasTold() throws {
    let session = try town.session()
    let polyclinic = try #require(try session.insured(session.patient("child-1")).polyclinic)
    let waiting = try session.wait(
      for: town.request("dentist", subject: "child-1"), in: polyclinic)
    let next = try #require(session.nextReceptionMoment)
    let before = try town.session(at: next.adding(seconds: -1))
    try before.runReceptions(until: before.now)
    #expect(before.keptTimes.isEmpty)
    let then = try town.session(at: next)
    try then.runReceptions(until: then.now)
    let offer = try #require(then.keptTimes.first)
    #expect(offer.offerOf == waiting.id)
  }
}
