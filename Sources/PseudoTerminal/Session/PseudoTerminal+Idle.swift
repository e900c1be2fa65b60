import Glibc

extension PseudoTerminal {
  /// Waits until the program is idle or has ended; false when `timeout` milliseconds passed first.
  ///
  /// Idle is a condition, not a pause: nothing typed is left for the program to read, its foreground process is
  /// blocked in a call that waits for input, and a read after that finds no output. A process woken by a byte or a
  /// signal counts as running from that moment, and reading the master brings in what the kernel still had under
  /// way (`n_tty_read` empties the work queue), so nothing hides between the three checks. They must hold twice in a
  /// row, for programs that hand over to one another. How long that takes depends on the program alone: a slow
  /// machine makes a test slower and never wrong.
  public func waitForIdle(timeout: Int) throws(PseudoTerminalError) -> Bool {
    let end = MonotonicClock.milliseconds + timeout
    var confirmations = 0
    while confirmations < 2 {
      if try pollExit() != nil { return true }
      let isIdle = !hasUnreadInput && isAwaitingInput && read(timeout: 0).isEmpty
      confirmations = isIdle ? confirmations + 1 : 0
      if confirmations < 2 {
        guard MonotonicClock.milliseconds < end else { return false }
        if !read(timeout: 1).isEmpty { confirmations = 0 }
      }
    }
    return true
  }

  private var isAwaitingInput: Bool {
    var process = foreground
    var activity = process.activity
    // A shell that runs a command waits for it: the command is what the keys are for.
    while activity == .awaitingChild, let child = process.child {
      process = child
      activity = process.activity
    }
    guard case .awaitingInput(let isTimed) = activity else { return false }
    return hasDecided(isTimed: isTimed)
  }

  /// Tells whether a lone Escape, if one was typed last, has been told from the start of a sequence.
  ///
  /// A program waits some 25 ms for the rest of the sequence, in a call with a timeout. It has
  /// decided when it wrote something, when it waits without a timeout, or when 60 ms have passed.
  private func hasDecided(isTimed: Bool) -> Bool {
    guard let written, written.endsInEscape, isTimed else { return true }
    return bytesRead > written.bytesRead || MonotonicClock.milliseconds - written.time >= 60
  }
}
