/// What can be saved of a journal, however damaged, and what can not.
///
/// A record that names its own hash rightly is whole, wherever it lies. Whether it was always there is
/// told by the chain: the record after it names the one that was before.
public struct Salvage: Sendable {
  /// One thing that can't be saved.
  public struct Loss: Hashable, Sendable {
    /// Where it lies.
    public let place: StoreError.Place
    /// Why it can't be saved.
    public let reason: Reason
  }

  /// Why something can't be saved.
  public enum Reason: Hashable, Sendable {
    /// A line that is no whole record.
    case damaged(StoreError.Damage)
    /// A whole record that the one after it does not know: it was changed together with its hash.
    case altered
    /// A whole record that belongs elsewhere.
    case foreign
    /// So many records of which nothing is left.
    case missing(Int)
    /// What a crash left of a record that was never confirmed, in bytes.
    case unfinished(Int)
    /// A file that can't be read.
    case unreadable(StoreError)
  }

  /// A whole record and where it lies.
  struct Candidate {
    var record: Record
    var place: StoreError.Place
  }

  /// The records that are whole and in their place, in their order; numbers may be missing.
  public private(set) var records: [Record] = []
  /// What can't be saved, in the order of its places.
  public private(set) var losses: [Loss] = []

  /// Parts the records that are in their place from those that are not.
  init(_ candidates: [Candidate], _ losses: [Loss], origin: ChainHash) {
    self.losses = losses
    let named = Set(candidates.map(\.record.previousHash))
    var strangers: Set<ChainHash> = []
    var kept: [Candidate] = []
    for next in candidates {
      let record = next.record
      let last = kept.last?.record
      let isFirst = record.seq == 1 && record.previousHash == origin
      let follows = last.map { $0.hash == record.previousHash && $0.seq + 1 == record.seq }
      if follows ?? isFirst {
        kept.append(next)
      } else if let last, record.seq == last.seq, record.previousHash == last.previousHash,
        named.contains(record.hash), !named.contains(last.hash)
      {
        // Two claim the place after the same record; others follow this one.
        let inserted = kept.removeLast()
        self.losses.append(Loss(place: inserted.place, reason: .foreign))
        kept.append(next)
      } else if strangers.contains(record.previousHash) || record.seq <= last?.seq ?? 1
        || last.map({ named.contains($0.hash) }) == true
      {
        // Another record knows the last one, so it is this one that is out of place.
        strangers.insert(record.hash)
        self.losses.append(Loss(place: next.place, reason: .foreign))
      } else {
        if let altered = kept.last, altered.record.seq + 1 == record.seq {
          kept.removeLast()
          self.losses.append(Loss(place: altered.place, reason: .altered))
        }
        kept.append(next)
      }
    }
    records = kept.map(\.record)
    self.losses += missing(between: kept)
    self.losses.sort { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }
  }

  /// The gaps in the numbers for which no line was found either.
  private func missing(between kept: [Candidate]) -> [Loss] {
    let found = losses.compactMap { loss -> Int? in
      switch loss.reason {
      case .damaged, .altered: loss.place.seq
      default: nil
      }
    }
    var gaps: [Loss] = []
    var expected = 1
    for candidate in kept {
      let range = expected..<max(expected, candidate.record.seq)
      let gap = range.count - found.count { range.contains($0) }
      if gap > 0 {
        var place = candidate.place
        place.seq = expected
        gaps.append(Loss(place: place, reason: .missing(gap)))
      }
      expected = candidate.record.seq + 1
    }
    return gaps
  }
}

extension FileEventLog {
  /// Reads all of a stream's files, whatever their state, and changes nothing.
  public func salvage(_ stream: Stream) throws(StoreError) -> Salvage {
    guard let journal = try journal(of: stream) else {
      return Salvage([], [], origin: stream.origin)
    }
    let folder = journal.folder
    var candidates: [Salvage.Candidate] = []
    var losses: [Salvage.Loss] = []
    let names = try folder.names().filter { JournalFiles.isJournal($0) }
    for name in names {
      do throws(StoreError) {
        let bytes = try folder.contents(of: name) ?? []
        let end = name == names.last ? end(of: bytes, in: journal) : nil
        read(bytes, name, end, &candidates, &losses)
      } catch {
        losses.append(
          .init(place: .init(file: name, line: 1, seq: nil), reason: .unreadable(error)))
      }
    }
    return Salvage(candidates, losses, origin: stream.origin)
  }

  /// Where a file ends without its room, if what stands there may be what a crash left; nil where a
  /// snapshot tells of records there.
  private func end(of bytes: [UInt8], in journal: Journal) -> Int? {
    let start = bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0
    guard !journal.isCovered(journal.files.activeStart + start) else { return nil }
    return start + JournalRoom.left(of: Array(bytes[start...]), endingAt: bytes.count).count
  }

  private func read(
    _ bytes: [UInt8], _ file: String, _ end: Int?, _ candidates: inout [Salvage.Candidate],
    _ losses: inout [Salvage.Loss]
  ) {
    var line = 0
    var seq = (candidates.last?.record.seq ?? 0) + 1
    let lines = bytes[..<(end ?? bytes.count)]
    for part in lines.split(separator: 10, omittingEmptySubsequences: false) {
      line += 1
      if part.isEmpty { continue }
      let outcome = part.withUnsafeBytes { raw in
        Result { () throws(RecordLine.Fault) in try RecordLine.decode(raw) }
      }
      switch outcome {
      case .success(let record):
        candidates.append(
          .init(record: record, place: .init(file: file, line: line, seq: record.seq)))
        seq = record.seq
      case .failure(let fault):
        let isUnfinished = part.endIndex == end
        losses.append(
          .init(
            place: .init(file: file, line: line, seq: seq),
            reason: isUnfinished
              ? .unfinished(part.count)
              : .damaged(fault == .wrongHash ? .wrongHash : .notRecord)))
      }
      seq += 1
    }
  }
}
