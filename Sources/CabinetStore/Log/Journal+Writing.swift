extension Journal {
  /// Under the lock: reads what others appended, mends a torn tail, and gives the records after
  /// `seq`.
  ///
  /// - Returns: the records, and what was set aside.
  func settle(
    after seq: Int, root: Folder
  ) throws(StoreError) -> (others: [Record], recovery: Recovery?) {
    guard isWritable else { throw .readOnly(path: folder.path) }
    if !isSwept {
      folder.sweep()
      try? folder.subfolder("attachments")?.sweep()
      isSwept = true
    }
    try noteProof()
    let size = try files.size()
    try files.makeActive()
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
    try sealIfLong()
    guard let file = files.active else { throw .readOnly(path: folder.path) }
    try synchronizeNames()
    // A record whose writer died may not be on the disk. This one must not get there before it: two
    // records in a torn tail look like damage.
    try synchronize()
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
      try? file.truncate(to: end.offset - files.activeStart)
      throw .syncFailed(path: file.path)
    }
    isPerhapsUnsynced = false
    end = Position(
      head: Head(seq: record.seq, hash: record.hash), offset: end.offset + line.count)
    return record
  }

  /// Brings to the disk what another process wrote and perhaps did not live to.
  func synchronize() throws(StoreError) {
    guard let file = files.active, isPerhapsUnsynced else { return }
    do throws(SystemError) { try file.fdatasync() } catch { throw .syncFailed(path: file.path) }
    isPerhapsUnsynced = false
  }

  /// Brings the names that lead to the active file to the disk, before its first record.
  ///
  /// Whoever appends that record does it first; so a record in the file proves that it was done.
  func synchronizeNames() throws(StoreError) {
    guard end.offset == files.activeStart else { return }
    if end == origin { for parent in parents { try parent.synchronize() } }
    try folder.synchronize()
  }

  /// Removes what a failed write left behind the end.
  private func takeBack(_ file: OpenFile) throws(StoreError) {
    do throws(SystemError) {
      try file.truncate(to: end.offset - files.activeStart)
      try file.fdatasync()
    } catch {
      throw .syncFailed(path: file.path)
    }
  }

  /// Copies a torn tail to the quarantine, then cuts it off.
  private func setAside(_ tail: [UInt8], root: Folder) throws(StoreError) -> Recovery {
    guard let file = files.active else { throw .readOnly(path: folder.path) }
    let quarantine = try root.makeSubfolder("quarantine")
    try root.synchronize()
    let owner = stream.path.replacing("/", with: ".")
    let name = "\(owner).\(end.offset).\(ChainHash(of: tail).description.prefix(16))"
    try quarantine.replace(name, with: tail)
    do throws(SystemError) {
      try file.truncate(to: end.offset - files.activeStart)
      try file.fsync()
    } catch {
      throw .syncFailed(path: file.path)
    }
    return Recovery(
      stream: stream, line: place(of: end.offset, seq: nil).line, size: tail.count,
      copy: "\(quarantine.path)/\(name)")
  }
}

extension Journal {
  /// Under the lock: gives an empty journal a whole history at once, as one sealed file.
  ///
  /// A sealed one, because other processes may have the empty active file open: they notice the name
  /// of a sealed file, and not that the active one was exchanged.
  ///
  /// - Parameter next: the records in their order; nil after the last one.
  func restore(_ next: () throws(StoreError) -> NewRecord?) throws(StoreError) -> Head {
    var head = end.head
    try folder.replace(JournalFiles.sealedName(1)) { file throws(StoreError) in
      var lines: [UInt8] = []
      func write() throws(StoreError) {
        try at(file.path) { () throws(SystemError) in try file.append(lines) }
        lines.removeAll(keepingCapacity: true)
      }
      while let new = try next() {
        try new.validate()
        let (line, record) = RecordLine.encode(new, after: head)
        head = Head(seq: record.seq, hash: record.hash)
        lines += line
        if lines.count >= 1 << 20 { try write() }
      }
      try write()
      guard head.seq > 0 else { throw .invalidContent(.notObject) }
      for parent in parents { try parent.synchronize() }
    }
    try files.open()
    end = Position(head: head, offset: files.activeStart)
    return head
  }
}
