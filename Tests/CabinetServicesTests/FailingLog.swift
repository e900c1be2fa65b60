import CabinetStore

/// A log in memory whose write number `failAt`, counted from 1, does not happen.
final class FailingLog: EventLog {
  let memory = MemoryEventLog()
  var failAt: Int
  /// Whether every later write fails too, as when a process was killed.
  let staysDown: Bool
  private(set) var writes = 0

  init(failing failAt: Int, staysDown: Bool = false) {
    self.failAt = failAt
    self.staysDown = staysDown
  }

  private func count() throws(StoreError) {
    writes += 1
    if writes == failAt || staysDown && writes > failAt { throw .busy(path: "", holder: nil) }
  }

  func streams() throws(StoreError) -> [Stream] { try memory.streams() }
  func head(of stream: Stream) throws(StoreError) -> Head { try memory.head(of: stream) }
  func read(_ stream: Stream, from seq: Int) throws(StoreError) -> [Record] {
    try memory.read(stream, from: seq)
  }
  func commit(
    _ stream: Stream, after seq: Int, _ decide: (_ others: [Record]) throws -> NewRecord?
  ) throws -> Commit {
    try count()
    return try memory.commit(stream, after: seq, decide)
  }
  func read(_ stream: Stream, from seq: Int, limit: Int) throws(StoreError) -> [Record] {
    try memory.read(stream, from: seq, limit: limit)
  }
  func restore(
    _ stream: Stream, _ next: () throws(StoreError) -> NewRecord?
  ) throws(StoreError) -> Head {
    try count()
    return try memory.restore(stream, next)
  }
  func record(named name: String, of stream: Stream) throws(StoreError) -> Record? {
    try memory.record(named: name, of: stream)
  }
  func name(_ name: String, _ record: Record, of stream: Stream) throws(StoreError) {
    try count()
    try memory.name(name, record, of: stream)
  }
  func generation(of stream: Stream) throws(StoreError) -> Int {
    try memory.generation(of: stream)
  }
  func loadSnapshot(of stream: Stream) throws(StoreError) -> Snapshot? {
    try memory.loadSnapshot(of: stream)
  }
  func saveSnapshot(_ snapshot: Snapshot, of stream: Stream) throws(StoreError) {
    try count()
    try memory.saveSnapshot(snapshot, of: stream)
  }
  func putAttachment(_ bytes: [UInt8], in stream: Stream) throws(StoreError) -> String {
    try count()
    return try memory.putAttachment(bytes, in: stream)
  }
  func attachment(_ name: String, of stream: Stream) throws(StoreError) -> [UInt8] {
    try memory.attachment(name, of: stream)
  }
}

/// A log whose journal seems to have lost its last record.
final class ShortenedLog: EventLog {
  private let log: MemoryEventLog
  var isShortened = false

  init(_ log: MemoryEventLog) { self.log = log }

  func streams() throws(StoreError) -> [Stream] { try log.streams() }
  func head(of stream: Stream) throws(StoreError) -> Head { try log.head(of: stream) }
  func read(_ stream: Stream, from seq: Int) throws(StoreError) -> [Record] {
    try log.read(stream, from: seq)
  }
  func commit(
    _ stream: Stream, after seq: Int,
    _ decide: (_ others: [Record]) throws -> NewRecord?
  ) throws -> Commit {
    if isShortened { throw StoreError.conflict(actual: seq - 1) }
    return try log.commit(stream, after: seq, decide)
  }
  func read(_ stream: Stream, from seq: Int, limit: Int) throws(StoreError) -> [Record] {
    try log.read(stream, from: seq, limit: limit)
  }
  func restore(
    _ stream: Stream, _ next: () throws(StoreError) -> NewRecord?
  ) throws(StoreError) -> Head {
    try log.restore(stream, next)
  }
  func record(named name: String, of stream: Stream) throws(StoreError) -> Record? {
    try log.record(named: name, of: stream)
  }
  func name(_ name: String, _ record: Record, of stream: Stream) throws(StoreError) {
    try log.name(name, record, of: stream)
  }
  func generation(of stream: Stream) throws(StoreError) -> Int {
    try log.generation(of: stream)
  }
  func loadSnapshot(of stream: Stream) throws(StoreError) -> Snapshot? {
    try log.loadSnapshot(of: stream)
  }
  func saveSnapshot(_ snapshot: Snapshot, of stream: Stream) throws(StoreError) {
    try log.saveSnapshot(snapshot, of: stream)
  }
  func putAttachment(_ bytes: [UInt8], in stream: Stream) throws(StoreError) -> String {
    try log.putAttachment(bytes, in: stream)
  }
  func attachment(_ name: String, of stream: Stream) throws(StoreError) -> [UInt8] {
    try log.attachment(name, of: stream)
  }
}
