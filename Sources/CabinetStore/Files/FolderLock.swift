import Glibc

/// The exclusive right to write in a directory, shared by all processes.
///
/// The file `lock` is never renamed and never removed, so that all agree on which file it is. It
/// holds the number of the process that took it last: for messages, never for decisions.
final class FolderLock {
  /// The bytes of the file; always the same, so that one read takes them all.
  private static let size = 12

  private let folder: Folder
  private var file: OpenFile?
  private(set) var isHeld = false

  init(of folder: Folder) {
    self.folder = folder
  }

  /// Takes the lock, waiting up to so many milliseconds; ``StoreError/busy(path:holder:)`` after.
  func take(patience: Int) throws(StoreError) {
    guard !isHeld else { throw .busy(path: folder.path, holder: folder.files.process) }
    let file: OpenFile
    if let known = self.file { file = known } else { file = try folder.openOrCreate("lock") }
    self.file = file
    var waited = 0
    var pause = 50
    while true {
      if try at(file.path, { () throws(SystemError) in try file.lock() }) { break }
      guard waited < patience * 1000 else {
        throw .busy(path: folder.path, holder: holder(in: file))
      }
      folder.files.pause(microseconds: pause)
      waited += pause
      // Often enough that the lock is not idle while many wait for it, and ever more rarely, so that
      // waiting for somebody slow costs nothing.
      pause = min(2 * pause, max(500, waited / 100))
    }
    isHeld = true
    if holder(in: file) != folder.files.process {
      let number = String(folder.files.process)
      let padding = String(repeating: " ", count: max(0, FolderLock.size - 1 - number.utf8.count))
      try? file.truncate(to: 0)
      try? file.append(Array("\(padding)\(number)\n".utf8))
    }
  }

  /// Gives the lock up.
  func release() {
    guard isHeld else { return }
    isHeld = false
    file?.unlock()
  }

  private func holder(in file: OpenFile) -> Int? {
    guard let bytes = try? file.read(from: 0, count: FolderLock.size), bytes.last == 10 else {
      return nil
    }
    return Int(String(decoding: bytes.dropLast().drop { $0 == 32 }, as: UTF8.self))
  }
}
