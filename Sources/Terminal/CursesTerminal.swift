import CTerminal
import Glibc

/// The real terminal, drawn by ncurses: the one owner of the tty of this process.
///
/// Output goes through ncurses, which sends only what changed; input is read and decoded here, because
/// ncurses swallows keys that follow a letter it can't read. Everything must happen on one thread.
/// The terminal is given back by ``close()``, by `deinit`, by `exit` and by a crash.
public final class CursesTerminal: TerminalDevice {
  /// What the environment wishes of a terminal.
  public struct Settings: Hashable, Sendable {
    /// The terminal's type, such as `xterm-256color`; empty where nobody told.
    public var type: String
    /// True where colours may be shown; attributes always are.
    public var allowsColor: Bool
    /// True where Ctrl+Z may give the terminal to a shell; false in a captive session, which has none.
    public var allowsSuspension: Bool
    /// True where the terminal is said to show any colour (`COLORTERM`).
    public var hasDirectColor = false
    /// The signs that the terminal can show.
    public var charset = Charset.utf8
    /// What its keys send for Russian letters in place of UTF-8; nil where they send that.
    public var letters: EightBitLetters?
    /// What stands between the program and the terminal.
    public var multiplexer: Clipboard.Multiplexer?

    /// Makes settings.
    public init(type: String, allowsColor: Bool = true, allowsSuspension: Bool = true) {
      self.type = type
      self.allowsColor = allowsColor
      self.allowsSuspension = allowsSuspension
    }

    /// The settings of the process: `TERM`, `COLORTERM`, the locale, and `NO_COLOR` (no-color.org)
    /// where it isn't empty.
    public static var environment: Settings {
      func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
      var settings = Settings(type: value("TERM"), allowsColor: value("NO_COLOR").isEmpty)
      settings.hasDirectColor = ["truecolor", "24bit"].contains(value("COLORTERM"))
      settings.charset = .environment
      settings.letters = .environment
      if !value("TMUX").isEmpty || settings.type.hasPrefix("tmux") {
        settings.multiplexer = .tmux
      } else if !value("STY").isEmpty {
        settings.multiplexer = .screen
      }
      return settings
    }

    /// The types to try, the best first: newer terminals name types that older systems have no
    /// description of, and nearly all resemble the last two.
    var types: [String] {
      var types = [type, "xterm-256color", "vt100"]
      if allowsColor, hasDirectColor {
        let base = type.hasSuffix("-256color") ? String(type.dropLast(9)) : type
        types.insert("\(base)-direct", at: 0)
      }
      return types.filter { !$0.isEmpty }
    }
  }

  /// The size of the screen, clamped.
  public internal(set) var size: Size
  /// The terminal type in use: `TERM`, or what stood in for it.
  public let type: String

  let input: Int32
  let output: Int32
  /// What was wished of the terminal when it was opened.
  public let settings: Settings
  /// How the process stops; tests put something else in its place.
  var stop: () -> Void = ct_stop
  private var isOpen = true

  // Drawing
  var shown: CellGrid
  var hasShown = false
  let palette: Palette
  var pairs: [ColorPair: Int32] = [:]

  // Events
  var decoder: KeyDecoder
  var lastRead = ContinuousClock.now
  var queue: [TerminalEvent] = []
  var watched: [Int32] = []
  var isHungUp = false

  /// Opens the terminal read at `input` and written at `output`.
  ///
  /// - Throws: ``TerminalError``.
  public init(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, settings: Settings = .environment
  ) throws {
    guard isatty(input) == 1, isatty(output) == 1 else { throw TerminalError.notATerminal }
    self.input = input
    self.output = output
    self.settings = settings
    size = Self.size(of: output)
    _ = ct_adopt_utf8()
    guard ct_catch_signals() else { throw TerminalError.unusable(type: settings.type) }
    do {
      type = try Self.open(settings, input: input, output: output, size: size)
    } catch {
      if error != .alreadyOpen { ct_release_signals() }
      throw error
    }
    shown = CellGrid(size: size)
    palette = Palette(count: Int(ct_colors()))
    decoder = KeyDecoder(
      sequences: TerminfoKeys.sequences { name in
        ct_capability(name).map { Array(String(cString: $0).utf8) }
      }, letters: settings.letters)
  }

  deinit { close() }

  /// Gives the terminal back as it was found; doing it twice does no harm.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    ct_close()
    ct_release_signals()
  }

  /// How many colours are shown; none where they are not allowed.
  public var colors: ColorDepth { ColorDepth(count: Int(ct_colors())) }

  /// True where the terminal can be asked to take a text into its clipboard.
  public var canCopy: Bool { Clipboard.isKnown(toType: settings.type) }

  /// Reports presses and the wheel of the mouse, which is off at first, or copies a text.
  public func perform(_ request: DeviceRequest) {
    switch request {
    case .reportMouse(let isOn): ct_report_mouse(isOn)
    case .copy(let text):
      guard canCopy else { return }
      let bytes = Array(Clipboard.sequence(text, through: settings.multiplexer).utf8)
      bytes.withUnsafeBytes { ct_send($0.baseAddress, $0.count) }
    }
  }

  /// Opens the screen under the first type that the system has a description of.
  private static func open(
    _ settings: Settings, input: Int32, output: Int32, size: Size
  ) throws(TerminalError) -> String {
    for type in settings.types {
      let opening = ct_open(
        type, input, output, Int32(size.columns), Int32(size.rows), settings.allowsColor)
      switch opening {
      case ct_opened: return type
      case ct_unknown: continue
      case ct_busy: throw .alreadyOpen
      default: throw .unusable(type: settings.type)
      }
    }
    throw .unusable(type: settings.type)
  }

  /// The size that the kernel tells, clamped; 80 × 24 where it knows none, as on a serial line.
  public static func size(of descriptor: Int32) -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard ct_size(descriptor, &columns, &rows), columns > 0, rows > 0 else {
      return Size(columns: 80, rows: 24)
    }
    return Size(columns: Int(columns), rows: Int(rows)).clamped()
  }
}
