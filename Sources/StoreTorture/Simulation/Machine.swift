import Cabinet

/// A simulated machine: one tree of files, reached by any number of processes, until the power goes.
public final class Machine {
  let root: Node
  var chance: SplitMix64
  private var lastNumber: Int32 = 3
  private var ticks: Int

  /// Starts a machine with an empty disk; what its failing disk keeps follows from the seed.
  public convenience init(seed: UInt64 = 0) {
    self.init(
      root: Node(0, isDirectory: true, permissions: 0o755, owner: 0), seed: seed, ticks: 0)
  }

  private init(root: Node, seed: UInt64, ticks: Int) {
    self.root = root
    self.ticks = ticks
    chance = SplitMix64(state: seed)
  }

  /// The number of the next descriptor: no two processes have the same, so that one names a holder.
  func nextNumber() -> Int32 {
    lastNumber += 1
    return lastNumber
  }

  /// A moment that comes after every other one; also the number of a file made then.
  func tick() -> Int {
    ticks += 1
    return ticks
  }

  /// The machine after the power came back.
  public func afterCrash(_ survival: Survival) -> Machine {
    afterCrash(survival).machine
  }

  /// The same, with a number that tells apart what survived.
  func afterCrash(_ survival: Survival) -> (machine: Machine, signature: UInt64) {
    var survivors = Survivors(survival)
    let copy = withoutActuallyEscaping({ (node: Node) in survivors.survivors(of: node) }) {
      choose in
      var copier = NodeCopier.crashed(choose)
      return copier.copy(root)
    }
    return (Machine(root: copy, seed: chance.state, ticks: ticks), survivors.signature)
  }

  /// The same machine once more, with no process running; what happens to one is not seen by the other.
  public func fork() -> Machine {
    var copier = NodeCopier.alive
    return Machine(root: copier.copy(root), seed: chance.state, ticks: ticks)
  }

  /// How many changes the disk does not surely have.
  var pendingChanges: Int {
    func count(_ node: Node) -> Int {
      node.changes.count + node.seen.names.values.reduce(0) { $0 + count($1) }
    }
    return count(root)
  }

  /// The disk fails to write by itself what nobody has synchronised yet, in one file.
  public func giveUp() {
    unsynchronizedFiles.randomElement(using: &chance)?.giveUp(&chance)
  }

  /// Whether there is a file that nobody has synchronised since it was written.
  public var hasSomethingToWrite: Bool { !unsynchronizedFiles.isEmpty }

  /// In a fixed order: which of them fails is drawn by chance.
  private var unsynchronizedFiles: [Node] {
    var files: [Node] = []
    func collect(_ node: Node) {
      if !node.isDirectory, !node.changes.isEmpty { files.append(node) }
      for (_, child) in node.seen.names.sorted(by: { $0.key < $1.key }) { collect(child) }
    }
    collect(root)
    return files
  }

  /// Every file with its bytes, by path; locks left out.
  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func collect(_ node: Node, _ path: String) {
      for (name, child) in node.seen.names where name != "lock" {
        let path = "\(path)/\(name)"
        if child.isDirectory { collect(child, path) } else { files[path] = child.seen.bytes }
      }
    }
    collect(root, "")
    return files
  }

  /// The file or directory at a path.
  func node(at path: String) -> Node? {
    path.split(separator: "/").reduce(root) { $0?.seen.names[String($1)] }
  }
}
