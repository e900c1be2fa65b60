import Cabinet
import CabinetStore
import Glibc

/// One process that writes, for measurements of many at once.
enum StoreWriter {
  /// The event of every measured commit; the size of a usual one.
  static let event = Array(
    #"{"kind":"statusChanged","application":"history-1","status":{"at":1610607600,"by":"office","code":1040,"note":"Заявление зарегистрировано, рассматривается по существу."}}"#
      .utf8)

  /// What a record of that event takes in the journal, and so what the peers write.
  static var line: [UInt8] {
    let filler = Array(repeating: UInt8(ascii: "x"), count: event.count + 213)
    return filler + [10]
  }

  static let stream = CabinetStore.Stream.city("bench")

  static var record: NewRecord {
    NewRecord(at: Timestamp(seconds: 1_610_607_600), actor: .office, event: event)
  }

  /// Adds records as fast as the store confirms them: `commit STORE COUNT`.
  static func commit(_ store: String, _ count: Int) throws {
    var options = FileEventLog.Options()
    options.patience = 60_000
    let log = try FileEventLog(
      store, creating: StoreManifest(kind: .personal, createdAt: Timestamp(seconds: 0)),
      options: options)
    var seq = try log.head(of: stream).seq
    var latencies = Latencies()
    for _ in 0..<count {
      try latencies.measure {
        seq = try log.commit(stream, after: seq) { _ in record }.seq(after: seq)
      }
    }
    try latencies.append(to: "\(store).times")
  }

  /// A file to which the same bytes are appended, waiting for the disk each time.
  final class Appender {
    private let file: Int32
    private let line = StoreWriter.line
    /// Whether others wait until the bytes are on the disk.
    private let isLocked: Bool

    init(_ path: String, isLocked: Bool = false) throws {
      self.isLocked = isLocked
      file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Subject.Trouble(description: "can't open \(path)") }
    }

    deinit { close(file) }

    func callAsFunction() throws {
      if isLocked { flock(file, LOCK_EX) }
      guard write(file, line, line.count) == line.count, fdatasync(file) == 0 else {
        throw Subject.Trouble(description: "can't write")
      }
      if isLocked { flock(file, LOCK_UN) }
    }
  }

  /// Appends so often: `append FILE COUNT`; `append-locked` one writer after the other.
  static func append(_ path: String, _ count: Int, isLocked: Bool) throws {
    let append = try Appender(path, isLocked: isLocked)
    var latencies = Latencies()
    for _ in 0..<count { try latencies.measure { try append() } }
    try latencies.append(to: "\(path).times")
  }
}
