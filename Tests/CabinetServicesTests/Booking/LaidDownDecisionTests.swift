import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// What institutions do with appointments that were laid down in a snapshot, so that nobody who opens it has them
/// whole.
@Suite struct LaidDownDecisionTests {
  private let town = Town()

  private func layDown(_ register: String, at moment: Timestamp) throws {
    let session = try town.session("keeper", at: moment)
    try session.registers.newest(register)
    session.registers.saveSnapshots(after: 1)
    let head = try town.log.head(of: .city(register))
    #expect(try town.log.loadSnapshot(of: .city(register))?.head == head)
  }

  @Test func anotherResidentsSessionCancelsForAnIllness() throws {
    let anna = try town.session()
    let request = town.request("ophthalmologist")
    let question = try anna.question(request, specialist: "08")
    let slot = try #require(
      try anna.slots(question, in: "doctor-068").first { $0.at.day == Day(2021, 1, 22) })
    let booking = try anna.confirm(try anna.hold(slot, request).id)
    let boris = try town.session("boris")
    try town.book(boris, index: 1)
    try layDown("doctor-068", at: Town.start)
    let morning = try #require(Timestamp("2021-01-21T08:00:00+03:00"))
    let later = try town.session("boris", at: morning)
    #expect(try later.registers.newest("doctor-068").booking(booking.id) == nil)
    try later.runReceptions(until: morning)
    let seen = try town.session("anna", at: morning)
    let gone = try seen.booking(booking.id)
    #expect(gone.mark?.fullCode == "1095" && gone.mark?.at.clock == "07:30:00")
    #expect(seen.appointmentNeeds == [.cancelled(gone)])
  }

  @Test func moneyThatWaitsIsFoundAYearLater() throws {
    let anna = try town.session()
    let request = town.request(
      "vet-therapist", kind: .vetOnline, subject: "pet-1", services: ["advice"])
    let booking = try town.book(anna, request, at: "vet-cao", id: "v1")
    try anna.pay(for: booking.id, card: "4111111111111111")
    try anna.cancel(booking.id)
    for days in [1, 100, 380] {
      let moment = Town.start.adding(seconds: days * 86_400)
      // Somebody books, so that the register is as late as that.
      let other = try town.session("r\(days)", at: moment)
      try town.book(other, request, at: "vet-cao", id: "x\(days)")
      try layDown("vet-cao", at: moment)
    }
    let later = try town.session(at: Town.start.adding(seconds: 381 * 86_400))
    let waiting = try later.booking("v1")
    #expect(waiting.awaitsRefund && later.appointmentNeeds == [.refund(waiting)])
    #expect(try later.refund(for: "v1", to: "4111111111111111").isRefunded)
  }
}
