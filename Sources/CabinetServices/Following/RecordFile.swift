import Cabinet
import Glibc

/// A record written to a file of the resident's own.
public enum RecordFile {
  /// Writes a text to a new file, for its owner's eyes only; one that exists is never overwritten.
  ///
  /// - Returns: the path as it was written.
  /// - Throws: ``CabinetFailure/fileRefused(name:_:)`` with the reason of the system.
  public static func write(_ text: String, to path: String) throws(CabinetFailure) -> String {
    try write(Array(text.utf8), to: path)
  }

  /// Writes bytes in the same way; what a full disk took of them is removed again.
  public static func write(_ bytes: [UInt8], to path: String) throws(CabinetFailure) -> String {
    let full = path.hasPrefix("~/") ? home + path.dropFirst(1) : path
    let file = open(full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw refusal(full) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw abandoned(full) }
      written += count
    }
    guard fsync(file) == 0 else { throw abandoned(full) }
    return full
  }

  private static var home: String { getenv("HOME").map { String(cString: $0) } ?? "" }

  private static func abandoned(_ path: String) -> CabinetFailure {
    let failure = refusal(path)
    unlink(path)
    return failure
  }

  private static func refusal(_ path: String) -> CabinetFailure {
    let code = errno
    let reason =
      switch code {
      case EEXIST:
        Phrase(
          "такой файл уже есть. Выберите другое имя.", "the file exists. Choose another name.")
      case ENOENT: Phrase("такой папки нет.", "there is no such folder.")
      case EACCES, EROFS: Phrase("сюда нельзя писать.", "this place cannot be written to.")
      case ENOSPC: Phrase("на диске нет места.", "the disk is full.")
      default: Phrase("система ответила: \(code).", "the system said \(code).")
      }
    return .fileRefused(name: path, reason)
  }
}
