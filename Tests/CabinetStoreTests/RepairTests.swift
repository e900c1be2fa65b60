import Cabinet
import Glibc
import Testing

@testable import CabinetStore
@testable import StoreTorture

@Suite struct RepairTests {
  /// Takes every record but those of a number.
  final class Judge: RepairJudge {
    var refused: Set<Int> = []
    private(set) var saved: [Int] = []
    func objection(to record: Record, in stream: CabinetStore.Stream) -> Phrase? {
      refused.contains(record.seq) ? Phrase("нет", "no") : nil
    }
    func willSave(_ record: Record) { saved.append(record.seq) }
    func finish(_ target: FileEventLog, _ report: inout RepairReport) throws(StoreError) {}
  }

  /// A machine with a store of sealed files whose third record is damaged, and two attachments.
  static func machine() throws -> FaultyFileSystem {
    let files = try FaultSweepTests.machine()
    var options = FileEventLog.Options()
    options.sealedSize = 400
    let log = try FileEventLog(
      "/data/store", creating: personal, options: options, files: files)
    for number in 1...6 { _ = try log.append(anna, expecting: number - 1, event(number)) }
    _ = try log.append(.city("vets"), expecting: 0, event(1))
    _ = try log.putAttachment([1], in: anna)
    _ = try log.putAttachment([2], in: anna)
    let sealed = try #require(
      files.machine.node(at: "data/store/\(anna.path)/journal-000002.jsonl"))
    var bytes = sealed.seen.bytes
    bytes[120] ^= 1
    sealed.plant(bytes, at: files.machine.tick())
    files.heal()
    return files
  }

  /// Every file of the damaged store with its bytes.
  static func original(_ files: FaultyFileSystem) -> [String: [UInt8]] {
    files.machine.files.filter { $0.key.hasPrefix("/data/store/") }
  }

  static func repair(_ files: FaultyFileSystem, _ judge: Judge = Judge()) throws -> RepairReport {
    var options = FileEventLog.Options()
    options.isWritable = false
    return try FileEventLog("/data/store", options: options, files: files)
      .repair(into: "/data/new", judge, files: files)
  }

  @Test func theRestIsAWholeStore() throws {
    let files = try Self.machine()
    let before = Self.original(files)
    #expect(before.count > 5)
    let judge = Judge()
    judge.refused = [5]
    let report = try Self.repair(files, judge)
    #expect(report.records == 5)
    #expect(judge.saved.count == report.records && !judge.saved.contains(5))
    #expect(report.attachments == 2)
    #expect(report.streams == 2)
    #expect(report.losses.map(\.code) == ["damagedRecord", "contradiction"])
    #expect(
      report.losses.first?.place == .init(file: "journal-000002.jsonl", line: 1, seq: 3))
    let new = try FileEventLog("/data/new", files: files)
    #expect(
      try new.read(anna, from: 1).map { String(decoding: $0.event, as: UTF8.self) }
        == [1, 2, 4, 6].map { "{\"n\":\($0)}" })
    #expect(try new.read(anna, from: 1).map(\.seq) == [1, 2, 3, 4])
    #expect(try new.check().findings.isEmpty)
    #expect(Self.original(files) == before)
    #expect(throws: StoreError.notStore(path: "/data/new")) { try Self.repair(files) }
  }

  /// A manifest that is there is not taken for lost, though it says what would stand in for it.
  @Test func manifestIsLostOnlyWhereItIs() throws {
    let files = try Self.machine()
    var options = FileEventLog.Options()
    options.isWritable = false
    options.fallback = personal
    func losses(_ path: String) throws -> [String] {
      try FileEventLog("/data/store", options: options, files: files)
        .repair(into: path, Judge(), files: files).losses.map(\.code)
    }
    #expect(try losses("/data/a") == ["damagedRecord"])
    let manifest = try #require(files.machine.node(at: "data/store/store.json"))
    manifest.plant(Array("{".utf8), at: files.machine.tick())
    #expect(throws: StoreError.damagedManifest(path: "/data/store/store.json")) {
      try Self.repair(files)
    }
    #expect(try losses("/data/b") == ["manifest", "damagedRecord"])
    #expect(try FileEventLog("/data/b", files: files).manifest == personal)
  }

  /// Whatever fails meanwhile, the damaged store stays byte for byte what it was.
  @Test(arguments: FaultSweepTests.faults)
  func everyCallLeavesTheOriginalAlone(_ fault: Fault) throws {
    let clean = try Self.machine()
    let before = Self.original(clean)
    _ = try Self.repair(clean)
    for call in 1...clean.calls {
      let files = try Self.machine()
      files.faultyCall = call
      files.fault = fault
      let report = try? Self.repair(files)
      #expect(Self.original(files) == before, "\(fault) at call \(call)")
      files.heal()
      if report?.losses.count == 1 {
        #expect(try FileEventLog("/data/new", files: files).read(anna, from: 1).count == 5)
      }
    }
  }
}
