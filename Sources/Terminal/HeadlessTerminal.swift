/// The twin of a terminal without a terminal: what is shown can be read, and what is typed is queued.
public final class HeadlessTerminal: TerminalDevice {
  /// The size of the screen, clamped.
  public private(set) var size: Size
  /// The frame shown last; nil before the first.
  public private(set) var frame: CellGrid?
  /// How many frames were shown that differ from the one before.
  public private(set) var frameCount = 0
  /// How often the terminal was given to the shell.
  public private(set) var suspensionCount = 0
  /// What was asked of it beside frames, in order.
  public private(set) var requests: [DeviceRequest] = []
  private var queue: [TerminalEvent] = []
  private var decoder = KeyDecoder()

  /// Makes a terminal of a size, 80 × 24 where none is given.
  public init(size: Size = Size(columns: 80, rows: 24)) {
    self.size = size.clamped()
  }

  /// The text on the screen, one line a row, without spaces at the ends of lines.
  public var text: String { frame?.text ?? "" }

  /// Queues an event.
  public func send(_ event: TerminalEvent) { queue.append(event) }

  /// Queues what the bytes of one read mean; a lone Escape at their end is the key.
  public func send(bytes: some Sequence<UInt8>) {
    queue += decoder.feed(bytes)
    queue += decoder.flush()
  }

  /// Changes the size and queues the news.
  public func resize(to size: Size) {
    self.size = size.clamped()
    queue.append(.resized(self.size))
  }

  /// Keeps the frame, cut to the size of the screen.
  public func present(_ grid: CellGrid) {
    let next = grid.resized(to: size)
    if next == frame { return }
    frame = next
    frameCount += 1
  }

  /// The next queued event, or nil at once, whatever the timeout.
  public func nextEvent(timeout: Int?) -> TerminalEvent? {
    queue.isEmpty ? nil : queue.removeFirst()
  }

  /// Tells whether an event is queued.
  public var hasPendingInput: Bool { !queue.isEmpty }

  /// Keeps the request.
  public func perform(_ request: DeviceRequest) { requests.append(request) }

  /// Does nothing: who drives it queues ``TerminalEvent/woken``.
  public func watch(_ descriptor: Int32) {}

  /// Does nothing.
  public func unwatch(_ descriptor: Int32) {}

  /// Counts the suspension and queues the return.
  public func suspend() {
    suspensionCount += 1
    queue.append(.resumed)
  }
}
