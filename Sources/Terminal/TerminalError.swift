/// Why a terminal could not be had.
public enum TerminalError: Error, Hashable, Sendable {
  /// The program's input or output is no terminal.
  case notATerminal
  /// The terminal of this type (`TERM`) cannot show a screen: it cannot place its cursor, or no
  /// description of it nor of its usual stand-ins is installed.
  case unusable(type: String)
  /// A terminal is open already; a process has one.
  case alreadyOpen
}
