/// A screen with a keyboard: the real one, or its headless twin.
public protocol TerminalDevice: AnyObject {
  /// The size of the screen now, clamped.
  var size: Size { get }

  /// Shows a frame as one burst of output; sends nothing where nothing changed.
  func present(_ grid: CellGrid) throws

  /// Waits for the next event; nil when `timeout` milliseconds passed without one. A nil timeout waits for ever.
  func nextEvent(timeout: Int?) throws -> TerminalEvent?

  /// Tells whether an event can be had without waiting.
  var hasPendingInput: Bool { get }

  /// Does what is asked beside showing frames; what the terminal cannot do is left undone.
  func perform(_ request: DeviceRequest)

  /// Has ``nextEvent(timeout:)`` return ``TerminalEvent/woken`` while data is ready on a descriptor.
  ///
  /// Keys come first. The program reads the data; until it does, the event comes again.
  func watch(_ descriptor: Int32)

  /// Ends ``watch(_:)``; to be called before the descriptor is closed.
  func unwatch(_ descriptor: Int32)

  /// Gives the terminal to the shell until the program is resumed (Ctrl+Z).
  func suspend()
}
