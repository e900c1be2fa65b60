import Cabinet
public import CabinetStore
import Glibc

/// The file system of a simulated machine as one process has it, failing on demand.
///
/// A failed synchronisation of a file drops for good what it was to write, while programs may still
/// read it, as Linux does. Names in a directory that could not be synchronised stay to be written: a
/// file system whose own journal fails stops altogether.
public final class FaultyFileSystem: FileSystem {
  /// The machine that the process runs on.
  public let machine: Machine
  /// The user on whose behalf calls are made.
  public var user: UInt32 = 1000
  /// The number of the process.
  public var process = 1
  /// The time, which stands still unless a test moves it on.
  public var microseconds = 0
  /// What goes wrong, and when.
  public var trouble = Trouble()
  /// Where the files seem to be kept.
  public var storage = Storage.local
  /// Whether the disk keeps something else than what is written.
  public var spoilsWrites = false
  /// The bytes read so far.
  public private(set) var bytesRead = 0
  /// The calls made so far, in words, where ``isLogging``.
  public private(set) var log: [String] = []
  /// Whether calls are kept in words.
  public var isLogging = true
  /// Is told after each call that changed something that the disk may not have.
  public var changed: (() -> Void)?
  /// Is told before each call.
  public var called: (() -> Void)?
  /// Whether somebody waits for a lock at a place, and is woken.
  public var wakes: (LockPlace) -> Bool = { _ in false }
  /// What happens while this process waits for a lock.
  public var waits: (LockPlace) -> Void = { _ in }
  /// True once the process was killed; its calls do nothing then.
  public private(set) var isDead = false
  private var open: [Int32: Node] = [:]

  /// Starts a process on a machine; on one of its own where none is given.
  public init(on machine: Machine = Machine()) {
    self.machine = machine
  }

  /// The calls made so far.
  public var calls: Int { trouble.calls }

  /// The number of the call to spoil, from 1; 0 for none.
  public var faultyCall: Int {
    get { trouble.faultyCall }
    set { trouble.faultyCall = newValue }
  }

  /// What goes wrong at that call.
  public var fault: Fault {
    get { trouble.fault }
    set { trouble.fault = newValue }
  }

  /// Whether calls that change nothing are spared.
  public var failsOnlyWrites: Bool {
    get { trouble.sparesReading }
    set { trouble.sparesReading = newValue }
  }

  /// Stops failing and counting from the start, as a new process would find it.
  public func heal() {
    trouble = Trouble()
    isDead = false
    bytesRead = 0
    log = []
  }

  /// The first process after the power came back.
  public func afterCrash(_ survival: Survival) -> FaultyFileSystem {
    FaultyFileSystem(on: machine.afterCrash(survival))
  }

  /// Ends the process: its descriptors are closed, and with them its locks are gone.
  public func exit() {
    isDead = true
    for (number, node) in open where node.lockHolder == number { node.lockHolder = nil }
    open = [:]
  }

  @discardableResult
  func call(
    _ name: @autoclosure () -> String, _ kind: Trouble.Target = .any
  ) throws(SystemError) -> Int {
    if isDead { throw SystemError(EIO) }
    called?()
    if isLogging { log.append(name()) }
    do throws(SystemFailure) {
      return try trouble.meet(kind)
    } catch {
      switch error {
      case .death:
        isDead = true
        throw SystemError(EIO)
      case .code(let code): throw SystemError(code)
      }
    }
  }

  func node(_ file: FileDescriptor) throws(SystemError) -> Node {
    guard let node = open[file.number] else { throw SystemError(EBADF) }
    return node
  }

  func make(_ change: Change, of node: Node) {
    node.make(change, at: machine.tick())
    changed?()
  }

  func descriptor(of node: Node) -> FileDescriptor {
    let number = machine.nextNumber()
    open[number] = node
    return FileDescriptor(number)
  }

  func forget(_ file: FileDescriptor) -> Node? {
    guard let node = open.removeValue(forKey: file.number) else { return nil }
    if node.lockHolder == file.number { node.lockHolder = nil }
    return node
  }

  /// The words of the calls since it was asked last.
  func takeLog() -> [String] {
    defer { log = [] }
    return log
  }

  func count(read count: Int) { bytesRead += count }

  /// Wakes whom ``wakes`` knows of.
  public func wake(_ file: FileDescriptor, at place: LockPlace) -> Bool { wakes(place) }

  /// Nil: nobody else writes there at the same moment.
  public func word(_ file: FileDescriptor, at place: LockPlace) -> UInt32? { nil }

  /// Lets happen what ``waits`` does, until this one is called two seconds later.
  public func wait(
    _ file: FileDescriptor, at place: LockPlace, while word: UInt32?, microseconds: Int
  ) -> LockWait {
    if isLogging { log.append("wait at the \(place)") }
    waits(place)
    return LockWait(microseconds: 2_000_000, isCalled: true)
  }
}

extension FaultyFileSystem {
  /// The bytes of a journal, to be put back later as if its writer had taken a record back.
  public func disk(of stream: CabinetStore.Stream) -> [UInt8] {
    journal(of: stream)?.seen.bytes ?? []
  }

  /// Puts the bytes of a journal in place.
  public func setDisk(of stream: CabinetStore.Stream, _ bytes: [UInt8]) {
    journal(of: stream)?.plant(bytes, at: machine.tick())
  }

  /// How many files of a journal were sealed.
  public func sealedFiles(of stream: CabinetStore.Stream) -> Int {
    let folder = machine.node(at: "data/store/\(stream.path)")
    return folder?.seen.names.keys.count { $0.hasPrefix("journal-") } ?? 0
  }

  private func journal(of stream: CabinetStore.Stream) -> Node? {
    machine.node(at: "data/store/\(stream.path)/journal.jsonl")
  }
}
