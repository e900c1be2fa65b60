import CabinetStore
import Foundation
import Testing

@testable import Cabinet
@testable import CabinetServices

/// Reading registers that a resident has not looked at yet.
@Suite struct RegisterReadingTests {
  private let town = Town()

  @Test func eachRecordIsHeardOfOnceAndNothingIsChanged() throws {
    for number in 0..<3 { try town.book(try town.session("r\(number)")) }
    let anna = try town.session()
    let events = anna.eventCount
    var heard: [Int] = []
    try anna.readRegisters(["doctor-068", "nowhere"]) { done, whole in
      heard.append(done)
      #expect(whole == nil)
    }
    let records = try town.log.head(of: .city("doctor-068")).seq
    #expect(records > 3 && heard == Array(0..<records))
    // It is at hand now: nothing is heard of it again, and its times can be asked for.
    try anna.readRegisters(["doctor-068"]) { _, _ in heard.append(-1) }
    #expect(heard.count == records)
    #expect(try !town.times(anna, town.request(), at: "doctor-068").isEmpty)
    #expect(anna.eventCount == events && anna.state.registries.isEmpty)
    #expect(try town.log.head(of: .city("doctor-068")).seq == records)
    #expect(try town.log.head(of: .city("nowhere")).seq == 0)
  }

  @Test func aLongOneIsReadInPiecesAndIsTheSameAsAtOnce() throws {
    let kept = try town.book(try town.session("boris"))
    try fill("doctor-068", pairs: 4_200)
    let records = try town.log.head(of: .city("doctor-068")).seq
    let anna = try town.session()
    let events = anna.eventCount
    // It is looked at once, not at every question.
    #expect(!anna.knowsTimes(of: "doctor-068") && !anna.knowsTimes(of: "doctor-068"))
    #expect(try anna.readOn(register: "doctor-068") == 8_192)
    #expect(try anna.readOn(register: "doctor-068") == nil)
    #expect(try anna.readOn(register: "doctor-068") == nil)
    #expect(anna.knowsTimes(of: "doctor-068"))
    let other = try town.session("vera")
    #expect(
      try town.times(anna, town.request(), at: "doctor-068")
        == town.times(other, town.request(), at: "doctor-068"))
    #expect(try !town.times(anna, town.request(), at: "doctor-068").contains(kept.talon.slot))
    // Who asks in between gets all of it.
    let hasty = try town.session("gleb")
    #expect(!hasty.knowsTimes(of: "doctor-068"))
    #expect(try !town.times(hasty, town.request(), at: "doctor-068").contains(kept.talon.slot))
    #expect(anna.eventCount == events && records > 8_400)
    #expect(try town.log.head(of: .city("doctor-068")).seq == records)
  }

  @Test func aShortOneAndOneThatIsNotThereAreKnownAtOnce() throws {
    try town.book(try town.session("boris"))
    let anna = try town.session()
    #expect(anna.knowsTimes(of: "doctor-068") && anna.knowsTimes(of: "vet-cao"))
    #expect(anna.knowsTimes(of: "nowhere"))
    #expect(try anna.readOn(register: "vet-cao") == nil)
  }

  /// Has times kept and given up in a register, past any snapshot.
  private func fill(_ register: String, pairs: Int) throws {
    let session = try town.session("filler")
    let slot = try #require(try town.times(session, town.request(), at: register).last)
    let talon = try #require(session.talon(slot, kind: .doctor))
    let stream = CabinetStore.Stream.city(register)
    var seq = try town.log.head(of: stream).seq
    func add(_ event: RegistryEvent) throws {
      let record = NewRecord(
        at: Town.start, actor: .office, event: Array(try JSONEncoder().encode(event)))
      seq = try town.log.commit(stream, after: seq) { _ in record }.added?.seq ?? seq
    }
    for number in 0..<pairs {
      let hold = Booking(
        id: "h\(number)", kind: .doctor, resident: "filler",
        subject: BookingSubject(id: "self", name: "Filler"), talon: talon,
        heldUntil: Town.start.adding(seconds: 600))
      try add(.held(hold, releasing: []))
      try add(.released(booking: hold.id))
    }
  }
}
