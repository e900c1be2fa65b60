import Cabinet
import CabinetStore

@testable import CabinetServices

/// The reader of exports, on a document of these bytes and on one whose records have these events and
/// whose hash holds, so that what lies behind the hash is reached too.
func exportDocument(_ bytes: [UInt8]) {
  do {
    let document = try ExportDocument(bytes)
    require((try? StrictJSON.check(bytes)) != nil, "taken, though it is no strict JSON")
    bringIn(document)
  } catch {
    require(!error.phrase.ru.isEmpty && !error.phrase.en.isEmpty, "no words")
  }
  var records: [NewRecord] = []
  for line in bytes.split(separator: 10).prefix(8) {
    let at = Timestamp(seconds: 1_610_607_600 + records.count)
    records.append(NewRecord(at: at, actor: .resident, event: Array(line)))
  }
  let log = MemoryEventLog()
  var rest = records[...]
  let stream = CabinetStore.Stream.resident("fuzz")
  guard !records.isEmpty,
    let head = try? log.restore(stream, { () throws(StoreError) in rest.popFirst() })
  else { return }
  let document = ExportDocument(
    kind: .personal, account: Account(login: "fuzz", resident: "fuzz"), head: head,
    records: records, files: [])
  guard let back = try? ExportDocument(document.encoded) else { return }
  require(back == document, "a document does not come back")
  bringIn(back)
}

/// Imports a document that was taken; the store then exports the same one.
private func bringIn(_ document: ExportDocument) {
  let log = MemoryEventLog()
  guard
    let outcome = try? ImportCabinet.run(
      document, into: log, kind: document.kind, at: CabinetClock.demonstrationStart)
  else { fatalError("taken, and not imported") }
  require(outcome.isNew, "an empty store had it already")
  let again = try? ExportDocument(of: outcome.account.login, in: log, kind: document.kind)
  // A file that no record names is not exported again.
  require(again?.head == document.head, "exported with another end")
  require(again?.records == document.records, "exported with other records")
}
