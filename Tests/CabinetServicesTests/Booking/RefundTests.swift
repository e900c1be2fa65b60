import CabinetStore
import Synchronization
import Testing

@testable import Cabinet
@testable import CabinetServices

/// The money of a video consultation that did not take place.
@Suite struct RefundTests {
  private static let card = "4111111111111111"
  private let town = Town()

  /// A bank that counts what it is asked for.
  private final class CountingBank: PaymentService {
    private let bank = DemonstrationBank()
    private let asked = Mutex<[String]>([])

    /// The orders that it was asked to refund.
    var refunds: [String] { asked.withLock { $0 } }

    func pay(_ order: PaymentOrder, card: String) throws(PaymentRefusal) -> PaymentReceipt {
      try bank.pay(order, card: card)
    }

    func refund(_ order: PaymentOrder, to card: String) throws(PaymentRefusal) -> PaymentReceipt {
      asked.withLock { $0.append(order.id) }
      return try bank.refund(order, to: card)
    }
  }

  private func paid(_ town: Town, specialist: String? = nil, on day: Day? = nil) throws -> Booking {
    let session = try town.session()
    let request = town.request(
      "vet-therapist", kind: .vetOnline, subject: "pet-1", services: ["advice"])
    let question = try session.question(request, specialist: specialist)
    let slot = try #require(
      try session.slots(question, in: "vet-cao").first { day == nil || $0.at.day == day })
    let booking = try session.confirm(try session.hold(slot, request, id: "v1").id)
    return try session.pay(for: booking.id, card: Self.card)
  }

  /// Whom the clinic, the resident or a broken line ends it for; what stands in the history before the refund.
  @Test(arguments: ["clinic", "failure", "resident", "illness"])
  func whatWasPaidGoesBackOnce(_ end: String) throws {
    var now = Town.start.adding(seconds: 60)
    let booking: Booking
    switch end {
    case "illness":
      booking = try paid(town, specialist: "02", on: try #require(Day(2021, 1, 19)))
      now = try #require(Timestamp("2021-01-18T09:00:00+03:00"))
    default: booking = try paid(town)
    }
    let session = try town.session(at: now)
    let ended =
      switch end {
      case "clinic": try session.decide(.cancel, on: "v1")
      case "failure": try session.decide(.fail, on: "v1")
      case "resident": try session.cancel("v1")
      default: try session.booking("v1", after: now)
      }
    let codes = [
      "clinic": "1080.4", "failure": "1080.5", "resident": "1090.2", "illness": "1080.4",
    ]
    #expect(ended.outcome?.fullCode == codes[end])
    #expect(ended.mark?.fullCode == "8021.2" && ended.awaitsRefund && ended.isClosed)
    #expect(session.appointmentNeeds == [.refund(ended)])
    #expect(session.upcomingAppointments.isEmpty)
    #expect(session.slots(of: booking).contains(booking.talon.slot) == (end != "illness"))

    let bank = CountingBank()
    for card in ["", "4111111111111112", "2200000000010003"] {
      guard
        case .unpaid? = try session.expectRefusal({
          try session.refund(for: "v1", to: card, at: bank)
        })
      else {
        Issue.record("\(card) was taken")
        continue
      }
    }
    let before = bank.refunds.count
    let refunded = try session.refund(for: "v1", to: Self.card, at: bank)
    #expect(refunded.mark?.fullCode == "8031.4" && refunded.isRefunded && refunded.isClosed)
    #expect(refunded.mark?.note.contains("demo-refund-booking-v1") == true)
    #expect(refunded.mark?.note.contains("•••• 1111") == true)
    #expect(try session.refund(for: "v1", to: Self.card, at: bank) == refunded)
    #expect(bank.refunds.count == before + 1 && Set(bank.refunds) == ["booking-v1"])
    #expect(!session.appointmentNeeds.contains(.refund(refunded)))
  }

  @Test func tenWorkingDaysAreToldAsTheTermOfARefund() throws {
    _ = try paid(town)
    let session = try town.session(at: Town.start.adding(seconds: 60))
    try session.cancel("v1")
    let refunded = try session.refund(for: "v1", to: Self.card)
    #expect(refunded.mark?.note.hasSuffix("до 28.01.2021.") == true)
  }

  @Test func whereNothingWasPaidOrNothingEndedNothingGoesBack() throws {
    let session = try town.session()
    let unpaid = try town.book(
      session,
      town.request("vet-therapist", kind: .vetOnline, subject: "pet-1", services: ["advice"]),
      at: "vet-cao", id: "u1")
    #expect(unpaid.payUntil != nil)
    #expect(try session.expectRefusal { try session.refund(for: "u1", to: Self.card) } != nil)
    let cancelled = try session.cancel("u1")
    #expect(cancelled.mark?.fullCode == "1090.2" && !cancelled.awaitsRefund)
    #expect(try session.expectRefusal { try session.refund(for: "u1", to: Self.card) } != nil)
    _ = try paid(town)
    #expect(try session.expectRefusal { try session.refund(for: "v1", to: Self.card) } != nil)
    let surgeon = try town.book(session, id: "s1")
    try session.decide(.cancel, on: surgeon.id)
    #expect(try session.expectRefusal { try session.refund(for: "s1", to: Self.card) } != nil)
  }

  @Test func whoComesTooLateToCancelIsNotPaidBack() throws {
    let booking = try paid(town)
    let session = try town.session(at: booking.at)
    guard case .tooLate? = try session.expectRefusalAfterOffice({ try session.cancel("v1") }) else {
      Issue.record("cancelled after it began")
      return
    }
    let after = try town.session(at: booking.at.adding(seconds: 900))
    try after.runOffice(until: after.now)
    let missed = try after.booking("v1")
    #expect(missed.mark?.fullCode == "1080.2" && !missed.awaitsRefund)
  }

  /// The bank was asked and the program ended before that was written: the repeat writes it.
  @Test func aRefundThatWasNotWrittenIsWrittenByARepeat() throws {
    let log = FailingLog(failing: .max)
    let town = Town(log)
    _ = try paid(town)
    let session = try town.session(at: Town.start.adding(seconds: 60))
    try session.cancel("v1")
    let bank = CountingBank()
    log.failAt = log.writes + 1
    _ = try? session.refund(for: "v1", to: Self.card, at: bank)
    let again = try town.session(at: Town.start.adding(seconds: 120))
    let refunded = try again.refund(for: "v1", to: Self.card, at: bank)
    #expect(refunded.isRefunded)
    #expect(Set(bank.refunds) == ["booking-v1"])
    #expect(refunded.history.count { $0.step == .refundTold } == 1)
  }
}

extension CabinetSession {
  /// An appointment after all that was done until a moment.
  fileprivate func booking(_ id: String, after moment: Timestamp) throws -> Booking {
    try runOffice(until: moment)
    return try booking(id)
  }

  /// The free times of what an appointment was booked for.
  fileprivate func slots(of booking: Booking) -> [SlotID] {
    let question = SlotQuestion(
      kind: booking.kind, speciality: booking.talon.speciality,
      minutes: booking.talon.slot.minutes)
    return (try? slots(question, in: booking.talon.slot.registry)) ?? []
  }

  /// Expects a failure about appointments after the institutions did what was due.
  fileprivate func expectRefusalAfterOffice(_ body: () throws -> Void) throws -> BookingFailure? {
    try runOffice(until: now)
    return try expectRefusal(body)
  }
}
