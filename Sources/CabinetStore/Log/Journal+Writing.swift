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
    // The lock may have been taken since for something else than a record.
    let wasElsewhere = lock.visits != settledVisits
    if wasElsewhere { roomEnd = nil }
    try noteProof()
    if files.active == nil || !lock.vouches(forSealed: files.sealed.count) { try files.open() }
    let size = try files.knownSize()
    try files.makeActive()
    var others = ahead.first?.seq == seq + 1 ? ahead : []
    ahead = []
    if lock.confirms(end) {
      isPerhapsUnsynced = false
      isEndCertain = true
    } else if wasElsewhere {
      // Another process may have cut something off and not lived to flush that.
      isPerhapsUnsynced = true
    }
    let known = others.last?.seq ?? seq
    // The file is asked, too: a failing disk may have brought back a note from before the last writer's.
    if isEndCertain, known == end.head.seq, size == roomEnd ?? end.offset, try hasNoMore(in: size) {
      settledVisits = lock.visits
      return (others, nil)
    }
    var isConflict = false
    var isEndThere = size >= end.offset
    if isEndThere, !isEndCertain { isEndThere = try verifies(end) }
    if !isEndThere {
      isConflict = seq > mark.head.seq
      others = []
      forgetEnd()
    }
    let (records, tail) = try collect(after: others.last?.seq ?? seq, looking: false)
    var recovery: Recovery?
    if tail.isEmpty {
      roomEnd = size > end.offset ? size : nil
      ownsRoom = roomEnd != nil
    } else {
      recovery = try setAside(tail, root: root)
    }
    isEndCertain = true
    settledVisits = lock.visits
    if lock.confirms(end) { isPerhapsUnsynced = false }
    if isConflict || seq > end.head.seq { throw .conflict(actual: end.head.seq) }
    return (others + records, recovery)
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
    makeRoom(for: line.count, in: file)
    do throws(SystemError) {
      // At its place, and not behind all that is there: a failing disk may have brought back room that was cut.
      try file.overwrite(line, at: end.offset - files.activeStart)
    } catch {
      try takeBack(file)
      throw StoreError(error, path: file.path)
    }
    lock.invite()
    do throws(SystemError) {
      try file.fdatasync()
    } catch {
      // So that others do not build on a record that the disk may not have. Where nobody can be told of
      // the cut, it stays: who comes next brings it to the disk.
      if (try? lock.doubt()) != nil { try? cut(file) }
      throw .syncFailed(path: file.path)
    }
    isPerhapsUnsynced = false
    end = Position(
      head: Head(seq: record.seq, hash: record.hash), offset: end.offset + line.count)
    noteCommit()
    lock.confirm(end, sealed: files.sealed.count)
    return record
  }

  /// Under the lock, settled: brings to the disk what another process wrote and perhaps did not live to.
  ///
  /// That can be the last record only. It is written once more where it lies: the system may have tried
  /// to bring it to the disk and failed, and then takes it for written although only programs see it.
  func synchronize() throws(StoreError) {
    guard isPerhapsUnsynced else { return }
    if end.offset > files.activeStart {
      guard let last = try record(endingAt: end.offset), last.hash == end.head.hash else {
        throw .syncFailed(path: "\(folder.path)/\(JournalFiles.activeName)")
      }
      let line = RecordLine.encode(last)
      let start = end.offset - files.activeStart - line.count
      guard let file = try folder.open(JournalFiles.activeName, for: .overwriting) else {
        throw .readOnly(path: folder.path)
      }
      try at(file.path) { () throws(SystemError) in try file.overwrite(line, at: start) }
      do throws(SystemError) {
        try file.fdatasync()
        try file.close()
      } catch {
        throw .syncFailed(path: file.path)
      }
    } else if let file = files.active {
      // All that was in it may have been cut off.
      do throws(SystemError) { try file.fdatasync() } catch { throw .syncFailed(path: file.path) }
    }
    isPerhapsUnsynced = false
    lock.confirm(end, sealed: files.sealed.count)
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
    try lock.doubt()
    do throws(SystemError) {
      try cut(file)
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
    try lock.doubt()
    do throws(SystemError) {
      try cut(file)
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
    try lock.announce(sealed: 1)
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
    roomEnd = nil
    return head
  }
}
