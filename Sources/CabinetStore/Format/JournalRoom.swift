import Glibc

/// The room behind the last record of a journal in which many are written in a row.
///
/// A disk has a record sooner where the file need not grow for it, so a file is made longer in advance by up
/// to a page. Until records take its place the room is NUL bytes, up to the next full page.
enum JournalRoom {
  /// The bytes of a page: what file systems give a file at once.
  static let page = 4096
  /// How long after one commit the next is close behind it, in microseconds.
  static let longestPause = 20_000

  /// Where a file ends that has room behind a record of so many bytes; nil where the record is too large
  /// to gain by it.
  static func end(for size: Int, from start: Int) -> Int? {
    size > page ? nil : (start + size + page - 1) / page * page
  }

  /// Whether every byte is NUL; as fast as the system compares memory, because commits wait for it.
  private static func isZero(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      guard let start = raw.baseAddress, raw.first == 0 else { return raw.isEmpty }
      return memcmp(start, start + 1, raw.count - 1) == 0
    }
  }

  /// What is left, without the room, of the bytes behind the last record.
  ///
  /// Room ends with a page and is shorter than two: more zeros, or others, are what a crash left of records.
  static func left(of tail: [UInt8], endingAt length: Int) -> [UInt8] {
    guard length % page == 0 else { return tail }
    let used = isZero(tail) ? 0 : (tail.lastIndex { $0 != 0 } ?? -1) + 1
    return tail.count - used < 2 * page ? Array(tail[..<used]) : tail
  }
}
