import Cabinet
import CabinetStore
import Testing

@testable import CabinetServices

@Suite struct SnapshotTests {
  private static func session(_ log: any EventLog) throws -> CabinetSession {
    try Demonstration.open(
      log, fixtures: Fixtures.folder, ids: IDSource(seed: 1))
  }

  @Test func anAgendaWorkedOutIsKeptThoughNothingHappened() throws {
    let log = MemoryEventLog()
    let seeded = try Self.session(log)
    let resident = CabinetStore.Stream.resident(seeded.resident)
    // What a killed session leaves: events of applications that no snapshot has.
    try seeded.withdraw(seeded.state.applications.first { !$0.isClosed }?.id ?? "")
    let old = try log.loadSnapshot(of: resident)
    let next = try Self.session(log)
    #expect(next.agenda == nil)
    next.saveSnapshot(after: 1000)
    #expect(try log.loadSnapshot(of: resident) == old)
    try next.runOffice(until: next.now)
    next.saveSnapshot(after: 1000)
    #expect(try log.loadSnapshot(of: resident)?.head.seq == next.eventCount)
    let last = try Self.session(log)
    #expect(last.agenda == next.agenda && last.agenda != nil)
  }

  @Test func aSnapshotIsWrittenAfterSoManyRecords() throws {
    let log = MemoryEventLog()
    let session = try Self.session(log)
    let resident = CabinetStore.Stream.resident(session.resident)
    let old = try log.loadSnapshot(of: resident)
    try session.save(session.state.profile)
    session.saveSnapshot(after: 2)
    #expect(try log.loadSnapshot(of: resident) == old)
    session.saveSnapshot(after: 1)
    #expect(try log.loadSnapshot(of: resident)?.head.seq == session.eventCount)
  }
}
