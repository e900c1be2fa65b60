import Cabinet
import CabinetStore
import FoundationEssentials

/// All of one resident's data as one JSON document: the whole history, and the files that it names.
///
/// `docs/store.md` has the format. Nothing in it depends on when or where it was written, so that the
/// same data gives the same bytes.
public struct ExportDocument: Equatable, Sendable {
  /// The version that this program writes and reads.
  public static let version = 1
  /// What the document says it is.
  public static let format = "kabinet-export"

  /// A file that the records name.
  public struct File: Equatable, Sendable {
    /// The hash by which records name it.
    public var hash: String
    /// Its bytes; nil where the cabinet had lost them.
    public var bytes: [UInt8]?
  }

  /// Whose data the store held.
  public var kind: StoreManifest.Kind
  /// The account that opens the cabinet.
  public var account: Account
  /// The last record, by which whoever reads the document proves that it is whole.
  public var head: Head
  /// The history, in its order.
  public var records: [NewRecord]
  /// The files, in the order of their hashes.
  public var files: [File]

  /// The hashes of the files that the cabinet had lost.
  public var missing: [String] { files.filter { $0.bytes == nil }.map(\.hash) }

  /// The document: valid JSON, a record or a file a line.
  public var encoded: [UInt8] {
    var text: [UInt8] = []
    func quoted(_ value: String) -> String {
      // Logins are the user's; everything else here is ASCII without quotation marks.
      (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
    text += "{\"format\":\"\(Self.format)\",\"version\":\(Self.version),\n".utf8
    text += "\"kind\":\"\(kind.rawValue)\",\"login\":\(quoted(account.login)),".utf8
    text += "\"resident\":\"\(account.resident)\",\n".utf8
    text += "\"head\":{\"seq\":\(head.seq),\"hash\":\"\(head.hash)\"},\n\"records\":[".utf8
    for (index, record) in records.enumerated() {
      text += (index == 0 ? "\n" : ",\n").utf8
      text += "{\"seq\":\(index + 1),\"at\":\"\(record.at.utc)\",".utf8
      text += "\"actor\":\"\(record.actor.rawValue)\",\"event\":".utf8
      text += record.event
      text.append(UInt8(ascii: "}"))
    }
    text += "\n],\n\"files\":[".utf8
    for (index, file) in files.enumerated() {
      text += (index == 0 ? "\n" : ",\n").utf8
      text += "{\"hash\":\"\(file.hash)\",".utf8
      if let bytes = file.bytes {
        text += "\"size\":\(bytes.count),\"base64\":\"".utf8
        text += Data(bytes).base64EncodedString().utf8
        text += "\"}".utf8
      } else {
        text += "\"size\":null,\"base64\":null}".utf8
      }
    }
    text += "\n]}\n".utf8
    return text
  }
}

extension ExportDocument {
  /// All of a resident's data in the store of a folder, in which nothing is changed.
  ///
  /// - Parameter pace: hears of what was read.
  public init(
    of login: String?, inStore folder: String, pace: Pace = { _, _ in }
  ) throws(CabinetFailure) {
    let log = try Cabinets.storeCall { () throws(StoreError) in
      var options = FileEventLog.Options()
      options.isWritable = false
      return try FileEventLog(folder, options: options)
    }
    try self.init(of: login, in: log, kind: log.manifest.kind, pace: pace)
  }

  /// All of a resident's data in a store.
  ///
  /// - Parameters:
  ///   - login: whose; the first resident of the store where nil.
  ///   - kind: whose data the store holds.
  ///   - pace: hears of what was read.
  /// - Throws: ``CabinetFailure`` where nobody has the login, or the history is damaged. A file that is
  ///   lost is told in ``missing`` and keeps nothing else back.
  public init(
    of login: String?, in log: any EventLog, kind: StoreManifest.Kind, pace: Pace = { _, _ in }
  ) throws(CabinetFailure) {
    guard let (account, _) = try Cabinets.account(of: login, in: log) else {
      throw .notSignedIn(login ?? Cabinets.ownLogin)
    }
    let stream = CabinetStore.Stream.resident(account.resident)
    let records = try Self.records(of: stream, in: log, pace)
    let names = Set(records.flatMap { AttachmentNames.inside($0.event) }).sorted()
    var files: [File] = []
    for name in names {
      files.append(File(hash: name, bytes: try? log.attachment(name, of: stream)))
      pace(records.count + files.count, records.count + names.count)
    }
    let last = records.last.map { Head(seq: $0.seq, hash: $0.hash) }
    self.init(
      kind: kind, account: account, head: last ?? Head(seq: 0, hash: stream.origin),
      records: records.map { NewRecord(at: $0.at, actor: $0.actor, event: $0.event) },
      files: files)
  }

  /// How many records are read before one tells how far it is.
  private static let portion = 4096

  private static func records(
    of stream: CabinetStore.Stream, in log: any EventLog, _ pace: Pace
  ) throws(CabinetFailure) -> [Record] {
    let head = try Cabinets.storeCall { () throws(StoreError) in try log.head(of: stream) }
    var records: [Record] = []
    records.reserveCapacity(head.seq)
    while records.count < head.seq {
      let next = try Cabinets.storeCall { () throws(StoreError) in
        try log.read(stream, from: records.count + 1, limit: portion)
      }
      if next.isEmpty { break }
      records += next
      pace(records.count, max(head.seq, records.count))
    }
    return records
  }
}
