import Cabinet
import CabinetStore

/// Holds the store on a machine against what was promised, as the next process would find it.
struct Examination {
  static let path = "/data/store"
  static let moment = Timestamp(seconds: 1_610_607_600)
  static let manifest = StoreManifest(kind: .personal, createdAt: moment)

  let machine: Machine
  let model: Model
  let carelessness: Carelessness?

  /// The next process on the machine, with its view of the files.
  private func files() -> any FileSystem {
    let process = FaultyFileSystem(on: machine)
    process.isLogging = false
    return carelessness.map { CarelessFileSystem(process, $0) } ?? process
  }

  /// Opens the store, lets it mend itself, and reads everything.
  ///
  /// - Returns: the events of each stream, all of them on the disk now.
  func run() throws(Complaint) -> [CabinetStore.Stream: [[UInt8]]] {
    let events = try mended()
    try mendsNothingTwice(events)
    return events
  }

  /// Lets the store mend itself, and closes it.
  private func mended() throws(Complaint) -> [CabinetStore.Stream: [[UInt8]]] {
    var events: [CabinetStore.Stream: [[UInt8]]] = [:]
    var first = try open()
    for stream in Model.streams {
      events[stream] = try settled(stream, of: &first)
      if let complaint = model.complaint(about: events[stream] ?? [], in: stream) {
        throw Complaint(text: complaint)
      }
    }
    for recovery in first.recoveries where machine.node(at: recovery.copy) == nil {
      throw Complaint(text: "what was set aside is not in \(recovery.copy)")
    }
    return events
  }

  private func open() throws(Complaint) -> FileEventLog {
    try call("opening") { () throws(StoreError) in
      try FileEventLog(
        Examination.path, creating: model.isMade ? nil : Examination.manifest, files: files())
    }
  }

  private func settled(
    _ stream: CabinetStore.Stream, of log: inout FileEventLog
  ) throws(Complaint) -> [[UInt8]] {
    do {
      do {
        return try log.commit(stream, after: 0) { _ in nil }.others.map(\.event)
      } catch StoreError.syncFailed {
        // The disk tells once of what it gave up before; whoever is told opens the store anew.
        log = try open()
        return try log.commit(stream, after: 0) { _ in nil }.others.map(\.event)
      }
    } catch {
      throw Complaint(text: "\(stream) can't be read: \(error)")
    }
  }

  /// A second recovery finds nothing to do, and everything is whole.
  private func mendsNothingTwice(
    _ events: [CabinetStore.Stream: [[UInt8]]]
  ) throws(Complaint) {
    let before = machine.files
    var log = try open()
    for stream in Model.streams {
      guard try settled(stream, of: &log) == events[stream] else {
        throw Complaint(text: "\(stream) reads otherwise the second time")
      }
      try snapshotFits(stream, of: log)
      for (name, bytes) in model.attachments[stream] ?? [:] {
        let kept = try call("attachment \(name)") { () throws(StoreError) in
          try log.attachment(name, of: stream)
        }
        if kept != bytes { throw Complaint(text: "attachment \(name) is another") }
      }
    }
    guard log.recoveries.isEmpty else { throw Complaint(text: "recovery is not idempotent") }
    let report = try call("the check") { () throws(StoreError) in try log.check() }
    guard report.findings.isEmpty else { throw Complaint(text: "check: \(report.findings)") }
    guard machine.files == before else {
      throw Complaint(text: "reading a sound store changed it")
    }
  }

  private func snapshotFits(
    _ stream: CabinetStore.Stream, of log: FileEventLog
  ) throws(Complaint) {
    let snapshot = try call("the snapshot") { () throws(StoreError) in
      try log.loadSnapshot(of: stream)
    }
    if let snapshot, !model.snapshots.contains(snapshot.body) {
      throw Complaint(text: "\(stream): a snapshot that nobody made")
    }
    if let seq = model.snapshotSeq[stream], snapshot?.head.seq ?? 0 < seq {
      throw Complaint(text: "\(stream): the snapshot of record \(seq) is lost")
    }
  }

  private func call<Value>(
    _ what: String, _ body: () throws(StoreError) -> Value
  ) throws(Complaint) -> Value {
    do throws(StoreError) { return try body() } catch {
      throw Complaint(text: "\(what): \(error)")
    }
  }
}
