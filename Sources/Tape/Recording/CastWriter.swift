import Terminal

/// Writes a terminal session as asciicast v3: a header line, then one JSON array a line.
///
/// Source of the format: docs.asciinema.org, “asciicast v3”; times are intervals since the event before.
public struct CastWriter: Hashable, Sendable {
  /// What happened in a session.
  public enum Event: Hashable, Sendable {
    /// The program wrote.
    case output(String)
    /// The person typed.
    case input(String)
    /// A place to find again, with its label.
    case marker(String)
    /// The terminal changed its size.
    case resize(Size)
    /// The program ended with a status.
    case exit(Int)
  }

  private var lastTime: Int = 0
  /// The asciicast so far.
  public private(set) var text: String

  /// Begins a recording.
  /// - Parameters:
  ///   - size: The size of the terminal.
  ///   - type: The value of TERM.
  ///   - title: The title shown by players.
  ///   - timestamp: Seconds since 1970 at the start, where they are worth telling.
  public init(
    size: Size, type: String = "xterm-256color", title: String? = nil, timestamp: Int? = nil
  ) {
    var header = #"{"version":3,"term":{"cols":\#(size.columns),"rows":\#(size.rows),"#
    header += #""type":\#(PrintableJSON(quoting: type))}"#
    if let timestamp { header += #","timestamp":\#(timestamp)"# }
    if let title { header += #","title":\#(PrintableJSON(quoting: title))"# }
    text = header + "}\n"
  }

  /// Adds an event and returns the line written.
  /// - Parameter milliseconds: The time since the start; earlier than the event before counts as at the same time.
  @discardableResult
  public mutating func add(_ event: Event, at milliseconds: Int) -> String {
    let interval = max(0, milliseconds - lastTime)
    lastTime = max(lastTime, milliseconds)
    let (code, data): (String, String) =
      switch event {
      case .output(let text): ("o", text)
      case .input(let text): ("i", text)
      case .marker(let label): ("m", label)
      case .resize(let size): ("r", "\(size.columns)x\(size.rows)")
      case .exit(let status): ("x", "\(status)")
      }
    let line =
      #"[\#(CastWriter.seconds(interval)), "\#(code)", \#(PrintableJSON(quoting: data))]"# + "\n"
    text += line
    return line
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let fraction = "\(milliseconds % 1000)"
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
