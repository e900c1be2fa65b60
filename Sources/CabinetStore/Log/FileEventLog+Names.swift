extension FileEventLog {
  private static let folderName = "names"

  /// The record that was given a name; nil where none was, or where the name lies.
  public func record(named name: String, of stream: Stream) throws(StoreError) -> Record? {
    guard Stream.isValidName(name), let journal = try journal(of: stream),
      let shard = try journal.folder.subfolder(FileEventLog.folderName)?
        .subfolder(FileEventLog.shard(of: name)),
      let bytes = try shard.contents(of: "\(name).json"),
      let position = NameFile.decode(bytes),
      let record = try journal.record(startingAt: position.offset)
    else { return nil }
    // Its bytes have the hash that the record names itself; that it is this one, says the name.
    return Head(seq: record.seq, hash: record.hash) == position.head ? record : nil
  }

  /// Gives a record a name under which it is found without reading the stream.
  public func name(_ name: String, _ record: Record, of stream: Stream) throws(StoreError) {
    guard Stream.isValidName(name) else { throw .invalidName(name) }
    let journal = try lockedJournal(of: stream)
    defer { journal.lock.release() }
    _ = try settle(journal, after: record.seq)
    var end = journal.end
    if end.head.seq != record.seq {
      _ = try journal.scan(from: journal.start(notAfter: record.seq - 1)) { _, place in
        end = place
        return place.head.seq < record.seq
      }
    }
    let head = Head(seq: record.seq, hash: record.hash)
    guard end.head == head else { throw .conflict(actual: journal.end.head.seq) }
    let start = Position(head: head, offset: end.offset - RecordLine.size(of: record))
    try watched { () throws(StoreError) in
      try journal.synchronize()
      let folder = try journal.folder.makeSubfolder(FileEventLog.folderName)
      let shard = try folder.makeSubfolder(FileEventLog.shard(of: name))
      try journal.folder.synchronize()
      try folder.synchronize()
      try shard.replace("\(name).json", with: NameFile.encode(start))
    }
  }

  private static func shard(of name: String) -> String {
    String(ChainHash(of: Array(name.utf8)).description.prefix(2))
  }
}

/// The file of a name: where its record begins; one JSON object on one line.
///
///     {"seq":N,"record":"<64>","offset":M}
enum NameFile {
  static func encode(_ start: Position) -> [UInt8] {
    Array(
      "{\"seq\":\(start.head.seq),\"record\":\"\(start.head.hash)\",\"offset\":\(start.offset)}\n"
        .utf8)
  }

  /// The record named, and the offset at which it begins.
  static func decode(_ bytes: [UInt8]) -> Position? {
    bytes.withUnsafeBytes { raw in
      var cursor = ByteCursor(raw)
      guard cursor.skip("{\"seq\":"), let seq = cursor.number(), cursor.skip(",\"record\":\""),
        let hash = cursor.hash(), cursor.skip("\",\"offset\":"), let offset = cursor.number(),
        cursor.skip("}\n")
      else { return nil }
      return Position(head: Head(seq: seq, hash: hash), offset: offset)
    }
  }
}
