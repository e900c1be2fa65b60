import CabinetStore
import Glibc

/// Files of one store in memory, for reading only.
final class MemoryFiles: FileSystem {
  private enum Node {
    case folder(String)
    case file([UInt8])
  }

  let user: UInt32 = 1000
  let process = 1
  let microseconds = 0
  private var files: [String: [UInt8]] = [:]
  private var open: [Int32: Node] = [:]
  private var last: Int32 = 2

  /// Puts a file at a path without a slash before it.
  func put(_ bytes: [UInt8], at path: String) { files[path] = bytes }

  func open(_ name: String, in directory: FileDescriptor?, for access: FileAccess)
    throws(SystemError) -> FileDescriptor
  {
    var path = name
    if let directory {
      guard case .folder(let parent)? = open[directory.number] else { throw SystemError(EBADF) }
      path = parent.isEmpty ? name : parent + "/" + name
    }
    while path.hasPrefix("/") { path.removeFirst() }
    let node: Node
    if access == .directory {
      guard path.isEmpty || files.keys.contains(where: { $0.hasPrefix(path + "/") }) else {
        throw SystemError(files[path] == nil ? ENOENT : ENOTDIR)
      }
      node = .folder(path)
    } else if access == .reading, let bytes = files[path] {
      node = .file(bytes)
    } else {
      throw SystemError(access == .reading ? ENOENT : EROFS)
    }
    last += 1
    open[last] = node
    return FileDescriptor(last)
  }

  func close(_ file: FileDescriptor) { open[file.number] = nil }

  func read(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int)
    throws(SystemError) -> Int
  {
    guard case .file(let bytes)? = open[file.number] else { throw SystemError(EBADF) }
    let part = bytes.dropFirst(offset).prefix(buffer.count)
    buffer.copyBytes(from: part)
    return part.count
  }

  func list(_ directory: FileDescriptor) throws(SystemError) -> [String] {
    guard case .folder(let path)? = open[directory.number] else { throw SystemError(ENOTDIR) }
    let prefix = path.isEmpty ? "" : path + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }
      .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
    return Array(Set(names))
  }

  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    switch open[file.number] {
    case .folder: FileStatus(kind: .directory, owner: user, permissions: 0o700, size: 0)
    case .file(let bytes):
      FileStatus(kind: .file, owner: user, permissions: 0o600, size: bytes.count)
    case nil: throw SystemError(EBADF)
    }
  }

  func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    throw SystemError(EROFS)
  }
  func write(
    _ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    throw SystemError(EROFS)
  }
  func fdatasync(_ file: FileDescriptor) throws(SystemError) { throw SystemError(EROFS) }
  func fsync(_ file: FileDescriptor) throws(SystemError) { throw SystemError(EROFS) }
  func truncate(_ file: FileDescriptor, to length: Int) throws(SystemError) {
    throw SystemError(EROFS)
  }
  func rename(_ old: String, to new: String, in directory: FileDescriptor) throws(SystemError) {
    throw SystemError(EROFS)
  }
  func unlink(_ name: String, in directory: FileDescriptor) throws(SystemError) {
    throw SystemError(EROFS)
  }
  func makeDirectory(_ name: String, in directory: FileDescriptor?) throws(SystemError) {
    throw SystemError(EROFS)
  }
  func setPermissions(_ file: FileDescriptor, _ permissions: UInt32) throws(SystemError) {
    throw SystemError(EROFS)
  }
  func lock(_ file: FileDescriptor) -> Bool { true }
  func unlock(_ file: FileDescriptor) {}
  func wake(_ file: FileDescriptor, at place: LockPlace) -> Bool { false }
  func word(_ file: FileDescriptor, at place: LockPlace) -> UInt32? { nil }
  func wait(
    _ file: FileDescriptor, at place: LockPlace, while word: UInt32?, microseconds: Int
  ) -> LockWait { LockWait(microseconds: microseconds) }
}
