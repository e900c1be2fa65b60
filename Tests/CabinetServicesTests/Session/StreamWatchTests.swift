import CabinetStore
import Glibc
import Testing

@testable import Cabinet
@testable import CabinetServices

/// What tells a session that another one has written, with the system's notices and without.
@Suite struct StreamWatchTests {
  private let folder: Fixtures.Folder
  private let town: Town

  init() throws {
    folder = try Fixtures.Folder()
    town = Town(
      try FileEventLog(
        folder.path + "/store",
        creating: StoreManifest(kind: .personal, createdAt: Town.start)))
  }

  /// Another process: it shares nothing with this one but the folder.
  private func other(_ name: String = "anna") throws -> CabinetSession {
    try Town(try FileEventLog(folder.path + "/store")).session(name)
  }

  private func isReady(_ descriptor: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 10_000) == 1
  }

  private func change(_ session: CabinetSession, _ email: String) throws {
    var profile = session.state.profile
    profile.values["email"] = email
    try session.save(profile)
  }

  @Test func aNoticeWakesAndTheLengthTells() throws {
    let session = try town.session()
    let watch = StreamWatch(session.log)
    watch.add(session.stream)
    let descriptor = try #require(watch.descriptor)
    #expect(watch.patience == nil)
    _ = watch.takeChanges()
    try change(try other(), "one@example.org")
    #expect(isReady(descriptor))
    #expect(watch.takeChanges() == [session.stream])
    #expect(watch.takeChanges().isEmpty)
  }

  @Test func withoutNoticesTheLengthIsAskedEverySoOften() throws {
    let session = try town.session()
    let watch = StreamWatch(session.log, notices: nil)
    watch.add(session.stream)
    #expect(watch.descriptor == nil)
    #expect(watch.patience == StreamWatch.interval)
    _ = watch.takeChanges()
    #expect(watch.takeChanges().isEmpty)
    try change(try other(), "one@example.org")
    #expect(watch.takeChanges() == [session.stream])
    #expect(watch.takeChanges().isEmpty)
  }

  /// The folders of a stream are watched from the nearest that is there.
  @Test func aFolderThatIsMadeLaterGivesNotice() throws {
    let session = try town.session()
    let watch = StreamWatch(session.log)
    watch.add(.resident("boris"))
    _ = watch.takeChanges()
    let boris = try other("boris")
    let descriptor = try #require(watch.descriptor)
    #expect(isReady(descriptor))
    #expect(watch.takeChanges() == [.resident("boris")])
    try change(boris, "one@example.org")
    #expect(isReady(descriptor))
    #expect(watch.takeChanges() == [.resident("boris")])
  }

  /// A time that somebody else books is no longer offered here, and one that they give back is again.
  @Test func aRegisterThatWasOpenedIsWatched() throws {
    let session = try town.session()
    let request = town.request()
    _ = try session.takeInChanges()
    let free = try town.times(session, request, at: "doctor-068")
    _ = try session.takeInChanges()
    #expect(try !session.takeInChanges())
    let boris = try other("boris")
    let booking = try town.book(boris)
    #expect(try town.times(session, request, at: "doctor-068") == free)
    #expect(try session.takeInChanges())
    #expect(try town.times(session, request, at: "doctor-068") == Array(free.dropFirst()))
    #expect(try !session.takeInChanges())
    try boris.cancel(booking.id)
    #expect(try session.takeInChanges())
    #expect(try town.times(session, request, at: "doctor-068") == free)
    // Its own records are no news.
    try town.book(session)
    #expect(try !session.takeInChanges())
  }
}
