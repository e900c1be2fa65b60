import Cabinet

/// The line of a journal that holds one record.
///
/// The format is final; `docs/store.md` describes it.
///
///     {"hash":"<64>","prev":"<64>","seq":N,"at":"2021-01-14T07:00:00Z","actor":"clock","event":{…}}
///
/// The hash covers the raw bytes that follow its comma up to the line break, so that a line is
/// verified as it lies on the disk and never encoded anew.
enum RecordLine {
  /// The place of the first hashed byte.
  static let hashedFrom = 75

  /// The largest line, its line break included.
  static let maximumSize = Record.maximumEventSize + 512

  /// What is wrong with a line taken by itself.
  enum Fault: Error {
    case notRecord
    case wrongHash
  }

  /// Encodes a record as a line with its line break.
  static func encode(_ new: NewRecord, after head: Head) -> (line: [UInt8], record: Record) {
    let seq = head.seq + 1
    var line: [UInt8] = []
    line.reserveCapacity(new.event.count + 320)
    line += "{\"hash\":\"".utf8
    line += head.hash.hexBytes
    line += "\",\"prev\":\"".utf8
    line += head.hash.hexBytes
    line += "\",\"seq\":".utf8
    line += String(seq).utf8
    line += ",\"at\":\"".utf8
    append(new.at, to: &line)
    line += "\",\"actor\":\"".utf8
    line += new.actor.rawValue.utf8
    line += "\",\"event\":".utf8
    line += new.event
    line.append(UInt8(ascii: "}"))
    let hash = line.withUnsafeBytes { bytes in
      ChainHash(of: UnsafeRawBufferPointer(rebasing: bytes[hashedFrom...]))
    }
    // Only now is it known what belongs where the previous hash held the place.
    line.replaceSubrange(hashedFrom - 66..<hashedFrom - 2, with: hash.hexBytes)
    line.append(10)
    let record = Record(
      seq: seq, at: new.at, actor: new.actor, event: new.event, previousHash: head.hash, hash: hash)
    return (line, record)
  }

  /// The bytes that a record takes in a journal, its line break included.
  static func size(of record: Record) -> Int {
    encode(record).count
  }

  /// The line of a record that has its place, with its line break.
  static func encode(_ record: Record) -> [UInt8] {
    let new = NewRecord(at: record.at, actor: record.actor, event: record.event)
    return encode(new, after: Head(seq: record.seq - 1, hash: record.previousHash)).line
  }

  /// Decodes a line given without its line break.
  static func decode(_ line: UnsafeRawBufferPointer) throws(Fault) -> Record {
    var cursor = ByteCursor(line)
    guard cursor.skip("{\"hash\":\""), let hash = cursor.hash(), cursor.skip("\","),
      cursor.skip("\"prev\":\""), let previous = cursor.hash(),
      cursor.skip("\",\"seq\":"), let seq = cursor.number(), seq > 0,
      cursor.skip(",\"at\":\""), let at = timestamp(&cursor),
      cursor.skip("\",\"actor\":\""), let actor = actor(&cursor),
      cursor.skip("\",\"event\":{"), line.count - cursor.index >= 2,
      line[line.count - 2] == UInt8(ascii: "}"), line[line.count - 1] == UInt8(ascii: "}")
    else { throw .notRecord }
    guard ChainHash(of: UnsafeRawBufferPointer(rebasing: line[hashedFrom...])) == hash else {
      throw .wrongHash
    }
    return Record(
      seq: seq, at: at, actor: actor, event: Array(line[(cursor.index - 1)..<(line.count - 1)]),
      previousHash: previous, hash: hash)
  }

  /// Whether the head of another record begins behind the first byte.
  ///
  /// A commit writes one record and waits for the disk. So what a crash leaves of it, however torn,
  /// holds one head at most, and a second one proves that the damage is no torn write. The search
  /// ignores line breaks: damage may have taken them.
  static func hasHead(behindFirstByteOf bytes: UnsafeRawBufferPointer) -> Bool {
    var start = 1
    while start + hashedFrom <= bytes.count {
      if bytes[start] == UInt8(ascii: "{") {
        var cursor = ByteCursor(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        if cursor.skip("{\"hash\":\""), cursor.hash() != nil, cursor.skip("\",\"prev\":\"") {
          return true
        }
      }
      start += 1
    }
    return false
  }

  private static func actor(_ cursor: inout ByteCursor) -> Actor? {
    if cursor.skip("resident") { return .resident }
    if cursor.skip("office") { return .office }
    if cursor.skip("clock") { return .clock }
    return nil
  }

  /// Writes a moment as `Timestamp.utc` does, at a tenth of the cost: every commit waits for it.
  private static func append(_ moment: Timestamp, to line: inout [UInt8]) {
    let ofDay = (moment.seconds % 86_400 + 86_400) % 86_400
    let (year, month, day) = Day(ordinal: (moment.seconds - ofDay) / 86_400).civil
    func append(_ number: Int, _ divisor: Int, then separator: StaticString) {
      var divisor = divisor
      while divisor > 0 {
        line.append(UInt8(48 + number / divisor % 10))
        divisor /= 10
      }
      line.append(separator.utf8Start.pointee)
    }
    append(year, 1000, then: "-")
    append(month, 10, then: "-")
    append(day, 10, then: "T")
    append(ofDay / 3600, 10, then: ":")
    append(ofDay / 60 % 60, 10, then: ":")
    append(ofDay % 60, 10, then: "Z")
  }

  private static func timestamp(_ cursor: inout ByteCursor) -> Timestamp? {
    guard let year = cursor.number(digits: 4), cursor.skip("-"),
      let month = cursor.number(digits: 2), cursor.skip("-"),
      let dayOfMonth = cursor.number(digits: 2), cursor.skip("T"),
      let hour = cursor.number(digits: 2), hour < 24, cursor.skip(":"),
      let minute = cursor.number(digits: 2), minute < 60, cursor.skip(":"),
      let second = cursor.number(digits: 2), second < 60, cursor.skip("Z"),
      let day = Day(year, month, dayOfMonth)
    else { return nil }
    return Timestamp(seconds: day.ordinal * 86_400 + hour * 3600 + minute * 60 + second)
  }
}
