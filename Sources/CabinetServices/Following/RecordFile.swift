import Cabinet
import CabinetStore
import FoundationEssentials

/// A record written to a file of the resident's own.
public enum RecordFile {
  /// Writes a text to a new file; one that exists is never overwritten.
  ///
  /// - Returns: the path as it was written.
  public static func write(_ text: String, to path: String) throws(CabinetFailure) -> String {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
    let full = path.hasPrefix("~/") ? home + path.dropFirst(1) : path
    do {
      try OwnFile.create(full, bytes: Array(text.utf8))
      return full
    } catch {
      throw .store(error)
    }
  }
}
