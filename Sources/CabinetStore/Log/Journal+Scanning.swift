import Glibc

extension Journal {
  private static let chunkSize = 1 << 16

  /// Reads and verifies record after record from a place to the end of the file.
  ///
  /// - Parameters:
  ///   - isLooking: whether others may have sealed a file since the last look.
  ///   - visit: gets each record and the place after it; returns false to stop there.
  /// - Returns: the end of the last good record, and the bytes after it that are no record but can
  ///   be what a crash left of one.
  /// - Throws: ``StoreError/damaged(_:_:_:)`` where they can not.
  func scan(
    from start: Position, looking isLooking: Bool = true, _ visit: (Record, Position) -> Bool
  ) throws(StoreError) -> (end: Position, tail: [UInt8]) {
    if isLooking { try files.open() }
    var position = start
    var buffer: [UInt8] = []
    var lineStart = 0
    var searched = 0
    // A few records are usual; whoever reads more reads in large pieces.
    var count = 1 << 12
    var isAtEnd = false
    while true {
      if let lineBreak = lineBreak(in: buffer, from: searched) {
        let line = lineStart..<lineBreak
        let outcome = buffer.withUnsafeBytes { bytes in
          Result { () throws(RecordLine.Fault) in
            try RecordLine.decode(UnsafeRawBufferPointer(rebasing: bytes[line]))
          }
        }
        switch outcome {
        case .success(let record):
          try follow(record, &position, size: line.count + 1)
          guard visit(record, position) else { return (position, []) }
        case .failure(let fault):
          return (position, try tail(at: position, fault))
        }
        lineStart = lineBreak + 1
        searched = lineStart
      } else if lineStart < buffer.count, buffer[lineStart] == 0 {
        // No record begins so. Others may write meanwhile: what counts is read at once, from here on.
        let rest = try rest(at: position)
        guard let first = rest.first, first != 0 else {
          return (position, try judge(rest, at: position, .notRecord))
        }
        (buffer, lineStart, searched, isAtEnd) = (rest, 0, 0, false)
      } else {
        buffer.removeFirst(lineStart)
        lineStart = 0
        searched = buffer.count
        let offset = position.offset + buffer.count
        let more = isAtEnd ? [] : try files.read(from: offset, count: count)
        if more.isEmpty { break }
        isAtEnd = offset >= files.activeStart && more.count < count
        count = min(4 * count, Journal.chunkSize)
        if buffer.isEmpty { buffer = more } else { buffer += more }
      }
    }
    let isWhole = buffer.isEmpty && position.offset >= files.activeStart
    return (position, isWhole ? [] : try tail(at: position, .notRecord))
  }

  private func lineBreak(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { raw in
      guard start < raw.count, let base = raw.baseAddress,
        let found = memchr(base + start, 10, raw.count - start)
      else { return nil }
      return base.distance(to: found)
    }
  }

  /// Moves a place over a record that has to follow it.
  private func follow(
    _ record: Record, _ position: inout Position, size: Int
  ) throws(StoreError) {
    guard record.seq == position.head.seq + 1, record.previousHash == position.head.hash else {
      throw damage(.brokenChain, at: position)
    }
    position.head = Head(seq: record.seq, hash: record.hash)
    position.offset += size
  }

  /// What follows the last good record, if a crash in the middle of one commit can have left it.
  private func tail(
    at position: Position, _ fault: RecordLine.Fault
  ) throws(StoreError) -> [UInt8] {
    try judge(try rest(at: position), at: position, fault)
  }

  /// What follows a place in the active file; nothing where that place lies before it.
  private func rest(at position: Position) throws(StoreError) -> [UInt8] {
    guard position.offset >= files.activeStart else { return [] }
    return try files.active?.readAll(from: position.offset - files.activeStart) ?? []
  }

  private func judge(
    _ rest: [UInt8], at position: Position, _ fault: RecordLine.Fault
  ) throws(StoreError) -> [UInt8] {
    let length = position.offset - files.activeStart + rest.count
    let left = JournalRoom.left(of: rest, endingAt: length)
    // Nobody writes to a sealed file, so nobody can have died at it.
    if position.offset < files.activeStart || isCovered(position.offset)
      || left.withUnsafeBytes({ RecordLine.hasHead(behindFirstByteOf: $0) })
    {
      throw damage(fault == .wrongHash ? .wrongHash : .notRecord, at: position)
    }
    return left
  }

  /// Whether a snapshot tells of records behind a place: it is kept only of those on the disk, so that
  /// they were whole once.
  func isCovered(_ offset: Int) -> Bool {
    guard
      let file = try? folder.open("snapshot.json", for: .reading),
      let header = try? file.read(from: 0, count: SnapshotFile.maximumHeaderSize),
      let claim = SnapshotFile.decodePosition(header), claim.offset > offset
    else { return false }
    // A damaged snapshot proves nothing.
    return (try? file.readAll()).flatMap { SnapshotFile.decode($0) } != nil
  }

  private func damage(_ damage: StoreError.Damage, at position: Position) -> StoreError {
    .damaged(stream, place(of: position.offset, seq: position.head.seq + 1), damage)
  }

  /// Whether the record that ends at a place is the one that the place names.
  ///
  /// - Complexity: reads that one record, not the journal.
  func verifies(_ position: Position) throws(StoreError) -> Bool {
    guard position != origin else { return true }
    try files.open()
    guard position.offset > 1, position.head.seq > 0 else { return false }
    let record = try record(endingAt: position.offset)
    return record.map { Head(seq: $0.seq, hash: $0.hash) } == position.head
  }

  /// The record whose line ends at an offset; nil where none does.
  ///
  /// - Complexity: reads that one record, not the journal.
  func record(endingAt end: Int) throws(StoreError) -> Record? {
    let fileStart = files.startOfFile(with: end - 1)
    var count = 2048
    while true {
      let start = max(fileStart, end - count)
      let bytes = try files.read(from: start, count: end - start)
      guard bytes.count == end - start, bytes.last == 10 else { return nil }
      let lineBreak = bytes.dropLast().lastIndex(of: 10)
      if lineBreak != nil || start == fileStart {
        let line = (lineBreak.map { $0 + 1 } ?? 0)..<bytes.count - 1
        return bytes.withUnsafeBytes { raw in
          try? RecordLine.decode(UnsafeRawBufferPointer(rebasing: raw[line]))
        }
      }
      guard count < RecordLine.maximumSize else { return nil }
      count *= 8
    }
  }

  /// The record whose line begins at an offset; nil where none does.
  ///
  /// - Complexity: reads that one record, not the journal.
  func record(startingAt start: Int) throws(StoreError) -> Record? {
    try files.open()
    var count = 2048
    while true {
      let bytes = try files.read(from: start, count: count)
      if let lineBreak = bytes.firstIndex(of: 10) {
        return bytes.withUnsafeBytes { raw in
          try? RecordLine.decode(UnsafeRawBufferPointer(rebasing: raw[..<lineBreak]))
        }
      }
      guard bytes.count == count, count < RecordLine.maximumSize else { return nil }
      count *= 8
    }
  }
}
