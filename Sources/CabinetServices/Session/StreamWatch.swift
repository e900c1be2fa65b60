import CabinetStore

/// Looks out for what other processes write to streams of the store.
///
/// The system's notices are only a hint: they end at 128 processes of one user. Where there are none,
/// the streams have to be asked every ``interval``; in either case it is their length that tells.
public final class StreamWatch {
  /// How often to ask where the system gives no notices, in milliseconds.
  public static let interval = 150

  private let log: any EventLog
  /// The folder of the store; nil where it is in memory and nobody else can write to it.
  private let folder: String?
  private let notices: FolderNotices?
  private var lengths: [CabinetStore.Stream: Int] = [:]
  /// The streams whose own folder is there and gives notice.
  private var noticed: Set<CabinetStore.Stream> = []

  /// Watches nothing yet.
  convenience init(_ log: any EventLog) {
    self.init(log, notices: log is FileEventLog ? FolderNotices() : nil)
  }

  /// Watches nothing yet; without notices where the system has none to give.
  init(_ log: any EventLog, notices: FolderNotices?) {
    self.log = log
    self.notices = notices
    folder = (log as? FileEventLog)?.path
  }

  /// A descriptor on which data is ready when something may have changed; nil where there is none.
  public var descriptor: Int32? { notices?.descriptor }

  /// For how long to wait at most before asking for changes, in milliseconds; nil where for ever.
  public var patience: Int? {
    if lengths.isEmpty || notices?.isComplete == true { return nil }
    return Self.interval
  }

  /// Watches a stream from now on; what came since it was read last is the first change.
  func add(_ stream: CabinetStore.Stream) {
    guard folder != nil, lengths[stream] == nil else { return }
    lengths[stream] = -1
    ask(for: stream)
  }

  /// The streams that have grown since this was asked last.
  func takeChanges() -> Set<CabinetStore.Stream> {
    if notices?.take() == true { noticed = [] }
    var changed: Set<CabinetStore.Stream> = []
    for (stream, known) in lengths {
      if !noticed.contains(stream) { ask(for: stream) }
      guard let length = try? log.generation(of: stream), length != known else { continue }
      lengths[stream] = length
      changed.insert(stream)
    }
    return changed
  }

  /// Asks for notices of a stream's folder, or of the nearest above it until it is made.
  private func ask(for stream: CabinetStore.Stream) {
    guard let folder, let notices else { return }
    var path = folder
    guard notices.ask(for: path) else { return }
    for component in stream.path.split(separator: "/") {
      path += "/\(component)"
      // It may have been made a moment before the folder above was asked for, and is looked for after.
      guard notices.ask(for: path) else { return }
    }
    noticed.insert(stream)
  }
}
