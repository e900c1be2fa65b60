import Cabinet
import CabinetStore
import FoundationEssentials

/// The registers of the institutions that a session has opened, each folded once and kept up to date.
///
/// What is decided on a register is decided under its lock, on its newest state: of two residents who
/// want the same time the second is told so at once.
final class RegistryBook {
  private struct Opened {
    var registry = Registry()
    var head: Head
    var snapshotSeq = 0
  }

  /// Records after which a snapshot is written by whoever adds the next.
  private static let manyRecords = 200
  /// For how long what is over stays in the register.
  private static let keptDays = 60
  /// How often a commit is tried where others hold the lock for long.
  private static let attempts = 3

  /// Told the name of each register that is opened, and of those that are open already.
  var onOpen: ((String) -> Void)? {
    didSet { for name in opened.keys.sorted() { onOpen?(name) } }
  }

  private let log: any EventLog
  private var opened: [String: Opened] = [:]

  init(log: any EventLog) {
    self.log = log
  }

  /// The register as it was last seen; read when it is first asked for.
  func known(_ name: String) throws(CabinetFailure) -> Registry {
    if let opened = opened[name] { return opened.registry }
    return try newest(name)
  }

  /// The register with what other processes have written since.
  @discardableResult
  func newest(_ name: String) throws(CabinetFailure) -> Registry {
    var book = try open(name)
    let records: [Record]
    do { records = try log.read(.city(name), from: book.head.seq + 1) } catch {
      throw .store(error)
    }
    try Self.take(records, into: &book)
    opened[name] = book
    return book.registry
  }

  /// Takes in what other processes have written to a register that was opened.
  ///
  /// - Returns: true where there was something new.
  func refresh(_ name: String) throws(CabinetFailure) -> Bool {
    let known = opened[name]?.head.seq
    try newest(name)
    return opened[name]?.head.seq != known
  }

  /// Decides on the newest state of a register and writes what was decided, all under its lock.
  ///
  /// - Parameters:
  ///   - moment: when; an event that comes later than others bears their time at least.
  ///   - decide: makes the event, or nil where nothing is to be done.
  /// - Throws: ``CabinetFailure``; nothing is changed then.
  /// - Returns: the event written, if any, and the register after it.
  @discardableResult
  func commit(
    _ name: String, at moment: Timestamp, by party: Party,
    _ decide: (Registry) throws(CabinetFailure) -> RegistryEvent?
  ) throws(CabinetFailure) -> (event: RegistryEvent?, registry: Registry) {
    var book = try open(name)
    // The only copy, so that taking in an event copies nothing.
    opened[name] = nil
    var event: RegistryEvent?
    var attempt = 1
    while true {
      do {
        let commit = try log.commit(.city(name), after: book.head.seq) { others in
          try Self.take(others, into: &book)
          event = try decide(book.registry)
          guard let event else { return nil }
          let at = max(moment, book.registry.latest ?? moment)
          do throws(RegistryRefusal) {
            try book.registry.apply(event, at: at)
          } catch {
            throw CabinetFailure.booking(BookingFailure(error, book.registry))
          }
          return NewRecord(at: at, actor: Actor(party), event: try Self.encode(event))
        }
        if let added = commit.added { book.head = Head(seq: added.seq, hash: added.hash) }
        opened[name] = book
        saveSnapshot(name)
        return (event, book.registry)
      } catch let failure as CabinetFailure {
        // What others wrote was taken in; what was refused was not.
        opened[name] = book
        throw failure
      } catch let error as StoreError {
        // Nothing was added; where a record was decided on, the register is read anew.
        guard case .busy = error, attempt < Self.attempts else { throw .store(error) }
        attempt += 1
      } catch {
        throw .journalContradicts(Phrase("\(error)", "\(error)"))
      }
    }
  }

  private func open(_ name: String) throws(CabinetFailure) -> Opened {
    if let book = opened[name] { return book }
    onOpen?(name)
    let stream = CabinetStore.Stream.city(name)
    let snapshot: Snapshot?
    do { snapshot = try log.loadSnapshot(of: stream) } catch { throw .store(error) }
    guard let snapshot,
      let registry = try? JSONDecoder().decode(Registry.self, from: Data(snapshot.body))
    else { return Opened(head: Head(seq: 0, hash: stream.origin)) }
    return Opened(registry: registry, head: snapshot.head, snapshotSeq: snapshot.head.seq)
  }

  /// Writes snapshots of all registers that have grown by so many records; they save time and hold no truth.
  func saveSnapshots(after records: Int) {
    for name in opened.keys.sorted() { saveSnapshot(name, after: records) }
  }

  private func saveSnapshot(_ name: String, after records: Int = manyRecords) {
    guard var book = opened[name], book.head.seq - book.snapshotSeq >= records else { return }
    if let latest = book.registry.latest {
      book.registry.forget(endedBefore: latest.adding(seconds: -Self.keptDays * 86_400))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let body = try? encoder.encode(book.registry),
      (try? log.saveSnapshot(Snapshot(head: book.head, body: Array(body)), of: .city(name))) != nil
    else { return }
    book.snapshotSeq = book.head.seq
    opened[name] = book
  }

  private static func take(_ records: [Record], into book: inout Opened) throws(CabinetFailure) {
    for record in records {
      guard let event = try? JSONDecoder().decode(RegistryEvent.self, from: Data(record.event))
      else {
        throw .journalContradicts(
          Phrase("запись \(record.seq) не читается", "record \(record.seq) cannot be read"))
      }
      do { try book.registry.apply(event, at: record.at) } catch {
        throw .journalContradicts(
          Phrase("запись \(record.seq): \(error)", "record \(record.seq): \(error)"))
      }
      book.head = Head(seq: record.seq, hash: record.hash)
    }
  }

  private static func encode(_ event: RegistryEvent) throws(CabinetFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(event)) } catch {
      throw .notPossible(
        Phrase("Событие не записать как JSON: \(error)", "The event is no JSON: \(error)"))
    }
  }
}
