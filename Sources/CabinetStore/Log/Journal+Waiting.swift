extension Journal {
  /// Takes the lock, and reads what others bring to the disk while it waits.
  func takeLock(patience: Int) throws(StoreError) {
    ahead = []
    noteHaste()
    try lock.take(patience: patience) { note in readAhead(to: note) }
  }

  /// Without the lock: reads the records up to the one that a note vouches for.
  ///
  /// They stay, whatever becomes of the record that is being written behind them.
  private func readAhead(to note: LockNote) {
    guard note.length > end.offset, note.sealed == files.sealed.count, files.active != nil,
      ahead.last.map({ $0.seq == end.head.seq }) ?? true
    else { return }
    var records: [Record] = []
    var reached = end
    _ = try? scan(from: end, looking: false) { record, position in
      records.append(record)
      reached = position
      return position.offset < note.length
    }
    guard note.confirms(reached) else { return }
    ahead += records
    end = reached
    isEndCertain = true
    isPerhapsUnsynced = false
  }
}
