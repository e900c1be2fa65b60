import Glibc

/// A directory of the store, held open so that nobody can exchange it for another on the way.
final class Folder {
  /// The path for messages.
  let path: String
  let files: any FileSystem
  private let descriptor: FileDescriptor

  private init(_ descriptor: FileDescriptor, at path: String, files: any FileSystem) {
    self.descriptor = descriptor
    self.path = path
    self.files = files
  }

  deinit {
    try? files.close(descriptor)
  }

  /// Opens a directory by its whole path, unverified; nil where it does not exist.
  static func open(
    _ path: String, in parent: Folder? = nil, files: any FileSystem
  ) throws(StoreError) -> Folder? {
    let whole = parent.map { "\($0.path)/\(path)" } ?? path
    do throws(SystemError) {
      let descriptor = try retrying { () throws(SystemError) in
        try files.open(path, in: parent?.descriptor, for: .directory)
      }
      return Folder(descriptor, at: whole, files: files)
    } catch {
      if error.code == ENOENT { return nil }
      throw StoreError(error, path: whole)
    }
  }

  /// Refuses a directory that others may enter.
  func verify() throws(StoreError) {
    let status = try at(path) { () throws(SystemError) in try files.status(descriptor) }
    try Folder.verify(status, isKind: .directory, path: path, files: files)
  }

  /// Shuts others out of the directory.
  func makePrivate() throws(StoreError) {
    try at(path) { () throws(SystemError) in try files.setPermissions(descriptor, 0o700) }
  }

  /// Opens a directory in this one; nil where it does not exist.
  func subfolder(_ name: String) throws(StoreError) -> Folder? {
    let folder = try Folder.open(name, in: self, files: files)
    try folder?.verify()
    return folder
  }

  /// Opens a directory in this one and makes it where needed, without waiting for the disk.
  func makeSubfolder(_ name: String) throws(StoreError) -> Folder {
    if let folder = try subfolder(name) { return folder }
    do throws(SystemError) {
      try retrying { () throws(SystemError) in try files.makeDirectory(name, in: descriptor) }
    } catch {
      // Another process may have been quicker.
      if error.code != EEXIST { throw StoreError(error, path: "\(path)/\(name)") }
    }
    guard let folder = try subfolder(name) else {
      throw StoreError(SystemError(ENOENT), path: "\(path)/\(name)")
    }
    return folder
  }

  /// Opens a file of this directory; nil where it does not exist.
  func open(_ name: String, for access: FileAccess) throws(StoreError) -> OpenFile? {
    let whole = "\(path)/\(name)"
    let descriptor: FileDescriptor
    do throws(SystemError) {
      descriptor = try retrying { () throws(SystemError) in
        try files.open(name, in: self.descriptor, for: access)
      }
    } catch {
      if error.code == ENOENT { return nil }
      throw StoreError(error, path: whole)
    }
    let file = OpenFile(descriptor, at: whole, files: files)
    let status = try at(whole) { () throws(SystemError) in try file.status() }
    try Folder.verify(status, isKind: .file, path: whole, files: files)
    return file
  }

  /// Opens a file for writing and makes it where needed, without waiting for the disk.
  func openOrCreate(_ name: String, for access: FileAccess) throws(StoreError) -> OpenFile {
    if let file = try open(name, for: access) { return file }
    do throws(StoreError) {
      _ = try open(name, for: .creating)
    } catch {
      // Another process may have been quicker.
      guard error == .system(path: "\(path)/\(name)", code: EEXIST) else { throw error }
    }
    guard let file = try open(name, for: access) else {
      throw StoreError(SystemError(ENOENT), path: "\(path)/\(name)")
    }
    return file
  }

  /// The whole content of a file; nil where it does not exist.
  func contents(of name: String) throws(StoreError) -> [UInt8]? {
    try open(name, for: .reading)?.readAll()
  }

  /// Gives a file a new content, so that after a crash it has the old one or the new one, whole.
  ///
  /// Call it only under a lock that covers the file: the name of the copy is fixed, so that the
  /// next call clears away what a crash left.
  ///
  /// - Parameter isReread: whether the old content stays until the copy was read back and found right.
  func replace(
    _ name: String, with bytes: [UInt8], rereading isReread: Bool = false
  ) throws(StoreError) {
    try replace(name) { file throws(StoreError) in
      try at(file.path) { () throws(SystemError) in try file.append(bytes) }
      guard isReread else { return }
      let kept = try file.readAll()
      if kept != bytes { throw StoreError(SystemError(EIO), path: file.path) }
    }
  }

  /// Gives a file the content that `fill` writes, as ``replace(_:with:rereading:)`` does.
  func replace(
    _ name: String, filling fill: (OpenFile) throws(StoreError) -> Void
  ) throws(StoreError) {
    let copy = "\(name).tmp"
    do throws(SystemError) {
      try retrying { () throws(SystemError) in try files.unlink(copy, in: descriptor) }
    } catch {
      if error.code != ENOENT { throw StoreError(error, path: "\(path)/\(copy)") }
    }
    guard let file = try open(copy, for: .creating) else {
      throw StoreError(SystemError(ENOENT), path: "\(path)/\(copy)")
    }
    do throws(StoreError) {
      try fill(file)
      try at("\(path)/\(name)") { () throws(SystemError) in
        try file.fsync()
        try file.close()
      }
      try rename(copy, to: name)
    } catch {
      try? files.unlink(copy, in: descriptor)
      throw error
    }
    try synchronize()
  }

  /// Gives a file a new name in this directory, without waiting for the disk.
  func rename(_ old: String, to new: String) throws(StoreError) {
    try at("\(path)/\(new)") { () throws(SystemError) in
      try files.rename(old, to: new, in: descriptor)
    }
  }

  /// Removes what a crash left of unfinished copies; call it only under a lock that covers them.
  func sweep() {
    for name in (try? files.list(descriptor)) ?? [] where name.hasSuffix(".tmp") {
      try? files.unlink(name, in: descriptor)
    }
  }

  /// Where the files of the directory are kept.
  var storage: Storage { (try? files.storage(of: descriptor)) ?? .local }

  /// Brings the names in the directory to the disk.
  func synchronize() throws(StoreError) {
    do throws(SystemError) {
      try retrying { () throws(SystemError) in try files.fsync(descriptor) }
    } catch {
      throw .syncFailed(path: path)
    }
  }

  /// Brings the content of a file to the disk.
  func synchronize(_ name: String) throws(StoreError) {
    guard let file = try open(name, for: .reading) else { return }
    do throws(SystemError) { try file.fsync() } catch { throw .syncFailed(path: file.path) }
  }

  /// The names in the directory, sorted.
  func names() throws(StoreError) -> [String] {
    try at(path) { () throws(SystemError) in try files.list(descriptor) }.sorted()
  }

  private static func verify(
    _ status: FileStatus, isKind kind: FileStatus.Kind, path: String, files: any FileSystem
  ) throws(StoreError) {
    if status.kind != kind { throw .unsafe(path: path, .notPlain) }
    if status.owner != files.user { throw .unsafe(path: path, .foreign) }
    if status.permissions & 0o077 != 0 {
      throw .unsafe(path: path, kind == .file ? .openFile : .openDirectory)
    }
  }
}
