import Cabinet

/// A file or a directory of a simulated machine.
///
/// It keeps apart what programs see and what the disk surely has; between the two stand the changes
/// since its last synchronisation.
final class Node {
  private static let mostChanges = 12

  /// What tells it apart from every other file of the machine.
  let number: Int
  let isDirectory: Bool
  let owner: UInt32
  private(set) var seen: Content
  private(set) var disk: Content
  private(set) var changes: [Change] = []
  private var hasFailed = false
  /// The descriptor that holds the file's lock.
  var lockHolder: Int32?

  init(_ number: Int, isDirectory: Bool, permissions: UInt32, owner: UInt32) {
    self.number = number
    self.isDirectory = isDirectory
    self.owner = owner
    seen = Content(permissions: permissions)
    disk = seen
  }

  /// Does what a program asks for; the disk has it later, or never.
  func make(_ change: Change, at stamp: Int) {
    seen.apply(change)
    seen.stamp = stamp
    changes.append(change)
    // By and by a disk is told what nobody waits for.
    if changes.count > Node.mostChanges { disk.apply(changes.removeFirst()) }
  }

  /// Brings what is to be written to the disk; what was given up before is not.
  func synchronize() {
    for change in changes { disk.apply(change) }
    disk.stamp = seen.stamp
    changes = []
  }

  /// Forgets what was to be written, as Linux does with pages that it could not write.
  ///
  /// Some of it may have reached the disk. Programs read on what they wrote, or what the disk has.
  func lose(_ chance: inout SplitMix64) {
    for change in changes where Bool.random(using: &chance) { disk.apply(change) }
    changes = []
    if Int.random(in: 0..<4, using: &chance) == 0 { seen = disk }
  }

  /// The disk gives up what it was to write; the next to synchronise the file is told.
  func giveUp(_ chance: inout SplitMix64) {
    lose(&chance)
    hasFailed = true
  }

  /// Whether there is a failure to be told of; it is told once.
  func takeFailure() -> Bool {
    defer { hasFailed = false }
    return hasFailed
  }

  /// Lays bytes in the file and on the disk, as if they had always been there.
  func plant(_ bytes: [UInt8], at stamp: Int) {
    seen.bytes = bytes
    seen.stamp = stamp
    disk = seen
    changes = []
  }
}

/// Copies a tree of nodes, each node once.
struct NodeCopier {
  /// What a copy of a node begins with.
  private let change: (Node) -> [Change]?
  private var copies: [ObjectIdentifier: Node] = [:]

  /// A copier of the machine as it is, unsynchronised changes included.
  static var alive: NodeCopier { NodeCopier { _ in nil } }

  /// A copier of what the disk has when, of a node's changes, only some have reached it.
  static func crashed(_ survivors: @escaping (Node) -> [Change]) -> NodeCopier {
    NodeCopier(change: survivors)
  }

  private init(change: @escaping (Node) -> [Change]?) {
    self.change = change
  }

  mutating func copy(_ node: Node) -> Node {
    if let known = copies[ObjectIdentifier(node)] { return known }
    let new = Node(
      node.number, isDirectory: node.isDirectory, permissions: node.seen.permissions,
      owner: node.owner)
    copies[ObjectIdentifier(node)] = new
    if let survivors = change(node) {
      var disk = node.disk
      for change in survivors { disk.apply(change) }
      if !survivors.isEmpty { disk.stamp = node.seen.stamp }
      disk.names = copy(disk.names)
      new.begin(seen: disk, disk: disk, changes: [])
    } else {
      var (seen, disk) = (node.seen, node.disk)
      seen.names = copy(seen.names)
      disk.names = copy(disk.names)
      new.begin(seen: seen, disk: disk, changes: node.changes.map { copy($0) })
    }
    return new
  }

  private mutating func copy(_ names: [String: Node]) -> [String: Node] {
    guard !names.isEmpty else { return names }
    var copies: [String: Node] = [:]
    // In a fixed order: what survives is drawn by chance, and a seed has to mean one outcome.
    for (name, node) in names.sorted(by: { $0.key < $1.key }) { copies[name] = copy(node) }
    return copies
  }

  private mutating func copy(_ change: Change) -> Change {
    switch change {
    case .write, .resize, .remove, .permissions: change
    case .enter(let name, let node): .enter(name, copy(node))
    case .rename(let old, let new, let node): .rename(old, to: new, copy(node))
    }
  }
}

extension Node {
  fileprivate func begin(seen: Content, disk: Content, changes: [Change]) {
    self.seen = seen
    self.disk = disk
    self.changes = changes
  }
}
