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
    try session.confirm(hold.id)
  }

  @Test func remindersAreNextThings() throws {
    let slot = try #require(
      town.times(try town.session(), town.request(), at: "doctor-068").last)
    let booking = try town.session().confirm(
      try town.session().hold(slot, town.request(), id: "b1").id)
    var moment = Town.start
    var stops: [Timestamp] = []
    while let next = try town.session(at: moment).nextReceptionMoment, stops.count < 9 {
      #expect(next > moment)
      stops.append(next)
      moment = next
      try town.session(at: moment).runReceptions(until: moment)
    }
    // The day before, its day, the door, the start, and that nobody came.
    #expect(
      stops == [
        Timestamp(booking.at.day.adding(days: -1)), Timestamp(booking.at.day),
        booking.at.adding(seconds: -1800), booking.at, booking.at.adding(seconds: 900),
      ])
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
