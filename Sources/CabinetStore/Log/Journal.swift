/// The journal of one stream, open.
final class Journal {
  let stream: Stream
  let folder: Folder
  let lock: FolderLock
  /// The directories above, from the root.
  let parents: [Folder]
  /// The place before the first record.
  let origin: Position
  /// Whether the journal may be extended as far as the system lets it.
  let isWritable: Bool
  /// The size from which on the active file is sealed, in bytes.
  let sealedSize: Int
  /// How many commits follow close behind each other before there is room for the next.
  let commitsBeforeRoom: Int
  /// The files that hold the records.
  let files: JournalFiles

  /// A place that is certain: the one of the snapshot, or the beginning.
  var mark: Position
  /// The end of the last record read.
  var end: Position
  /// Where reading by pieces can go on: a place that has a record behind it, so that nobody takes it back.
  var resume: Position?
  /// The visits of others in the lock's count, when the journal was settled last.
  var settledVisits = 0
  /// Whether `end` was seen under the lock, or written.
  ///
  /// Reading without the lock may see a record whose writer then fails and takes it back.
  var isEndCertain = false
  /// What was read while waiting for the lock; ends at `end`.
  var ahead: [Record] = []
  /// Whether records were read that their writer may not have brought to the disk.
  var isPerhapsUnsynced = false
  /// Whether all that the next record would stand on was verified.
  var isProven = false
  /// Whether what a crash left of unfinished copies was removed.
  var isSwept = false
  /// Where the room behind `end` ends, as this process left or found it under the lock; nil where there is none.
  var roomEnd: Int?
  /// Whether this process has used or found room, and so clears away what is left of it.
  var ownsRoom = false
  /// How many commits came close behind one another, this one included.
  var haste = 0
  /// When the last one of this process was over, in microseconds.
  var lastCommit: Int?
  /// The sealed files that were verified and not yet noted as such.
  var unnoted: [VerifiedFile.Entry]?

  /// Opens the journal in the last of the directories.
  init(
    _ stream: Stream, in folder: Folder, under parents: [Folder], options: FileEventLog.Options
  ) throws(StoreError) {
    self.stream = stream
    self.folder = folder
    self.parents = parents
    isWritable = options.isWritable
    sealedSize = options.sealedSize
    commitsBeforeRoom = options.commitsBeforeRoom
    files = JournalFiles(in: folder, isWritable: options.isWritable)
    lock = FolderLock(of: folder)
    origin = Position(head: Head(seq: 0, hash: stream.origin), offset: 0)
    mark = origin
    end = origin
    try files.open()
    try noticeSnapshot()
  }

  deinit { clearRoom() }

  /// Marks the place that the snapshot on the disk names, if the journal has it and it is a newer one.
  func noticeSnapshot() throws(StoreError) {
    guard
      let header = try? folder.open("snapshot.json", for: .reading)?
        .read(from: 0, count: SnapshotFile.maximumHeaderSize),
      let position = SnapshotFile.decodePosition(header), position.offset > mark.offset,
      try verifies(position)
    else { return }
    advanceMark(to: position)
  }

  /// Notes that a place is certain.
  func advanceMark(to position: Position) {
    mark = position
    if end.offset < position.offset {
      end = position
      isEndCertain = true
    }
  }

  /// The nearest place known that lies not after record `seq`.
  func start(notAfter seq: Int) -> Position {
    [end, mark, resume ?? origin].filter { $0.head.seq <= seq }
      .max { $0.head.seq < $1.head.seq } ?? origin
  }

  /// The records after number `seq`, read without the lock; the torn tail of a living or dead
  /// writer is passed over.
  func read(after seq: Int) throws(StoreError) -> [Record] {
    let size = try files.size()
    guard size >= end.offset else { return try readAgain(after: seq) }
    // Where there is room a record that was taken back need not have made the file shorter.
    if seq >= end.head.seq, try hasNoMore(in: size) {
      let isEndThere = try isEndCertain || size == end.offset ? true : verifies(end)
      return isEndThere ? [] : try readAgain(after: seq)
    }
    do throws(StoreError) {
      return try collect(after: seq).records
    } catch {
      guard case .damaged = error else { throw error }
    }
    // A record that was written, or taken back, while it was read looks like damage; real damage is still there.
    guard !isEndCertain, end != mark else { return try collect(after: seq).records }
    return try readAgain(after: seq)
  }

  /// At most so many records after number `seq`, and nothing read beyond them.
  func read(after seq: Int, limit: Int) throws(StoreError) -> [Record] {
    var records: [Record] = []
    guard limit > 0 else { return [] }
    var last: Position?
    _ = try scan(from: start(notAfter: seq)) { record, place in
      if let before = last, before.head.seq > resume?.head.seq ?? 0 { resume = before }
      last = place
      if record.seq > seq { records.append(record) }
      return records.count < limit
    }
    return records
  }

  /// The records after number `seq` up to the first damage, and that; the journal is left as it was.
  func readUpToDamage(
    after seq: Int
  ) throws(StoreError) -> (records: [Record], damage: StoreError?) {
    var records: [Record] = []
    do throws(StoreError) {
      _ = try scan(from: start(notAfter: seq)) { record, _ in
        if record.seq > seq { records.append(record) }
        return true
      }
    } catch {
      guard case .damaged = error else { throw error }
      return (records, error)
    }
    return (records, nil)
  }

  /// Reads from the mark on, because the last place read is gone from the file.
  private func readAgain(after seq: Int) throws(StoreError) -> [Record] {
    let believed = end.head.seq
    forgetEnd()
    let records = try collect(after: seq).records
    // What the caller was once given may be among what was taken back.
    if seq > mark.head.seq, seq <= believed { throw .conflict(actual: end.head.seq) }
    return records
  }

  /// Goes back to the place that is certain; to the beginning where even that is gone.
  func forgetEnd() {
    roomEnd = nil
    ownsRoom = false
    if (try? verifies(mark)) != true { mark = origin }
    resume = nil
    end = mark
    isEndCertain = end == origin
  }

  /// Reads from the nearest known place to the end, keeps the records after `seq`, and moves `end`.
  ///
  /// - Parameter isLooking: whether others may have sealed a file since the last look.
  func collect(
    after seq: Int, looking isLooking: Bool = true
  ) throws(StoreError) -> (records: [Record], tail: [UInt8]) {
    var records: [Record] = []
    let before = end
    let (reached, tail) = try scan(from: start(notAfter: seq), looking: isLooking) { record, _ in
      if record.seq > seq { records.append(record) }
      return true
    }
    if reached.offset > before.offset {
      isEndCertain = false
      isPerhapsUnsynced = true
    }
    end = reached
    return (records, tail)
  }
}
