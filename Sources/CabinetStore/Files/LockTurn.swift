import CLinux
import Glibc

/// Whose turn it is to take a lock, passed from the one who gives it up to one who waits.
///
/// `flock` can wait, but for ever and not for so long; asking again and again costs more the more there
/// are who ask, and leaves to chance who gets it. So who waits sleeps in the kernel, on an address that
/// all processes share: the file of the lock, mapped. It is written by calls alone: a full disk makes them
/// fail, and would end a process that writes through the mapping.
struct LockTurn {
  private let file: FileDescriptor
  private let page: UnsafeMutableRawPointer

  /// Maps the file; nil where that is not possible, or where it holds no note yet.
  init?(of file: FileDescriptor) {
    var status = stat()
    // Beyond the end of a file there is nothing to look at: the system ends who does.
    guard fstat(file.number, &status) == 0, status.st_size >= LockTurn.size,
      let page = mmap(nil, LockTurn.size, PROT_READ, MAP_SHARED, file.number, 0),
      page != MAP_FAILED
    else { return nil }
    self.file = file
    self.page = page
  }

  private static let size = LockNote.size

  /// Whether the file begins with these bytes; at most ``LockNote/size``.
  func begins(with bytes: [UInt8]) -> Bool {
    bytes.count <= LockTurn.size && memcmp(page, bytes, bytes.count) == 0
  }

  /// Copies the beginning of the file; nil where more is asked for than is mapped.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    guard buffer.count <= LockTurn.size, let start = buffer.baseAddress else { return nil }
    memcpy(start, page, buffer.count)
    return buffer.count
  }

  /// Ends the mapping.
  func forget() {
    munmap(page, LockTurn.size)
  }

  /// Wakes the one who has waited longest.
  func pass() {
    cl_futex_wake(page + LockNote.changingWord)
  }

  /// Waits for ``pass()``, at most so long, unless what was waited for is there already.
  ///
  /// - Returns: false where nobody can wait here, as long as the file holds no note.
  func wait(microseconds: Int, unless isThere: () -> Bool) -> Bool {
    var word: UInt32 = 0
    let size = MemoryLayout.size(ofValue: word)
    // If the note is another by the time of going to sleep, somebody has been at it, and sleep ends.
    guard pread(file.number, &word, size, LockNote.changingWord) == size else { return false }
    return isThere() || cl_futex_wait(page + LockNote.changingWord, word, microseconds) != 0
  }
}
