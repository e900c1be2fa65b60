import CLinux
import Glibc

/// Whose turn it is to take a lock, passed from the one who gives it up to one who waits.
///
/// `flock` can wait, but for ever and not for so long; asking again and again costs more the more there
/// are who ask, and leaves to chance who gets it. So who waits sleeps in the kernel, on an address that
/// all processes share: the file of the lock, mapped. It is written and read by calls alone: a full disk, or
/// somebody who cuts the file, makes calls fail, and would end a process that uses the mapping.
struct LockTurn {
  private let file: FileDescriptor
  private let page: UnsafeMutableRawPointer

  /// Maps the file; nil where that is not possible, or where it holds no note yet.
  init?(of file: FileDescriptor) {
    var status = stat()
    // Where there is no page nobody can sleep.
    guard fstat(file.number, &status) == 0, status.st_size >= LockTurn.size,
      let page = mmap(nil, LockTurn.size, PROT_READ, MAP_SHARED, file.number, 0),
      page != MAP_FAILED
    else { return nil }
    self.file = file
    self.page = page
  }

  private static let size = LockNote.size

  /// Ends the mapping.
  func forget() {
    munmap(page, LockTurn.size)
  }

  /// What the file says where one waits: another thing after each record.
  ///
  /// Nil where it was cut.
  func word(at place: LockPlace) -> UInt32? {
    var word: UInt32 = 0
    let size = MemoryLayout.size(ofValue: word)
    return pread(file.number, &word, size, place.offset) == size ? word : nil
  }

  /// Wakes the one who has waited longest at a place; false where nobody does.
  func wake(at place: LockPlace) -> Bool {
    cl_futex_wake(page + place.offset) != 0
  }

  /// Waits for ``wake(at:)``, at most so long, and only while the file says the same.
  func wait(at place: LockPlace, while word: UInt32, microseconds: Int) -> Waking {
    Waking(rawValue: cl_futex_wait(page + place.offset, word, microseconds)) ?? .impossible
  }

  /// Why a sleep ended; the numbers are those of the shim.
  enum Waking: Int32 {
    case impossible, early, late, called
  }
}

extension LockPlace {
  /// The place, in the file of the lock, of the word at which they sleep who wait there.
  fileprivate var offset: Int {
    switch self {
    case .line: LockNote.changingWords.0
    case .door: LockNote.changingWords.1
    }
  }
}
