import Cabinet
import CabinetStore

/// The registers of the institutions that a session has opened, each folded once and kept up to date.
///
/// Whole are the appointments of the session's resident and those that something is made of; the others are
/// in the register's ledger, and their records are folded when they are asked for.
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
  /// A snapshot takes as long as the ledger is long: it is written once for so many that lie there.
  private static let laidDownPerRecord = 50
  /// From how many bytes on the reading of a snapshot leaves much behind.
  private static let longSnapshot = 1 << 20
  /// Records that are read at once where there is no snapshot.
  private static let piece = 4096
  /// How often a commit is tried where others hold the lock for long.
  private static let attempts = 3

  /// Told the name of each register that is opened, and of those that are open already.
  var onOpen: ((String) -> Void)? {
    didSet { for name in opened.keys.sorted() { onOpen?(name) } }
  }

  /// Tells when something next becomes of an appointment by itself.
  var wakes: (Booking) -> Timestamp? = { $0.at }

  let log: any EventLog
  private let resident: String
  private var opened: [String: Opened] = [:]
  /// Registers of which pieces are read and others not.
  private var begun: [String: Opened] = [:]

  init(log: any EventLog, resident: String) {
    self.log = log
    self.resident = resident
  }

  /// The register as it was last seen; read when it is first asked for.
  func known(_ name: String) throws(CabinetFailure) -> Registry {
    if let opened = opened[name] { return opened.registry }
    return try newest(name)
  }

  /// The register with what other processes have written since.
  ///
  /// - Parameter pace: hears of each record that no snapshot holds.
  @discardableResult
  func newest(_ name: String, _ pace: Pace = { _, _ in }) throws(CabinetFailure) -> Registry {
    var book = try open(name, pace)
    let records: [Record]
    do { records = try log.read(.city(name), from: book.head.seq + 1) } catch {
      throw .store(error)
    }
    // The only copy, so that taking in an event copies nothing.
    opened[name] = nil
    do throws(CabinetFailure) { try take(records, into: &book, name, pace) } catch {
      opened[name] = book
      throw error
    }
    opened[name] = book
    return book.registry
  }

  /// An appointment or a hold by its id, whoever made it; nil where there is none.
  func booking(_ id: String, in name: String) throws(CabinetFailure) -> Booking? {
    let registry = try known(name)
    guard registry.isInLedger(id), var book = opened[name] else { return registry.booking(id) }
    opened[name] = nil
    defer { opened[name] = book }
    try revive(id, in: &book.registry, name)
    return book.registry.booking(id)
  }

  /// The register as it was last seen, with all whole of which something becomes by itself until a moment.
  func awake(_ name: String, until moment: Timestamp) throws(CabinetFailure) -> Registry {
    for id in try known(name).waking(until: moment) { _ = try booking(id, in: name) }
    return try known(name)
  }

  /// Reads the next piece of a register that is not open.
  ///
  /// - Returns: how many of its records are read; nil where it is open.
  func readOn(_ name: String) throws(CabinetFailure) -> Int? {
    guard opened[name] == nil else { return nil }
    var book = try begin(name)
    if book.snapshotSeq == 0, try fold(pieceOf: name, into: &book) {
      begun[name] = book
      return book.head.seq
    }
    opened[name] = book
    return nil
  }

  /// Whether a register is open or opens at once, because it has a snapshot or is short.
  func opensAtOnce(_ name: String) throws(CabinetFailure) -> Bool {
    guard begun[name] == nil else { return false }
    return try readOn(name) == nil
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
          try take(others, into: &book, name)
          event = try decide(book.registry)
          guard let event else { return nil }
          let at = max(moment, book.registry.latest ?? moment)
          do throws(RegistryRefusal) {
            try book.registry.apply(event, at: at, record: book.head.seq + 1)
          } catch {
            throw CabinetFailure.booking(BookingFailure(error, book.registry))
          }
          return NewRecord(at: at, actor: Actor(party), event: try RegistryRecord.encode(event))
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

  private func open(_ name: String, _ pace: Pace = { _, _ in }) throws(CabinetFailure) -> Opened {
    if let book = opened[name] { return book }
    var book = try begin(name)
    if book.snapshotSeq == 0 { while try fold(pieceOf: name, into: &book, pace) {} }
    return book
  }

  /// What is read of a register already, its snapshot at least.
  private func begin(_ name: String) throws(CabinetFailure) -> Opened {
    if let part = begun.removeValue(forKey: name) { return part }
    return try start(name)
  }

  /// The register as its snapshot has it, empty where there is none.
  private func start(_ name: String) throws(CabinetFailure) -> Opened {
    onOpen?(name)
    guard let kept = try kept(name) else {
      return Opened(head: Head(seq: 0, hash: CabinetStore.Stream.city(name).origin))
    }
    // The reading of a long snapshot leaves three times as much behind as is kept of it.
    if kept.size > Self.longSnapshot { FreedMemory.giveBack() }
    var book = Opened(
      registry: kept.registry, head: kept.head, snapshotSeq: kept.head.seq)
    for records in book.registry.ledger(ofResident: resident) {
      try revive(records, of: resident, in: &book.registry, name)
    }
    return book
  }

  /// The register of the snapshot, and its bytes; nil where there is none that this version reads.
  private func kept(_ name: String) throws(CabinetFailure) -> (
    registry: Registry, head: Head, size: Int
  )? {
    let snapshot: Snapshot?
    do { snapshot = try log.loadSnapshot(of: .city(name)) } catch { throw .store(error) }
    guard let snapshot, let registry = RegistryCopy.read(snapshot.body) else { return nil }
    return (registry, snapshot.head, snapshot.body.count)
  }

  /// Folds the next records of a register that has no snapshot, so that a long history is never whole in memory.
  ///
  /// - Returns: true where there are more.
  private func fold(
    pieceOf name: String, into book: inout Opened, _ pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> Bool {
    let before = book.head.seq
    let records: [Record]
    do { records = try log.read(.city(name), from: before + 1, limit: Self.piece) } catch {
      throw .store(error)
    }
    try take(records, into: &book, name) { done, _ in pace(before + done, nil) }
    let isLast = records.count < Self.piece
    if isLast, book.head.seq < Self.piece { return false }
    book.registry.compact(keeping: resident, standing: !isLast, wakes: wakes)
    return !isLast
  }

  /// Writes snapshots of all registers that have grown by so many records; they save time and hold no truth.
  func saveSnapshots(after records: Int = manyRecords) {
    for name in opened.keys.sorted() { saveSnapshot(name, after: records) }
  }

  private func saveSnapshot(_ name: String, after records: Int = manyRecords) {
    guard var book = opened[name] else { return }
    let grown = max(records, book.registry.closed.count / Self.laidDownPerRecord)
    guard book.head.seq - book.snapshotSeq >= grown else { return }
    if let latest = book.registry.latest {
      book.registry.forget(endedBefore: latest.adding(seconds: -Self.keptDays * 86_400))
    }
    book.registry.compact(keeping: resident, wakes: wakes)
    var copy = book.registry
    copy.compact(keeping: nil, wakes: wakes)
    guard let body = RegistryCopy.written(copy),
      (try? log.saveSnapshot(Snapshot(head: book.head, body: body), of: .city(name))) != nil
    else { return }
    book.snapshotSeq = book.head.seq
    opened[name] = book
  }

  private func take(
    _ records: [Record], into book: inout Opened, _ name: String, _ pace: Pace = { _, _ in }
  ) throws(CabinetFailure) {
    for (index, record) in records.enumerated() {
      pace(index, records.count)
      let event = try RegistryRecord.event(of: record)
      if let id = event.changedBooking, book.registry.isInLedger(id) {
        try revive(id, in: &book.registry, name)
      }
      do { try book.registry.apply(event, at: record.at, record: record.seq) } catch {
        throw .journalContradicts(
          Phrase("запись \(record.seq): \(error)", "record \(record.seq): \(error)"))
      }
      book.head = Head(seq: record.seq, hash: record.hash)
    }
  }

  private func revive(_ id: String, in registry: inout Registry, _ name: String)
    throws(CabinetFailure)
  {
    let records = registry.ledger(of: id)
    let booking = try RegistryRecord.booking(records, in: name, of: log)
    guard booking.id == id else { throw RegistryRecord.unreadable(records.first ?? 0) }
    registry.revive(booking, records: records)
  }

  private func revive(
    _ records: [Int], of resident: String, in registry: inout Registry, _ name: String
  ) throws(CabinetFailure) {
    let booking = try RegistryRecord.booking(records, in: name, of: log)
    // The ledger names residents by a hash.
    if booking.resident == resident { registry.revive(booking, records: records) }
  }
}
