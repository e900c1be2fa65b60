import Testing

@testable import Cabinet

/// The statuses of appointments, as the facts draw them (3.4, 4.5, 4.12), tried on a register.
@Suite struct BookingStepTests {
  private static let standing = "1053 1068 1069 1075 1080.2 1090 1090.2 1146 8021.1"

  /// What may follow what where nothing was paid.
  private static let free = [
    "": "1050 1050.2", "1050": standing + " 1080.1 1095", "1053": standing + " 1080.1 1095",
    "1168": standing + " 1080.1 1095", "8021.1": standing + " 1080.1 1095", "1068": "1053 1168",
    "1069": "1090 1090.2", "1146": "1075 1080.1 1095",
    "1050.2": "1069 1080.1 1090 1090.2 8031.1 8031.2", "8031.2": "1080.3",
  ]

  /// The same where it was paid: the city ends it by giving the money back, and not otherwise.
  private static let paid = [
    "8031.1": standing + " 1080.4 1080.5", "1053": standing + " 1080.4 1080.5",
    "1168": standing + " 1080.4 1080.5", "8021.1": standing + " 1080.4 1080.5",
    "1068": "1053 1168", "1069": "1090 1090.2", "1146": "1075 1080.4 1080.5", "1080.4": "8021.2",
    "1080.5": "8021.2", "1090.2": "8021.2", "8021.2": "8031.4",
  ]

  private static func table(isPaid: Bool, after step: BookingStep?) -> Set<String> {
    let table = isPaid ? paid : free
    let next = table[step.map(String.init(describing:)) ?? ""] ?? ""
    return Set(next.split(separator: " ").map(String.init))
  }

  @Test func theListOfStepsIsWhole() {
    let named = Set(
      [Self.free, Self.paid].flatMap(\.values).joined(separator: " ").split(separator: " ").map(
        String.init))
    #expect(Set(BookingStep.all.map(\.description)) == named)
    #expect(BookingStep.all.count == named.count)
    let codes = Set(BookingStep.all.map(\.code))
    #expect(codes == Set(BookingStatus.allCases.filter { !$0.isControl }))
  }

  /// Every history that statuses can make up is walked; at each of its steps every status is tried.
  @Test func theRegisterTakesWhatTheFactsAllowAndNothingElse() throws {
    let now = RegistrySamples.now
    var seen: Set<String> = []
    var edge: [[BookingMark]] = [[]]
    var tried = 0
    while let history = edge.popLast() {
      var registry = Registry()
      try registry.apply(
        .held(
          RegistrySamples.hold("b1", RegistrySamples.slot(60), kind: .vetOnline), releasing: []),
        at: now)
      if !history.isEmpty {
        try registry.apply(.confirmed(booking: "b1", details: [:], history), at: now)
      }
      let booking = try #require(registry.booking("b1"))
      guard seen.insert("\(booking.mark?.fullCode ?? "") \(booking.isPaid)").inserted else {
        continue
      }
      let allowed = Self.table(isPaid: booking.isPaid, after: booking.mark?.step)
      for step in BookingStep.all {
        let mark = BookingMark(step: step, at: now, by: .office)
        let event: RegistryEvent =
          history.isEmpty
          ? .confirmed(booking: "b1", details: [:], [mark]) : .marked(booking: "b1", [mark])
        var next = registry
        let isTaken = (try? next.apply(event, at: now)) != nil
        #expect(
          isTaken == allowed.contains(step.description),
          "\(booking.history.map(\.fullCode)) → \(step)")
        if !isTaken { #expect(next == registry) }
        if isTaken { edge.append(history + [mark]) }
        tried += 1
      }
    }
    // Every step is reached, and the standing ones both paid and not.
    #expect(seen.count == BookingStep.all.count + 11, "\(seen.sorted())")
    #expect(tried == seen.count * BookingStep.all.count)
  }

  @Test func controlStatusesNeedAnAppointmentThatStands() throws {
    var registry = try RegistrySamples.booked()
    let controls = BookingStatus.allCases.filter(\.isControl)
    for code in controls {
      try registry.apply(
        .marked(booking: "b1", RegistrySamples.marks(code)), at: RegistrySamples.now)
    }
    try registry.apply(
      .marked(booking: "b1", RegistrySamples.marks(.cancelled)), at: RegistrySamples.now)
    for code in controls {
      #expect(throws: RegistryRefusal.self) {
        try registry.apply(
          .marked(booking: "b1", RegistrySamples.marks(code)), at: RegistrySamples.now)
      }
    }
  }
}

/// A refund follows an end, and opens nothing again.
@Suite struct RefundStateTests {
  private let now = RegistrySamples.now

  /// A register whose paid `b1` the clinic cancelled.
  private func cancelled() throws -> Registry {
    var registry = Registry()
    var hold = RegistrySamples.hold("b1", RegistrySamples.slot(60), kind: .vetOnline)
    hold.details["price"] = "90000"
    try registry.apply(.held(hold, releasing: []), at: now)
    try registry.apply(
      .confirmed(booking: "b1", details: [:], RegistrySamples.marks(.recorded, reason: 2)), at: now)
    try registry.apply(
      .marked(booking: "b1", RegistrySamples.marks(.informed, reason: 1)), at: now)
    let booking = try #require(registry.booking("b1"))
    #expect(booking.cancellationByCity == .cancelledWhenPaid)
    try registry.apply(
      .marked(
        booking: "b1",
        [BookingMark(step: booking.cancellationByCity, at: now, by: .office)]
          + booking.refundMarks(at: now)), at: now)
    return registry
  }

  @Test func whoseMoneyWaitsIsClosedAndTheTimeIsFree() throws {
    let registry = try cancelled()
    let booking = try #require(registry.booking("b1"))
    #expect(booking.mark?.fullCode == "8021.2" && booking.outcome?.fullCode == "1080.4")
    #expect(booking.isClosed && !booking.isActive && booking.awaitsRefund && booking.isEndedByCity)
    #expect(
      !booking.canMove(at: now) && !booking.canCancel(at: now) && !booking.canCheckIn(at: now))
    var other = registry
    try other.apply(
      .held(RegistrySamples.hold("b2", RegistrySamples.slot(60), resident: "boris"), releasing: []),
      at: now)
  }

  @Test func whoseMoneyWaitsIsNotForgottenAndWhoseMoneyWentIs() throws {
    var registry = try cancelled()
    let later = now.adding(seconds: 1000 * 86_400)
    registry.forget(endedBefore: later)
    #expect(registry.booking("b1")?.awaitsRefund == true)
    try registry.apply(
      .marked(booking: "b1", RegistrySamples.marks(.informed, reason: 4)), at: now)
    let booking = try #require(registry.booking("b1"))
    #expect(booking.isRefunded && !booking.awaitsRefund && booking.isClosed)
    registry.forget(endedBefore: later)
    #expect(registry.booking("b1") == nil)
  }

  @Test func eachKindIsCancelledByItsOwnCode() {
    let codes = BookingKind.allCases.map {
      RegistrySamples.hold("b", RegistrySamples.slot(60), kind: $0).cancellationByCity.description
    }
    #expect(codes == ["1095", "1095", "1080.1", "1080.1", "1080.1", "1095"])
  }
}
