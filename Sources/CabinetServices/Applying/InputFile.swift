import Cabinet
import Glibc

/// A file that the resident names, read with care: nothing but a regular file, and never more than so much.
public enum InputFile {
  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: the path; `~/` is the home folder.
  ///   - limit: the most bytes to read.
  ///   - pace: hears of the bytes read, and while standard input has none.
  /// - Throws: ``CabinetFailure/fileRefused(name:_:)``.
  public static func read(
    _ path: String, limit: Int, pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> [UInt8] {
    let isInput = path == "-"
    let home = getenv("HOME").map { String(cString: $0) } ?? ""
    let full = path.hasPrefix("~/") ? home + path.dropFirst(1) : path
    // The system would read no further than the zero and open another file.
    guard !full.utf8.contains(0) else {
      throw refusal(
        path, Phrase("такого файла нет. Проверьте путь.", "no such file. Check the path."))
    }
    let file = isInput ? STDIN_FILENO : open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw refusal(
        path,
        errno == ENOENT
          ? Phrase("такого файла нет. Проверьте путь.", "no such file. Check the path.")
          : Phrase("файл не открывается.", "it cannot be opened."))
    }
    defer { if !isInput { close(file) } }
    var status = stat()
    guard isInput || (fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG) else {
      throw refusal(path, Phrase("это не обычный файл.", "it is not a regular file."))
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      pace(bytes.count, nil)
      if isInput { awaitInput { pace(bytes.count, nil) } }
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw refusal(path, Phrase("файл не читается.", "it cannot be read."))
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else {
        throw tooLarge(path, limit: limit)
      }
    }
  }

  /// Waits until standard input has something or has ended, and looks up now and then: a pipe may be silent for long.
  private static func awaitInput(_ wait: () -> Void) {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = poll(&descriptor, 1, patience)
      if ready > 0 || ready < 0 && errno != EINTR { return }
      wait()
    }
  }

  /// Milliseconds between two looks.
  private static let patience: Int32 = 100

  static func tooLarge(_ path: String, limit: Int) -> CabinetFailure {
    let most = limit >> 20
    return refusal(
      path,
      Phrase(
        "он больше \(most) МиБ. Уменьшите файл и повторите.",
        "it is larger than \(most) MiB. Make it smaller and try again."))
  }

  private static func refusal(_ path: String, _ reason: Phrase) -> CabinetFailure {
    .fileRefused(name: path, reason)
  }
}
