import Cabinet
import CabinetServices
import Terminal
import TerminalUI

extension CabinetApp {
  /// Records that take longer to fold than a snapshot takes to write.
  private static let manyRecords = 100

  /// Runs on a terminal until the resident quits or the terminal goes away.
  public func run(on device: any TerminalDevice) throws {
    size = device.size
    isPaced = true
    let watch = session.watch
    if let descriptor = watch.descriptor { device.watch(descriptor) }
    defer { if let descriptor = watch.descriptor { device.unwatch(descriptor) } }
    var isFirst = true
    while isRunning {
      try device.present(frame())
      for request in takeRequests() { device.perform(request) }
      if isFirst {
        // A session that was killed left its events to be folded and the catalogue to be read; the
        // next one starts from here, however this one ends.
        session.saveSnapshot(after: Self.manyRecords)
        isFirst = false
      }
      layers.last?.screen.prepare(context)
      guard let event = try nextEvent(of: device) else { continue }
      if event == .key(.control("z")), !actions.contains(where: { $0.keys.contains(.control("z")) })
      {
        device.suspend()
      } else {
        handle(event)
      }
      try finishWork(on: device)
      // What was pasted or typed ahead is taken in before the next frame is drawn.
      while isRunning, device.hasPendingInput, let next = try device.nextEvent(timeout: 0) {
        handle(next)
        try finishWork(on: device)
      }
    }
    session.saveSnapshot()
  }

  /// Waits for something to do; nil where another session gave this one something to show.
  ///
  /// No lock is held meanwhile, and nothing is drawn for a notice that has no news.
  private func nextEvent(of device: any TerminalDevice) throws -> TerminalEvent? {
    while true {
      session.rest()
      switch try device.nextEvent(timeout: session.watch.patience) {
      case nil, .woken: if takeInChanges() { return nil }
      case let event: return event
      }
    }
  }

  /// Takes in what other sessions have written; what is typed here, and where the cursor stands, stays.
  ///
  /// - Returns: true where there is something new to show.
  @discardableResult
  func takeInChanges() -> Bool {
    drawn = nil
    do throws(CabinetFailure) { return try session.takeInChanges() } catch {
      message = error.phrase
      return true
    }
  }
}
