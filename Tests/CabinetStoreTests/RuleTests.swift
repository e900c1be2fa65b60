import Cabinet
import Foundation
import Glibc
import Testing

@testable import CabinetStore
@testable import StoreTorture

/// The rules for losing nothing that no other suite is about; `docs/store.md` lists all of them.
@Suite struct RuleTests {
  let files: FaultyFileSystem
  let log: FileEventLog

  init() throws {
    files = try FaultSweepTests.machine()
    log = try FileEventLog("/data/store", creating: personal, files: files)
    _ = try log.append(anna, expecting: 0, event(1))
  }

  /// The whole store, or one directory in it, is another user's.
  @Test func whatBelongsToAnotherUserIsRefused() throws {
    files.user = 4242
    let whole = #expect(throws: StoreError.self) { try FileEventLog("/data/store", files: files) }
    #expect(whole == .unsafe(path: "/data/store", .foreign))
    #expect(whole?.phrase.en.contains("chown") == true)
    // Made while the store was open in the name of that user.
    let root = try files.open("/data/store", in: nil, for: .directory)
    try files.makeDirectory("city", in: root)
    files.user = 1000
    let part = #expect(throws: StoreError.self) {
      try FileEventLog("/data/store", files: files).append(.city("vets"), expecting: 0, event(1))
    }
    #expect(part == .unsafe(path: "/data/store/city", .foreign))
    #expect(try FileEventLog("/data/store", files: files).read(anna, from: 1).count == 1)
  }

  @Test func networkDiskIsWarnedOfOnce() throws {
    #expect(log.takeNotices().isEmpty)
    files.storage = .remote("NFS")
    let remote = try FileEventLog("/data/store", files: files)
    let notices = remote.takeNotices()
    #expect(notices.count == 1)
    #expect(notices.first?.ru.contains("NFS") == true && notices.first?.en.contains("NFS") == true)
    #expect(remote.takeNotices().isEmpty)
    #expect(try remote.append(anna, expecting: 1, event(2)).seq == 2)
    // The machine's own answer comes from the kernel: /proc is no network disk.
    let disk = PosixFileSystem()
    let proc = try disk.open("/proc", in: nil, for: .directory)
    #expect(try disk.storage(of: proc) == .local)
    try disk.close(proc)
  }

  /// Nothing that the store has open goes to a program that is started.
  @Test func descriptorsAreClosedWhenAProgramIsStarted() throws {
    let directory = try TemporaryDirectory()
    let log = try FileEventLog(directory.path + "/store", creating: personal)
    _ = try log.append(anna, expecting: 0, event(1))
    var seen = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
      let target = try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/fd/\(name)")
      guard target?.hasPrefix(directory.path) == true, let number = Int32(name) else { continue }
      #expect(fcntl(number, F_GETFD) & FD_CLOEXEC != 0, "\(target ?? "")")
      seen += 1
    }
    #expect(seen >= 5)
  }

  /// No call leaves the lock behind, so nobody waits for a key with it.
  @Test func lockIsFreeAfterEveryCall() throws {
    var options = FileEventLog.Options()
    options.patience = 0
    struct Refusal: Error {}
    let head = try log.head(of: anna)
    let calls: [() throws -> Void] = [
      { _ = try log.commit(anna, after: 1) { _ in nil } },
      { _ = try log.commit(anna, after: 1) { _ in throw Refusal() } },
      { _ = try log.append(anna, expecting: 9, event(2)) },
      { try log.saveSnapshot(Snapshot(head: head, body: Array("{}".utf8)), of: anna) },
      { try log.saveSnapshot(Snapshot(head: head, body: []), of: anna) },
      { _ = try log.putAttachment([1], in: anna) },
      { _ = try log.restore(anna) { () throws(StoreError) in nil } },
      { try log.name("a", log.read(anna, from: 1)[0], of: anna) },
      { _ = try log.check() },
    ]
    for call in calls {
      try? call()
      let other = try FileEventLog("/data/store", options: options, files: files)
      #expect(throws: Never.self) { try other.commit(anna, after: 0) { _ in nil } }
    }
  }

  /// The disk keeps something else than the snapshot: the one before stays.
  @Test func snapshotStaysUntilTheNextOneWasReadBack() throws {
    let first = Snapshot(head: try log.head(of: anna), body: Array(#"{"n":1}"#.utf8))
    try log.saveSnapshot(first, of: anna)
    let record = try log.append(anna, expecting: 1, event(2))
    let second = Snapshot(
      head: Head(seq: 2, hash: record.hash), body: Array(#"{"n":2}"#.utf8))
    files.spoilsWrites = true
    #expect(throws: StoreError.self) { try log.saveSnapshot(second, of: anna) }
    files.spoilsWrites = false
    let again = try FileEventLog("/data/store", files: files)
    #expect(try again.loadSnapshot(of: anna) == first)
    #expect(try again.check().findings.isEmpty)
    try again.saveSnapshot(second, of: anna)
    #expect(try again.loadSnapshot(of: anna) == second)
  }

  @Test func orderIsThatOfTheNumbersWhateverTheClockDid() throws {
    for (seq, moment) in [(2, 5000), (3, -9000), (4, 0), (5, -1)] {
      _ = try log.append(
        anna, expecting: seq - 1,
        NewRecord(
          at: Timestamp(seconds: moment), actor: .clock, event: Array(#"{"n":\#(seq)}"#.utf8)))
    }
    let records = try FileEventLog("/data/store", files: files).read(anna, from: 1)
    #expect(records.map(\.seq) == [1, 2, 3, 4, 5])
    #expect(records.dropFirst().map(\.at.seconds) == [5000, -9000, 0, -1])
    #expect(try log.check().findings.isEmpty)
  }

  /// After a failed flush the next process reads the file from its first byte before it writes.
  @Test func afterAFailedFlushTheWholeFileIsReadBeforeWriting() throws {
    files.heal()
    _ = try log.append(anna, expecting: 1, event(2))
    let sync = try #require(files.log.lastIndex(of: "fdatasync")) + 1
    files.heal()
    files.faultyCall = sync
    files.fault = .failure(EIO, forEver: false)
    #expect(throws: StoreError.self) { try log.append(anna, expecting: 2, event(3)) }
    let phrase = try #require(log.failure).phrase
    #expect(phrase.ru.contains("kabinet export") && phrase.ru.contains("осталось на экране"))
    files.heal()
    let again = try FileEventLog("/data/store", files: files)
    let size = try again.generation(of: anna)
    let before = files.bytesRead
    _ = try again.append(anna, expecting: 2, event(3))
    #expect(files.bytesRead - before >= size)
  }
}
