import Cabinet

@testable import CabinetStore

/// The reader of journals, on a file of these bytes and on one whose lines were given hashes that hold,
/// so that what lies behind the hash is reached too.
func journal(_ bytes: [UInt8]) {
  read(journal: bytes)
  var sealed: [UInt8] = []
  var head = Head(seq: 0, hash: stream.origin)
  for line in bytes.split(separator: 10, omittingEmptySubsequences: false).prefix(8) {
    let record = NewRecord(
      at: Timestamp(seconds: 1_610_607_600), actor: .resident, event: Array(line))
    let (text, written) = RecordLine.encode(record, after: head)
    sealed += text
    head = Head(seq: written.seq, hash: written.hash)
    // What may be written can be read, byte for byte.
    if (try? record.validate()) != nil {
      let back = text.withUnsafeBytes {
        try? RecordLine.decode(UnsafeRawBufferPointer(rebasing: $0.dropLast()))
      }
      require(back == written, "a record does not come back")
    }
  }
  read(journal: sealed)
  // A torn end never hides or invents a record.
  if let cut = bytes.first.map({ Int($0) % (sealed.count + 1) }) {
    read(journal: Array(sealed.dropLast(cut)))
  }
}

private let stream = Stream.resident("fuzz")

/// Reads lines as a journal is read, and checks what comes of it.
private func read(journal bytes: [UInt8]) {
  let files = MemoryFiles()
  files.put(bytes, at: "store/residents/\(stream.components[1])/fuzz/journal.jsonl")
  files.put(
    Array(#"{"format":1,"kind":"personal","createdAt":"2021-01-14T07:00:00Z"}"#.utf8) + [10],
    at: "store/store.json")
  var options = FileEventLog.Options()
  options.isWritable = false
  guard let log = try? FileEventLog("/store", options: options, files: files) else {
    fatalError("the store does not open")
  }
  let records = try? log.read(stream, from: 1)
  let report = try? log.check()
  require(report != nil, "the check does not end")
  guard let records else {
    require(report?.isSound == false, "unreadable, and called sound")
    return
  }
  // What was read is what stands there: the records encode to the beginning of the file.
  var head = Head(seq: 0, hash: stream.origin)
  var again: [UInt8] = []
  for record in records {
    let new = NewRecord(at: record.at, actor: record.actor, event: record.event)
    let (line, written) = RecordLine.encode(new, after: head)
    require(written == record, "a record that the file does not hold")
    again += line
    head = Head(seq: written.seq, hash: written.hash)
  }
  require(bytes.starts(with: again), "the records are not the beginning of the file")
}

/// The reader of snapshots: what it takes, it writes again byte for byte.
func snapshot(_ bytes: [UInt8]) {
  _ = SnapshotFile.decodePosition(bytes)
  if let (snapshot, position) = SnapshotFile.decode(bytes) {
    require(SnapshotFile.encode(snapshot, length: position.offset) == bytes, "not the same file")
  }
  // The same with a hash that holds, so that the header and the body are reached.
  let kept = Snapshot(head: Head(seq: bytes.count, hash: ChainHash(of: bytes)), body: bytes)
  let file = SnapshotFile.encode(kept, length: bytes.count)
  let back = SnapshotFile.decode(file)
  require(bytes.count < 2 || back?.snapshot == kept, "a snapshot does not come back")
  if let place = bytes.first.map({ Int($0) % file.count }) {
    var damaged = file
    damaged[place] ^= 1 | (bytes.last ?? 0)
    require(SnapshotFile.decode(damaged) == nil, "damage at byte \(place) is not seen")
  }
  _ = JSONText.isObjectOnOneLine(bytes)
  _ = try? StoreManifest(bytes, path: "store.json")
}
