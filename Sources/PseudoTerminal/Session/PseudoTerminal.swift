import CTerminal
import Glibc
import Terminal

/// Why a pseudo-terminal did not work.
public struct PseudoTerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried.
  public let operation: String
  /// The value of `errno`.
  public let code: Int32
  /// What was tried and why it failed.
  public var description: String { "\(operation): \(String(cString: strerror(code)))" }
}

/// How a program ended.
public enum ExitStatus: Hashable, Sendable {
  /// By itself, with a status.
  case exited(Int)
  /// By a signal.
  case signalled(Int)
}

/// A program running on a terminal of its own.
///
/// What it writes is read only inside the calls below, and goes to ``emulator``. The program is killed when the
/// object goes away.
public final class PseudoTerminal {
  /// The process.
  public let processIdentifier: Int32
  /// The screen as the program has drawn it so far.
  public private(set) var emulator: Emulator
  /// Bytes the program has written so far.
  public private(set) var bytesRead = 0
  /// True where ``output`` is kept; false at first.
  public var isKeepingOutput = false
  /// Every byte that the program wrote while it was kept.
  public private(set) var output: [UInt8] = []
  /// When the last of them came, in nanoseconds of the monotonic clock.
  public private(set) var lastOutput = 0
  /// How the program ended; nil while it runs or nobody has asked.
  public private(set) var exitStatus: ExitStatus?

  /// What was noted when something was last written to the program.
  private(set) var written: WriteNote?
  let master: Int32
  /// The program's side, kept open for asking only.
  private var slave: Int32
  private let isEmulating: Bool
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// What is known at a write, to tell later that the program has seen it.
  struct WriteNote {
    var time: Int
    var bytesRead: Int
    var endsInEscape: Bool
  }

  /// Starts a program.
  /// - Parameters:
  ///   - program: A path, or a name looked up in PATH.
  ///   - arguments: The arguments after the program's name.
  ///   - environment: The whole environment.
  ///   - directory: The working directory; nil for this one.
  ///   - size: The size of the terminal; clamped.
  ///   - isEmulating: False leaves the emulator blank, for measuring.
  public init(
    _ program: String, arguments: [String] = [], environment: [String: String],
    directory: String? = nil, size: Size = Size(columns: 80, rows: 24), isEmulating: Bool = true
  ) throws(PseudoTerminalError) {
    let size = size.clamped()
    var pid: pid_t = 0
    var slave: Int32 = -1
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    master = ct_spawn_on_pty(
      program, &argv, &envp, directory, Int32(size.columns), Int32(size.rows), &pid, &slave)
    guard master >= 0 else { throw PseudoTerminalError(operation: program, code: errno) }
    processIdentifier = pid
    self.slave = slave
    self.isEmulating = isEmulating
    emulator = Emulator(size: size)
  }

  deinit {
    if exitStatus == nil {
      Glibc.kill(processIdentifier, SIGKILL)
      var status: Int32 = 0
      _ = ct_wait(processIdentifier, 1, &status)
    }
    closeSlave()
    close(master)
  }

  /// Types bytes; reads what the program writes meanwhile, so that neither waits for the other for ever.
  public func write(_ bytes: some Collection<UInt8>) throws(PseudoTerminalError) {
    let bytes = Array(bytes)
    guard let last = bytes.last else { return }
    written = WriteNote(
      time: MonotonicClock.milliseconds, bytesRead: bytesRead,
      endsInEscape: last == 0x1B)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        _ = wait(for: POLLIN | POLLOUT, milliseconds: 1000)
        readAvailable()
        if try pollExit() != nil { throw PseudoTerminalError(operation: "write", code: EIO) }
      } else if errno != EINTR {
        throw PseudoTerminalError(operation: "write", code: errno)
      }
    }
  }

  /// Waits for output and returns what came; empty when `timeout` milliseconds passed or the program ended.
  @discardableResult
  public func read(timeout: Int) -> [UInt8] {
    let bytes = readAvailable()
    guard bytes.isEmpty, timeout > 0 else { return bytes }
    _ = wait(for: POLLIN, milliseconds: timeout)
    return readAvailable()
  }

  /// Gives the terminal another size; the program is told by SIGWINCH.
  public func resize(to size: Size) throws(PseudoTerminalError) {
    let size = size.clamped()
    written = WriteNote(
      time: MonotonicClock.milliseconds, bytesRead: bytesRead,
      endsInEscape: false)
    emulator.resize(to: size)
    guard ct_pty_resize(master, Int32(size.columns), Int32(size.rows)) == 0 else {
      throw PseudoTerminalError(operation: "resize", code: errno)
    }
  }

  /// Sends a signal to the program; nothing once it has ended.
  public func kill(_ signal: Int32) {
    if exitStatus == nil { Glibc.kill(processIdentifier, signal) }
  }

  /// Waits until the program has ended, reading all it writes; nil when `timeout` milliseconds passed first.
  public func wait(timeout: Int = 10_000) throws(PseudoTerminalError) -> ExitStatus? {
    let end = MonotonicClock.milliseconds + timeout
    while try pollExit() == nil {
      guard MonotonicClock.milliseconds < end else { return nil }
      _ = read(timeout: 2)
    }
    return exitStatus
  }

  /// Asks, without waiting, whether the program has ended; then everything it wrote has been read.
  public func pollExit() throws(PseudoTerminalError) -> ExitStatus? {
    if let exitStatus { return exitStatus }
    var status: Int32 = 0
    switch ct_wait(processIdentifier, 0, &status) {
    case 0: return nil
    case 1: exitStatus = .exited(Int(status))
    case 2: exitStatus = .signalled(Int(status))
    default: throw PseudoTerminalError(operation: "waitpid", code: errno)
    }
    closeSlave()
    while !readAvailable().isEmpty {}
    return exitStatus
  }

  /// Gives up the program's side; from then on the master hangs up when the program goes.
  func closeSlave() {
    if slave >= 0 { close(slave) }
    slave = -1
  }

  /// The process that the terminal belongs to now.
  var foreground: ProcessProbe {
    let group = ct_pty_foreground(master)
    return ProcessProbe(identifier: group > 0 ? group : processIdentifier)
  }

  /// Tells whether typed bytes wait to be read by the program.
  ///
  /// The kernel hands them over in a work queue, so FIONREAD may miss the latest; asking by `poll` empties the queue
  /// first (`n_tty_poll`). A line that is not complete does not count in canonical mode, as no reader wakes for it.
  var hasUnreadInput: Bool {
    var entry = pollfd(fd: slave, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0 && entry.revents & Int16(POLLIN) != 0
  }

  /// Waits until the terminal can be read or written, or the time is over.
  func wait(for events: Int32, milliseconds: Int) -> Bool {
    var entry = pollfd(fd: master, events: Int16(events), revents: 0)
    return poll(&entry, 1, Int32(clamping: milliseconds)) > 0
  }

  @discardableResult
  private func readAvailable() -> [UInt8] {
    var bytes: [UInt8] = []
    // At most a mebibyte, so that a program that never stops writing does not keep the caller.
    while bytes.count < 1 << 20 {
      let count = Glibc.read(master, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    guard !bytes.isEmpty else { return bytes }
    bytesRead += bytes.count
    if isKeepingOutput { output += bytes }
    lastOutput = MonotonicClock.nanoseconds
    if isEmulating { emulate(bytes) }
    return bytes
  }

  private func emulate(_ bytes: [UInt8]) {
    emulator.feed(bytes)
    let replies = emulator.takeReplies()
    // A program that asked and went away gets no answer.
    if !replies.isEmpty { try? write(replies) }
  }
}
