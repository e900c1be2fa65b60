import Cabinet
import CabinetStore
import FoundationEssentials

extension ExportDocument {
  /// The largest document that is read, in bytes: 1 GiB.
  public static let maximumSize = 1 << 30

  /// Reads a document, and refuses whatever a program that writes exports would not have written.
  ///
  /// - Parameter pace: hears of each record, first as it is read, then as its history is proven.
  /// - Throws: ``CabinetFailure/notPossible(_:)`` with the place and the reason.
  public init(_ bytes: [UInt8], pace: Pace = { _, _ in }) throws(CabinetFailure) {
    // A file of 10 MiB takes a third more in base64.
    let limits = JSONLimits(size: Self.maximumSize, string: 16 << 20)
    let members: [String: Range<Int>]
    do {
      members = Dictionary(
        try StrictJSON.members(of: bytes, limits: limits).map { ($0.name, $0.value) }
      ) { first, _ in first }
    } catch {
      throw Self.refusal(error.phrase)
    }
    func part<Part: Decodable>(_ name: String) throws(CabinetFailure) -> Part {
      guard let range = members[name] else {
        throw Self.refusal(Phrase("нет члена «\(name)»", "the member \(name) is missing"))
      }
      do {
        return try JSONDecoder().decode(Part.self, from: Data(bytes[range]))
      } catch {
        throw Self.refusal(
          Phrase(
            "«\(name)», строка \(Self.line(of: range.lowerBound, in: bytes)): не то значение",
            "\(name), line \(Self.line(of: range.lowerBound, in: bytes)): not such a value"))
      }
    }
    // What it is decides before anything else is looked at.
    guard members["format"] != nil, try part("format") == Self.format else {
      throw Self.refusal(Phrase("это не выгрузка кабинета", "this is no export of a cabinet"))
    }
    let version: Int = try part("version")
    guard version == Self.version else {
      throw Self.refusal(
        Phrase(
          "выгрузка версии \(version), а эта программа читает версию \(Self.version); обновите kabinet",
          "an export of version \(version); this program reads version \(Self.version); update kabinet"
        ))
    }
    let known: Set = ["format", "version", "kind", "login", "resident", "head", "records", "files"]
    if let stranger = members.keys.filter({ !known.contains($0) }).min() {
      throw Self.refusal(Phrase("лишний член «\(stranger)»", "an unknown member \(stranger)"))
    }
    guard let kind = StoreManifest.Kind(rawValue: try part("kind")) else {
      throw Self.refusal(Phrase("неизвестный вид хранилища", "an unknown kind of store"))
    }
    let account = Account(login: try part("login"), resident: try part("resident"))
    guard CabinetStore.Stream.isValidName(account.resident), !account.login.isEmpty else {
      throw Self.refusal(Phrase("имя жителя не годится", "the name of the resident is not valid"))
    }
    let head: HeadPart = try part("head")
    let files: [FilePart] = try part("files")
    guard let history = members["records"], bytes[history.lowerBound] == UInt8(ascii: "[") else {
      throw Self.refusal(Phrase("нет списка «records»", "the list records is missing"))
    }
    let records = try Self.records(in: bytes, history, pace)
    self.init(
      kind: kind, account: account, head: try head.head(), records: records,
      files: try files.map { part throws(CabinetFailure) in try part.file() })
    try prove(pace)
  }

  /// Proves the history by the hash of its last record, and that every file named is told of.
  private func prove(_ pace: Pace) throws(CabinetFailure) {
    let log = MemoryEventLog()
    let stream = CabinetStore.Stream.resident(account.resident)
    var found = Head(seq: 0, hash: stream.origin)
    if !records.isEmpty {
      var rest = records[...]
      do {
        found = try log.restore(stream) { () throws(StoreError) in rest.popFirst() }
      } catch {
        throw Self.refusal(error.phrase)
      }
    }
    guard found == head else {
      throw Self.refusal(
        Phrase(
          "история не сходится со своим хешем: файл изменён или неполон",
          "the history does not have its hash: the file was changed or is not whole"))
    }
    var state = CabinetState()
    let decoder = JSONDecoder()
    let told = Set(files.map(\.hash))
    for (index, record) in zip(1..., (try? log.read(stream, from: 1)) ?? []) {
      pace(records.count + index, 2 * records.count)
      if let objection = state.take(record, decoder) {
        throw Self.refusal(
          Phrase("запись \(index): \(objection.ru)", "record \(index): \(objection.en)"))
      }
      for name in AttachmentNames.inside(record.event) where !told.contains(name) {
        throw Self.refusal(
          Phrase(
            "запись \(index): нет файла \(name)", "record \(index): the file \(name) is missing")
        )
      }
    }
  }

  /// The records, their events byte for byte but for white space between the values.
  private static func records(
    in bytes: [UInt8], _ range: Range<Int>, _ pace: Pace
  ) throws(CabinetFailure) -> [NewRecord] {
    var records: [NewRecord] = []
    let elements = JSONElements.ranges(in: bytes, range)
    for element in elements {
      pace(records.count, 2 * elements.count)
      let slice = Array(bytes[element])
      guard let members = try? StrictJSON.members(of: slice),
        let part = try? JSONDecoder().decode(RecordPart.self, from: Data(slice)),
        let event = members.first(where: { $0.name == "event" }),
        let actor = Actor(rawValue: part.actor), let at = Timestamp(part.at),
        part.seq == records.count + 1, members.count == 4
      else {
        let line = line(of: element.lowerBound, in: bytes)
        throw refusal(
          Phrase("строка \(line): это не запись истории", "line \(line): this is no record"))
      }
      records.append(
        NewRecord(at: at, actor: actor, event: JSONElements.compact(slice[event.value])))
    }
    return records
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].count { $0 == 10 } + 1
  }

  /// Why a document is not taken; nothing was imported then.
  static func refusal(_ reason: Phrase) -> CabinetFailure {
    .notPossible(
      Phrase(
        "Выгрузка не принята: \(reason.ru). Ничего не изменилось.",
        "The export was not taken: \(reason.en). Nothing was changed."))
  }
}

private struct HeadPart: Decodable {
  var seq: Int
  var hash: String

  func head() throws(CabinetFailure) -> Head {
    guard seq >= 0, let hash = ChainHash(hex: Array(hash.utf8)) else {
      throw ExportDocument.refusal(Phrase("«head» не читается", "head can't be read"))
    }
    return Head(seq: seq, hash: hash)
  }
}

/// A record without its event, which is kept as it is written.
private struct RecordPart: Decodable {
  var seq: Int
  var at: String
  var actor: String
}

private struct FilePart: Decodable {
  var hash: String
  var size: Int?
  var base64: String?

  func file() throws(CabinetFailure) -> ExportDocument.File {
    guard ChainHash(hex: Array(hash.utf8)) != nil else {
      throw ExportDocument.refusal(Phrase("файл с именем не хешем", "a file whose name is no hash"))
    }
    guard let base64 else { return .init(hash: hash, bytes: nil) }
    guard let data = Data(base64Encoded: base64), data.count == size,
      case let bytes = Array(data), ChainHash(of: bytes).description == hash
    else {
      throw ExportDocument.refusal(
        Phrase("файл \(hash): содержимое изменено", "the file \(hash): the content was changed"))
    }
    return .init(hash: hash, bytes: bytes)
  }
}
