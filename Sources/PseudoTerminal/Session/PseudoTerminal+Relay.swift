import CTerminal
import Glibc
import Terminal

/// What passes between a person's terminal and a program on a pseudo-terminal.
public enum RelayEvent: Hashable, Sendable {
  /// The program wrote.
  case output([UInt8])
  /// The person typed; empty where the program reads a password, which nobody else should keep.
  case input([UInt8])
  /// The terminal changed its size.
  case resized(Size)
}

extension PseudoTerminal {
  /// Passes every byte between the program and the terminal of this process, until the program ends.
  ///
  /// The terminal is in raw mode meanwhile and given back on every way out. Its new sizes are passed on
  /// too; a hang-up and signals that ask this process to end are sent to the program, which then ends
  /// by itself. To be used with a program that is not emulated: the real terminal answers its questions.
  ///
  /// - Parameters:
  ///   - input: the terminal's descriptor for reading.
  ///   - output: the terminal's descriptor for writing.
  ///   - report: hears what passes, after it passed.
  public func relay(
    input: Int32, output: Int32, report: (RelayEvent) -> Void
  ) throws(PseudoTerminalError) -> ExitStatus {
    var found = termios()
    guard tcgetattr(input, &found) == 0 else {
      throw PseudoTerminalError(operation: "tcgetattr", code: errno)
    }
    guard ct_catch_signals() else { throw PseudoTerminalError(operation: "pipe", code: errno) }
    defer { ct_release_signals() }
    var raw = found
    cfmakeraw(&raw)
    tcsetattr(input, TCSANOW, &raw)
    defer { tcsetattr(input, TCSANOW, &found) }
    closeSlave()
    try adoptSize(of: output, report)
    try pass(input: input, output: output, report)
    while true {
      if let status = try wait(timeout: 60_000) { return status }
    }
  }

  /// Passes bytes until the program has closed its side.
  private func pass(
    input: Int32, output: Int32, _ report: (RelayEvent) -> Void
  ) throws(PseudoTerminalError) {
    var isInputOpen = true
    var typed: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      // A program that does not read holds the typist up, as on any terminal.
      let reads = isInputOpen && typed.count < 1 << 16
      var entries = [
        pollfd(fd: reads ? input : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: ct_signal_descriptor(), events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: master, events: Int16(typed.isEmpty ? POLLIN : POLLIN | POLLOUT), revents: 0),
      ]
      guard poll(&entries, nfds_t(entries.count), -1) >= 0 || errno == EINTR else {
        throw PseudoTerminalError(operation: "poll", code: errno)
      }
      if entries[1].revents != 0 { try passSignals(output: output, report) }
      if entries[0].revents != 0 {
        let count = Glibc.read(input, &buffer, buffer.count)
        if count > 0 {
          report(.input(isReadingPassword ? [] : Array(buffer[..<count])))
          typed += buffer[..<count]
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
          isInputOpen = false
          kill(SIGHUP)
        }
      }
      typed.removeFirst(sent(typed, to: master))
      let written = read(timeout: 0)
      if !written.isEmpty {
        show(written, on: output)
        report(.output(written))
      } else if entries[2].revents & Int16(POLLHUP) != 0 {
        return
      }
    }
  }

  private func passSignals(
    output: Int32, _ report: (RelayEvent) -> Void
  ) throws(PseudoTerminalError) {
    let asked = ct_take_signals()
    if asked & UInt32(ct_asked_end) != 0 { kill(SIGHUP) }
    if asked & UInt32(ct_asked_resize) != 0 { try adoptSize(of: output, report) }
  }

  private func adoptSize(
    of output: Int32, _ report: (RelayEvent) -> Void
  ) throws(PseudoTerminalError) {
    let size = CursesTerminal.size(of: output)
    guard size != emulator.grid.size else { return }
    try resize(to: size)
    report(.resized(size))
  }

  /// True while the program reads a password: by lines, without echo.
  var isReadingPassword: Bool {
    var mode = termios()
    guard tcgetattr(master, &mode) == 0 else { return false }
    return mode.c_lflag & tcflag_t(ECHO) == 0 && mode.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Writes what can be written without waiting, and returns how much that was.
  private func sent(_ bytes: [UInt8], to descriptor: Int32) -> Int {
    guard !bytes.isEmpty else { return 0 }
    return max(0, Glibc.write(descriptor, bytes, bytes.count))
  }

  private func show(_ bytes: [UInt8], on output: Int32) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        done += count
      } else if errno == EAGAIN {
        var entry = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        poll(&entry, 1, -1)
      } else if errno != EINTR {
        // Nobody looks any more; the program hears of it by the hang-up.
        return
      }
    }
  }
}
