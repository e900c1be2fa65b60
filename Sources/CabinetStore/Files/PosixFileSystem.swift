import CLinux
import Glibc

/// The file system of the machine.
public final class PosixFileSystem: FileSystem {
  private var turns: [FileDescriptor: LockTurn] = [:]

  /// Gives access to the file system of the machine.
  public init() {}

  /// The effective user.
  public var user: UInt32 { geteuid() }

  /// The number of this process.
  public let process = Int(getpid())

  /// The system's monotonic clock.
  public var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.microseconds
  }

  /// Opens with `openat`.
  public func open(
    _ name: String, in directory: FileDescriptor?, for access: FileAccess
  ) throws(SystemError) -> FileDescriptor {
    let base = directory?.number ?? AT_FDCWD
    // Without O_NONBLOCK opening a FIFO that somebody planted would wait for ever.
    let always = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let number =
      switch access {
      case .directory: openat(base, name, O_RDONLY | O_DIRECTORY | always)
      case .reading: openat(base, name, O_RDONLY | always)
      case .overwriting, .noting: openat(base, name, O_RDWR | always)
      case .creating: openat(base, name, O_RDWR | O_APPEND | O_CREAT | O_EXCL | always, 0o600)
      }
    return FileDescriptor(try checked(number))
  }

  /// Calls `close`.
  public func close(_ file: FileDescriptor) throws(SystemError) {
    if let turn = turns.removeValue(forKey: file) { turn.forget() }
    try checked(Glibc.close(file.number))
  }

  /// Calls `pread`.
  public func read(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    return try checked(pread(file.number, start, buffer.count, offset))
  }

  /// Calls `write` on a file opened with `O_APPEND`.
  public func write(
    _ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer
  ) throws(SystemError) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    return try checked(Glibc.write(file.number, start, bytes.count))
  }

  /// Calls `pwrite`, on a file opened without `O_APPEND`, which would have it write at the end.
  public func write(
    _ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    return try checked(pwrite(file.number, start, bytes.count, offset))
  }

  /// Calls `fdatasync`.
  public func fdatasync(_ file: FileDescriptor) throws(SystemError) {
    try checked(Glibc.fdatasync(file.number))
  }

  /// Calls `fsync`.
  public func fsync(_ file: FileDescriptor) throws(SystemError) {
    try checked(Glibc.fsync(file.number))
  }

  /// Calls `ftruncate`.
  public func truncate(_ file: FileDescriptor, to length: Int) throws(SystemError) {
    try checked(ftruncate(file.number, length))
  }

  /// Calls `renameat`.
  public func rename(
    _ old: String, to new: String, in directory: FileDescriptor
  ) throws(SystemError) {
    try checked(renameat(directory.number, old, directory.number, new))
  }

  /// Calls `unlinkat`.
  public func unlink(_ name: String, in directory: FileDescriptor) throws(SystemError) {
    try checked(unlinkat(directory.number, name, 0))
  }

  /// Calls `mkdirat`.
  public func makeDirectory(_ name: String, in directory: FileDescriptor?) throws(SystemError) {
    try checked(mkdirat(directory?.number ?? AT_FDCWD, name, 0o700))
  }

  /// Calls `readdir` until the end.
  public func list(_ directory: FileDescriptor) throws(SystemError) -> [String] {
    // A description of its own: a duplicate would share, and move, the position of the original.
    let copy = try checked(openat(directory.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard let stream = fdopendir(copy) else {
      let error = SystemError(errno)
      _ = Glibc.close(copy)
      throw error
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw SystemError(errno) }
    return names
  }

  /// Calls `fstat`.
  public func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    var status = stat()
    try checked(fstat(file.number, &status))
    let kind: FileStatus.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      default: .other
      }
    return FileStatus(
      kind: kind, owner: status.st_uid, permissions: status.st_mode & 0o7777, size: status.st_size,
      stamp: FileStamp(
        file: Int(truncatingIfNeeded: status.st_ino),
        modified: status.st_mtim.microseconds, changed: status.st_ctim.microseconds))
  }

  /// Calls `lseek`; reading and writing name their places themselves, or append.
  public func size(_ file: FileDescriptor) throws(SystemError) -> Int {
    try checked(lseek(file.number, 0, SEEK_END))
  }

  /// Calls `fchmod`.
  public func setPermissions(_ file: FileDescriptor, _ permissions: UInt32) throws(SystemError) {
    try checked(fchmod(file.number, permissions))
  }

  /// Calls `flock`, not `fcntl`: a POSIX lock goes when any descriptor of the file is closed.
  public func lock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try checked(flock(file.number, LOCK_EX | LOCK_NB))
      return true
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      return false
    }
  }

  /// Calls `flock`.
  public func unlock(_ file: FileDescriptor) throws(SystemError) {
    try checked(flock(file.number, LOCK_UN))
  }

  /// Calls `futex`.
  public func wake(_ file: FileDescriptor, at place: LockPlace) -> Bool {
    turn(at: file)?.wake(at: place) == true
  }

  /// Reads the word.
  public func word(_ file: FileDescriptor, at place: LockPlace) -> UInt32? {
    turn(at: file)?.word(at: place)
  }

  /// Calls `futex`, or sleeps for a moment where the file can't be mapped.
  public func wait(
    _ file: FileDescriptor, at place: LockPlace, while word: UInt32?, microseconds: Int
  ) -> LockWait {
    let start = self.microseconds
    var waking = LockTurn.Waking.impossible
    if let word, let turn = turn(at: file) {
      waking = turn.wait(at: place, while: word, microseconds: microseconds)
    }
    if waking == .impossible { usleep(UInt32(min(microseconds, 500))) }
    return LockWait(
      microseconds: max(1, self.microseconds - start), isCalled: waking == .called)
  }

  private func turn(at file: FileDescriptor) -> LockTurn? {
    if let turn = turns[file] { return turn }
    let turn = LockTurn(of: file)
    turns[file] = turn
    return turn
  }

  /// Calls `fstatfs` and knows the numbers of linux/magic.h.
  public func storage(of directory: FileDescriptor) throws(SystemError) -> Storage {
    var status = statfs()
    try checked(fstatfs(directory.number, &status))
    return switch UInt32(truncatingIfNeeded: status.f_type) {
    case 0x6969: .remote("NFS")
    case 0x517B: .remote("SMB")
    case 0xFF53_4D42: .remote("CIFS")
    case 0xFE53_4D42: .remote("SMB2")
    case 0x0102_1997: .remote("9P")
    case 0x5346_414F, 0x6B41_4653: .remote("AFS")
    case 0x7375_7245: .remote("Coda")
    case 0x00C3_6400: .remote("Ceph")
    case 0x6573_5546: .remote("FUSE")
    default: .local
    }
  }

  @discardableResult
  private func checked<Number: SignedInteger>(_ result: Number) throws(SystemError) -> Number {
    guard result >= 0 else { throw SystemError(errno) }
    return result
  }
}

extension timespec {
  fileprivate var microseconds: Int { tv_sec * 1_000_000 + tv_nsec / 1000 }
}
