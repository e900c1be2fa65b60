import CabinetStore
import CityOffice
import Testing

@testable import Cabinet
@testable import CabinetServices

/// One appointment with a speciality and one use of a referral, in whichever register.
@Suite struct OneAmongRegistersTests {
  /// A session of someone whom the insurer's register has at a polyclinic.
  private static func session(
    _ town: Town, _ name: String, at polyclinic: String, seed: UInt64
  ) throws -> CabinetSession {
    let session = try town.session(name, seed: seed)
    var insured = session.insuredRegister
    insured.policies[Town.policy]?.polyclinic = polyclinic
    session.loadedInsured = insured
    return session
  }

  private let town = Town()

  @Test func afterAChangeOfPolyclinicTheFirstOneCounts() throws {
    let old = try Self.session(town, "anna", at: "doctor-068", seed: 1)
    let surgeon = try town.book(old)
    let new = try Self.session(town, "anna", at: "doctor-220", seed: 2)
    let slot = try town.times(new, town.request(), at: "doctor-220")[0]
    #expect(
      try new.expectRefusal { try new.hold(slot, town.request()) }
        == .alreadyBooked(number: surgeon.number, at: surgeon.at))
    // It can be moved there, which is no second appointment.
    let moved = try new.move(surgeon.id, to: slot)
    #expect(new.upcomingAppointments == [moved])
    // Another speciality is another matter, and so is the same one after it was cancelled.
    try town.book(new, town.request("urologist"), at: "doctor-220")
    try new.cancel(moved.id)
    try town.book(new, town.request(), at: "doctor-220")
  }

  @Test func aReferralThatWasUsedElsewhereIsUsed() throws {
    let cardiologist = town.request("cardiologist")
    let old = try Self.session(town, "anna", at: "doctor-068", seed: 1)
    let booking = try town.book(old, cardiologist)
    let new = try Self.session(town, "anna", at: "doctor-220", seed: 2)
    let slot = try town.times(new, cardiologist, at: "doctor-220")[0]
    let used = BookingFailure.referralUsed(number: booking.number, at: booking.at)
    #expect(try new.expectRefusal { try new.hold(slot, cardiologist) } == used)
    // Also when the visit is over and its register laid down.
    let after = try Self.session(town, "anna", at: "doctor-068", seed: 3)
    try after.registers.commit("doctor-068", at: Town.start, by: .office) { _ in
      .marked(
        booking: booking.id,
        [
          BookingMark(.came, at: Town.start, by: .resident),
          BookingMark(.provided, at: Town.start, by: .office),
        ])
    }
    let again = try Self.session(town, "anna", at: "doctor-220", seed: 4)
    #expect(try again.expectRefusal { try again.hold(slot, cardiologist) } == used)
  }

  @Test func theTimeThatWasKeptLastIsBooked() throws {
    let first = try Self.session(town, "anna", at: "doctor-068", seed: 1)
    let early = try first.hold(
      try town.times(first, town.request(), at: "doctor-068")[0], town.request())
    let later = try town.session(at: Town.start.adding(seconds: 30), seed: 2)
    later.loadedInsured = try Self.session(town, "anna", at: "doctor-220", seed: 3).loadedInsured
    let late = try later.hold(
      try town.times(later, town.request(), at: "doctor-220")[0], town.request())
    // The first session wants to book what it keeps, and is told of the other time.
    let again = try Self.session(town, "anna", at: "doctor-068", seed: 4)
    #expect(
      try again.expectFailureOfBooking { try again.confirm(early.id) } == .keptElsewhere(late))
    try later.confirm(late.id)
    #expect(
      try again.expectFailureOfBooking { try again.confirm(early.id) }
        == .alreadyBooked(number: late.number, at: late.at))
    #expect(try again.registers.newest("doctor-068").holds.isEmpty)
    #expect(later.upcomingAppointments.map(\.id) == [late.id])
  }

  @Test func anOfferCountsLessThanATimeThatWasChosen() {
    var offer = BookingFixtures.hold("w1-1", "doctor-068", until: 7200)
    offer.offerOf = "w1"
    let hold = BookingFixtures.hold("b1", "doctor-220", until: 600)
    #expect(hold.outranks(offer) && !offer.outranks(hold))
    let later = BookingFixtures.hold("b2", "doctor-005", until: 601)
    #expect(later.outranks(hold) && !hold.outranks(later))
    // Of two of the same second one outranks the other, whoever asks.
    let twin = BookingFixtures.hold("b1", "doctor-005", until: 600)
    #expect(hold.outranks(twin) != twin.outranks(hold))
  }

  private enum BookingFixtures {
    static func hold(_ id: String, _ registry: String, until seconds: Int) -> Booking {
      let slot = SlotID(
        registry: registry, specialist: "01", at: Town.start.adding(seconds: 86_400), minutes: 20)
      return Booking(
        id: id, kind: .doctor, resident: "anna", subject: BookingSubject(id: "self", name: "А"),
        talon: Talon(
          slot: slot, speciality: "surgeon", title: Phrase("Х", "S"), specialist: "П",
          place: Phrase("Г", "G"), address: ""),
        heldUntil: Town.start.adding(seconds: seconds))
    }
  }

  // MARK: Two processes

  private static let rounds = 16

  /// One process: books a surgeon for one resident after the other at one polyclinic.
  static func race(_ path: String, at polyclinic: String, seed: Int) throws {
    let town = Town(try FileEventLog(path))
    for round in 0..<rounds {
      let session = try session(
        town, "r\(round)", at: polyclinic, seed: UInt64(seed * 1000 + round))
      let slot = try #require(town.times(session, town.request(), at: polyclinic).first)
      do {
        try session.confirm(try session.hold(slot, town.request()).id)
      } catch CabinetFailure.booking(let failure) {
        switch failure {
        case .alreadyBooked, .keptElsewhere, .noSuchBooking, .holdRanOut: break
        default: throw failure
        }
      }
    }
  }

  @Test func twoProcessesAtTwoPolyclinicsBookOnce() async throws {
    let folder = try Fixtures.Folder()
    let path = folder.path + "/store"
    let town = Town(
      try FileEventLog(path, creating: StoreManifest(kind: .personal, createdAt: Town.start)))
    for round in 0..<Self.rounds { _ = try town.session("r\(round)") }
    await withTaskGroup(of: Void.self) { group in
      for (seed, polyclinic) in ["doctor-068", "doctor-220"].enumerated() {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, polyclinic = polyclinic as String, seed = seed as Int] in
            try OneAmongRegistersTests.race(path, at: polyclinic, seed: seed)
          }
        }
      }
    }
    for round in 0..<Self.rounds {
      let upcoming = try town.session("r\(round)").upcomingAppointments
      #expect(upcoming.count == 1, "\(upcoming)")
    }
    #expect(try FileEventLog(path).check().findings.isEmpty)
  }
}
