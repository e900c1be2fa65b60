/// What the file `lock` says: one JSON object on one line, always of the same size.
///
///     {"process":     20015,"turn":       117,"sealed":     3,"length":        94719,"record":"<64>","wanted":0}
///
/// `process` took the lock last, and `wanted` is 1 once another one has waited since. `turn` grows
/// whenever the lock has passed from one to another. So many files are `sealed`, or about to be.
///
/// The journal's first `length` bytes, which end with the record of that hash, are on the disk; a length
/// of 0 says nothing. Nobody waits for the note to reach the disk: it is written after the flush that it
/// tells of, so it was true whenever it gets there, and a torn one names a record and a length that do
/// not belong together. Before the journal is cut it is taken back.
struct LockNote: Equatable {
  /// The bytes of a note.
  static let size = 169

  /// The places of two times four bytes, by four divisible, that are others after each record: the last
  /// digits of its length, and some of its hash.
  static let changingWords = (76, 92)

  /// The place of the byte that says whether somebody waits.
  static let wish = 166

  /// That byte, where somebody does.
  static let wanted = UInt8(ascii: "1")

  private static let unknownSealed = 999_999
  private static let processDigits = 10
  private static let turnDigits = 10
  private static let sealedDigits = 6
  private static let lengthDigits = 15

  /// The process that took the lock last.
  var process: Int
  /// How often the lock has passed from one to another.
  var turn = 0
  /// How many files of the journal are sealed, or about to be.
  var sealed = LockNote.unknownSealed
  /// The end of what the disk is known to have, and the record that ends there.
  private(set) var length = 0
  private(set) var record = ChainHash.zero

  init(process: Int) {
    self.process = process
  }

  /// Whether everything up to the end of a record is known to be on the disk.
  ///
  /// Only of the very record that was noted: a journal that was exchanged for another has none of it.
  func confirms(_ end: Position) -> Bool {
    length > 0 && length == end.offset && record == end.head.hash
  }

  /// Notes that everything up to the end of a record is on the disk; nil to note nothing.
  mutating func confirm(_ end: Position?) {
    length = end?.offset ?? 0
    record = end?.head.hash ?? .zero
  }

  /// The note as it is written.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(LockNote.size)
    bytes += "{\"process\":".utf8
    LockNote.append(process, LockNote.processDigits, to: &bytes)
    bytes += ",\"turn\":".utf8
    LockNote.append(turn, LockNote.turnDigits, to: &bytes)
    bytes += ",\"sealed\":".utf8
    LockNote.append(sealed, LockNote.sealedDigits, to: &bytes)
    bytes += ",\"length\":".utf8
    LockNote.append(length, LockNote.lengthDigits, to: &bytes)
    bytes += ",\"record\":\"".utf8
    bytes += record.hexBytes
    bytes += "\",\"wanted\":0}\n".utf8
    return bytes
  }

  /// Reads a note; nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == LockNote.size else { return nil }
    let note = bytes.withUnsafeBytes { raw -> LockNote? in
      var cursor = ByteCursor(raw)
      guard cursor.skip("{\"process\":"), let process = LockNote.number(&cursor),
        cursor.skip(",\"turn\":"), let turn = LockNote.number(&cursor),
        cursor.skip(",\"sealed\":"), let sealed = LockNote.number(&cursor),
        cursor.skip(",\"length\":"), let length = LockNote.number(&cursor),
        cursor.skip(",\"record\":\""), let record = cursor.hash(), cursor.skip("\",\"wanted\":"),
        cursor.skip("0}\n") || cursor.skip("1}\n")
      else { return nil }
      var note = LockNote(process: process)
      note.turn = turn
      note.sealed = sealed
      note.length = length
      note.record = record
      return note
    }
    guard let note else { return nil }
    self = note
  }

  private static func number(_ cursor: inout ByteCursor) -> Int? {
    while cursor.skip(" ") {}
    return cursor.number()
  }

  /// Writes a number of at most so many digits, with spaces before it.
  private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes += repeatElement(UInt8(ascii: " "), count: width)
    var (rest, index) = (number, start + width)
    repeat {
      index -= 1
      bytes[index] = UInt8(48 + rest % 10)
      rest /= 10
    } while rest > 0 && index > start
  }
}
