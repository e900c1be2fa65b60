import Cabinet
import CabinetStore
import Testing

@testable import CabinetServices

@Suite struct SnapshotTests {
  private static func session(_ log: any EventLog) throws -> CabinetSession {
    try Demonstration.open(
      log, fixtures: CatalogueFilesTests.fixtures, ids: IDSource(seed: 1))
  }

  @Test func anAgendaWorkedOutIsKeptThoughNothingHappened() throws {
    let log = MemoryEventLog()
    let seeded = try Self.session(log)
    let resident = CabinetStore.Stream.resident(seeded.resident)
    // What a killed session leaves: events of applications that no snapshot has.
    try seeded.withdraw(seeded.state.applications.first { !$0.isClosed }?.id ?? "")
    let old = try log.loadSnapshot(of: resident)
    let next = try Self.session(log)
    #expect(next.state.agenda == nil)
    next.saveSnapshot(after: 1000)
    #expect(try log.loadSnapshot(of: resident) == old)
    try next.runOffice(until: next.now)
    next.saveSnapshot(after: 1000)
    #expect(try log.loadSnapshot(of: resident)?.head.seq == next.eventCount)
    let last = try Self.session(log)
    #expect(last.state.agenda == next.state.agenda && last.state.agenda != nil)
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
