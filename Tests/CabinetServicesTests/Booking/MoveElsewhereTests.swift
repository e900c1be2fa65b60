import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// Moving to another institution: nothing is lost and nothing doubled, wherever it is cut off.
@Suite struct MoveElsewhereTests {
  private static let claws = Town().request(
    "vet-therapist", kind: .vet, subject: "pet-1", services: ["claws"])

  /// A town with an appointment at one vet, and a time at another.
  private func scene(_ log: any EventLog = MemoryEventLog()) throws -> (
    town: Town, booking: Booking, slot: SlotID
  ) {
    let town = Town(log)
    let session = try town.session()
    let booking = try town.book(session, Self.claws, index: 3, at: "vet-cao", id: "b1")
    return (town, booking, try town.times(session, Self.claws, at: "vet-svao")[5])
  }

  @Test func theNewTimeIsBookedAndTheOldOneFreed() throws {
    let (town, booking, slot) = try scene()
    let session = try town.session()
    let moved = try session.move(booking.id, to: slot)
    #expect(moved.talon.slot == slot && moved.status == .recorded && moved.id != booking.id)
    #expect(moved.details["services"] == "claws" && moved.details["species"] == "кошка")
    #expect(moved.origin == "vet-cao/b1")
    #expect(session.upcomingAppointments == [moved])
    let old = try session.booking(booking.id)
    #expect(old.status == .cancelled && old.mark?.note.contains(moved.number) == true)
    #expect(
      BookingNote.phrase(try #require(old.mark?.note), of: old).en
        == "You moved it to another institution, slip \(moved.number).")
    #expect(
      try town.times(session, Self.claws, at: "vet-cao").contains(booking.talon.slot))
    // Whoever says so once more changes nothing, and is told the same.
    #expect(try session.move(booking.id, to: slot) == moved)
    #expect(session.upcomingAppointments == [moved])
    // And on to a third, and back.
    let third = try town.times(session, Self.claws, at: "vet-uzao")[2]
    let onward = try session.move(moved.id, to: third)
    let back = try session.move(onward.id, to: booking.talon.slot)
    #expect(session.upcomingAppointments == [back] && back.talon.slot == booking.talon.slot)
  }

  @Test func aTimeThatSomeoneElseTookKeepsTheOldOne() throws {
    let (town, booking, slot) = try scene()
    let boris = try town.session("boris")
    try boris.confirm(try boris.hold(slot, Self.claws).id)
    let session = try town.session()
    guard
      case .slotLost? = try session.expectRefusal({ try session.move(booking.id, to: slot) })
    else {
      Issue.record("the time was had twice")
      return
    }
    #expect(session.upcomingAppointments == [booking] && session.keptTimes.isEmpty)
  }

  @Test func whatIsPaidOrTooLateOrOfAnotherKindStays() throws {
    let (town, booking, slot) = try scene()
    let session = try town.session()
    let surgeon = try #require(town.times(session, town.request(), at: "doctor-068").first)
    let dgi = try #require(SlotID("consultation-dgi.01.202101191000.30"))
    for other in [surgeon, dgi] {
      guard
        case .notPossible? = try session.expectRefusal({
          try session.move(booking.id, to: other)
        })
      else {
        Issue.record("\(other) was let through")
        continue
      }
    }
    let online = try town.book(
      session,
      town.request("vet-therapist", kind: .vetOnline, subject: "pet-1", services: ["advice"]),
      at: "vet-cao")
    #expect(session.placesToMove(online).map(\.id) == ["vet-cao"])
    let late = try town.session(at: booking.at.adding(seconds: -3600))
    #expect(try late.expectFailureOfBooking { try late.move(booking.id, to: slot) } != nil)
    #expect(try late.booking(booking.id).isActive)
  }

  /// The process is killed before its write of every number: whoever comes next has one time or both, and
  /// one when they have run.
  @Test(arguments: [true, false]) func killedAnywhereNothingIsLostOrDoubled(isRepeated: Bool) throws
  {
    var kills = 0
    var both = 0
    for write in 1...20 {
      let log = FailingLog(failing: Int.max, staysDown: true)
      let (_, booking, slot) = try scene(log)
      log.failAt = log.writes + write
      let victim = try Town(log).session(seed: 9)
      let isKilled = (try? victim.move(booking.id, to: slot)) == nil
      if isKilled { kills += 1 }

      let town = Town(log.memory)
      let next = try town.session(seed: 10)
      let standing = next.upcomingAppointments.map(\.talon.slot)
      #expect(standing.contains(booking.talon.slot) || standing.contains(slot))
      if standing.count == 2 { both += 1 }
      if isRepeated {
        #expect(try next.move(booking.id, to: slot).talon.slot == slot)
        #expect(next.upcomingAppointments.map(\.talon.slot) == [slot])
      } else {
        try next.runReceptions(until: next.now)
        #expect(next.upcomingAppointments.count == 1)
      }
      #expect(next.keptTimes.filter { $0.origin == nil }.isEmpty)
      if !isKilled { break }
    }
    #expect(kills > 2 && both == 1)
  }

  /// Killed with both, then another time is wanted: the first move is finished, and goes on from there.
  @Test func anotherTargetAfterAKillMovesTheNewOne() throws {
    let log = FailingLog(failing: Int.max, staysDown: true)
    let (_, booking, slot) = try scene(log)
    // A time is kept, booked; the cancelling does not happen.
    var write = 1
    var next = try Town(log.memory).session()
    repeat {
      log.failAt = log.writes + write
      _ = try? Town(log).session(seed: 9).move(booking.id, to: slot)
      next = try Town(log.memory).session(seed: 10)
      write += 1
      log.failAt = Int.max
    } while next.upcomingAppointments.count < 2 && write < 20
    try #require(next.upcomingAppointments.count == 2)
    let town = Town(log.memory)
    let other = try town.times(next, Self.claws, at: "vet-svao")[8]
    let new = try #require(next.upcomingAppointments.first { $0.origin != nil })
    let moved = try next.move(new.id, to: other)
    #expect(moved.talon.slot == other)
    #expect(next.upcomingAppointments == [moved])
  }
}
