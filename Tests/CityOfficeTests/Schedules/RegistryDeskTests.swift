import Testing

@testable import Cabinet
@testable import CityOffice

@Suite struct RegistryDeskTests {
  private let desk = RegistryDesk(timetable: TimetableTests.timetable)
  private let now = Case.moment("2021-01-14T10:00:00+03:00")

  private func booking(_ kind: BookingKind, at start: Timestamp, recorded reason: Int? = nil)
    -> Booking
  {
    let slot = SlotID(registry: "doctor-068", specialist: "01", at: start, minutes: 20)
    var booking = Booking(
      id: "b1", kind: kind, resident: "anna", subject: BookingSubject(id: "self", name: "А"),
      talon: Talon(
        slot: slot, speciality: "therapist", title: Phrase("Т", "T"), specialist: "П",
        place: Phrase("Г", "G"), address: ""), heldUntil: now)
    booking.heldUntil = nil
    booking.history = [BookingMark(.recorded, reason: reason, at: now, by: .office)]
    return booking
  }

  /// The codes that an appointment gets by itself, each with its minutes after the start.
  private func life(_ booking: Booking) throws -> [String] {
    var booking = booking
    var life: [String] = []
    while let step = desk.step(for: booking) {
      guard case .marked(_, let marks) = step.event else { break }
      booking.history += marks
      let minutes = (step.at.seconds - booking.at.seconds) / 60
      life.append("\(minutes): " + marks.map(\.fullCode).joined(separator: " "))
      try #require(life.count < 10)
    }
    return life
  }

  @Test func whoDoesNotComeIsGivenUpAfterFifteenMinutes() throws {
    let start = now.adding(seconds: 86_400)
    #expect(try life(booking(.doctor, at: start)) == ["0: 10190 10191", "15: 1080.2"])
    #expect(try life(booking(.vet, at: start)) == ["-120: 10190 10191", "15: 1080.2"])
    #expect(try life(booking(.consultation, at: start)) == ["0: 10190 10191", "15: 1080.2"])
  }

  @Test func whoCameIsSeenAndAtHomeNobodyCanFailTo() throws {
    let start = now.adding(seconds: 86_400)
    var came = booking(.doctor, at: start)
    came.history.append(BookingMark(.came, at: start, by: .resident))
    #expect(try life(came) == ["20: 1075"])
    #expect(try life(booking(.vetHome, at: start)) == ["-360: 10190 10191", "20: 1075"])
  }

  @Test func whatIsNotPaidInAQuarterOfAnHourIsCancelled() throws {
    let start = now.adding(seconds: 3600)
    #expect(try life(booking(.vetOnline, at: start, recorded: 2)) == ["-45: 8031.2 1080.3"])
    var paid = booking(.vetOnline, at: start, recorded: 2)
    paid.history.append(BookingMark(.informed, reason: 1, at: now, by: .resident))
    #expect(try life(paid) == ["0: 10190 10191", "15: 1080.2"])
  }

  @Test func theFirstTimeThatFreesIsOfferedOnceAndKeptForTwoHours() throws {
    var registry = Registry()
    try registry.apply(
      .waitingBegan(
        WaitingRequest(
          id: "w1", kind: .doctor, resident: "anna", subject: BookingSubject(id: "self", name: "А"),
          speciality: "endocrinologist", title: Phrase("Э", "E"), since: now)), at: now)
    let end = now.adding(seconds: 30 * 86_400)
    var offered: Set<String> = []
    var last = now
    for _ in 0..<5 {
      let step = try #require(
        desk.dueSteps(registry, named: "doctor-068", until: end).first)
      guard case .offered("w1", let offer) = step.event else {
        Issue.record("\(step)")
        return
      }
      #expect(step.at >= last)
      #expect(offered.insert(offer.talon.slot.description).inserted)
      let kept = try #require(offer.heldUntil).seconds - step.at.seconds
      #expect(kept > 0 && kept <= 7200)
      // It is free at that moment, by the same rule that lists free times.
      try desk.timetable.check(
        offer.talon.slot, SlotQuestion(kind: .doctor, speciality: "endocrinologist"), now: step.at)
      try registry.apply(step.event, at: step.at)
      #expect(desk.dueSteps(registry, named: "doctor-068", until: step.at).isEmpty)
      last = try #require(offer.heldUntil)
    }
  }
}
