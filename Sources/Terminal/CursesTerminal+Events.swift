import CTerminal
import Glibc

extension CursesTerminal {
  /// How long an Escape waits for the rest of a sequence.
  private static let escapeTimeout = Duration.milliseconds(25)
  /// How long a paste may stand still before it is taken as it is.
  private static let pasteTimeout = Duration.seconds(2)

  /// Waits for the next event; nil when `timeout` milliseconds passed without one.
  ///
  /// A nil timeout waits for ever. After ``TerminalEvent/hungUp`` nothing else follows.
  public func nextEvent(timeout: Int?) -> TerminalEvent? {
    let deadline = timeout.map { ContinuousClock.now + .milliseconds(max(0, $0)) }
    while true {
      if let event = takeQueued() { return event }
      let now = ContinuousClock.now
      let settling = settlingTime
      let wait = [deadline, settling].compactMap { $0 }.min()
      let ready = readiness(within: wait.map { Self.milliseconds(now.duration(to: $0)) })
      if ready.hasInput { readInput() }
      if ready.hasSignal { takeSignals() }
      if ready.isIdle, let wait {
        if wait == settling {
          queue += decoder.isPasting ? decoder.endPaste() : decoder.flush()
        } else {
          return nil
        }
      }
      if queue.isEmpty, !isHungUp, ready.isWoken { return .woken }
    }
  }

  /// When what the decoder has not finished is settled; counted from the last read, however often
  /// the program asked since.
  private var settlingTime: ContinuousClock.Instant? {
    if decoder.isIncomplete { return lastRead + Self.escapeTimeout }
    return decoder.isPasting ? lastRead + Self.pasteTimeout : nil
  }

  /// Tells whether an event can be had without waiting.
  public var hasPendingInput: Bool {
    !queue.isEmpty || isHungUp || !readiness(within: 0).isIdle
  }

  /// Has ``nextEvent(timeout:)`` return ``TerminalEvent/woken`` while data is ready on a descriptor.
  ///
  /// Keys come first. The program reads the data; until it does, the event comes again.
  public func watch(_ descriptor: Int32) {
    if !watched.contains(descriptor) { watched.append(descriptor) }
  }

  /// Ends ``watch(_:)``; to be called before the descriptor is closed.
  public func unwatch(_ descriptor: Int32) {
    watched.removeAll { $0 == descriptor }
  }

  /// Gives the terminal to the shell until the program is resumed.
  public func suspend() {
    guard settings.allowsSuspension, !isHungUp else { return }
    ct_leave()
    stop()
    resume(after: ct_take_signals() & ~UInt32(ct_was_continued))
  }

  private func takeQueued() -> TerminalEvent? {
    if !queue.isEmpty { return queue.removeFirst() }
    return isHungUp ? .hungUp : nil
  }

  /// Comes back to the screen and paints it, after a stop of which there may be more to tell.
  private func resume(after signals: UInt32) {
    adoptSize()
    ct_enter()
    queue.append(.resumed)
    if signals != 0 { act(on: signals & ~UInt32(ct_asked_resize)) }
  }

  private func adoptSize() {
    let size = Self.size(of: output)
    guard size != self.size else { return }
    self.size = size
    startOver()
    queue.append(.resized(size))
  }

  private func takeSignals() { act(on: ct_take_signals()) }

  private func act(on signals: UInt32) {
    if signals & UInt32(ct_asked_end) != 0 { isHungUp = true }
    if isHungUp { return }
    if signals & UInt32(ct_asked_stop) != 0 {
      suspend()
    } else if signals & UInt32(ct_was_continued) != 0 {
      // Stopped from outside (SIGSTOP): the shell has set the terminal its own way since.
      ct_leave()
      resume(after: signals & ~UInt32(ct_was_continued))
    } else if signals & UInt32(ct_asked_resize) != 0 {
      size = Self.size(of: output)
      startOver()
      queue.append(.resized(size))
    }
  }

  private func readInput() {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      let count = read(input, buffer.baseAddress, buffer.count)
      if count > 0 {
        lastRead = .now
        queue += decoder.feed(buffer[..<count])
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        // The end of input and EIO mean the same: nobody is there any more.
        isHungUp = true
      }
    }
  }

  private struct Readiness {
    var hasInput = false
    var hasSignal = false
    var isWoken = false
    var isIdle: Bool { !hasInput && !hasSignal && !isWoken }
  }

  private func readiness(within timeout: Int?) -> Readiness {
    var polled: [pollfd] = []
    polled.reserveCapacity(watched.count + 2)
    polled.append(pollfd(fd: input, events: Int16(POLLIN), revents: 0))
    polled.append(pollfd(fd: ct_signal_descriptor(), events: Int16(POLLIN), revents: 0))
    for descriptor in watched {
      polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    let limit = timeout.map { Int32(clamping: $0) } ?? -1
    let count = poll(&polled, nfds_t(polled.count), limit)
    // Interrupted by a signal: it has left its request by now.
    if count < 0 { return Readiness(hasSignal: true) }
    if count == 0 { return Readiness() }
    for closed in polled[2...] where closed.revents & Int16(POLLNVAL) != 0 { unwatch(closed.fd) }
    return Readiness(
      hasInput: polled[0].revents != 0, hasSignal: polled[1].revents != 0,
      isWoken: polled[2...].contains { $0.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 })
  }

  /// Whole milliseconds, rounded up, so that a wait never ends just before its deadline.
  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return max(
      0, Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
