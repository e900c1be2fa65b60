public import Cabinet

/// Histories of events, each kept in order, chained by hashes, and never rewritten.
///
/// An event is raw JSON: the log neither knows nor needs the domain.
public protocol EventLog: AnyObject {
  /// The streams that have a journal, in the order of their paths.
  func streams() throws(StoreError) -> [Stream]

  /// The last record of a stream; the origin in a stream that has none.
  func head(of stream: Stream) throws(StoreError) -> Head

  /// The records from number `seq` on, every one verified.
  ///
  /// - Complexity: linear in what follows the snapshot, or the place last read, before `seq`.
  func read(_ stream: Stream, from seq: Int) throws(StoreError) -> [Record]

  /// At most `limit` records from number `seq` on, every one verified; nothing is read beyond them.
  ///
  /// Who goes on where such a reading ended reads nothing twice but its last record.
  func read(_ stream: Stream, from seq: Int, limit: Int) throws(StoreError) -> [Record]

  /// The record of a number; nil where the stream has none of it.
  ///
  /// Its bytes have the hash that it names itself; the chain before it is not looked at. It may be called
  /// while a decision is made.
  ///
  /// - Complexity: reads about ten records, however long the stream is.
  func record(numbered seq: Int, of stream: Stream) throws(StoreError) -> Record?

  /// Lets the caller decide on the newest state, and keeps the decision, with no one in between.
  ///
  /// Under the lock of the stream, `decide` gets the records after `seq` that its caller does not
  /// know yet, and returns the record to add, or nil for none. When `commit` returns, that record
  /// and everything that `decide` has seen are on the disk.
  ///
  /// - Parameters:
  ///   - stream: the stream to extend.
  ///   - seq: the last record that the caller knows; 0 for none.
  ///   - decide: must not wait for a key, and must not use the log.
  /// - Throws: ``StoreError``, or what `decide` throws, unchanged; then nothing was added.
  func commit(
    _ stream: Stream, after seq: Int, _ decide: (_ others: [Record]) throws -> NewRecord?
  ) throws -> Commit

  /// Gives a stream that has no records a whole history at once: all of it, or nothing.
  ///
  /// - Parameter next: the records in their order; nil after the last one.
  /// - Returns: the last record.
  /// - Throws: ``StoreError/conflict(actual:)`` where the stream has records.
  func restore(
    _ stream: Stream, _ next: () throws(StoreError) -> NewRecord?
  ) throws(StoreError) -> Head

  /// A number that changes whenever the stream grows; 0 before its first record.
  ///
  /// Cheap enough to be asked several times a second.
  func generation(of stream: Stream) throws(StoreError) -> Int

  /// The last snapshot of a stream; nil where there is none, or none that fits the journal.
  func loadSnapshot(of stream: Stream) throws(StoreError) -> Snapshot?

  /// Keeps a snapshot in place of the one before; ``StoreError/conflict(actual:)`` where the
  /// journal has no such record.
  func saveSnapshot(_ snapshot: Snapshot, of stream: Stream) throws(StoreError)

  /// Keeps the bytes of a file and gives the name under which a record may mention it.
  ///
  /// When it returns, the bytes are on the disk.
  func putAttachment(_ bytes: [UInt8], in stream: Stream) throws(StoreError) -> String

  /// The bytes of an attachment, verified.
  func attachment(_ name: String, of stream: Stream) throws(StoreError) -> [UInt8]

  /// The record that was given a name; nil where none was, or where the name lies.
  ///
  /// - Complexity: reads that one record, however long the stream is.
  func record(named name: String, of stream: Stream) throws(StoreError) -> Record?

  /// Gives a record a name under which it is found without reading the stream.
  ///
  /// A name saves time and holds no truth: whoever looks one up in vain reads the stream, and whoever
  /// finds a record looks whether it is the right one.
  func name(_ name: String, _ record: Record, of stream: Stream) throws(StoreError)

  /// Why a stream is read only up to some record and takes no others; nil where it is whole.
  func damage(of stream: Stream) -> StoreError?

  /// What the user should be told and was not yet.
  func takeNotices() -> [Phrase]

  /// Puts away what only a row of records needs: nothing is written for now.
  func rest()
}

extension EventLog {
  /// Nothing.
  public func takeNotices() -> [Phrase] { [] }

  /// Nothing is to be put away.
  public func rest() {}

  /// The first record that is read from its number on.
  public func record(numbered seq: Int, of stream: Stream) throws(StoreError) -> Record? {
    try read(stream, from: max(1, seq), limit: 1).first { $0.seq == seq }
  }

  /// None.
  public func damage(of stream: Stream) -> StoreError? { nil }

  /// Adds one record, provided that the last one is number `seq`.
  ///
  /// - Throws: ``StoreError/conflict(actual:)`` where it is not.
  public func append(
    _ stream: Stream, expecting seq: Int, _ record: NewRecord
  ) throws(StoreError) -> Record {
    do {
      let commit = try commit(stream, after: seq) { others in
        guard let last = others.last else { return record }
        throw StoreError.conflict(actual: last.seq)
      }
      guard let added = commit.added else { throw StoreError.conflict(actual: seq) }
      return added
    } catch let error as StoreError {
      throw error
    } catch {
      throw .conflict(actual: seq)
    }
  }
}

/// What a commit did.
public struct Commit: Hashable, Sendable {
  /// The records that the caller did not know.
  public let others: [Record]
  /// The record added; nil where the decision was to add none.
  public let added: Record?

  /// The number of the last record.
  public func seq(after known: Int) -> Int { added?.seq ?? others.last?.seq ?? known }
}
