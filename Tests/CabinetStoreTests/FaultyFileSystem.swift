import CabinetStore
import Glibc

/// A file system in memory that fails on demand, and that keeps apart what the disk surely has.
///
/// A file remembers the writes and cuts since its last synchronisation, a directory the changes of
/// names. A crash keeps what was synchronised and as much of the rest, in order, as ``Survival``
/// says. A failed synchronisation drops the rest for good while reads still show it, as Linux does.
final class FaultyFileSystem: FileSystem {
  /// What goes wrong at a call.
  enum Fault: Hashable, CustomStringConvertible {
    /// The call fails, and every later one too if it is for ever.
    case failure(Int32, forEver: Bool)
    /// A read or write moves only so many bytes.
    case short(Int)
    /// The same, and the call after it fails.
    case shortThenFailure(Int, Int32)
    /// The power goes: this call and all later ones do nothing.
    case crash

    var description: String {
      switch self {
      case .failure(let code, let forEver): "errno \(code)\(forEver ? " for ever" : "")"
      case .short(let count): "short transfer of \(count)"
      case .shortThenFailure(let count, let code): "short transfer of \(count), errno \(code)"
      case .crash: "crash"
      }
    }
  }

  /// How much of what was never synchronised survives a crash.
  enum Survival: CaseIterable {
    case nothing, everything, firstChange, halfOfLastWrite, zerosForLastWrite, namesOnly, dataOnly
  }

  enum Change {
    case write(offset: Int, [UInt8])
    case cut(Int)
    case name(String, Node?)
    /// One change of two names: no file system of Linux parts it.
    case rename(String, String, Node)
  }

  final class Node {
    let isDirectory: Bool
    var permissions: UInt32
    var owner: UInt32
    var data: [UInt8] = []
    var names: [String: Node] = [:]
    var diskData: [UInt8] = []
    var diskNames: [String: Node] = [:]
    var changes: [Change] = []
    var lockHolder: Int32?

    init(isDirectory: Bool, permissions: UInt32, owner: UInt32) {
      self.isDirectory = isDirectory
      self.permissions = permissions
      self.owner = owner
    }

    func settle(_ change: Change) {
      switch change {
      case .write(let offset, let bytes):
        if diskData.count < offset {
          diskData += [UInt8](repeating: 0, count: offset - diskData.count)
        }
        diskData.replaceSubrange(offset..<min(diskData.count, offset + bytes.count), with: bytes)
      case .cut(let length):
        if length < diskData.count { diskData.removeLast(diskData.count - length) }
      case .name(let name, let node): diskNames[name] = node
      case .rename(let old, let new, let node):
        diskNames[old] = nil
        diskNames[new] = node
      }
    }
  }

  var user: UInt32 = 1000
  var process = 1
  private(set) var calls = 0
  private(set) var bytesRead = 0
  private(set) var log: [String] = []
  /// The number of the call to spoil, from 1; 0 for none.
  var faultyCall = 0
  var fault = Fault.crash
  /// Whether calls that change nothing are spared.
  var failsOnlyWrites = false
  let root: Node
  private var open: [Int32: Node] = [:]
  private var nextNumber: Int32 = 3

  init(root: Node? = nil) {
    self.root = root ?? Node(isDirectory: true, permissions: 0o755, owner: 0)
  }

  /// Stops failing and counting from the start, as a new process would find it.
  func heal() {
    faultyCall = 0
    calls = 0
    bytesRead = 0
    log = []
  }

  /// The machine after the power came back.
  func afterCrash(_ survival: Survival) -> FaultyFileSystem {
    var copies: [ObjectIdentifier: Node] = [:]
    func copy(_ node: Node) -> Node {
      if let known = copies[ObjectIdentifier(node)] { return known }
      let new = Node(
        isDirectory: node.isDirectory, permissions: node.permissions, owner: node.owner)
      copies[ObjectIdentifier(node)] = new
      let disk = Node(isDirectory: node.isDirectory, permissions: 0, owner: 0)
      disk.diskData = node.diskData
      disk.diskNames = node.diskNames
      for change in survivors(of: node, survival) { disk.settle(change) }
      new.data = disk.diskData
      new.diskData = disk.diskData
      new.names = disk.diskNames.mapValues(copy)
      new.diskNames = new.names
      return new
    }
    return FaultyFileSystem(root: copy(root))
  }

  private func survivors(of node: Node, _ survival: Survival) -> [Change] {
    switch survival {
    case .nothing: return []
    case .everything: return node.changes
    case .firstChange: return Array(node.changes.prefix(1))
    case .namesOnly: return node.isDirectory ? node.changes : []
    case .dataOnly: return node.isDirectory ? [] : node.changes
    case .halfOfLastWrite, .zerosForLastWrite:
      guard case .write(let offset, let bytes) = node.changes.last else { return node.changes }
      let half = Array(bytes.prefix(bytes.count / 2))
      let zeros = [UInt8](repeating: 0, count: bytes.count)
      return node.changes.dropLast() + [
        .write(offset: offset, survival == .halfOfLastWrite ? half : zeros)
      ]
    }
  }

  /// Counts a call and fails it where it is the one to spoil; gives the most that it may move.
  @discardableResult
  private func call(_ name: String) throws(SystemError) -> Int {
    calls += 1
    log.append(name)
    guard faultyCall > 0, calls >= faultyCall else { return .max }
    let changing = [
      "write", "fsync", "fdatasync", "truncate", "rename", "unlink", "mkdir", "chmod",
    ]
    if failsOnlyWrites, !changing.contains(where: name.hasPrefix), !name.hasSuffix("appending"),
      !name.hasSuffix("creating")
    {
      return .max
    }
    switch fault {
    case .crash: throw SystemError(EIO)
    case .failure(let code, let forEver):
      if forEver || calls == faultyCall { throw SystemError(code) }
      return .max
    case .short(let count): return calls == faultyCall ? count : .max
    case .shortThenFailure(let count, let code):
      if calls == faultyCall + 1 { throw SystemError(code) }
      return calls == faultyCall ? count : .max
    }
  }

  private func node(_ file: FileDescriptor) throws(SystemError) -> Node {
    guard let node = open[file.number] else { throw SystemError(EBADF) }
    return node
  }

  private func place(
    _ name: String, _ directory: FileDescriptor?
  ) throws(SystemError) -> (Node, String) {
    var node = root
    if let directory { node = try self.node(directory) }
    let parts = name.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      guard let next = node.names[part] else { throw SystemError(ENOENT) }
      node = next
    }
    return (node, parts.last ?? "")
  }

  func open(
    _ name: String, in directory: FileDescriptor?, for access: FileAccess
  ) throws(SystemError) -> FileDescriptor {
    try call("open \(name) \(access)")
    let (parent, last) = try place(name, directory)
    var found = last.isEmpty ? root : parent.names[last]
    if access == .creating {
      guard found == nil else { throw SystemError(EEXIST) }
      let made = Node(isDirectory: false, permissions: 0o600, owner: user)
      parent.names[last] = made
      parent.changes.append(.name(last, made))
      found = made
    }
    guard let found else { throw SystemError(ENOENT) }
    guard found.isDirectory == (access == .directory) else { throw SystemError(ENOTDIR) }
    nextNumber += 1
    open[nextNumber] = found
    return FileDescriptor(nextNumber)
  }

  func close(_ file: FileDescriptor) throws(SystemError) {
    let node = try node(file)
    open[file.number] = nil
    if node.lockHolder == file.number { node.lockHolder = nil }
    try call("close")
  }

  func read(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    let most = try call("read")
    let data = try node(file).data
    guard offset < data.count else { return 0 }
    let count = min(buffer.count, data.count - offset, most)
    buffer.copyBytes(from: data[offset..<offset + count])
    bytesRead += count
    return count
  }

  func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    let most = try call("write")
    let node = try node(file)
    let taken = Array(bytes.prefix(min(most, bytes.count)))
    node.changes.append(.write(offset: node.data.count, taken))
    node.data += taken
    return taken.count
  }

  func fdatasync(_ file: FileDescriptor) throws(SystemError) {
    try synchronize(file, "fdatasync")
  }

  func fsync(_ file: FileDescriptor) throws(SystemError) {
    try synchronize(file, "fsync")
  }

  private func synchronize(_ file: FileDescriptor, _ name: String) throws(SystemError) {
    let node = try node(file)
    do throws(SystemError) {
      try call(name)
    } catch {
      if fault != .crash, error.code != EINTR { node.changes = [] }
      throw error
    }
    for change in node.changes { node.settle(change) }
    node.changes = []
  }

  func truncate(_ file: FileDescriptor, to length: Int) throws(SystemError) {
    try call("truncate")
    let node = try node(file)
    if length < node.data.count { node.data.removeLast(node.data.count - length) }
    node.changes.append(.cut(length))
  }

  func rename(
    _ old: String, to new: String, in directory: FileDescriptor
  ) throws(SystemError) {
    try call("rename \(old)")
    let parent = try node(directory)
    guard let node = parent.names.removeValue(forKey: old) else { throw SystemError(ENOENT) }
    parent.names[new] = node
    parent.changes.append(.rename(old, new, node))
  }

  func unlink(_ name: String, in directory: FileDescriptor) throws(SystemError) {
    try call("unlink \(name)")
    let parent = try node(directory)
    guard parent.names.removeValue(forKey: name) != nil else { throw SystemError(ENOENT) }
    parent.changes.append(.name(name, nil))
  }

  func makeDirectory(_ name: String, in directory: FileDescriptor?) throws(SystemError) {
    try call("mkdir \(name)")
    let (parent, last) = try place(name, directory)
    guard !last.isEmpty, parent.names[last] == nil else { throw SystemError(EEXIST) }
    let made = Node(isDirectory: true, permissions: 0o700, owner: user)
    parent.names[last] = made
    parent.changes.append(.name(last, made))
  }

  func list(_ directory: FileDescriptor) throws(SystemError) -> [String] {
    try call("list")
    return Array(try node(directory).names.keys)
  }

  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    try call("status")
    let node = try node(file)
    return FileStatus(
      kind: node.isDirectory ? .directory : .file, owner: node.owner,
      permissions: node.permissions, size: node.data.count)
  }

  func setPermissions(_ file: FileDescriptor, _ permissions: UInt32) throws(SystemError) {
    try call("chmod")
    try node(file).permissions = permissions
  }

  func lock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    try call("lock")
    let node = try node(file)
    guard node.lockHolder == nil || node.lockHolder == file.number else { return false }
    node.lockHolder = file.number
    return true
  }

  func unlock(_ file: FileDescriptor) throws(SystemError) {
    let node = try node(file)
    if node.lockHolder == file.number { node.lockHolder = nil }
    try call("unlock")
  }

  func pause(microseconds: Int) {}

  /// The bytes of a journal, to be put back later as if its writer had taken a record back.
  func disk(of stream: CabinetStore.Stream) -> [UInt8] {
    journal(of: stream)?.data ?? []
  }

  /// How many files of a journal were sealed.
  func sealedFiles(of stream: CabinetStore.Stream) -> Int {
    folder(of: stream)?.names.keys.count { $0.hasPrefix("journal-") } ?? 0
  }

  func setDisk(of stream: CabinetStore.Stream, _ bytes: [UInt8]) {
    journal(of: stream)?.data = bytes
  }

  private func journal(of stream: CabinetStore.Stream) -> Node? {
    folder(of: stream)?.names["journal.jsonl"]
  }

  private func folder(of stream: CabinetStore.Stream) -> Node? {
    "data/store/\(stream.path)".split(separator: "/").reduce(root) { $0?.names[String($1)] }
  }
}
