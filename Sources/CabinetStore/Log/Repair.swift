public import Cabinet

/// What a repair saved and what it could not.
public struct RepairReport: Hashable, Sendable {
  /// The streams that have something in the new store.
  public internal(set) var streams = 0
  /// The records saved.
  public internal(set) var records = 0
  /// The attachments saved.
  public internal(set) var attachments = 0
  /// What could not be saved, in the order of the streams' paths.
  public internal(set) var losses: [Loss] = []

  /// One thing that could not be saved.
  public struct Loss: Hashable, Sendable {
    /// The stream that it belonged to; nil where it is of the whole store.
    public let stream: Stream?
    /// Its place in the journal; nil where it lay elsewhere.
    public let place: StoreError.Place?
    /// The kind for machines; it stays.
    public let code: String
    /// What is lost and why.
    public let what: Phrase
  }

  /// Notes a loss.
  public mutating func add(
    _ code: String, _ what: Phrase, in stream: Stream? = nil, at place: StoreError.Place? = nil
  ) {
    losses.append(Loss(stream: stream, place: place, code: code, what: what))
  }
}

/// Who judges whole records that the store does not look into.
public protocol RepairJudge: AnyObject {
  /// Why a record can't be part of the stream after those that came before it; nil where it can.
  func objection(to record: Record, in stream: Stream) -> Phrase?
  /// A record that was not objected to is written next.
  func willSave(_ record: Record)
  /// All streams are saved; what is still needed to enter them may be added.
  func finish(_ target: FileEventLog, _ report: inout RepairReport) throws(StoreError)
}

extension FileEventLog {
  /// Writes what can be saved of this store into a new one, and changes nothing here.
  ///
  /// Records keep their moments, actors and events; behind a loss they get new numbers and hashes,
  /// because a chain has no gaps. Snapshots are left out: they are rebuilt.
  ///
  /// - Parameters:
  ///   - path: a directory that is missing or empty, outside this one.
  ///   - judge: sorts out what the rules of the domain do not allow.
  public func repair(
    into path: String, _ judge: any RepairJudge, files: any FileSystem = PosixFileSystem()
  ) throws(StoreError) -> RepairReport {
    var report = RepairReport()
    if manifest.isSubstitute {
      report.add(
        "manifest",
        Phrase(
          "store.json: не читается; новое хранилище помечено как личное",
          "store.json: can't be read; the new store is marked as a personal one"))
    }
    let streams = try streams()
    let target = try FileEventLog.new(path, like: manifest, files: files)
    for stream in streams {
      // Files come first: a record is never without what it names.
      let attachments = try saveAttachments(of: stream, to: target, &report)
      let salvage = try salvage(stream)
      for loss in salvage.losses {
        report.add(
          loss.reason.code, loss.phrase(in: stream), in: stream, at: loss.place)
      }
      let records = salvage.records.filter { record in
        guard let objection = judge.objection(to: record, in: stream) else { return true }
        report.add(
          "contradiction", objection, in: stream,
          at: .init(file: "", line: 0, seq: record.seq))
        return false
      }
      if !records.isEmpty {
        var rest = records[...]
        _ = try target.restore(stream) { () throws(StoreError) in
          guard let record = rest.popFirst() else { return nil }
          judge.willSave(record)
          return NewRecord(at: record.at, actor: record.actor, event: record.event)
        }
      }
      report.records += records.count
      report.attachments += attachments
      if attachments > 0 || !records.isEmpty { report.streams += 1 }
    }
    try judge.finish(target, &report)
    return report
  }

  /// Makes a store where none is.
  private static func new(
    _ path: String, like old: StoreManifest, files: any FileSystem
  ) throws(StoreError) -> FileEventLog {
    let isTaken: Bool
    do throws(StoreError) {
      var options = Options()
      options.isWritable = false
      _ = try FileEventLog(path, options: options, files: files)
      isTaken = true
    } catch {
      guard case .noStore = error else { throw error }
      isTaken = false
    }
    if isTaken { throw .notStore(path: path) }
    let manifest = StoreManifest(kind: old.kind, createdAt: old.createdAt)
    return try FileEventLog(path, creating: manifest, files: files)
  }

  private func saveAttachments(
    of stream: Stream, to target: FileEventLog, _ report: inout RepairReport
  ) throws(StoreError) -> Int {
    var saved = 0
    for name in try attachmentNames(of: stream) {
      let bytes: [UInt8]
      do throws(StoreError) {
        bytes = try attachment(name, of: stream)
      } catch {
        report.add("attachment", error.phrase, in: stream)
        continue
      }
      _ = try target.putAttachment(bytes, in: stream)
      saved += 1
    }
    return saved
  }
}

extension Salvage.Reason {
  /// The reason for machines; it stays.
  public var code: String {
    switch self {
    case .damaged: "damagedRecord"
    case .altered: "alteredRecord"
    case .foreign: "foreignRecord"
    case .missing: "missingRecords"
    case .unfinished: "tornTail"
    case .unreadable: "unreadable"
    }
  }
}

extension Salvage.Loss {
  /// The loss in words, with its place.
  public func phrase(in stream: Stream) -> Phrase {
    let place = place.phrase(in: stream)
    let what =
      switch reason {
      case .damaged(let damage): damage.phrase
      case .altered: StoreError.Damage.altered.phrase
      case .foreign:
        Phrase(
          "целая запись, но не из этого места журнала",
          "a whole record that does not belong here")
      case .missing(let count): StoreError.Damage.missing(count).phrase
      case .unfinished(let size):
        Phrase(
          "обрывок записи, которая не была подтверждена (\(size) Б)",
          "a fragment of a record that was never confirmed (\(size) B)")
      case .unreadable(let error): error.phrase
      }
    return Phrase("\(place.ru): \(what.ru)", "\(place.en): \(what.en)")
  }
}
