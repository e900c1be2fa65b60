import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// Registers that were opened from a snapshot, in which the appointments of others are laid down.
@Suite struct LaidDownRegisterTests {
  private let town = Town()
  private let register = "doctor-068"
  private var stream: CabinetStore.Stream { .city(register) }

  /// Leaves a snapshot in which nothing is whole but holds.
  private func layDown(at moment: Timestamp = Town.start) throws {
    let session = try town.session("keeper", at: moment)
    try session.registers.newest(register)
    session.registers.saveSnapshots(after: 1)
    let head = try town.log.head(of: stream)
    #expect(try town.log.loadSnapshot(of: stream)?.head == head)
  }

  @Test func whoOpensOneFindsTheirOwnAndCanDoAllWithIt() throws {
    let anna = try town.session()
    let surgeon = try town.book(anna)
    let cardiologist = try town.book(anna, town.request("cardiologist"))
    let urologist = try town.book(anna, town.request("urologist"))
    let cancelled = try anna.cancel(urologist.id)
    try layDown()
    let again = try town.session()
    #expect(again.appointments == anna.appointments)
    #expect(
      try again.registers.known(register).bookings(of: "anna").map(\.id).sorted()
        == [surgeon, cardiologist, cancelled].map(\.id).sorted())
    let free = try town.times(again, town.request(), at: register)
    #expect(!free.contains(surgeon.talon.slot) && free.contains(urologist.talon.slot) == false)
    #expect(
      try again.expectRefusal { try again.hold(free[0], town.request(), id: "second") }
        == .alreadyBooked(number: surgeon.number, at: surgeon.at))
    let moved = try again.move(surgeon.id, to: free[0])
    #expect(moved.status == .moved)
    #expect(try again.cancel(cancelled.id) == cancelled)
    try anna.registers.newest(register)
    #expect(try anna.booking(surgeon.id) == moved)
  }

  @Test func othersAppointmentsAreTakenTimesAndNobodysToTouch() throws {
    let booking = try town.book(try town.session())
    try layDown()
    let boris = try town.session("boris")
    try town.book(boris, index: 1)
    #expect(try boris.registers.known(register).booking(booking.id) == nil)
    #expect(try !town.times(boris, town.request(), at: register).contains(booking.talon.slot))
    #expect(
      try boris.expectFailureOfBooking { try boris.cancel(booking.id) } == .foreign(booking.id))
    let other = try town.session("vera")
    let slot = try town.times(other, town.request(), at: register)[3]
    #expect(
      try other.expectFailureOfBooking {
        try other.hold(slot, town.request(), id: booking.id)
      } == .foreign(booking.id))
    guard
      case .slotLost? = try other.expectFailureOfBooking({
        try other.hold(booking.talon.slot, town.request())
      })
    else {
      Issue.record("the time was had twice")
      return
    }
  }

  @Test func whatIsMadeOfThemMeanwhileIsTakenIn() throws {
    let anna = try town.session()
    let booking = try town.book(anna)
    try layDown()
    let boris = try town.session("boris")
    try town.book(boris, index: 1)
    let target = try town.times(boris, town.request(), at: register)[4]
    try anna.registers.newest(register)
    try anna.move(booking.id, to: target)
    let register = try boris.registers.newest(self.register)
    #expect(register.booking(booking.id)?.talon.slot == target)
    let free = try town.times(boris, town.request(), at: self.register)
    #expect(free.contains(booking.talon.slot) && !free.contains(target))
  }

  @Test func theReceptionGoesOnWithThem() throws {
    let booking = try town.book(try town.session())
    try layDown()
    let late = booking.at.adding(seconds: 15 * 60)
    let boris = try town.session("boris", at: late)
    try town.book(boris, index: 1)
    // The day began, and she did not come.
    #expect(try boris.runReceptions(until: late) == 2)
    let seen = try town.session(at: late)
    #expect(try seen.booking(booking.id).mark?.fullCode == "1080.2")
    // Done by who came first, not once more.
    try layDown(at: late)
    #expect(try town.session(at: late).runReceptions(until: late) == 0)
  }

  @Test func aReferralThatAnotherParentUsedIsUsed() throws {
    let cardiologist = town.request("cardiologist")
    let booking = try town.book(try town.session(), cardiologist)
    try layDown()
    let boris = try town.session("boris")
    let slot = try town.times(boris, cardiologist, at: register)[2]
    #expect(
      try boris.expectFailureOfBooking { try boris.hold(slot, cardiologist) }
        == .referralUsed(number: booking.number, at: booking.at))
    try boris.visit(register)
    let insured = try boris.insured(try boris.patient("self"))
    #expect(insured.referral(to: "cardiologist")?.booking == booking)
  }

  @Test func anOlderSnapshotIsPassedOver() throws {
    let booking = try town.book(try town.session())
    let body = #"{"bookings":[],"holds":[],"waiting":[],"latest":"2021-01-14T07:00:00Z"}"#
    try town.log.saveSnapshot(
      Snapshot(head: try town.log.head(of: stream), body: Array(body.utf8)), of: stream)
    #expect(try town.session().appointments == [booking])
  }

  @Test func aRecordThatIsNotThereIsADamage() throws {
    let booking = try town.book(try town.session())
    var registry = try town.session().registers.newest(register)
    registry.revive(booking, records: [])
    let numbers = registry.records[booking.id] ?? []
    registry.records[booking.id] = numbers.map { $0 + 90 }
    registry.compact(keeping: nil) { $0.at }
    let body = try #require(RegistryCopy.written(registry))
    try town.log.saveSnapshot(
      Snapshot(head: try town.log.head(of: stream), body: body), of: stream)
    let session = try town.session()
    guard case .journalContradicts? = session.expectFailure({ _ = try session.booking(booking.id) })
    else {
      Issue.record("an appointment came from nowhere")
      return
    }
  }
}
