import CLinux
import Glibc

/// Whose turn it is to take a lock, passed from the one who gives it up to one who waits.
///
/// `flock` can wait, but for ever and not for so long; asking again and again costs more the more there
/// are who ask, and leaves to chance who gets it. So who waits sleeps in the kernel, on an address that
/// all processes share: the file of the lock, mapped. It is written by calls alone: a full disk makes them
/// fail, and would end a process that writes through the mapping.
struct LockTurn {
  private let page: UnsafeMutableRawPointer

  /// Maps the file; nil where that is not possible, or where it holds no note yet.
  init?(of file: FileDescriptor) {
    var status = stat()
    // Beyond the end of a file there is nothing to look at: the system ends who does.
    guard fstat(file.number, &status) == 0, status.st_size >= LockTurn.size,
      let page = mmap(nil, LockTurn.size, PROT_READ, MAP_SHARED, file.number, 0),
      page != MAP_FAILED
    else { return nil }
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

  /// What the file says where one waits; another thing after each record.
  func word(at place: LockPlace) -> UInt32 {
    page.loadUnaligned(fromByteOffset: place.offset, as: UInt32.self)
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
