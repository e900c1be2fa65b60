extension FileEventLog {
  private static let snapshotName = "snapshot.json"

  /// The last snapshot of a stream; nil where there is none, or none that fits the journal.
  public func loadSnapshot(of stream: Stream) throws(StoreError) -> Snapshot? {
    guard let journal = try journal(of: stream),
      let bytes = try journal.folder.contents(of: FileEventLog.snapshotName),
      let (snapshot, position) = SnapshotFile.decode(bytes), try journal.verifies(position)
    else { return nil }
    journal.advanceMark(to: position)
    return snapshot
  }

  /// Keeps a snapshot in place of the one before, unless that one is newer; the one before stays until
  /// the new one was read back.
  public func saveSnapshot(_ snapshot: Snapshot, of stream: Stream) throws(StoreError) {
    guard JSONText.isObjectOnOneLine(snapshot.body) else { throw .invalidContent(.notObject) }
    let journal = try lockedJournal(of: stream)
    defer { journal.lock.release() }
    let head = snapshot.head
    _ = try settle(journal, after: head.seq)
    // Another process may have kept one since this one looked.
    try journal.noticeSnapshot()
    guard journal.mark.head.seq <= head.seq else { return }
    var position = journal.end
    if position.head.seq != head.seq {
      position = journal.origin
      _ = try journal.scan(from: journal.start(notAfter: head.seq)) { record, place in
        if record.seq == head.seq { position = place }
        return record.seq < head.seq
      }
    }
    guard position.head == head else { throw .conflict(actual: journal.end.head.seq) }
    // What a snapshot covers has to be on the disk: it is how damage is told from a torn write.
    try watched { () throws(StoreError) in
      try journal.synchronize()
      try journal.synchronizeNames()
      try journal.folder.replace(
        FileEventLog.snapshotName, with: SnapshotFile.encode(snapshot, length: position.offset),
        rereading: true)
    }
    journal.advanceMark(to: position)
  }
}
