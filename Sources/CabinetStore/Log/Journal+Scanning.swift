import Glibc

extension Journal {
  private static let chunkSize = 1 << 16

  /// Reads and verifies record after record from a place to the end of the file.
  ///
  /// - Returns: the end of the last good record, and the bytes after it that are no record but can
  ///   be what a crash left of one.
  /// - Throws: ``StoreError/damaged(_:line:_:)`` where they can not.
  func scan(
    from start: Position, _ visit: (Record, Position) -> Void
  ) throws(StoreError) -> (end: Position, tail: [UInt8]) {
    try openFile()
    guard let file else { return (start, []) }
    var position = start
    var buffer: [UInt8] = []
    var lineStart = 0
    var searched = 0
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
          visit(record, position)
        case .failure(let fault):
          return (position, try tail(at: position, fault))
        }
        lineStart = lineBreak + 1
        searched = lineStart
      } else {
        buffer.removeFirst(lineStart)
        lineStart = 0
        searched = buffer.count
        let more = try file.read(
          from: position.offset + buffer.count, count: Journal.chunkSize)
        if more.isEmpty { break }
        buffer += more
      }
    }
    return (position, buffer.isEmpty ? [] : try tail(at: position, .notRecord))
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
      throw .damaged(stream, line: position.head.seq + 1, .brokenChain)
    }
    position.head = Head(seq: record.seq, hash: record.hash)
    position.offset += size
  }

  /// What follows the last good record, if a crash in the middle of one commit can have left it.
  private func tail(
    at position: Position, _ fault: RecordLine.Fault
  ) throws(StoreError) -> [UInt8] {
    let rest = try file?.readAll(from: position.offset) ?? []
    let claim = try? folder.contents(of: "snapshot.json").flatMap { SnapshotFile.decode($0) }
    // A snapshot is kept only of records on the disk: what it covers was whole once.
    let wasAcknowledged = (claim?.position.offset ?? 0) > position.offset
    if wasAcknowledged || rest.withUnsafeBytes({ RecordLine.hasHead(behindFirstByteOf: $0) }) {
      throw .damaged(
        stream, line: position.head.seq + 1, fault == .wrongHash ? .wrongHash : .notRecord)
    }
    return rest
  }

  /// Whether the record that ends at a place is the one that the place names.
  ///
  /// - Complexity: reads that one record, not the journal.
  func verifies(_ position: Position) throws(StoreError) -> Bool {
    guard position != origin else { return true }
    try openFile()
    guard let file, position.offset > 1, position.head.seq > 0 else { return false }
    var count = 2048
    while true {
      let start = max(0, position.offset - count)
      let bytes = try file.read(from: start, count: position.offset - start)
      guard bytes.count == position.offset - start, bytes.last == 10 else { return false }
      let lineBreak = bytes.dropLast().lastIndex(of: 10)
      if lineBreak != nil || start == 0 {
        let line = (lineBreak.map { $0 + 1 } ?? 0)..<bytes.count - 1
        let record = bytes.withUnsafeBytes { raw in
          try? RecordLine.decode(UnsafeRawBufferPointer(rebasing: raw[line]))
        }
        return record.map { Head(seq: $0.seq, hash: $0.hash) } == position.head
      }
      guard count < RecordLine.maximumSize else { return false }
      count *= 8
    }
  }
}
