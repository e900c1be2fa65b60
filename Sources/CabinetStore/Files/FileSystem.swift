/// What the store needs of an operating system, call by call.
///
/// Every call means what POSIX means by it, interruptions and short transfers included: the store
/// itself copes with those, so that a test can play each of them. Nothing else in the module calls
/// the system.
public protocol FileSystem: AnyObject {
  /// The user on whose behalf calls are made.
  var user: UInt32 { get }
  /// The number of this process.
  var process: Int { get }
  /// A clock that nobody sets, in microseconds.
  var microseconds: Int { get }

  /// Opens a file or a directory, never following a symbolic link in the last component.
  ///
  /// - Parameters:
  ///   - name: relative to `directory`; absolute where that is nil.
  func open(
    _ name: String, in directory: FileDescriptor?, for access: FileAccess
  ) throws(SystemError) -> FileDescriptor
  /// Closes a descriptor; it is gone even where an error is reported.
  func close(_ file: FileDescriptor) throws(SystemError)
  /// Reads up to the size of the buffer; 0 at the end of the file.
  func read(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int
  /// Writes at the end of the file and gives the number of bytes taken, perhaps fewer than given.
  func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int
  /// Writes over the bytes from an offset on, in a file opened for that, and gives the number of bytes
  /// taken.
  func write(
    _ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int
  /// Brings the content of a file, with the length needed to read it, to the disk.
  func fdatasync(_ file: FileDescriptor) throws(SystemError)
  /// Brings a file, or the names in a directory, to the disk.
  func fsync(_ file: FileDescriptor) throws(SystemError)
  /// Gives a file a length: cuts it, or lengthens it by NUL bytes that take no place on the disk yet.
  func truncate(_ file: FileDescriptor, to length: Int) throws(SystemError)
  /// Gives a file of a directory a new name there, replacing what bore it.
  func rename(
    _ old: String, to new: String, in directory: FileDescriptor
  ) throws(SystemError)
  /// Removes a file from a directory.
  func unlink(_ name: String, in directory: FileDescriptor) throws(SystemError)
  /// Makes a directory with mode 0700.
  func makeDirectory(_ name: String, in directory: FileDescriptor?) throws(SystemError)
  /// The names in a directory, without `.` and `..`, in no particular order.
  func list(_ directory: FileDescriptor) throws(SystemError) -> [String]
  /// What is known about an open file.
  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus
  /// The length of an open file, without a look at its times.
  ///
  /// Since version 6.13 Linux notes the time of a write to the nanosecond if somebody has looked at the times
  /// since the last one. Then no flush of that write is spared the inode, and each takes half as long again.
  func size(_ file: FileDescriptor) throws(SystemError) -> Int
  /// Sets the permission bits of an open file.
  func setPermissions(_ file: FileDescriptor, _ permissions: UInt32) throws(SystemError)
  /// Takes the exclusive lock of a file if nobody holds it, and tells whether it did.
  func lock(_ file: FileDescriptor) throws(SystemError) -> Bool
  /// Gives up the lock.
  func unlock(_ file: FileDescriptor) throws(SystemError)
  /// Wakes the one who has waited longest at a place for the lock of a file; false where nobody does.
  func wake(_ file: FileDescriptor, at place: LockPlace) -> Bool
  /// What the file of a lock says at a place; another thing after each record. Nil while it says nothing.
  func word(_ file: FileDescriptor, at place: LockPlace) -> UInt32?
  /// Waits for a lock: until somebody is woken at that place or the file says something else there, and at
  /// most so long, because a holder that is killed wakes nobody.
  func wait(
    _ file: FileDescriptor, at place: LockPlace, while word: UInt32?, microseconds: Int
  ) -> LockWait
  /// Where the files of a directory are kept.
  func storage(of directory: FileDescriptor) throws(SystemError) -> Storage
}

extension FileSystem {
  /// The length that the status tells.
  public func size(_ file: FileDescriptor) throws(SystemError) -> Int { try status(file).size }

  /// A disk of this machine.
  public func storage(of directory: FileDescriptor) throws(SystemError) -> Storage { .local }
}

/// Where one waits for a lock.
public enum LockPlace: Hashable, Sendable {
  /// In the line, asleep until it is time to get ready.
  case line
  /// At the door, ready to go in.
  case door
}

/// How a wait for a lock has ended.
public struct LockWait: Hashable, Sendable {
  /// How long it has lasted.
  public var microseconds: Int
  /// Whether somebody has called.
  public var isCalled: Bool

  /// Gathers what is known of a wait.
  public init(microseconds: Int, isCalled: Bool = false) {
    self.microseconds = microseconds
    self.isCalled = isCalled
  }
}

/// Where files are kept, as far as it matters for locks and flushes.
public enum Storage: Hashable, Sendable {
  /// A disk of this machine.
  case local
  /// Another machine, or a program, reached by the file system of this name.
  case remote(String)
}

/// A handle of an open file or directory.
public struct FileDescriptor: Hashable, Sendable {
  /// The number that the system knows it by.
  public let number: Int32

  /// Names an open file.
  public init(_ number: Int32) {
    self.number = number
  }
}

/// What a file is opened for.
public enum FileAccess: Hashable, Sendable {
  /// Reaching the files of a directory.
  case directory
  /// Reading.
  case reading
  /// Reading, and writing at any place, the end included.
  case overwriting
  /// As ``overwriting``, and all processes share what the file says: for files that are locks.
  case noting
  /// Making a new file with mode 0600, then reading, and writing at the end; refused where the name exists.
  case creating
}

/// What is known about an open file.
public struct FileStatus: Hashable, Sendable {
  /// The kinds that the store tells apart.
  public enum Kind: Hashable, Sendable {
    case file
    case directory
    case other
  }

  /// The kind of the file.
  public var kind: Kind
  /// The user who owns it.
  public var owner: UInt32
  /// The permission bits.
  public var permissions: UInt32
  /// The length in bytes.
  public var size: Int
  /// What changes whenever somebody changes the file.
  public var stamp: FileStamp

  /// Gathers what is known.
  public init(
    kind: Kind, owner: UInt32, permissions: UInt32, size: Int, stamp: FileStamp = FileStamp()
  ) {
    self.kind = kind
    self.owner = owner
    self.permissions = permissions
    self.size = size
    self.stamp = stamp
  }
}

/// What the system notes about the changes of a file: as long as it is the same, nobody has written.
public struct FileStamp: Hashable, Sendable {
  /// The number of the file on its disk.
  public var file: Int
  /// The last change of the content, in microseconds since 1970.
  public var modified: Int
  /// The last change of anything about the file, in microseconds since 1970; no call sets it back.
  public var changed: Int

  /// Gathers a stamp.
  public init(file: Int = 0, modified: Int = 0, changed: Int = 0) {
    self.file = file
    self.modified = modified
    self.changed = changed
  }
}

/// The refusal of a system call.
public struct SystemError: Error, Hashable, Sendable {
  /// The error number, as in `errno`.
  public let code: Int32

  /// Makes an error from its number.
  public init(_ code: Int32) {
    self.code = code
  }
}
