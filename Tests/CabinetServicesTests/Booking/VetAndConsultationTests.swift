import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct VetAndConsultationTests {
  private let town = Town()

  private func vet(_ kind: BookingKind, _ services: [String]) -> BookingRequest {
    town.request("vet-therapist", kind: kind, subject: "pet-1", services: services)
  }

  @Test func aClinicNeedsTheRoomReadyAndAHomeNeedsTheWay() throws {
    let session = try town.session()
    // examination 20 + 10, rabies 10 + 5.
    let services = ["examination", "rabies-vaccine"]
    #expect(try session.question(vet(.vet, services)).minutes == 45)
    #expect(try session.question(vet(.vetHome, services)).minutes == 30)
    let home = try town.book(session, vet(.vetHome, services), at: "vet-cao")
    #expect(home.talon.slot.minutes == 30 && home.travel == [60, 60])
    #expect(home.claim == home.at.seconds - 3600..<home.end.seconds + 3600)
    #expect(home.talon.address == "Москва, Образцовая улица, дом 1")
  }

  @Test func servicesMustBeOfOneSpecialistAndOfTheKind() throws {
    let session = try town.session()
    for (kind, services) in [
      (BookingKind.vet, ["examination", "abdomen"]), (.vetHome, ["claws"]),
      (.vetOnline, ["examination"]), (.vet, ["advice"]), (.vet, []),
    ] {
      let refusal = try session.expectRefusal {
        _ = try session.question(vet(kind, services))
      }
      guard case .notPossible? = refusal else {
        Issue.record("\(services) went through as \(kind)")
        continue
      }
    }
    var dog = town.request(
      "vet-surgeon", kind: .vet, subject: "pet-1", services: ["neutering"])
    _ = try session.question(dog)
    dog.details["species"] = "собака"
    #expect(try session.expectRefusal { _ = try session.question(dog) } != nil)
  }

  @Test func aVetIsBookedTwoHoursAheadAndAtHomeSix() throws {
    let session = try town.session()
    for (kind, hours) in [(BookingKind.vet, 2), (.vetHome, 6)] {
      for registry in session.institutions(for: kind).map(\.id) {
        for slot in try town.times(session, vet(kind, ["examination"]), at: registry) {
          #expect(slot.at >= Town.start.adding(seconds: hours * 3600))
        }
      }
    }
    let soon = try #require(SlotID("vet-cao.01.202101141130.30"))
    guard
      case .slotRefused(let problem, _)? = try session.expectRefusal({
        try session.hold(soon, vet(.vet, ["examination"]))
      })
    else {
      Issue.record("booked too soon")
      return
    }
    #expect(problem == .tooSoon(minutes: 120))
  }

  @Test func anOnlineVetIsPaidInAQuarterOfAnHourOrLost() throws {
    let session = try town.session()
    let booking = try town.book(session, vet(.vetOnline, ["advice"]), at: "vet-cao")
    #expect(booking.mark?.fullCode == "1050.2" && booking.price == 90_000)
    #expect(booking.payUntil == Town.start.adding(seconds: 900))
    guard case .payment? = session.appointmentNeeds.first else {
      Issue.record("nothing asks for the payment")
      return
    }
    for card in ["", "4111111111111112", "2200000000020002"] {
      guard
        case .unpaid? = try session.expectRefusal({ try session.pay(for: booking.id, card: card) })
      else {
        Issue.record("\(card) was charged")
        continue
      }
    }
    let late = try town.session(at: Town.start.adding(seconds: 899))
    let paid = try late.pay(for: booking.id, card: "4111111111111111")
    #expect(paid.mark?.fullCode == "8031.1" && paid.payUntil == nil)
    #expect(try late.pay(for: booking.id, card: "4111111111111111") == paid)
    let after = try town.session(at: Town.start.adding(seconds: 900))
    try after.runOffice(until: after.now)
    #expect(try after.booking(booking.id).isActive)

    let other = Town()
    let lost = try other.book(try other.session(), vet(.vetOnline, ["advice"]), at: "vet-cao")
    let gone = try other.session(at: Town.start.adding(seconds: 900))
    #expect(
      try gone.expectFailure { try gone.pay(for: lost.id, card: "4111111111111111") } != nil)
    #expect(try gone.booking(lost.id).mark?.fullCode == "1080.3")
  }

  @Test func aConsultationHasItsQuestionALinkAReminderAndARecord() throws {
    let session = try town.session()
    var request = town.request("dgi-land", kind: .consultation)
    request.details["question"] = "Можно ли выкупить участок под домом?"
    let slots = try town.times(session, request, at: "consultation-dgi")
    #expect(slots.allSatisfy { session.isWorkingDay($0.at.day) })
    let slot = try #require(slots.first { $0.at.day == Town.start.day.adding(days: 4) })
    let booking = try session.confirm(try session.hold(slot, request).id)
    #expect(booking.details["link"]?.hasPrefix("https://video.example.ru/") == true)
    #expect(booking.details["question"] == request.details["question"])
    #expect(session.appointmentNeeds.isEmpty)
    let before = try town.session(at: Timestamp(slot.at.day.adding(days: -1), hour: 9))
    #expect(before.appointmentNeeds == [.reminder(booking)])
    let there = try town.session(at: slot.at)
    try there.checkIn(booking.id)
    let after = try town.session(at: slot.end)
    try after.runOffice(until: after.now)
    let over = try after.booking(booking.id)
    #expect(over.visibleHistory.map(\.fullCode) == ["1050", "1146", "1075"])
    #expect(over.mark?.note.contains("Земельные отношения") == true)
  }
}

@Suite struct WaitingTests {
  private let town = Town()

  @Test func whereThereIsTimeNobodyWaits() throws {
    let session = try town.session()
    guard
      case .notPossible? = try session.expectFailureOfBooking({
        try session.wait(for: town.request("therapist"), in: "doctor-068")
      })
    else {
      Issue.record("waits for what is free")
      return
    }
  }

  @Test func whatFreesIsKeptForWhoWaitsAndCanBeBooked() throws {
    let session = try town.session()
    // Book away what little the dentist has, each time for another resident.
    var index = 0
    while case let free = try town.times(session, town.request("dentist"), at: "doctor-068"),
      let slot = free.first
    {
      let other = try town.session("r\(index)")
      try other.confirm(try other.hold(slot, town.request("dentist"), id: "x\(index)").id)
      try session.registers.newest("doctor-068")
      index += 1
      try #require(index < 60)
    }
    let waiting = try session.wait(for: town.request("dentist"), in: "doctor-068")
    #expect(session.waitingRequests == [waiting])
    // The first resident cancels: the time is offered at that moment.
    let first = try town.session("r0", at: Town.start.adding(seconds: 60))
    let freed = try first.cancel("x0")
    let after = try town.session(at: Town.start.adding(seconds: 60))
    try after.runOffice(until: after.now)
    guard case .offer(let offer)? = after.appointmentNeeds.first else {
      Issue.record("nothing was offered")
      return
    }
    #expect(offer.talon.slot == freed.talon.slot && offer.offerOf == waiting.id)
    let other = try town.session("r1", at: Town.start.adding(seconds: 120))
    #expect(
      try !town.times(other, town.request("dentist"), at: "doctor-068").contains(offer.talon.slot))
    try after.confirm(offer.id)
    #expect(after.waitingRequests.isEmpty)
    #expect(after.upcomingAppointments.map(\.id) == [offer.id])
  }
}

extension CabinetSession {
  /// Expects a failure about appointments.
  func expectFailureOfBooking(_ body: () throws -> Void) throws -> BookingFailure? {
    do {
      try body()
      return nil
    } catch CabinetFailure.booking(let failure) { return failure }
  }
}
