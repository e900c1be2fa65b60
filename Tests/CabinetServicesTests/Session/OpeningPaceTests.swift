import Cabinet
import CabinetStore
import Testing

@testable import CabinetServices

/// How far the long readings are, as those hear it who wait for them.
@Suite struct OpeningPaceTests {
  /// What was heard, and a pace that hears it.
  private final class Ear {
    var steps: [(done: Int, whole: Int?)] = []
    var pace: Pace { { self.steps.append(($0, $1)) } }
    /// True where what is done only grew, and was never more than the whole.
    var isOrderly: Bool {
      zip(steps, steps.dropFirst()).allSatisfy { $0.done < $1.done }
        && steps.allSatisfy { $0.done < $0.whole ?? .max }
    }
  }

  private let log = MemoryEventLog()

  init() throws {
    _ = try Demonstration.open(log, fixtures: Fixtures.folder, ids: IDSource(seed: 1))
  }

  @Test func openingTellsOfEachRecordThatNoSnapshotHolds() throws {
    let stream = CabinetStore.Stream.resident("demo")
    let whole = try log.head(of: stream).seq
    let bare = MemoryEventLog()
    let records = try log.read(stream, from: 1)
    var rest = records.map { NewRecord(at: $0.at, actor: $0.actor, event: $0.event) }[...]
    _ = try bare.restore(stream) { () throws(StoreError) in rest.popFirst() }
    for (log, count) in [(bare, whole), (log, 0)] {
      let ear = Ear()
      let session = try CabinetSession(
        log: log, resident: "demo", ordinal: 1, isDemonstration: true, fixtures: Fixtures.folder,
        clock: .fixed(CabinetClock.demonstrationStart), pace: ear.pace)
      #expect(session.eventCount == whole)
      #expect(ear.steps.count == count && ear.isOrderly)
      #expect(ear.steps.allSatisfy { $0.whole == whole })
    }
  }

  @Test func readingAnExportTellsOfEachRecordTwice() throws {
    let document = try ExportDocument(of: nil, in: log, kind: .demonstration)
    let ear = Ear()
    #expect(try ExportDocument(document.encoded, pace: ear.pace) == document)
    #expect(ear.steps.count == 2 * document.records.count)
    #expect(ear.steps.allSatisfy { $0.whole == 2 * document.records.count })
    #expect(zip(ear.steps, ear.steps.dropFirst()).allSatisfy { $0.done <= $1.done })
  }

  @Test func readingAFileTellsOfItsBytes() throws {
    let folder = try Fixtures.Folder()
    let path = folder.path + "/long.txt"
    _ = try RecordFile.write(String(repeating: "строка\n", count: 40_000), to: path)
    let ear = Ear()
    let bytes = try InputFile.read(path, limit: 1 << 20, pace: ear.pace)
    #expect(bytes.count == 40_000 * 13)
    #expect(ear.steps.count > 5 && ear.steps.first?.done == 0)
    #expect(ear.steps.last?.done == bytes.count)
    #expect(zip(ear.steps, ear.steps.dropFirst()).allSatisfy { $0.done < $1.done })
  }
}
