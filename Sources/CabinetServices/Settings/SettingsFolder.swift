import Cabinet
import FoundationEssentials
import Glibc

/// The folder of the files that a resident may also edit by hand: `settings.json` and `keys.json`.
public struct SettingsFolder: Sendable {
  /// The path of the folder, which need not exist.
  public let path: String

  /// The most bytes that are read of a file.
  private static let limit = 1 << 20

  /// Names a folder.
  public init(_ path: String) { self.path = path }

  /// The path of a file in it.
  public func path(of name: String) -> String { path + "/" + name }

  /// The bytes of a file; nil where there is none.
  ///
  /// - Throws: ``CabinetFailure/fileRefused(name:_:)``.
  public func read(_ name: String) throws(CabinetFailure) -> [UInt8]? {
    var status = stat()
    if stat(path(of: name), &status) != 0, errno == ENOENT || errno == ENOTDIR { return nil }
    return try InputFile.read(path(of: name), limit: Self.limit)
  }

  /// What the resident prefers, and what is to be told where the file cannot be read.
  public func preferences() -> (Preferences, problem: Phrase?) {
    do {
      guard let bytes = try read(Self.settings) else { return (Preferences(), nil) }
      try StrictJSON.check(bytes)
      return (try JSONDecoder().decode(Preferences.self, from: Data(bytes)), nil)
    } catch {
      return (
        Preferences(),
        Phrase(
          "Файл настроек \(path(of: Self.settings)) не читается, действуют обычные. Он не изменён; "
            + "с первой новой настройкой он будет отложен под именем settings.json.old.",
          "The settings file \(path(of: Self.settings)) cannot be read, the usual settings act. It was "
            + "not changed; the first new setting puts it aside as settings.json.old.")
      )
    }
  }

  /// Writes what the resident prefers; after a crash the file is the old one or the new one, whole.
  ///
  /// A file that cannot be read is put aside first, so that nothing written by hand is lost.
  ///
  /// - Throws: ``CabinetFailure/fileRefused(name:_:)`` with the reason; the old file stays then.
  public func keep(_ preferences: Preferences) throws(CabinetFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(preferences) else { return }
    let (old, problem) = self.preferences()
    guard preferences != old || problem != nil else { return }
    try replace(Self.settings, with: Array(data) + [10], keepsOld: problem != nil)
  }

  private static let settings = "settings.json"

  private func replace(
    _ name: String, with bytes: [UInt8], keepsOld: Bool
  ) throws(CabinetFailure) {
    try makeFolder()
    // A file that is a link, as in collections of dot files, stays one: what it names is replaced.
    let target = Self.resolved(path(of: name)) ?? path(of: name)
    let copy = "\(target).\(getpid()).tmp"
    let file = open(copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw refusal(name) }
    let isWritten = Self.write(bytes, to: file) && fsync(file) == 0
    let code = errno
    let isClosed = Glibc.close(file) == 0
    guard isWritten, isClosed else {
      unlink(copy)
      errno = code
      throw refusal(name)
    }
    if keepsOld { rename(target, target + ".old") }
    guard rename(copy, target) == 0 else {
      let refusal = refusal(name)
      unlink(copy)
      throw refusal
    }
    let folder = open(Self.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      Glibc.close(folder)
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  private static func resolved(_ path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }

  /// Makes the folder and those above it, for their owner alone.
  private func makeFolder() throws(CabinetFailure) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw refusal("") }
    }
  }

  private func refusal(_ name: String) -> CabinetFailure {
    let code = errno
    let reason =
      switch code {
      case EACCES, EROFS, EPERM:
        Phrase(
          "сюда нельзя писать. Настройка действует до выхода.",
          "this place cannot be written to. The setting acts until you quit.")
      case ENOSPC, EDQUOT:
        Phrase(
          "на диске нет места. Настройка действует до выхода.",
          "the disk is full. The setting acts until you quit.")
      default:
        Phrase(
          "система ответила: \(code). Настройка действует до выхода.",
          "the system said \(code). The setting acts until you quit.")
      }
    return .fileRefused(name: name.isEmpty ? path : path(of: name), reason)
  }
}
