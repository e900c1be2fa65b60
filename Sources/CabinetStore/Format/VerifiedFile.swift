/// Which sealed files were read and found whole: a file of one JSON object on one line.
///
///     {"hash":"<64>","verified":[[size,file,modified,changed],…]}
///
/// Entry N is of the sealed file N, as the system knew it then. It may be deleted at any time.
enum VerifiedFile {
  static let name = "verified.json"

  /// What tells that a file is still the one that was read.
  struct Entry: Equatable {
    var size: Int
    var stamp: FileStamp
  }

  static func encode(_ entries: [Entry]) -> [UInt8] {
    let rows = entries.map {
      "[\($0.size),\($0.stamp.file),\($0.stamp.modified),\($0.stamp.changed)]"
    }
    let hashed = Array("\"verified\":[\(rows.joined(separator: ","))]}".utf8)
    return Array("{\"hash\":\"".utf8) + ChainHash(of: hashed).hexBytes + Array("\",".utf8) + hashed
      + [10]
  }

  static func decode(_ bytes: [UInt8]) -> [Entry]? {
    bytes.withUnsafeBytes { raw in
      var cursor = ByteCursor(raw)
      guard cursor.skip("{\"hash\":\""), let hash = cursor.hash(), cursor.skip("\","),
        raw.last == 10,
        ChainHash(of: UnsafeRawBufferPointer(rebasing: raw[cursor.index..<raw.count - 1])) == hash,
        cursor.skip("\"verified\":[")
      else { return nil }
      var entries: [Entry] = []
      while cursor.skip("[") || cursor.skip(",[") {
        guard let size = cursor.number(), cursor.skip(","), let file = cursor.number(),
          cursor.skip(","), let modified = cursor.number(), cursor.skip(","),
          let changed = cursor.number(), cursor.skip("]")
        else { return nil }
        entries.append(
          Entry(size: size, stamp: FileStamp(file: file, modified: modified, changed: changed)))
      }
      return cursor.skip("]}") ? entries : nil
    }
  }
}
