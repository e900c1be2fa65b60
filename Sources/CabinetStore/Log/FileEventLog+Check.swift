/// Who looks into the records of a check, which the store itself does not.
public protocol StoreInspector: AnyObject {
  /// A stream begins.
  ///
  /// - Parameter snapshot: its snapshot, whole; nil where there is none, or a broken one.
  func begin(_ stream: Stream, snapshot: Snapshot?)
  /// A record of the stream, verified and in its order.
  func see(
    _ record: Record, in stream: Stream, at place: StoreError.Place, _ report: inout StoreReport)
  /// The stream ends.
  ///
  /// - Parameter attachments: the names of those that are whole.
  func end(_ stream: Stream, attachments: Set<String>, _ report: inout StoreReport)
  /// All streams are read.
  func finish(_ report: inout StoreReport)
}

extension FileEventLog {
  /// Reads and verifies every byte of the store: journals with their chains and numbers, snapshots,
  /// attachments.
  ///
  /// It changes nothing.
  ///
  /// - Parameters:
  ///   - inspector: gets every record, to judge what the store can't.
  ///   - progress: called after each stream with the number done and the number of all; returns false
  ///     to stop there.
  public func check(
    _ inspector: (any StoreInspector)? = nil,
    progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
  ) throws(StoreError) -> StoreReport {
    var report = StoreReport()
    let streams = try streams()
    for stream in streams {
      do throws(StoreError) {
        try check(stream, inspector, &report)
      } catch {
        if case .damaged(_, let place, let damage) = error {
          try addDamages(of: stream, first: damage, at: place, &report)
        } else {
          report.add(.unreadable(error), in: stream)
        }
      }
      report.streams += 1
      if !progress(report.streams, streams.count) { return report }
    }
    inspector?.finish(&report)
    return report
  }

  private func check(
    _ stream: Stream, _ inspector: (any StoreInspector)?, _ report: inout StoreReport
  ) throws(StoreError) {
    guard let journal = try journal(of: stream) else { return }
    let attachments = try checkAttachments(of: journal, &report)
    let snapshotBytes = try journal.folder.contents(of: "snapshot.json")
    let snapshot = snapshotBytes.flatMap { SnapshotFile.decode($0) }
    if snapshotBytes != nil, snapshot == nil { report.add(.brokenSnapshot, in: stream) }
    try checkFiles(of: journal, &report)
    var hasSnapshotRecord = snapshot.map { $0.position == journal.origin } ?? true
    inspector?.begin(stream, snapshot: snapshot?.snapshot)
    var place = StoreError.Place(file: journal.files.nameOfFile(with: 0), line: 0, seq: 0)
    func see(_ record: Record, _ position: Position) -> Bool {
      let file = journal.files.nameOfFile(with: position.offset - 1)
      place = .init(file: file, line: file == place.file ? place.line + 1 : 1, seq: record.seq)
      report.records += 1
      if position == snapshot?.position { hasSnapshotRecord = true }
      inspector?.see(record, in: stream, at: place, &report)
      end = position
      return true
    }
    var end = journal.origin
    var tail: [UInt8] = []
    var damage: StoreError?
    do throws(StoreError) { (_, tail) = try journal.scan(from: end, see) } catch {
      guard case .damaged = error else { throw error }
      damage = error
    }
    if damage != nil || !tail.isEmpty, options.isWritable, failure == nil {
      // Perhaps a writer at work, and no torn tail or damage: look again when nobody is.
      do throws(StoreError) { try journal.lock.take(patience: options.patience) } catch {
        throw damage ?? error
      }
      defer { journal.lock.release() }
      (damage, tail) = (nil, try journal.scan(from: end, see).tail)
    }
    if let damage { throw damage }
    report.bytes += end.offset
    if !tail.isEmpty {
      report.add(
        .tornTail(size: tail.count), in: stream,
        at: journal.place(of: end.offset, seq: end.head.seq + 1))
    }
    if !hasSnapshotRecord { report.add(.snapshotAhead, in: stream) }
    inspector?.end(stream, attachments: attachments, &report)
  }

  /// Names every damage of a journal of which the first is known.
  private func addDamages(
    of stream: Stream, first damage: StoreError.Damage, at place: StoreError.Place,
    _ report: inout StoreReport
  ) throws(StoreError) {
    let losses = (try? salvage(stream).losses) ?? []
    var isFirstNamed = false
    for loss in losses {
      let kind: StoreReport.Finding.Kind
      switch loss.reason {
      case .damaged(let damage): kind = .damagedRecord(damage)
      case .altered: kind = .damagedRecord(.altered)
      case .foreign: kind = .damagedRecord(.brokenChain)
      case .missing(let count): kind = .damagedRecord(.missing(count))
      case .unfinished(let size): kind = .tornTail(size: size)
      case .unreadable(let error): kind = .unreadable(error)
      }
      isFirstNamed = isFirstNamed || kind.isDamage
      report.add(kind, in: stream, at: loss.place)
    }
    if !isFirstNamed { report.add(.damagedRecord(damage), in: stream, at: place) }
  }

  /// Notes which sealed files are missing between others.
  private func checkFiles(
    of journal: Journal, _ report: inout StoreReport
  ) throws(StoreError) {
    let numbers = try journal.folder.names().compactMap { JournalFiles.number(ofSealed: $0) }
    for number in 1..<max(1, numbers.max() ?? 1) where !numbers.contains(number) {
      report.add(.missingFile(JournalFiles.sealedName(number)), in: journal.stream)
    }
  }

  /// The names of the attachments that are whole.
  private func checkAttachments(
    of journal: Journal, _ report: inout StoreReport
  ) throws(StoreError) -> Set<String> {
    guard let folder = try journal.folder.subfolder("attachments") else { return [] }
    var whole: Set<String> = []
    for name in try folder.names() where !name.hasSuffix(".tmp") {
      report.attachments += 1
      let bytes: [UInt8]
      do throws(StoreError) {
        bytes = try folder.contents(of: name) ?? []
      } catch {
        report.add(.unreadable(error), in: journal.stream)
        continue
      }
      if ChainHash(of: bytes).description == name {
        whole.insert(name)
      } else {
        report.add(.damagedAttachment(name), in: journal.stream)
      }
    }
    return whole
  }
}
