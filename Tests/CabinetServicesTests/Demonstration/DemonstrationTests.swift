import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct DemonstrationTests {
  private func open(_ log: any EventLog) throws -> CabinetSession {
    try Demonstration.open(log, fixtures: Fixtures.folder, ids: IDSource(seed: 1))
  }

  @Test func theSeedIsTheSameEveryTime() throws {
    let first = MemoryEventLog()
    let second = MemoryEventLog()
    let session = try open(first)
    #expect(try open(second).state == session.state)
    for stream in try first.streams() {
      #expect(try first.read(stream, from: 1) == second.read(stream, from: 1))
    }
    let count = session.eventCount
    #expect(try open(first).eventCount == count, "an open demonstration is not seeded again")
  }

  @Test func theLifeOfTheResidentIsGoingOn() throws {
    let session = try open(MemoryEventLog())
    #expect(session.isDemonstration && session.now == CabinetClock.demonstrationStart)
    #expect(!session.state.applications.isEmpty && !session.overview.needs.isEmpty)
    #expect(session.overview.moving.allSatisfy { session.nextStep(for: $0) != nil })
    for application in session.state.applications {
      #expect(application.history.allSatisfy { $0.at <= session.now })
      #expect(application.history.map(\.at) == application.history.map(\.at).sorted())
      #expect(application.submission.answers.values.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func aSeedCutShortAnywhereIsDoneAgainToTheSameEnd() throws {
    let whole = FailingLog(failing: 0)
    let expected = try open(whole).state
    for failAt in 1...whole.writes {
      let log = FailingLog(failing: failAt, staysDown: true)
      _ = try? open(log)
      let again = try open(log.memory)
      #expect(again.state.summaries == expected.summaries, "cut at \(failAt)")
      #expect(again.state.profile == expected.profile && again.state.drafts == expected.drafts)
      #expect(again.state.submittedCount == expected.submittedCount)
    }
  }

  @Test func aSeedThatStumblesOnceComesToTheSameEnd() throws {
    let whole = FailingLog(failing: 0)
    let expected = try open(whole).state
    for failAt in stride(from: 1, through: whole.writes, by: 4) {
      let log = FailingLog(failing: failAt)
      _ = try? open(log)
      #expect(try open(log).state == expected, "stumbled at \(failAt)")
    }
  }

  @Test func aMissingScriptIsNamed() throws {
    #expect(throws: CabinetFailure.self) {
      try Demonstration.open(MemoryEventLog(), fixtures: "/nowhere")
    }
  }
}
