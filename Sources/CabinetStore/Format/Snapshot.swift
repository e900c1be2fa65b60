/// The state of a stream after one of its records, kept so that opening needs only what came later.
public struct Snapshot: Hashable, Sendable {
  /// The record after which the state holds.
  public let head: Head
  /// The state: one JSON object, byte for byte as it was given.
  public let body: [UInt8]

  /// Makes a snapshot.
  ///
  /// - Parameters:
  ///   - head: the record after which the state holds.
  ///   - body: one JSON object in UTF-8 without line breaks.
  public init(head: Head, body: [UInt8]) {
    self.head = head
    self.body = body
  }
}

/// The file of a snapshot: valid JSON on one line.
///
///     {"hash":"<64>","seq":N,"record":"<64>","length":M,"body":{…}}
///
/// As in a journal, the hash covers the raw bytes that follow its comma. `record` is the hash of
/// record N and `length` the bytes of the journal up to the end of it, so that opening reads on
/// from there.
enum SnapshotFile {
  /// Enough bytes for everything before the body.
  static let maximumHeaderSize = 256

  static func encode(_ snapshot: Snapshot, length: Int) -> [UInt8] {
    var hashed: [UInt8] = []
    hashed.reserveCapacity(snapshot.body.count + maximumHeaderSize)
    hashed += "\"seq\":\(snapshot.head.seq),\"record\":\"".utf8
    hashed += snapshot.head.hash.hexBytes
    hashed += "\",\"length\":\(length),\"body\":".utf8
    hashed += snapshot.body
    hashed.append(UInt8(ascii: "}"))
    return Array("{\"hash\":\"".utf8) + ChainHash(of: hashed).hexBytes + Array("\",".utf8) + hashed
      + [10]
  }

  /// The place in the journal that a snapshot claims, read from its first bytes and not verified.
  static func decodePosition(_ bytes: [UInt8]) -> Position? {
    bytes.withUnsafeBytes { header($0)?.position }
  }

  /// A snapshot whose every byte is verified, with the place in the journal that it claims.
  static func decode(_ bytes: [UInt8]) -> (snapshot: Snapshot, position: Position)? {
    bytes.withUnsafeBytes { raw in
      guard raw.last == 10, let (hash, position, bodyStart) = header(raw),
        raw.count - bodyStart >= 4, raw[raw.count - 2] == UInt8(ascii: "}"),
        ChainHash(of: UnsafeRawBufferPointer(rebasing: raw[RecordLine.hashedFrom..<raw.count - 1]))
          == hash
      else { return nil }
      let body = Array(raw[bodyStart..<raw.count - 2])
      return (Snapshot(head: position.head, body: body), position)
    }
  }

  private static func header(
    _ bytes: UnsafeRawBufferPointer
  ) -> (hash: ChainHash, position: Position, bodyStart: Int)? {
    var cursor = ByteCursor(bytes)
    guard cursor.skip("{\"hash\":\""), let hash = cursor.hash(),
      cursor.skip("\",\"seq\":"), let seq = cursor.number(),
      cursor.skip(",\"record\":\""), let record = cursor.hash(),
      cursor.skip("\",\"length\":"), let length = cursor.number(), cursor.skip(",\"body\":")
    else { return nil }
    let head = Head(seq: seq, hash: record)
    return (hash, Position(head: head, offset: length), cursor.index)
  }
}

/// A place between two records of a journal.
struct Position: Hashable {
  /// The record before the place.
  var head: Head
  /// The bytes of the journal before the place.
  var offset: Int
}
