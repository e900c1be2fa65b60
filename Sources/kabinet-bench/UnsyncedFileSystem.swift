import CabinetStore

/// The machine's file system without its flushes: large stores are made by the store's own code in
/// seconds, and what is measured afterwards runs on the real one.
final class UnsyncedFileSystem: FileSystem {
  private let disk = PosixFileSystem()

  var user: UInt32 { disk.user }
  var process: Int { disk.process }
  var microseconds: Int { disk.microseconds }

  func open(
    _ name: String, in directory: FileDescriptor?, for access: FileAccess
  ) throws(SystemError) -> FileDescriptor {
    try disk.open(name, in: directory, for: access)
  }
  func close(_ file: FileDescriptor) throws(SystemError) { try disk.close(file) }
  func read(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    try disk.read(file, into: buffer, at: offset)
  }
  func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    try disk.write(file, bytes)
  }
  func write(
    _ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    try disk.write(file, bytes, at: offset)
  }
  func fdatasync(_ file: FileDescriptor) {}
  func fsync(_ file: FileDescriptor) {}
  func truncate(_ file: FileDescriptor, to length: Int) throws(SystemError) {
    try disk.truncate(file, to: length)
  }
  func rename(
    _ old: String, to new: String, in directory: FileDescriptor
  ) throws(SystemError) {
    try disk.rename(old, to: new, in: directory)
  }
  func unlink(_ name: String, in directory: FileDescriptor) throws(SystemError) {
    try disk.unlink(name, in: directory)
  }
  func makeDirectory(_ name: String, in directory: FileDescriptor?) throws(SystemError) {
    try disk.makeDirectory(name, in: directory)
  }
  func list(_ directory: FileDescriptor) throws(SystemError) -> [String] {
    try disk.list(directory)
  }
  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus { try disk.status(file) }
  func setPermissions(_ file: FileDescriptor, _ permissions: UInt32) throws(SystemError) {
    try disk.setPermissions(file, permissions)
  }
  func lock(_ file: FileDescriptor) throws(SystemError) -> Bool { try disk.lock(file) }
  func unlock(_ file: FileDescriptor) throws(SystemError) { try disk.unlock(file) }
  func wake(_ file: FileDescriptor, at place: LockPlace) -> Bool { disk.wake(file, at: place) }
  func word(_ file: FileDescriptor, at place: LockPlace) -> UInt32? {
    disk.word(file, at: place)
  }

  func wait(
    _ file: FileDescriptor, at place: LockPlace, while word: UInt32?, microseconds: Int
  ) -> LockWait {
    disk.wait(file, at: place, while: word, microseconds: microseconds)
  }
}
