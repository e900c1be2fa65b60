import Foundation
import Testing

@testable import Cabinet

@Suite struct RegistryTests {
  private typealias Sample = RegistrySamples
  private let now = RegistrySamples.now

  /// Expects a refusal that leaves the register as it was.
  private func refusal(
    _ registry: Registry, _ event: RegistryEvent, at moment: Timestamp,
    _ location: SourceLocation = #_sourceLocation
  ) -> RegistryRefusal? {
    var changed = registry
    do throws(RegistryRefusal) {
      try changed.apply(event, at: moment)
      Issue.record("nothing was refused", sourceLocation: location)
      return nil
    } catch {
      #expect(changed == registry, sourceLocation: location)
      return error
    }
  }

  @Test func aHeldTimeIsNobodyElsesForTenMinutesToTheSecond() throws {
    var registry = Registry()
    let slot = Sample.slot(60)
    try registry.apply(.held(Sample.hold("b1", slot), releasing: []), at: now)
    let other = RegistryEvent.held(
      Sample.hold("b2", slot, resident: "boris", until: now.adding(seconds: 5000)), releasing: [])
    for second in stride(from: 0, through: 599, by: 13) + [599] {
      #expect(
        refusal(registry, other, at: now.adding(seconds: second)) == .slotTaken(slot))
    }
    try registry.apply(other, at: now.adding(seconds: 600))
    #expect(registry.holds.keys.sorted() == ["b2"])
    #expect(
      refusal(registry, Sample.confirmed("b1"), at: now.adding(seconds: 601))
        == .noSuchBooking("b1"))
  }

  @Test func aHoldCanBeConfirmedUntilItRunsOut() throws {
    var registry = Registry()
    let slot = Sample.slot(60)
    try registry.apply(.held(Sample.hold("b1", slot), releasing: []), at: now)
    #expect(
      refusal(registry, Sample.confirmed("b1"), at: now.adding(seconds: 600)) == .holdRanOut(slot))
    try registry.apply(Sample.confirmed("b1"), at: now.adding(seconds: 599))
    #expect(registry.bookings["b1"]?.isActive == true)
    #expect(registry.bookings["b1"]?.heldUntil == nil)
  }

  @Test func timesThatOverlapByAMinuteAreRefusedAndNeighboursAreNot() throws {
    let registry = try Sample.booked()
    for start in 0...120 {
      let slot = Sample.slot(start)
      let event = RegistryEvent.held(Sample.hold("b2", slot, resident: "boris"), releasing: [])
      if start > 40, start < 80 {
        #expect(refusal(registry, event, at: now) == .slotTaken(slot))
      } else {
        var free = registry
        try free.apply(event, at: now)
      }
    }
    var other = registry
    let slot = Sample.slot(60, specialist: "02")
    try other.apply(
      .held(Sample.hold("b2", slot, resident: "boris"), releasing: []), at: now)
  }

  @Test func theWayToAHomeBelongsToItsTime() throws {
    var registry = Registry()
    let visit = Sample.hold("b1", Sample.slot(600, length: 30), kind: .vetHome)
    try registry.apply(.held(visit, releasing: []), at: now)
    for start in 480...740 {
      let event = RegistryEvent.held(
        Sample.hold("b2", Sample.slot(start), resident: "boris", kind: .vet), releasing: [])
      if start > 520, start < 690 {
        #expect(refusal(registry, event, at: now) != nil)
      } else {
        var free = registry
        try free.apply(event, at: now)
      }
    }
  }

  @Test func movingBooksTheNewTimeAndFreesTheOldByOneEvent() throws {
    var registry = try Sample.booked()
    let old = Sample.slot(60)
    let new = Sample.slot(200)
    try registry.apply(
      .moved(
        booking: "b1", Sample.talon(new),
        Sample.marks(.moveRequested) + Sample.marks(.moved)), at: now)
    #expect(registry.bookings["b1"]?.talon.slot == new)
    #expect(
      refusal(
        registry, .held(Sample.hold("b2", new, resident: "boris"), releasing: []), at: now)
        == .slotTaken(new))
    try registry.apply(.held(Sample.hold("b2", old, resident: "boris"), releasing: []), at: now)
  }

  @Test func aMoveToATakenTimeKeepsTheOldOne() throws {
    var registry = try Sample.booked()
    let taken = Sample.slot(100)
    try registry.apply(.held(Sample.hold("b2", taken, resident: "boris"), releasing: []), at: now)
    let move = RegistryEvent.moved(booking: "b1", Sample.talon(taken), Sample.marks(.moved))
    #expect(refusal(registry, move, at: now) == .slotTaken(taken))
    #expect(registry.bookings["b1"]?.talon.slot == Sample.slot(60))
  }

  @Test func aMoveByHalfAnHourMayOverlapItself() throws {
    var registry = try Sample.booked()
    let near = Sample.slot(70)
    try registry.apply(
      .moved(booking: "b1", Sample.talon(near), Sample.marks(.moved)), at: now)
    #expect(registry.bookings["b1"]?.at == near.at)
  }

  @Test func oneActiveAppointmentForASpecialityAndAPerson() throws {
    var registry = try Sample.booked()
    let second = Sample.hold("b2", Sample.slot(300))
    #expect(
      refusal(registry, .held(second, releasing: []), at: now) == .alreadyBooked("b1"))
    // Another speciality, another person and another kind are free to book.
    let others = [
      Sample.hold("b3", Sample.slot(320), speciality: "surgeon"),
      Sample.hold("b4", Sample.slot(340), subject: "child-1"),
      Sample.hold("b5", Sample.slot(360), resident: "boris"),
    ]
    for other in others { try registry.apply(.held(other, releasing: []), at: now) }
    try registry.apply(.marked(booking: "b1", Sample.marks(.cancelled)), at: now)
    try registry.apply(.held(second, releasing: []), at: now)
  }

  @Test func twoHoldsForASpecialityCannotBothBeConfirmed() throws {
    var registry = Registry()
    try registry.apply(.held(Sample.hold("b1", Sample.slot(60)), releasing: []), at: now)
    try registry.apply(.held(Sample.hold("b2", Sample.slot(90)), releasing: []), at: now)
    try registry.apply(Sample.confirmed("b2"), at: now)
    #expect(refusal(registry, Sample.confirmed("b1"), at: now) == .alreadyBooked("b2"))
  }

  @Test func aCancelledTimeIsFreeAndAClosedAppointmentStaysClosed() throws {
    var registry = try Sample.booked()
    try registry.apply(
      .marked(booking: "b1", Sample.marks(.cancelRequested) + Sample.marks(.cancelled)), at: now)
    try registry.apply(
      .held(Sample.hold("b2", Sample.slot(60), resident: "boris"), releasing: []), at: now)
    for code in BookingStatus.allCases {
      let event = RegistryEvent.marked(booking: "b1", Sample.marks(code))
      #expect(
        refusal(registry, event, at: now)
          == .statusNotAllowed(booking: "b1", from: .cancelled, to: BookingStep(code)))
    }
  }

  @Test func whoWaitsIsOfferedATimeAndWaitsNoMoreOnceBooked() throws {
    var registry = Registry()
    let request = WaitingRequest(
      id: "w1", kind: .doctor, resident: "anna", subject: BookingSubject(id: "self", name: "anna"),
      speciality: "therapist", title: Phrase("Терапевт", "Practitioner"), since: now)
    try registry.apply(.waitingBegan(request), at: now)
    var twice = request
    twice.id = "w2"
    #expect(refusal(registry, .waitingBegan(twice), at: now) == .alreadyWaiting("therapist"))
    var offer = Sample.hold("w1-1", Sample.slot(300), until: now.adding(seconds: 7200))
    offer.offerOf = "w1"
    try registry.apply(.offered(request: "w1", offer), at: now)
    #expect(registry.waiting.first?.declined == [offer.talon.slot.description])
    try registry.apply(Sample.confirmed("w1-1"), at: now.adding(seconds: 60))
    #expect(registry.waiting.isEmpty)
    #expect(registry.bookings["w1-1"]?.isActive == true)
  }

  @Test func leavingTheListGivesTheOfferUp() throws {
    var registry = Registry()
    let request = WaitingRequest(
      id: "w1", kind: .doctor, resident: "anna", subject: BookingSubject(id: "self", name: "anna"),
      speciality: "therapist", title: Phrase("", ""), since: now)
    try registry.apply(.waitingBegan(request), at: now)
    var offer = Sample.hold("w1-1", Sample.slot(300), until: now.adding(seconds: 7200))
    offer.offerOf = "w1"
    try registry.apply(.offered(request: "w1", offer), at: now)
    try registry.apply(.waitingEnded(request: "w1"), at: now)
    #expect(registry.holds.isEmpty)
    try registry.apply(
      .held(Sample.hold("b2", Sample.slot(300), resident: "boris"), releasing: []), at: now)
  }

  @Test func aSnapshotHoldsAllThatTheFoldHolds() throws {
    var registry = try Sample.booked()
    try registry.apply(
      .held(Sample.hold("b2", Sample.slot(90), resident: "boris"), releasing: []), at: now)
    let copy = try JSONDecoder().decode(Registry.self, from: JSONEncoder().encode(registry))
    #expect(copy == registry)
    #expect(
      refusal(
        copy, .held(Sample.hold("b3", Sample.slot(60), resident: "vera"), releasing: []), at: now)
        == .slotTaken(Sample.slot(60)))
  }

  @Test func whatIsLongOverIsForgottenAndNothingElse() throws {
    var registry = try Sample.booked()
    try registry.apply(
      .held(Sample.hold("b2", Sample.slot(90), resident: "boris"), releasing: []), at: now)
    try registry.apply(Sample.confirmed("b2"), at: now)
    try registry.apply(
      .marked(booking: "b1", Sample.marks(.came) + Sample.marks(.provided)), at: now)
    registry.forget(endedBefore: now)
    #expect(registry.bookings.keys.sorted() == ["b1", "b2"])
    registry.forget(endedBefore: now.adding(seconds: 86_400))
    #expect(registry.bookings.keys.sorted() == ["b2"])
    #expect(registry.bookings(of: "anna").isEmpty)
  }

  /// Whatever is tried in whatever order, no two people ever have the same minute of a doctor.
  @Test(arguments: 0..<20) func noTwoHaveTheSameTime(_ seed: UInt64) throws {
    var chance = SystemlessGenerator(state: seed &+ 1)
    var registry = Registry()
    var moment = now
    for step in 0..<400 {
      moment = moment.adding(seconds: Int.random(in: 0...120, using: &chance))
      let resident = "r\(Int.random(in: 0..<12, using: &chance))"
      let slot = Sample.slot(
        Int.random(in: 10...400, using: &chance) / 5 * 5,
        specialist: "0\(Int.random(in: 1...3, using: &chance))",
        length: Int.random(in: 1...9, using: &chance) * 5)
      let ids = (registry.bookings.keys.sorted() + registry.holds.keys.sorted())
      let id = ids.randomElement(using: &chance) ?? "none"
      let event: RegistryEvent =
        switch Int.random(in: 0..<7, using: &chance) {
        case 0...2:
          .held(
            Sample.hold(
              "b\(step)", slot, resident: resident, speciality: "s\(step)",
              until: moment.adding(seconds: 600)), releasing: [])
        case 3...4: Sample.confirmed(id)
        case 5: .moved(booking: id, Sample.talon(slot), Sample.marks(.moved))
        default: .marked(booking: id, Sample.marks(.cancelled))
        }
      try? registry.apply(event, at: moment)
      let live =
        registry.bookings.values.filter(\.isActive)
        + registry.holds.values.filter { $0.isKept(at: moment) }
      for (index, left) in live.enumerated() {
        for right in live[(index + 1)...]
        where left.talon.slot.specialist == right.talon.slot.specialist {
          #expect(!left.claim.overlaps(right.claim), "\(left.id) and \(right.id)")
        }
      }
    }
    #expect(registry.bookings.count > 5)
  }
}

/// Chance that follows from a number.
struct SystemlessGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15
  }
}
