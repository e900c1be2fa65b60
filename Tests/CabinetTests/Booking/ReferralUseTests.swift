import Foundation
import Testing

@testable import Cabinet

/// One referral, one appointment.
@Suite struct ReferralUseTests {
  private let now = RegistrySamples.now

  private func hold(_ id: String, _ minutes: Int, resident: String, referral: String = "p:r1")
    -> Booking
  {
    var hold = RegistrySamples.hold(
      id, RegistrySamples.slot(minutes), resident: resident, speciality: "cardiologist",
      subject: "child-1")
    hold.details[Booking.referralDetail] = referral
    return hold
  }

  /// Both parents of a child keep a time with the same referral, and the one is booked.
  private func raced() throws -> Registry {
    var registry = Registry()
    try registry.apply(.held(hold("b1", 60, resident: "anna"), releasing: []), at: now)
    try registry.apply(.held(hold("b2", 90, resident: "boris"), releasing: []), at: now)
    try registry.apply(RegistrySamples.confirmed("b1"), at: now)
    return registry
  }

  @Test func whoConfirmsFirstHasIt() throws {
    var registry = try raced()
    let before = registry
    #expect(throws: RegistryRefusal.referralUsed("b1")) {
      try registry.apply(RegistrySamples.confirmed("b2"), at: now)
    }
    #expect(throws: RegistryRefusal.referralUsed("b1")) {
      try registry.apply(.held(hold("b3", 120, resident: "boris"), releasing: []), at: now)
    }
    #expect(registry == before)
    #expect(registry.use(ofReferral: "p:r1") == "b1")
    // Another referral of the same patient is another matter.
    try registry.apply(
      .held(hold("b4", 120, resident: "boris", referral: "p:r2"), releasing: []), at: now)
    try registry.apply(RegistrySamples.confirmed("b4"), at: now)
  }

  /// What ends an appointment, and whether its referral is free again.
  @Test(
    arguments: [
      (BookingStatus.cancelled, nil, true), (.cancelledByOffice, nil, true), (.refused, 1, true),
      (.refused, 2, true), (.provided, nil, false),
    ] as [(BookingStatus, Int?, Bool)])
  func isFreeAgainWhereNothingCameOfIt(_ code: BookingStatus, _ reason: Int?, _ isFree: Bool)
    throws
  {
    var registry = try raced()
    try registry.apply(
      .marked(booking: "b1", RegistrySamples.marks(code, reason: reason)), at: now)
    #expect((registry.use(ofReferral: "p:r1") == nil) == isFree)
    let data = try JSONEncoder().encode(registry)
    #expect(try JSONDecoder().decode(Registry.self, from: data) == registry)
    if isFree {
      try registry.apply(RegistrySamples.confirmed("b2"), at: now)
      #expect(registry.use(ofReferral: "p:r1") == "b2")
    } else {
      #expect(throws: RegistryRefusal.referralUsed("b1")) {
        try registry.apply(RegistrySamples.confirmed("b2"), at: now)
      }
    }
  }

  @Test func isNotFreeBecauseItsUseWasForgotten() throws {
    var registry = try raced()
    try registry.apply(.marked(booking: "b1", RegistrySamples.marks(.provided)), at: now)
    registry.forget(endedBefore: now.adding(seconds: 90 * 86_400))
    #expect(registry.use(ofReferral: "p:r1") == "b1")
    registry.forget(endedBefore: now.adding(seconds: 400 * 86_400))
    #expect(registry.use(ofReferral: "p:r1") == nil && registry.bookings.isEmpty)
  }
}
