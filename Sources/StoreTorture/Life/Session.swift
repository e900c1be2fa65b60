import Cabinet
import CabinetStore

/// A process that uses the store as a session of the cabinet does, and tells a model what it was told.
final class Session {
  /// What a session does.
  enum Act: CaseIterable {
    case append, appendMuch, look, settle, snapshot, attach, reopen, check
  }

  let files: FaultyFileSystem
  private let carelessness: Carelessness?
  private var log: FileEventLog?
  private var known: [CabinetStore.Stream: Int] = [:]

  init(on machine: Machine, process: Int, trouble: Trouble, carelessness: Carelessness?) {
    files = FaultyFileSystem(on: machine)
    files.process = process
    files.trouble = trouble
    files.isLogging = false
    self.carelessness = carelessness
  }

  /// Ends the process without a word.
  func exit() {
    files.exit()
    log = nil
  }

  /// Opens the store where it is not open, or where the log asks for that.
  private func openLog(_ life: Life) -> FileEventLog? {
    if let log, log.failure == nil { return log }
    log = nil
    known = [:]
    let view: any FileSystem = carelessness.map { CarelessFileSystem(files, $0) } ?? files
    var options = FileEventLog.Options()
    options.patience = 20
    options.commitsBeforeRoom = [1, 2, 16].randomElement(using: &life.chance) ?? 1
    options.sealedSize = [600, 2000, 1 << 20].randomElement(using: &life.chance) ?? 600
    log = try? FileEventLog(
      Examination.path, creating: Examination.manifest, options: options, files: view)
    return log
  }

  /// Does one thing; what the store refuses is no error here, what it should not say is.
  func perform(
    _ act: Act, on stream: CabinetStore.Stream, _ life: Life
  ) throws(Complaint) {
    if act == .reopen { log = nil }
    guard let log = openLog(life) else { return }
    switch act {
    case .append: try commit(to: stream, of: log, padding: 20, life)
    case .appendMuch:
      try commit(to: stream, of: log, padding: .random(in: 300...2500, using: &life.chance), life)
    case .settle:
      try commit(to: stream, of: log, padding: nil, life)
      log.rest()
    case .look: try look(at: stream, of: log, life)
    case .snapshot: snapshot(of: stream, in: log, life)
    case .attach: attach(to: stream, of: log, life)
    case .check: _ = try? log.check()
    case .reopen: break
    }
  }

  private func commit(
    to stream: CabinetStore.Stream, of log: FileEventLog, padding: Int?, _ life: Life
  ) throws(Complaint) {
    var place: Int?
    var fate = Model.Fate.unclear
    let after = known[stream] ?? 0
    var complaint: String?
    do {
      let commit = try log.commit(stream, after: after) { others in
        // Under the lock: a moment later another process may have added more.
        if after == 0 { complaint = life.model.complaint(about: others.map(\.event), in: stream) }
        guard let padding else { return nil }
        let event = life.newEvent(padding: padding)
        place = life.model.attempt(event, in: stream)
        return NewRecord(at: Examination.moment, actor: .resident, event: event)
      }
      life.model.confirm(commit.others.map(\.event), in: stream)
      known[stream] = commit.seq(after: after)
      fate = .confirmed
    } catch let error as StoreError {
      switch error {
      case .syncFailed: break
      case .conflict:
        known[stream] = 0
        fate = .refused
      case .damaged where !files.isDead:
        throw Complaint(text: "\(stream): a sound journal is taken for damaged: \(error)")
      default: if !files.isDead { fate = .refused }
      }
    } catch {
      throw Complaint(text: "\(stream): \(error)")
    }
    if let place { life.model.settle(place, in: stream, fate) }
    if let complaint { throw Complaint(text: "commit: \(complaint)") }
  }

  /// Reads without the lock: perhaps in the middle of another process's commit.
  private func look(
    at stream: CabinetStore.Stream, of log: FileEventLog, _ life: Life
  ) throws(Complaint) {
    let before = life.model
    let records: [Record]
    do throws(StoreError) {
      records = try log.read(stream, from: 1)
    } catch {
      if case .damaged = error, !files.isDead {
        throw Complaint(text: "reading: \(error)")
      }
      return
    }
    if let complaint = life.model.complaint(
      about: records.map(\.event), in: stream, since: before)
    {
      throw Complaint(text: "reading: \(complaint)")
    }
  }

  private func snapshot(of stream: CabinetStore.Stream, in log: FileEventLog, _ life: Life) {
    guard let head = try? log.head(of: stream), head.seq > 0 else { return }
    let body = Array(#"{"snapshot":\#(life.model.next())}"#.utf8)
    life.model.snapshots.insert(body)
    guard (try? log.saveSnapshot(Snapshot(head: head, body: body), of: stream)) != nil else {
      return
    }
    life.model.snapshotSeq[stream] = max(life.model.snapshotSeq[stream] ?? 0, head.seq)
    life.model.isMade = true
  }

  private func attach(to stream: CabinetStore.Stream, of log: FileEventLog, _ life: Life) {
    let bytes = life.newEvent(padding: .random(in: 0...1500, using: &life.chance))
    if let name = try? log.putAttachment(bytes, in: stream) {
      life.model.attachments[stream, default: [:]][name] = bytes
      life.model.isMade = true
    }
  }
}
