extension FileEventLog {
  /// Reads and verifies every byte of the store: journals with their chains and numbers, snapshots,
  /// attachments.
  ///
  /// It changes nothing.
  ///
  /// - Parameter progress: called after each stream with the number done and the number of all;
  ///   returns false to stop there.
  public func check(
    progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
  ) throws(StoreError) -> StoreReport {
    var report = StoreReport()
    let streams = try streams()
    for stream in streams {
      do throws(StoreError) {
        try check(stream, &report)
      } catch {
        let finding: StoreReport.Finding
        if case .damaged(_, let line, let damage) = error {
          finding = StoreReport.Finding(kind: .damagedJournal(damage), stream: stream, line: line)
        } else {
          finding = StoreReport.Finding(kind: .unreadable(error), stream: stream, line: nil)
        }
        report.findings.append(finding)
      }
      report.streams += 1
      if !progress(report.streams, streams.count) { break }
    }
    return report
  }

  private func check(_ stream: Stream, _ report: inout StoreReport) throws(StoreError) {
    guard let journal = try journal(of: stream) else { return }
    try checkAttachments(of: journal, &report)
    let snapshotBytes = try journal.folder.contents(of: "snapshot.json")
    let snapshot = snapshotBytes.flatMap { SnapshotFile.decode($0) }
    if snapshotBytes != nil, snapshot == nil {
      report.findings.append(.init(kind: .brokenSnapshot, stream: stream, line: nil))
    }
    var hasSnapshotRecord = snapshot.map { $0.position == journal.origin } ?? true
    var records = 0
    defer { report.records += records }
    var (end, tail) = try journal.scan(from: journal.origin) { _, position in
      records += 1
      if position == snapshot?.position { hasSnapshotRecord = true }
    }
    if !tail.isEmpty, options.isWritable, failure == nil {
      // Perhaps no torn tail but a writer at work: look again when nobody is.
      try journal.lock.take(patience: options.patience)
      defer { journal.lock.release() }
      (end, tail) = try journal.scan(from: end) { _, _ in records += 1 }
    }
    report.bytes += end.offset
    if !tail.isEmpty {
      report.findings.append(
        .init(kind: .tornTail(size: tail.count), stream: stream, line: end.head.seq + 1))
    }
    if !hasSnapshotRecord {
      report.findings.append(.init(kind: .snapshotAhead, stream: stream, line: nil))
    }
  }

  private func checkAttachments(
    of journal: Journal, _ report: inout StoreReport
  ) throws(StoreError) {
    guard let folder = try journal.folder.subfolder("attachments") else { return }
    for name in try folder.names() where !name.hasSuffix(".tmp") {
      report.attachments += 1
      let bytes = try folder.contents(of: name) ?? []
      if ChainHash(of: bytes).description != name {
        report.findings.append(
          .init(kind: .damagedAttachment(name), stream: journal.stream, line: nil))
      }
    }
  }
}
