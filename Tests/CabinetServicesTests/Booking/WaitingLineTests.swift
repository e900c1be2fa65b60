import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// Who waits in one session is offered what frees in another, and what they leave comes to the next in line.
@Suite struct WaitingLineTests {
  private static let register = "doctor-068"
  private static let dentist = Town().request("dentist")

  private static func later(_ minutes: Int) -> Timestamp {
    Town.start.adding(seconds: minutes * 60)
  }

  /// Books away all that the dentist has, each time for another resident; gives their number.
  private static func fill(_ town: Town) throws -> Int {
    let session = try town.session("crowd")
    var index = 0
    while let slot = try town.times(session, dentist, at: register).first {
      let other = try town.session("r\(index)")
      try other.confirm(try other.hold(slot, dentist, id: "x\(index)").id)
      try session.registers.newest(register)
      index += 1
      try #require(index < 60)
    }
    return index
  }

  private static func cancel(_ path: String) throws {
    let session = try Town(try FileEventLog(path)).session("r0", at: later(1))
    #expect(try session.cancel("x0").status == .cancelled)
  }

  @Test func whatAnotherProcessFreesIsOffered() async throws {
    let folder = try Fixtures.Folder()
    let path = folder.path + "/store"
    let town = Town(
      try FileEventLog(path, creating: StoreManifest(kind: .personal, createdAt: Town.start)))
    _ = try Self.fill(town)
    // Her session stays open while another process cancels.
    let waiting = try town.session("anna", at: Self.later(1))
    let request = try waiting.wait(for: Self.dentist, in: Self.register)
    let freed = try #require(
      try waiting.registers.newest(Self.register).booking("x0")?.talon.slot)
    #expect(waiting.watch.patience != 0)
    _ = waiting.watch.takeChanges()
    await #expect(processExitsWith: .success) { [path = path as String] in
      try WaitingLineTests.cancel(path)
    }
    #expect(try waiting.takeInChanges())
    try waiting.runOffice(until: waiting.now)
    let offer = try #require(waiting.keptTimes.first)
    #expect(offer.talon.slot == freed && offer.offerOf == request.id)
    guard case .offer(offer)? = waiting.appointmentNeeds.first else {
      Issue.record("she is not told")
      return
    }
    let boris = try Town(try FileEventLog(path)).session("boris", at: Self.later(2))
    #expect(try !town.times(boris, Self.dentist, at: Self.register).contains(freed))
  }

  @Test func anOfferThatLapsesComesToTheNextInLine() throws {
    let town = Town()
    _ = try Self.fill(town)
    // Whoever came first is first, whatever their requests are called.
    let names = ["zoe", "anna", "mila"]
    for (index, name) in names.enumerated() {
      let session = try town.session(name, at: Self.later(index))
      try session.wait(for: Self.dentist, in: Self.register, id: "w-\(name)")
    }
    let first = try town.session("r0", at: Self.later(5))
    let freed = try first.cancel("x0").talon.slot
    var moment = Self.later(5)
    var told: [String] = []
    for _ in names {
      try town.session("keeper-of-\(told.count)", at: moment).visit(Self.register)
      let keeper = try town.session("keeper-of-\(told.count)", at: moment)
      try keeper.runReceptions(until: moment)
      let offers = try keeper.registers.newest(Self.register).holds.values.filter {
        $0.talon.slot == freed && $0.isKept(at: moment)
      }
      let offer = try #require(offers.first)
      #expect(offers.count == 1)
      told.append(offer.resident)
      // The clock of the one who waits next is told when that will be.
      if let next = names.dropFirst(told.count).first {
        let session = try town.session(next, at: moment)
        #expect(session.nextReceptionMoment ?? .init(seconds: 0) <= offer.heldUntil ?? moment)
      }
      moment = try #require(offer.heldUntil)
    }
    #expect(told == names)
    // The last one has it, and it is booked.
    let last = try town.session("mila", at: moment.adding(seconds: -60))
    let offer = try #require(last.keptTimes.first)
    #expect(try last.confirm(offer.id).talon.slot == freed)
    #expect(last.waitingRequests.isEmpty)
  }

  @Test func nobodyWaitsWhereTheSpecialityIsNotGiven() throws {
    let town = Town()
    let session = try town.session()
    let wrong: [(BookingKind, String, String)] = [
      (.doctor, "dgi-housing", "doctor-068"), (.doctor, "vet-therapist", "doctor-068"),
      (.doctor, "paediatrician", "doctor-068"), (.vet, "therapist", "vet-cao"),
      (.consultation, "therapist", "consultation-dgi"), (.doctorHome, "dentist", "doctor-068"),
    ]
    for (kind, speciality, registry) in wrong {
      let request = town.request(
        speciality, kind: kind, subject: kind.isVet ? "pet-1" : "self", services: ["claws"])
      guard
        case .notPossible(let phrase)? = try session.expectFailureOfBooking({
          try session.wait(for: request, in: registry)
        })
      else {
        Issue.record("waits for \(speciality) at \(registry)")
        continue
      }
      #expect(phrase.ru.contains("Ничего не изменилось") || phrase.ru.contains("Запись не сделана"))
      #expect(session.state.registries.isEmpty && session.waitingRequests.isEmpty)
    }
  }

  @Test func nobodyIsSeenAsWhatTheyAreNot() throws {
    let town = Town()
    let session = try town.session()
    let cardiologist = try town.times(session, town.request("cardiologist"), at: "doctor-068")[0]
    // Neither policy nor referral would be asked for a consultation.
    for kind in [BookingKind.consultation, .vet, .doctorHome] {
      let request = town.request("cardiologist", kind: kind)
      #expect(try session.expectRefusal { try session.hold(cardiologist, request) } != nil)
    }
    #expect(session.state.registries.isEmpty)
  }
}
