extension Journal {
  /// Verifies, once, everything that the next record would stand on; without the lock, which nobody
  /// should hold for so long.
  ///
  /// That is every record of the active file, and every sealed file that the system does not vouch
  /// for: one that is no longer as it was when it was last verified. So damage that a snapshot hides
  /// from reading is met before anything is added behind it.
  ///
  /// - Complexity: linear in the active file, which ``FileEventLog/Options/sealedSize`` bounds; after
  ///   the store was copied, once in the whole journal.
  func prove() throws(StoreError) {
    guard !isProven else { return }
    try files.open()
    let seen = files.sealed
    let vouched = zip(seen, try verified()).prefix { $0 == $1 }.count
    let start = try boundary(at: vouched == 0 ? 0 : files.sealedEnds[vouched - 1])
    do throws(StoreError) {
      _ = try scan(from: start) { _, _ in true }
    } catch {
      // A record taken back while it was read looks like damage; real damage is still there.
      guard case .damaged = error else { throw error }
      _ = try scan(from: start) { _, _ in true }
    }
    isProven = true
    if vouched < seen.count { unnoted = seen }
  }

  /// Under the lock: notes what ``prove()`` has read of the sealed files.
  func noteProof() throws(StoreError) {
    guard let unnoted else { return }
    try note(unnoted)
    self.unnoted = nil
  }

  /// Under the lock, settled: seals the active file where it has grown long.
  func sealIfLong() throws(StoreError) {
    guard end.offset - files.activeStart >= sealedSize else { return }
    try synchronize()
    if let file = files.active {
      // Cut even where nothing is seen to follow: the disk may have failed to cut off what programs no longer
      // see. It would come back behind the last record, in a file that never changes.
      try at(file.path) { () throws(SystemError) in try cut(file) }
      do throws(SystemError) { try file.fdatasync() } catch { throw .syncFailed(path: file.path) }
    }
    let noted = try verified()
    try lock.announce(sealed: files.sealed.count + 1)
    try files.seal()
    // It was proven by this process before it wrote.
    if noted == Array(files.sealed.dropLast()), let last = files.sealed.last {
      try note(noted + [last])
    }
  }

  /// The place where a file begins or ends, by the record that ends there.
  func boundary(at offset: Int) throws(StoreError) -> Position {
    guard offset > 0 else { return origin }
    guard let record = try record(endingAt: offset) else {
      throw .damaged(stream, place(of: offset - 1, seq: nil), .notRecord)
    }
    return Position(head: Head(seq: record.seq, hash: record.hash), offset: offset)
  }

  /// The place of a byte for people: file and line.
  ///
  /// - Parameters:
  ///   - offset: counted from the beginning of the journal.
  ///   - seq: the number of the record that belongs there, where it is known.
  func place(of offset: Int, seq: Int?) -> StoreError.Place {
    var cursor = files.startOfFile(with: offset)
    var line = 1
    // The lines are counted: what lies before need not be records.
    while cursor < offset,
      let bytes = try? files.read(from: cursor, count: min(1 << 16, offset - cursor)),
      !bytes.isEmpty
    {
      line += bytes.count { $0 == 10 }
      cursor += bytes.count
    }
    return StoreError.Place(file: files.nameOfFile(with: offset), line: line, seq: seq)
  }

  private func verified() throws(StoreError) -> [VerifiedFile.Entry] {
    try folder.contents(of: VerifiedFile.name).flatMap { VerifiedFile.decode($0) } ?? []
  }

  private func note(_ entries: [VerifiedFile.Entry]) throws(StoreError) {
    do throws(StoreError) {
      try folder.replace(VerifiedFile.name, with: VerifiedFile.encode(entries))
    } catch {
      // Without the note the next process reads those files again. But a directory that was not
      // flushed may have lost the name of the active file, too.
      if case .syncFailed = error { throw error }
    }
  }
}
