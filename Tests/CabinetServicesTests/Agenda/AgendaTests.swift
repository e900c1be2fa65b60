import Cabinet
import CabinetStore
import Testing

@testable import CabinetServices

@Suite struct AgendaTests {
  private func demonstration() throws -> CabinetSession {
    try Demonstration.open(MemoryEventLog(), fixtures: Fixtures.folder, ids: IDSource(seed: 1))
  }

  @Test func allThatHasADateIsThereInTheOrderOfTime() throws {
    let session = try demonstration()
    let items = session.agendaItems
    let kinds = Set(items.map(\.kind))
    for kind in [
      AgendaItem.Kind.appointment, .request, .decision, .draft, .prescription, .referral,
      .vaccination, .document, .meters,
    ] { #expect(kinds.contains(kind), "\(kind)") }
    #expect(items.map(\.start) == items.map(\.start).sorted())
    #expect(Set(items.map(\.id)).count == items.count)
    #expect(items.allSatisfy { $0.id.utf8.allSatisfy { $0 < 128 } })
  }

  @Test func anAppointmentStandsAtItsHour() throws {
    let session = try demonstration()
    let visit = try #require(session.agendaItems.first { $0.kind == .appointment })
    let booking = try #require(session.upcomingAppointments.first)
    #expect(visit.when == .time(booking.at, end: booking.end))
    #expect(!visit.place.ru.isEmpty)
  }

  @Test func waterIsReadFromTheFifteenthToTheThird() throws {
    let session = try demonstration()
    func lastDay() -> Day? { session.agendaItems.first { $0.id.hasPrefix("meters-water") }?.day }
    #expect(lastDay() == Day(2021, 2, 3))
    try session.advanceClock(to: try #require(Timestamp("2021-02-03T10:00:00+03:00")))
    #expect(lastDay() == Day(2021, 2, 3))
    try session.advanceClock(to: try #require(Timestamp("2021-02-04T10:00:00+03:00")))
    #expect(lastDay() == Day(2021, 3, 3))
  }

  @Test func aGrantedPermitCanBeRenewedTwoMonthsBeforeItsEnd() throws {
    let session = try demonstration()
    let contract = try session.attach(Fixtures.folder + "/demo/contract.pdf")
    _ = try session.sendReply(["hireContract": .files([contract])], to: "aparking")
    try session.advanceClock(to: session.now.adding(seconds: 20 * 86_400))
    #expect(try session.application("aparking").phase == .granted)
    let granted = try session.application("aparking").lastEvent.at.day
    let renewal = try #require(session.agendaItems.first { $0.kind == .renewal })
    #expect(renewal.day == granted.adding(years: 1).adding(months: -2))
    #expect(renewal.title.ru.contains("А123ВС77"))
  }

  @Test func anEmptyCabinetHasAnEmptyAgenda() throws {
    #expect(try Resident.session().agendaItems == [])
    #expect(try Resident.session().reminders == [])
  }
}
