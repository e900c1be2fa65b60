import CTerminal

/// Wishes to end the program, held back: work that must not be cut in the middle asks for them between its steps.
///
/// While one exists Ctrl+C, a hang-up and a request to terminate do nothing by themselves; Ctrl+Z still stops.
public final class Interruptions {
  /// Begins to hold them back; nil where the system gives no way to.
  public init?() {
    guard ct_catch_signals() else { return nil }
  }

  deinit { ct_release_signals() }

  /// True where somebody wished to end the program since the last time this was asked.
  public var isAsked: Bool {
    let requests = ct_take_signals()
    if requests & UInt32(ct_asked_stop) != 0 { ct_stop() }
    return requests & UInt32(ct_asked_end) != 0
  }
}
