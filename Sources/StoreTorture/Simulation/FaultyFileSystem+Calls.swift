public import CabinetStore
import Glibc

extension FaultyFileSystem {
  private func place(
    _ name: String, _ directory: FileDescriptor?
  ) throws(SystemError) -> (Node, String) {
    var node = machine.root
    if let directory { node = try self.node(directory) }
    let parts = name.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      guard let next = node.seen.names[part] else { throw SystemError(ENOENT) }
      node = next
    }
    return (node, parts.last ?? "")
  }

  /// Opens a file or a directory.
  public func open(
    _ name: String, in directory: FileDescriptor?, for access: FileAccess
  ) throws(SystemError) -> FileDescriptor {
    try call("open \(name) \(access)", Self.isChange(access) ? .changes : .any)
    let (parent, last) = try place(name, directory)
    var found = last.isEmpty ? machine.root : parent.seen.names[last]
    if access == .creating {
      guard found == nil else { throw SystemError(EEXIST) }
      let made = Node(machine.tick(), isDirectory: false, permissions: 0o600, owner: user)
      found = made
      make(.enter(last, made), of: parent)
    }
    guard let found else { throw SystemError(ENOENT) }
    guard found.isDirectory == (access == .directory) else { throw SystemError(ENOTDIR) }
    return descriptor(of: found)
  }

  /// A file system that may only be read refuses to open a file for writing.
  private static func isChange(_ access: FileAccess) -> Bool {
    access != .directory && access != .reading
  }

  /// Closes a descriptor, whatever it reports.
  public func close(_ file: FileDescriptor) throws(SystemError) {
    guard forget(file) != nil else { throw SystemError(EBADF) }
    try call("close")
  }

  /// Reads, perhaps less than is there.
  public func read(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    let most = try call("read")
    let bytes = try node(file).seen.bytes
    guard offset < bytes.count else { return 0 }
    let count = min(buffer.count, bytes.count - offset, most)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    self.count(read: count)
    return count
  }

  /// Writes at the end, perhaps less than is given.
  public func write(
    _ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer
  ) throws(SystemError) -> Int {
    let most = try call("write", .changes)
    let node = try node(file)
    var taken = Array(bytes.prefix(min(most, bytes.count)))
    if spoilsWrites, !taken.isEmpty { taken[taken.count / 2] ^= 1 }
    make(.write(at: node.seen.bytes.count, taken), of: node)
    return taken.count
  }

  /// Writes over bytes, perhaps fewer than are given.
  public func write(
    _ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    let most = try call("write at \(offset)", .changes)
    let taken = Array(bytes.prefix(min(most, bytes.count)))
    make(.write(at: offset, taken), of: try node(file))
    return taken.count
  }

  /// Synchronises a file.
  public func fdatasync(_ file: FileDescriptor) throws(SystemError) {
    try synchronize(file, "fdatasync")
  }

  /// Synchronises a file or a directory.
  public func fsync(_ file: FileDescriptor) throws(SystemError) {
    try synchronize(file, "fsync")
  }

  private func synchronize(_ file: FileDescriptor, _ name: String) throws(SystemError) {
    let node = try node(file)
    do throws(SystemError) {
      try call(name, .syncs)
    } catch {
      if !isDead, !node.isDirectory, error.code != EINTR { node.lose(&machine.chance) }
      throw error
    }
    if node.takeFailure() {
      node.lose(&machine.chance)
      throw SystemError(EIO)
    }
    let isNews = !node.changes.isEmpty
    node.synchronize()
    if isNews { changed?() }
  }

  /// Cuts or lengthens a file.
  public func truncate(_ file: FileDescriptor, to length: Int) throws(SystemError) {
    try call("truncate", .changes)
    make(.resize(to: length), of: try node(file))
  }

  /// Renames a file, replacing what bore the new name.
  public func rename(
    _ old: String, to new: String, in directory: FileDescriptor
  ) throws(SystemError) {
    try call("rename \(old)", .changes)
    let parent = try node(directory)
    guard let node = parent.seen.names[old] else { throw SystemError(ENOENT) }
    make(.rename(old, to: new, node), of: parent)
  }

  /// Removes a name.
  public func unlink(_ name: String, in directory: FileDescriptor) throws(SystemError) {
    try call("unlink \(name)", .changes)
    let parent = try node(directory)
    guard parent.seen.names[name] != nil else { throw SystemError(ENOENT) }
    make(.remove(name), of: parent)
  }

  /// Makes a directory.
  public func makeDirectory(
    _ name: String, in directory: FileDescriptor?
  ) throws(SystemError) {
    try call("mkdir \(name)", .changes)
    let (parent, last) = try place(name, directory)
    guard !last.isEmpty, parent.seen.names[last] == nil else { throw SystemError(EEXIST) }
    make(
      .enter(last, Node(machine.tick(), isDirectory: true, permissions: 0o700, owner: user)),
      of: parent)
  }

  /// The names in a directory.
  public func list(_ directory: FileDescriptor) throws(SystemError) -> [String] {
    try call("list")
    return try node(directory).seen.names.keys.sorted()
  }

  /// What is known about a file.
  public func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    try call("status")
    let node = try node(file)
    return FileStatus(
      kind: node.isDirectory ? .directory : .file, owner: node.owner,
      permissions: node.seen.permissions, size: node.seen.bytes.count,
      stamp: FileStamp(file: node.number, modified: node.seen.stamp, changed: node.seen.stamp))
  }

  /// Sets permission bits.
  public func setPermissions(
    _ file: FileDescriptor, _ permissions: UInt32
  ) throws(SystemError) {
    try call("chmod", .changes)
    make(.permissions(permissions), of: try node(file))
  }

  /// Takes the lock if nobody has it.
  public func lock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    try call("lock")
    let node = try node(file)
    guard node.lockHolder == nil || node.lockHolder == file.number else { return false }
    node.lockHolder = file.number
    return true
  }

  /// Gives the lock up.
  public func unlock(_ file: FileDescriptor) throws(SystemError) {
    let node = try node(file)
    if node.lockHolder == file.number { node.lockHolder = nil }
    try call("unlock")
  }

  /// Where the files of a directory seem to be kept.
  public func storage(of directory: FileDescriptor) throws(SystemError) -> Storage { storage }
}
