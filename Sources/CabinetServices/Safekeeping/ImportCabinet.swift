import Cabinet
import CabinetStore
import FoundationEssentials

/// Brings an exported cabinet into a store where it is not yet.
public enum ImportCabinet {
  /// What an import did.
  public struct Outcome: Equatable, Sendable {
    /// The account that opens the cabinet.
    public var account: Account
    /// False where all of it was there already and nothing was done.
    public var isNew: Bool
  }

  /// Imports a document into the store of a folder; a store that is not there is made.
  public static func run(
    _ document: ExportDocument, as login: String? = nil, intoStore folder: String,
    at moment: Timestamp, pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> Outcome {
    let log = try Cabinets.storeCall { () throws(StoreError) in
      try FileEventLog(
        folder, creating: StoreManifest(kind: document.kind, createdAt: moment))
    }
    return try run(document, as: login, into: log, kind: log.manifest.kind, at: moment, pace: pace)
  }

  /// Imports a document.
  ///
  /// Files come first, then the whole history at once, then the account: what an interruption leaves is
  /// either no cabinet or the whole one, and repeating the import finishes it.
  ///
  /// - Parameters:
  ///   - login: the name to sign in with; the one of the document where nil.
  ///   - moment: when.
  ///   - pace: hears of the files and the records; ended there, the import has done nothing that shows.
  /// - Throws: ``CabinetFailure/notPossible(_:)`` where the cabinet is there with another history, the
  ///   login is another resident's, or the store is of another kind.
  public static func run(
    _ document: ExportDocument, as login: String? = nil, into log: any EventLog,
    kind: StoreManifest.Kind, at moment: Timestamp, pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> Outcome {
    guard document.kind == kind else {
      throw ExportDocument.refusal(
        Phrase(
          "данные демонстрации и настоящие данные не смешиваются; укажите другую папку в --store",
          "data of a demonstration and real data are not mixed; name another folder with --store"))
    }
    let account = Account(
      login: login ?? document.account.login, resident: document.account.resident)
    let known = try Cabinets.account(of: account.login, in: log)
    if let known, known.account.resident != account.resident {
      throw ExportDocument.refusal(
        Phrase(
          "имя \(account.login) здесь у другого жителя; дайте другое: --as ИМЯ",
          "the login \(account.login) is another resident's here; give another one: --as NAME"))
    }
    let isThere = try holds(document, log)
    if isThere, known != nil { return Outcome(account: account, isNew: false) }
    if !isThere { try write(document, log, pace) }
    try Cabinets.add(account, to: log, at: moment)
    return Outcome(account: account, isNew: true)
  }

  /// Whether the store has the cabinet, with the history of the document or one that goes on from it.
  private static func holds(
    _ document: ExportDocument, _ log: any EventLog
  ) throws(CabinetFailure) -> Bool {
    let stream = CabinetStore.Stream.resident(document.account.resident)
    let head = document.head
    let (first, last) = try Cabinets.storeCall { () throws(StoreError) in
      (
        try log.read(stream, from: 1, limit: 1),
        try log.read(stream, from: max(1, head.seq), limit: 1).first
      )
    }
    if first.isEmpty { return head.seq == 0 }
    if head.seq == 0 || last?.hash == head.hash, last?.seq == max(1, head.seq) { return true }
    throw ExportDocument.refusal(
      Phrase(
        "кабинет \(document.account.resident) здесь уже есть, и история в нём другая; "
          + "чужое не перезаписывается. Укажите другую папку в --store",
        "the cabinet \(document.account.resident) is here already with another history; "
          + "it is not overwritten. Name another folder with --store"))
  }

  private static func write(
    _ document: ExportDocument, _ log: any EventLog, _ pace: Pace
  ) throws(CabinetFailure) {
    let whole = document.files.count + document.records.count
    var done = 0
    func step() {
      done += 1
      pace(done, whole)
    }
    let stream = CabinetStore.Stream.resident(document.account.resident)
    try Cabinets.storeCall { () throws(StoreError) in
      for file in document.files {
        if let bytes = file.bytes { _ = try log.putAttachment(bytes, in: stream) }
        step()
      }
      var rest = document.records[...]
      _ = try log.restore(stream) { () throws(StoreError) in
        step()
        return rest.popFirst()
      }
    }
  }
}
