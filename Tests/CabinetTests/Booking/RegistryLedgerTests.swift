import Foundation
import Testing

@testable import Cabinet

/// A register with a ledger is the register without one, whatever happened and whenever it was laid down.
@Suite struct RegistryLedgerTests {
  private typealias Sample = RegistrySamples

  /// A register that goes through the same as another, and lays down what it can in between.
  private struct Pair {
    var plain = Registry()
    var ledger = Registry()
    var records: [RegistryEvent] = []

    /// Takes in an event as ``RegistryBook`` does; gives what each refused.
    mutating func apply(_ event: RegistryEvent, at moment: Timestamp) -> [RegistryRefusal?] {
      var refusals: [RegistryRefusal?] = [nil, nil]
      let number = records.count + 1
      do throws(RegistryRefusal) { try plain.apply(event, at: moment, record: number) } catch {
        refusals[0] = error
      }
      if let id = event.changedBooking, ledger.isInLedger(id) { revive(id) }
      do throws(RegistryRefusal) { try ledger.apply(event, at: moment, record: number) } catch {
        refusals[1] = error
      }
      if refusals[0] == nil { records.append(event) }
      return refusals
    }

    /// The appointment that the records tell of which the ledger has kept the numbers.
    func whole(_ id: String) -> Booking? {
      ledger.bookings[id] ?? Booking.folded(ledger.ledger(of: id).map { records[$0 - 1] })
    }

    mutating func revive(_ id: String) {
      if let booking = whole(id) { ledger.revive(booking, records: ledger.ledger(of: id)) }
    }

    /// Writes a snapshot and reads it back.
    mutating func reopen() throws {
      let bytes = ledger.closed.bytes
      let closed = try #require(bytes.withUnsafeBytes { ClosedBookings(bytes: $0) })
      #expect(closed == ledger.closed)
      var copy = try JSONDecoder().decode(Registry.self, from: JSONEncoder().encode(ledger))
      copy.closed = closed
      #expect(copy.standing == ledger.standing && copy.bookings == ledger.bookings)
      #expect(copy.records == ledger.records && copy.referrals == ledger.referrals)
      ledger = copy
    }
  }

  private func event(
    _ step: Int, _ pair: Pair, at moment: Timestamp, _ chance: inout SystemlessGenerator
  ) -> RegistryEvent {
    let ids = pair.plain.bookings.keys.sorted() + pair.plain.holds.keys.sorted()
    let id = ids.randomElement(using: &chance) ?? "none"
    let minutes = (moment.seconds - Sample.now.seconds) / 60
    let slot = Sample.slot(
      minutes + Int.random(in: 1...200, using: &chance) * 5,
      specialist: "0\(Int.random(in: 1...3, using: &chance))",
      length: Int.random(in: 1...9, using: &chance) * 5)
    switch Int.random(in: 0..<15, using: &chance) {
    case 12: return .waitingBegan(request(step, at: moment, &chance))
    case 13, 14:
      guard let request = pair.plain.waiting.randomElement(using: &chance) else {
        return .waitingEnded(request: "none")
      }
      if Int.random(in: 0..<4, using: &chance) == 0 { return .waitingEnded(request: request.id) }
      var offer = Sample.hold(
        "\(request.id)-\(step)", slot, resident: request.resident,
        speciality: request.speciality, until: moment.adding(seconds: 7200))
      offer.offerOf = request.id
      return .offered(request: request.id, offer)
    case 0...3:
      var hold = Sample.hold(
        Int.random(in: 0..<20, using: &chance) == 0 ? id : "b|~^\(step)", slot,
        resident: "r\(Int.random(in: 0..<9, using: &chance))",
        kind: [.doctor, .vetHome].randomElement(using: &chance) ?? .doctor,
        speciality: "s\(Int.random(in: 0..<6, using: &chance))",
        until: moment.adding(seconds: 600))
      if Bool.random(using: &chance) {
        hold.details[Booking.referralDetail] = "p:\(Int.random(in: 0..<40, using: &chance))"
      }
      return .held(hold, releasing: [])
    case 4...6: return Sample.confirmed(id)
    case 7: return .moved(booking: id, Sample.talon(slot), Sample.marks(.moved))
    case 8: return .marked(booking: id, Sample.marks(.came))
    case 9: return .marked(booking: id, Sample.marks(.refused, reason: 2))
    case 10: return .marked(booking: id, Sample.marks(.provided))
    default: return .marked(booking: id, Sample.marks(.cancelled))
    }
  }

  private func request(
    _ step: Int, at moment: Timestamp, _ chance: inout SystemlessGenerator
  ) -> WaitingRequest {
    let resident = "r\(Int.random(in: 0..<9, using: &chance))"
    return WaitingRequest(
      id: "w\(step)", kind: .doctor, resident: resident,
      subject: BookingSubject(id: "self", name: resident),
      speciality: "s\(Int.random(in: 0..<6, using: &chance))", title: Phrase("", ""), since: moment)
  }

  @Test(arguments: 0..<24) func isTheRegisterWithoutOne(_ seed: UInt64) throws {
    var chance = SystemlessGenerator(state: seed &+ 77)
    var pair = Pair()
    var moment = Sample.now
    var laidDown = 0
    for step in 0..<500 {
      moment = moment.adding(seconds: Int.random(in: 0...900, using: &chance))
      let event = event(step, pair, at: moment, &chance)
      let refusals = pair.apply(event, at: moment)
      #expect(refusals[0] == refusals[1], "step \(step): \(event)")
      switch Int.random(in: 0..<20, using: &chance) {
      case 0:
        pair.ledger.compact(
          keeping: [nil, "r1"].randomElement(using: &chance) ?? nil,
          standing: Bool.random(using: &chance)
        ) { $0.at }
      case 1: try pair.reopen()
      case 2:
        let limit = Timestamp(seconds: moment.seconds / 60 * 60 - 36_000)
        pair.plain.forget(endedBefore: limit)
        pair.ledger.forget(endedBefore: limit)
      default: break
      }
      laidDown += pair.ledger.closed.count + pair.ledger.standing.count
      compare(pair, at: moment)
    }
    #expect(pair.records.count > 100 && laidDown > 200)
  }

  private func compare(_ pair: Pair, at moment: Timestamp) {
    let (plain, ledger) = (pair.plain, pair.ledger)
    #expect(plain.holds == ledger.holds && plain.latest == ledger.latest)
    #expect(plain.waiting == ledger.waiting)
    for (id, booking) in plain.bookings {
      #expect(ledger.knows(id))
      #expect(pair.whole(id) == booking)
    }
    for id in Array(ledger.bookings.keys) + Array(ledger.standing.keys) {
      #expect(plain.bookings[id] != nil, "\(id) was forgotten")
    }
    for number in 0..<40 {
      let name = "p:\(number)"
      #expect(plain.use(ofReferral: name) == ledger.use(ofReferral: name))
    }
    // What is past is nobody's business: nobody can book it.
    let now = moment.seconds
    for specialist in ["01", "02", "03"] {
      for day in [moment.day, moment.day.adding(days: 1)] {
        func taken(_ registry: Registry) -> [Range<Int>] {
          registry.taken(specialist: specialist, day: day, at: moment)
            .filter { $0.upperBound > now }.sorted { $0.lowerBound < $1.lowerBound }
        }
        #expect(taken(plain) == taken(ledger))
      }
    }
    for resident in (0..<9).map({ "r\($0)" }) {
      let own = Set(plain.bookings(of: resident).map(\.id))
      let whole = Set(ledger.bookings(of: resident).map(\.id))
      let laidDown = ledger.ledger(ofResident: resident).compactMap {
        Booking.folded($0.map { pair.records[$0 - 1] })
      }
      #expect(own == whole.union(laidDown.filter { $0.resident == resident }.map(\.id)))
    }
  }

  @Test func whoWakesIsNamedAndNobodyElse() throws {
    var registry = Registry()
    for number in 0..<20 {
      let hold = Sample.hold("b\(number)", Sample.slot(60 + 30 * number), resident: "r\(number)")
      try registry.apply(.held(hold, releasing: []), at: Sample.now, record: 2 * number + 1)
      try registry.apply(
        Sample.confirmed(hold.id), at: Sample.now, record: 2 * number + 2)
    }
    registry.compact(keeping: "r3") { $0.at }
    #expect(registry.bookings.keys.sorted() == ["b3"])
    for number in 0..<20 {
      let woken = Set(registry.waking(until: Sample.slot(60 + 30 * number).at))
      #expect(woken == Set((0...number).filter { $0 != 3 }.map { "b\($0)" }))
    }
  }

  @Test func bytesThatAreNoColumnsAreRefused() throws {
    var closed = ClosedBookings()
    for number in 0..<30 {
      let booking = Sample.hold("b\(number)", Sample.slot(number), resident: "r\(number % 4)")
      closed.add([.init(booking, until: booking.end, records: [number + 1, number + 40])])
    }
    #expect(closed.count == 30)
    #expect(Set(closed.records(ofResident: "r1").map { $0[0] % 4 }) == [2])
    let bytes = closed.bytes
    for count in 0..<bytes.count {
      #expect(bytes[..<count].withUnsafeBytes { ClosedBookings(bytes: $0) } == nil)
    }
    // The first two ids change places.
    let swapped = bytes[..<8] + bytes[16..<24] + bytes[8..<16] + bytes[24...]
    #expect(Array(swapped).withUnsafeBytes { ClosedBookings(bytes: $0) } == nil)
  }
}
