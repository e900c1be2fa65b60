import CabinetStore
import Glibc

/// A way of writing files that loses data, for proving that the torture finds it.
public enum Carelessness: String, CaseIterable, Sendable {
  /// Names are never brought to the disk.
  case noDirectorySync = "no-directory-sync"
  /// A file is given a new content by emptying it and writing again.
  case rewriteInPlace = "rewrite-in-place"
  /// A synchronisation that failed is tried again, and then believed.
  case retriedSync = "retried-sync"
  /// Records are not synchronised.
  case noSync = "no-sync"
  /// What a failed write left is not cut off.
  case noCut = "no-cut"
  /// It is noted that a record is on the disk before the disk has confirmed it.
  case noteBeforeSync = "note-before-sync"
  /// What another process left is synchronised, and not written once more.
  case noRewrite = "no-rewrite"
}

extension Carelessness {
  /// A file system that is used in this way, while the store above it believes otherwise.
  public func over(_ files: any FileSystem) -> any FileSystem { CarelessFileSystem(files, self) }
}

/// A file system that is used carelessly, while the store above it believes otherwise.
final class CarelessFileSystem: FileSystem {
  private let files: any FileSystem
  private let way: Carelessness
  private var locks: Set<FileDescriptor> = []
  /// What is synchronised only after the note.
  private var late: FileDescriptor?

  init(_ files: any FileSystem, _ way: Carelessness) {
    self.files = files
    self.way = way
  }

  var user: UInt32 { files.user }
  var process: Int { files.process }
  var microseconds: Int { files.microseconds }

  func open(
    _ name: String, in directory: FileDescriptor?, for access: FileAccess
  ) throws(SystemError) -> FileDescriptor {
    let file = try files.open(name, in: directory, for: access)
    if name == "lock" { locks.insert(file) }
    return file
  }

  func close(_ file: FileDescriptor) throws(SystemError) { try files.close(file) }

  func read(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int { try files.read(file, into: buffer, at: offset) }

  func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    try files.write(file, bytes)
  }

  func write(
    _ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    let isNote = locks.contains(file)
    if way == .noRewrite, !isNote, try isThere(bytes, in: file, at: offset) { return bytes.count }
    let taken = try files.write(file, bytes, at: offset)
    if isNote { try synchronizeLate() }
    return taken
  }

  /// Whether a file has just these bytes at a place.
  private func isThere(
    _ bytes: UnsafeRawBufferPointer, in file: FileDescriptor, at offset: Int
  ) throws(SystemError) -> Bool {
    var there = [UInt8](repeating: 0, count: bytes.count)
    let outcome = there.withUnsafeMutableBytes { buffer in
      Result { () throws(SystemError) in try files.read(file, into: buffer, at: offset) }
    }
    return try outcome.get() == bytes.count && there.elementsEqual(bytes)
  }

  private func synchronizeLate() throws(SystemError) {
    guard let file = late else { return }
    late = nil
    try files.fdatasync(file)
  }

  func fdatasync(_ file: FileDescriptor) throws(SystemError) {
    if way == .noSync { return }
    if way == .noteBeforeSync {
      late = file
      return
    }
    do throws(SystemError) { try files.fdatasync(file) } catch {
      guard way == .retriedSync else { throw error }
      try files.fdatasync(file)
    }
  }

  func fsync(_ file: FileDescriptor) throws(SystemError) {
    if way == .noDirectorySync, try files.status(file).kind == .directory { return }
    try files.fsync(file)
  }

  func truncate(_ file: FileDescriptor, to length: Int) throws(SystemError) {
    if way != .noCut { try files.truncate(file, to: length) }
  }

  func rename(
    _ old: String, to new: String, in directory: FileDescriptor
  ) throws(SystemError) {
    guard way == .rewriteInPlace,
      let target = try? files.open(new, in: directory, for: .overwriting)
    else { return try files.rename(old, to: new, in: directory) }
    let copy = try files.open(old, in: directory, for: .reading)
    let size = try files.status(copy).size
    var bytes = [UInt8](repeating: 0, count: size)
    let outcome = bytes.withUnsafeMutableBytes { buffer in
      Result { () throws(SystemError) in try files.read(copy, into: buffer, at: 0) }
    }
    _ = try outcome.get()
    try files.truncate(target, to: 0)
    let written = bytes.withUnsafeBytes { buffer in
      Result { () throws(SystemError) in try files.write(target, buffer, at: 0) }
    }
    _ = try written.get()
    try files.close(copy)
    try files.close(target)
    try files.unlink(old, in: directory)
  }

  func unlink(_ name: String, in directory: FileDescriptor) throws(SystemError) {
    try files.unlink(name, in: directory)
  }

  func makeDirectory(_ name: String, in directory: FileDescriptor?) throws(SystemError) {
    try files.makeDirectory(name, in: directory)
  }

  func list(_ directory: FileDescriptor) throws(SystemError) -> [String] {
    try files.list(directory)
  }

  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    try files.status(file)
  }

  func setPermissions(
    _ file: FileDescriptor, _ permissions: UInt32
  ) throws(SystemError) { try files.setPermissions(file, permissions) }

  func lock(_ file: FileDescriptor) throws(SystemError) -> Bool { try files.lock(file) }

  func unlock(_ file: FileDescriptor) throws(SystemError) {
    try? synchronizeLate()
    try files.unlock(file)
  }

  func wake(_ file: FileDescriptor, at place: LockPlace) -> Bool { false }

  func word(_ file: FileDescriptor, at place: LockPlace) -> UInt32? {
    files.word(file, at: place)
  }

  func wait(
    _ file: FileDescriptor, at place: LockPlace, while word: UInt32?, microseconds: Int
  ) -> LockWait {
    files.wait(file, at: place, while: word, microseconds: microseconds)
  }
}
