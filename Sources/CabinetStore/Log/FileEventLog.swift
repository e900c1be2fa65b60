public import Cabinet

/// The event log kept as files in a directory.
///
/// `docs/store.md` has its promise and its format.
public final class FileEventLog: EventLog {
  /// How to open a store.
  public struct Options: Sendable {
    /// Whether records may be added.
    public var isWritable = true
    /// How long to wait for another process that writes the same stream, in milliseconds.
    public var patience = 5000
    /// How many journals stay open at once; each takes a few file descriptors.
    public var openJournals = 32
    /// How long a journal's active file grows before it is sealed and another begun, in bytes.
    ///
    /// It bounds what a process verifies before it first adds to a journal.
    public var sealedSize = 4 << 20
    /// How many commits follow close behind each other before the file grows in advance for the next ones.
    public var commitsBeforeRoom = 16
    /// Whether a journal that is damaged before its end is read up to there; refused otherwise.
    public var readsUpToDamage = false
    /// What to take for the manifest where it can't be read, to save the rest; nil to refuse then.
    public var fallback: StoreManifest?

    /// Makes the usual options.
    public init() {}
  }

  /// The directory, as given.
  public let path: String
  /// What the store says about itself.
  public let manifest: StoreManifest
  /// What was set aside since the log was opened.
  public internal(set) var recoveries: [Recovery] = []
  /// Why the log takes no more records; nil while it does.
  public internal(set) var failure: StoreError?

  let root: Folder
  let options: Options
  private var damages: [Stream: StoreError] = [:]
  private var journals: [Stream: Journal] = [:]
  private var recency: [Stream] = []
  private var notices: [Phrase] = []

  /// Opens the store in a directory.
  ///
  /// - Parameters:
  ///   - path: the directory; it must be the user's own, mode 0700, and no symbolic link.
  ///   - manifest: what to make where there is no directory, or an empty one; nil to refuse then.
  ///     An existing store keeps the manifest that it has.
  ///   - files: the file system; that of the machine unless a test says otherwise.
  public init(
    _ path: String, creating manifest: StoreManifest? = nil, options: Options = Options(),
    files: any FileSystem = PosixFileSystem()
  ) throws(StoreError) {
    self.path = path
    let (root, manifest) = try StoreRoot(
      path: path, files: files, patience: options.patience, isWritable: options.isWritable,
      fallback: options.fallback
    ).open(creating: manifest)
    self.root = root
    self.manifest = manifest
    var options = options
    // A disk that takes no new format takes no records.
    if manifest.format < StoreManifest.currentFormat { options.isWritable = false }
    self.options = options
    if case .remote(let name) = root.storage { notices.append(Storage.warning(name, path: path)) }
  }

  /// What the user should be told and was not yet: what was set aside, or that the disk is none.
  public func takeNotices() -> [Phrase] {
    defer { notices = [] }
    return notices
  }

  /// Takes away the room that is left in journals.
  public func rest() {
    for journal in journals.values { journal.clearRoom() }
  }

  /// The streams that have a directory, in the order of their paths.
  public func streams() throws(StoreError) -> [Stream] {
    var streams: [Stream] = []
    if try root.subfolder("accounts") != nil { streams.append(.accounts) }
    for name in try root.subfolder("city")?.names() ?? [] { streams.append(.city(name)) }
    if let residents = try root.subfolder("residents") {
      for shard in try residents.names() where shard.utf8.count == 2 {
        let ids = try residents.subfolder(shard)?.names() ?? []
        // A directory in a foreign shard is no stream: nothing would ever read it.
        streams += ids.map { .resident($0) }.filter { $0.components[1] == shard }
      }
    }
    return streams.filter(\.isValid)
  }

  /// The last record of a stream; the origin in a stream that has none.
  public func head(of stream: Stream) throws(StoreError) -> Head {
    guard let journal = try journal(of: stream) else { return Head(seq: 0, hash: stream.origin) }
    _ = try journal.read(after: journal.end.head.seq)
    return journal.end.head
  }

  /// The records from number `seq` on, every one verified.
  ///
  /// Those before the damage where there is one and ``Options/readsUpToDamage`` says so.
  public func read(_ stream: Stream, from seq: Int) throws(StoreError) -> [Record] {
    guard let journal = try journal(of: stream) else { return [] }
    let last = max(0, seq - 1)
    if damages[stream] != nil { return try journal.readUpToDamage(after: last).records }
    do throws(StoreError) {
      return try journal.read(after: last)
    } catch {
      guard options.readsUpToDamage, case .damaged = error else { throw error }
      // A record taken back while it was read looks like damage; real damage is still there.
      let (records, damage) = try journal.readUpToDamage(after: last)
      if let damage {
        damages[stream] = damage
        notices.append(damage.phrase)
      }
      return records
    }
  }

  /// The damage up to which a stream was read; nil where there is none, or where it was not met yet.
  public func damage(of stream: Stream) -> StoreError? { damages[stream] }

  /// At most `limit` records from number `seq` on, every one verified.
  public func read(
    _ stream: Stream, from seq: Int, limit: Int
  ) throws(StoreError) -> [Record] {
    try journal(of: stream)?.read(after: max(0, seq - 1), limit: limit) ?? []
  }

  /// The bytes in the journal, as far as this process can tell without reading records.
  public func generation(of stream: Stream) throws(StoreError) -> Int {
    try journal(of: stream)?.generation() ?? 0
  }

  /// Lets the caller decide on the newest state, and keeps the decision.
  public func commit(
    _ stream: Stream, after seq: Int, _ decide: (_ others: [Record]) throws -> NewRecord?
  ) throws -> Commit {
    let journal = try lockedJournal(of: stream)
    defer { journal.lock.release() }
    let others = try settle(journal, after: seq)
    guard let new = try decide(others) else {
      try watched { () throws(StoreError) in try journal.synchronize() }
      return Commit(others: others, added: nil)
    }
    try new.validate()
    let added = try watched { () throws(StoreError) in try journal.append(new) }
    return Commit(others: others, added: added)
  }

  /// Gives a stream that has no records a whole history at once: all of it, or nothing.
  public func restore(
    _ stream: Stream, _ next: () throws(StoreError) -> NewRecord?
  ) throws(StoreError) -> Head {
    let journal = try lockedJournal(of: stream)
    defer { journal.lock.release() }
    _ = try settle(journal, after: 0)
    guard journal.end == journal.origin else { throw .conflict(actual: journal.end.head.seq) }
    return try watched { () throws(StoreError) in try journal.restore(next) }
  }

  /// Opens the journal of a stream, verifies it if it was not yet, and takes its lock.
  func lockedJournal(of stream: Stream) throws(StoreError) -> Journal {
    if let failure { throw failure }
    guard options.isWritable, let journal = try journal(of: stream, making: true) else {
      throw .readOnly(path: path)
    }
    try journal.prove()
    try journal.takeLock(patience: options.patience)
    return journal
  }

  /// Brings a locked journal up to date and notes what had to be set aside.
  func settle(_ journal: Journal, after seq: Int) throws(StoreError) -> [Record] {
    try watched { () throws(StoreError) in
      let (others, recovery) = try journal.settle(after: seq, root: root)
      if let recovery {
        recoveries.append(recovery)
        notices.append(recovery.phrase)
      }
      return others
    }
  }

  /// Runs a step that writes, and remembers where the disk refused to confirm.
  func watched<Value>(_ step: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    do throws(StoreError) {
      return try step()
    } catch {
      if case .syncFailed = error { failure = error }
      throw error
    }
  }

  /// The open journal of a stream; nil where it has no directory and none is to be made.
  func journal(of stream: Stream, making isMade: Bool = false) throws(StoreError) -> Journal? {
    guard stream.isValid else { throw .invalidName(stream.path) }
    if let journal = journals[stream] {
      if recency.last != stream {
        recency.removeAll { $0 == stream }
        recency.append(stream)
      }
      return journal
    }
    var parents: [Folder] = []
    var folder = root
    for component in stream.components {
      parents.append(folder)
      if isMade, folder === root, try folder.subfolder(component) == nil {
        // The maker of the store may have died before the disk had the name of its manifest. Without
        // that name, and with another one, the directory would be no store.
        try watched { () throws(StoreError) in try root.synchronize() }
      }
      let next =
        isMade ? try folder.makeSubfolder(component) : try folder.subfolder(component)
      guard let next else { return nil }
      folder = next
    }
    let journal = try Journal(
      stream, in: folder, under: parents, options: options)
    if journals.count >= options.openJournals,
      let oldest = recency.firstIndex(where: { journals[$0]?.lock.isHeld != true })
    {
      journals[recency.remove(at: oldest)] = nil
    }
    journals[stream] = journal
    recency.append(stream)
    return journal
  }
}
