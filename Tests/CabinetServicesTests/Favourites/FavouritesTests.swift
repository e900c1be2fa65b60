import Cabinet
import CabinetStore
import Testing

@testable import CabinetServices

@Suite struct FavouritesTests {
  private func session(_ log: any EventLog) throws -> CabinetSession {
    try Resident.session(log, catalogue: SearchFixture.catalogue)
  }

  @Test func favouritesAreKeptInTheJournalTheLastAddedFirst() throws {
    let log = MemoryEventLog()
    let session = try session(log)
    for id in ["hunting-licence", "passport-issue", "hunting-licence"] {
      try session.setFavourite(id, true)
    }
    #expect(session.eventCount == 2)
    #expect(session.favourites.map(\.id) == ["passport-issue", "hunting-licence"])
    try session.setFavourite("passport-issue", false)
    try session.setFavourite("passport-issue", false)
    #expect(session.eventCount == 3)
    let again = try self.session(log)
    #expect(again.favourites.map(\.id) == ["hunting-licence"])
    #expect(again.isFavourite("hunting-licence") && !again.isFavourite("passport-issue"))
  }

  @Test func aServiceThatIsGoneIsPassedOver() throws {
    let session = try session(MemoryEventLog())
    try session.setFavourite("gone", true)
    try session.setFavourite("passport-issue", true)
    #expect(session.favourites.map(\.id) == ["passport-issue"])
  }

  @Test func whatWasOpenedIsNoEventAndOutlivesTheSession() throws {
    let log = MemoryEventLog()
    let session = try session(log)
    let ids = SearchFixture.catalogue.services.prefix(12).map(\.id)
    for id in ids { session.noteOpened(id) }
    session.noteOpened(ids[5])
    #expect(session.eventCount == 0)
    let expected = [ids[5], ids[11], ids[10], ids[9], ids[8], ids[7], ids[6], ids[4]]
    #expect(session.recentServices.map(\.id) == expected)
    session.saveSnapshot()
    #expect(try self.session(log).recentServices.map(\.id) == expected)
  }

  @Test func whatWasAppliedForIsRecentByItself() throws {
    let log = MemoryEventLog()
    let first = try session(log)
    let draft = try first.beginDraft(for: try first.service("hunting-licence"), id: "a1")
    #expect(draft.service == "hunting-licence")
    let later = try Resident.session(log, at: Resident.days(2), catalogue: SearchFixture.catalogue)
    later.noteOpened("passport-issue")
    #expect(later.recentServices.map(\.id) == ["passport-issue", "hunting-licence"])
  }
}
