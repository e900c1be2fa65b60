extension Journal {
  /// Under the lock: reads what others appended, mends a torn tail, and gives the records after
  /// `seq`.
  ///
  /// - Returns: the records, and what was set aside.
  func settle(
    after seq: Int, root: Folder
  ) throws(StoreError) -> (others: [Record], recovery: Recovery?) {
    guard isWritable else { throw .readOnly(path: folder.path) }
    if file == nil { file = try folder.openOrCreate("journal.jsonl") }
    let size = try size()
    if isEndCertain, size == end.offset, seq == end.head.seq { return ([], nil) }
    var isConflict = false
    var isEndThere = size >= end.offset
    if isEndThere, !isEndCertain { isEndThere = try verifies(end) }
    if !isEndThere {
      isConflict = seq > mark.head.seq
      forgetEnd()
    }
    let (records, tail) = try collect(after: seq)
    var recovery: Recovery?
    if !tail.isEmpty { recovery = try setAside(tail, root: root) }
    isEndCertain = true
    if isConflict || seq > end.head.seq { throw .conflict(actual: end.head.seq) }
    return (records, recovery)
  }

  /// Under the lock, settled: adds one record and waits for the disk.
  func append(_ new: NewRecord) throws(StoreError) -> Record {
    guard let file else { throw .readOnly(path: folder.path) }
    try synchronizeNames()
    let (line, record) = RecordLine.encode(new, after: end.head)
    do throws(SystemError) {
      try file.append(line)
    } catch {
      try takeBack(file)
      throw StoreError(error, path: file.path)
    }
    do throws(SystemError) {
      try file.fdatasync()
    } catch {
      // So that others do not build on a record that the disk may not have.
      try? file.truncate(to: end.offset)
      throw .syncFailed(path: file.path)
    }
    isPerhapsUnsynced = false
    end = Position(
      head: Head(seq: record.seq, hash: record.hash), offset: end.offset + line.count)
    return record
  }

  /// Brings to the disk what another process wrote and perhaps did not live to.
  func synchronize() throws(StoreError) {
    guard let file, isPerhapsUnsynced else { return }
    do throws(SystemError) { try file.fdatasync() } catch { throw .syncFailed(path: file.path) }
    isPerhapsUnsynced = false
  }

  /// Brings the names that lead to the journal to the disk, before its first record.
  ///
  /// Whoever appends that record does it first; so a record in the journal proves that it was done.
  func synchronizeNames() throws(StoreError) {
    guard end == origin else { return }
    for folder in parents + [folder] { try folder.synchronize() }
  }

  /// Removes what a failed write left behind the end.
  private func takeBack(_ file: OpenFile) throws(StoreError) {
    do throws(SystemError) {
      try file.truncate(to: end.offset)
      try file.fdatasync()
    } catch {
      throw .syncFailed(path: file.path)
    }
  }

  /// Copies a torn tail to the quarantine, then cuts it off.
  private func setAside(_ tail: [UInt8], root: Folder) throws(StoreError) -> Recovery {
    guard let file else { throw .readOnly(path: folder.path) }
    let quarantine = try root.makeSubfolder("quarantine")
    try root.synchronize()
    let place = stream.path.replacing("/", with: ".")
    let name = "\(place).\(end.offset).\(ChainHash(of: tail).description.prefix(16))"
    try quarantine.replace(name, with: tail)
    do throws(SystemError) {
      try file.truncate(to: end.offset)
      try file.fsync()
    } catch {
      throw .syncFailed(path: file.path)
    }
    return Recovery(
      stream: stream, line: end.head.seq + 1, size: tail.count,
      copy: "\(quarantine.path)/\(name)")
  }
}
