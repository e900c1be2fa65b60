extension Journal {
  /// Notes that a commit begins.
  func noteHaste() {
    let pause = lastCommit.map { folder.files.microseconds - $0 } ?? .max
    haste = pause <= JournalRoom.longestPause ? haste + 1 : 1
  }

  /// Notes that a commit is over.
  func noteCommit() {
    if let room = roomEnd, room <= end.offset { roomEnd = nil }
    ownsRoom = roomEnd != nil
    lastCommit = folder.files.microseconds
  }

  /// Under the lock, settled: lets the active file grow in advance where many records follow each other.
  ///
  /// Where that is refused the file grows with the record.
  func makeRoom(for size: Int, in file: OpenFile) {
    let start = end.offset - files.activeStart
    guard haste >= commitsBeforeRoom, roomEnd ?? end.offset < end.offset + size,
      let length = JournalRoom.end(for: size, from: start)
    else { return }
    if (try? file.truncate(to: length)) != nil { roomEnd = files.activeStart + length }
  }

  /// Under the lock: takes away what is behind the last record, without waiting for the disk.
  func cut(_ file: OpenFile) throws(SystemError) {
    roomEnd = nil
    ownsRoom = false
    try file.truncate(to: end.offset - files.activeStart)
  }

  /// Takes away the room that this process has used or found, unless somebody else writes now or has since.
  ///
  /// Nothing depends on it: the next one to write uses the room. But a record that is cut off is lost, so that
  /// nothing is believed here, neither the lock's note nor what this process has read: only the file counts.
  func clearRoom() {
    guard ownsRoom, isEndCertain, (try? lock.take(patience: 0)) != nil else { return }
    defer { lock.release() }
    ownsRoom = false
    guard let size = try? files.size(), size > end.offset, (try? hasNoMore(in: size)) == true,
      (try? verifies(end)) == true, let file = files.active
    else { return }
    try? cut(file)
  }

  /// Whether nothing but room is behind the last record read, in a journal of so many bytes.
  func hasNoMore(in size: Int) throws(StoreError) -> Bool {
    guard size > end.offset else { return size == end.offset }
    let start = end.offset - files.activeStart
    guard start >= 0, size - end.offset < 2 * JournalRoom.page else { return false }
    let rest = try files.read(from: end.offset, count: size - end.offset)
    return rest.first == 0 && JournalRoom.left(of: rest, endingAt: start + rest.count).isEmpty
  }

  /// A number that changes with each record that others add.
  func generation() throws(StoreError) -> Int {
    let size = try files.size()
    return try hasNoMore(in: size) ? end.offset : size
  }
}
