import CabinetStore
import FoundationEssentials

/// Every record of a store, read without writing.
struct StoreContent: Equatable {
  private(set) var events: [CabinetStore.Stream: [[UInt8]]] = [:]

  /// An empty store.
  init() {}

  /// Reads a store; nil where there is none yet.
  ///
  /// - Throws: ``StoreError`` where it can't be read.
  init?(_ folder: String) throws {
    var options = FileEventLog.Options()
    options.isWritable = false
    let log: FileEventLog
    do throws(StoreError) { log = try FileEventLog(folder, options: options) } catch {
      if case .noStore = error { return nil }
      throw error
    }
    for stream in try log.streams() {
      let records = try log.read(stream, from: 1)
      if !records.isEmpty { events[stream] = records.map(\.event) }
    }
  }

  /// The kinds of the events that came after those of another state, in each stream; nil where this
  /// state does not go on from that one.
  func kinds(after old: StoreContent) -> [CabinetStore.Stream: [String]]? {
    var kinds: [CabinetStore.Stream: [String]] = [:]
    for stream in Set(events.keys).union(old.events.keys) {
      let before = old.events[stream] ?? []
      let now = events[stream] ?? []
      guard now.starts(with: before) else { return nil }
      if now.count > before.count {
        kinds[stream] = now.dropFirst(before.count).map(StoreContent.kind)
      }
    }
    return kinds
  }

  private struct Event: Decodable {
    let kind: String?
  }

  private static func kind(_ event: [UInt8]) -> String {
    (try? JSONDecoder().decode(Event.self, from: Data(event)))?.kind ?? "other"
  }
}
