/// The event log kept in memory, for tests of what lies above the store.
public final class MemoryEventLog: EventLog {
  /// The error with which the next writing call fails, once; nothing is kept then.
  public var nextFailure: StoreError?

  private var journals: [Stream: [Record]] = [:]
  private var snapshots: [Stream: Snapshot] = [:]
  private var names: [Stream: [String: Record]] = [:]
  private var attachments: [Stream: [String: [UInt8]]] = [:]

  /// Makes an empty log.
  public init() {}

  /// The streams that have records, in the order of their paths.
  public func streams() throws(StoreError) -> [Stream] {
    journals.keys.sorted { $0.path < $1.path }
  }

  /// The last record of a stream; the origin in a stream that has none.
  public func head(of stream: Stream) throws(StoreError) -> Head {
    guard stream.isValid else { throw .invalidName(stream.path) }
    let last = journals[stream]?.last
    return Head(seq: last?.seq ?? 0, hash: last?.hash ?? stream.origin)
  }

  /// The records from number `seq` on.
  public func read(_ stream: Stream, from seq: Int) throws(StoreError) -> [Record] {
    guard stream.isValid else { throw .invalidName(stream.path) }
    return Array(journals[stream, default: []].dropFirst(max(0, seq - 1)))
  }

  /// At most `limit` records from number `seq` on.
  public func read(
    _ stream: Stream, from seq: Int, limit: Int
  ) throws(StoreError) -> [Record] {
    Array(try read(stream, from: seq).prefix(limit))
  }

  /// Lets the caller decide on the newest state, and keeps the decision.
  public func commit(
    _ stream: Stream, after seq: Int, _ decide: (_ others: [Record]) throws -> NewRecord?
  ) throws -> Commit {
    let head = try head(of: stream)
    guard seq <= head.seq else { throw StoreError.conflict(actual: head.seq) }
    let others = try read(stream, from: seq + 1)
    guard let new = try decide(others) else { return Commit(others: others, added: nil) }
    try new.validate()
    try failIfAsked()
    let record = RecordLine.encode(new, after: head).record
    journals[stream, default: []].append(record)
    return Commit(others: others, added: record)
  }

  /// Gives a stream that has no records a whole history at once.
  public func restore(
    _ stream: Stream, _ next: () throws(StoreError) -> NewRecord?
  ) throws(StoreError) -> Head {
    var head = try head(of: stream)
    guard head.seq == 0 else { throw .conflict(actual: head.seq) }
    try failIfAsked()
    var records: [Record] = []
    while let new = try next() {
      try new.validate()
      let record = RecordLine.encode(new, after: head).record
      records.append(record)
      head = Head(seq: record.seq, hash: record.hash)
    }
    guard !records.isEmpty else { throw .invalidContent(.notObject) }
    journals[stream] = records
    return head
  }

  /// The number of records.
  public func generation(of stream: Stream) throws(StoreError) -> Int {
    try head(of: stream).seq
  }

  /// The last snapshot of a stream.
  public func loadSnapshot(of stream: Stream) throws(StoreError) -> Snapshot? {
    guard stream.isValid else { throw .invalidName(stream.path) }
    return snapshots[stream]
  }

  /// Keeps a snapshot in place of the one before, unless that one is newer.
  public func saveSnapshot(_ snapshot: Snapshot, of stream: Stream) throws(StoreError) {
    guard JSONText.isObjectOnOneLine(snapshot.body) else { throw .invalidContent(.notObject) }
    let seq = snapshot.head.seq
    let last = try head(of: stream)
    let hash = seq == 0 ? stream.origin : try read(stream, from: max(1, seq)).first?.hash
    guard hash == snapshot.head.hash else { throw .conflict(actual: last.seq) }
    try failIfAsked()
    if seq >= snapshots[stream]?.head.seq ?? 0 { snapshots[stream] = snapshot }
  }

  /// Keeps the bytes of a file under their hash.
  public func putAttachment(_ bytes: [UInt8], in stream: Stream) throws(StoreError) -> String {
    guard stream.isValid else { throw .invalidName(stream.path) }
    try failIfAsked()
    let name = ChainHash(of: bytes).description
    attachments[stream, default: [:]][name] = bytes
    return name
  }

  /// The bytes of an attachment.
  public func attachment(_ name: String, of stream: Stream) throws(StoreError) -> [UInt8] {
    guard let bytes = attachments[stream]?[name] else { throw .noAttachment(name) }
    return bytes
  }

  /// The record that was given a name.
  public func record(named name: String, of stream: Stream) throws(StoreError) -> Record? {
    names[stream]?[name]
  }

  /// Gives a record a name.
  public func name(_ name: String, _ record: Record, of stream: Stream) throws(StoreError) {
    guard Stream.isValidName(name) else { throw .invalidName(name) }
    try failIfAsked()
    names[stream, default: [:]][name] = record
  }

  private func failIfAsked() throws(StoreError) {
    guard let failure = nextFailure else { return }
    nextFailure = nil
    throw failure
  }
}
