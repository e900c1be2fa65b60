import Glibc
import Tape
import Terminal

/// A stage on which a tape plays against a real program on a pty.
///
/// The program is another process, so there is no semantic snapshot, and the focus is told by the hardware cursor,
/// which stands on the focused thing in every frame: the label is the text of the cursor's row, after that of the row
/// above it, where narrow forms have their labels.
public final class PtyStage: TapeStage {
  /// The terminal the program runs on.
  public private(set) var terminal: PseudoTerminal
  private let idleTimeout: Int
  private let advanceKeys: (Int) throws -> [Key]
  private let startAgain: (Size) throws -> PseudoTerminal

  /// Makes a stage.
  /// - Parameters:
  ///   - terminal: A started program.
  ///   - idleTimeout: Milliseconds after which a program that never rests is an error.
  ///   - advanceKeys: The keys by which the program is told to move its clock on by some seconds.
  ///   - startAgain: Starts the program once more, on a terminal of a size.
  public init(
    _ terminal: PseudoTerminal, idleTimeout: Int = 10_000,
    advanceKeys: @escaping (Int) throws -> [Key] = { _ in throw PtyStage.noClock },
    startAgain: @escaping (Size) throws -> PseudoTerminal = { _ in throw PtyStage.noRestart }
  ) {
    self.terminal = terminal
    self.idleTimeout = idleTimeout
    self.startAgain = startAgain
    self.advanceKeys = advanceKeys
  }

  /// The error of a program whose clock can't be moved by keys.
  public static let noClock = TapeStageError(
    TapeMessage(
      ru: "часы этой программы клавишами не перевести",
      en: "the clock of this program can't be moved by keys"))

  /// The error of a program of which nobody knows how it was started.
  public static let noRestart = TapeStageError(
    TapeMessage(
      ru: "эту программу заново не запустить", en: "this program can't be started again"))

  /// The screen as the program has drawn it.
  public var screen: CellGrid { terminal.emulator.grid }

  /// The text of the cursor's row, after that of the row above it.
  public var focusLabel: String? {
    screen.cursor.map { cursor in
      let above = cursor.row > 0 ? screen.text(row: cursor.row - 1) + "\n" : ""
      return above + screen.text(row: cursor.row)
    }
  }

  /// Nil: the program's view tree can't be seen from outside.
  public var semanticSnapshot: String? { nil }

  /// Types a key as xterm sends it.
  public func send(_ key: Key) throws {
    try write(
      KeyEncoder.bytes(for: key, applicationCursor: terminal.emulator.modes.applicationCursor))
  }

  /// Pastes a text, in brackets where the program asked for them.
  public func paste(_ text: String) throws {
    try write(
      KeyEncoder.bytes(pasting: text, isBracketed: terminal.emulator.modes.bracketsPaste))
  }

  /// Clicks on a cell; a program that did not ask for the mouse hears nothing, as on a real terminal.
  public func click(_ position: Position) throws {
    guard terminal.emulator.modes.reportsMouse else { return }
    try write(KeyEncoder.bytes(clicking: position, isSGR: terminal.emulator.modes.sgrMouse))
  }

  /// Gives the terminal another size.
  public func resize(to size: Size) throws { try terminal.resize(to: size) }

  /// Presses the keys that the caller gave for it, settling after each.
  public func advance(seconds: Int) throws {
    for key in try advanceKeys(seconds) {
      try send(key)
      try settle()
    }
  }

  /// Kills the program, which hears nothing of it, and starts it again on a terminal of the same size.
  public func restart() throws {
    terminal.kill(SIGKILL)
    _ = try terminal.wait()
    terminal = try startAgain(screen.size)
  }

  /// Returns when the program is idle or has ended.
  public func settle() throws {
    guard try !terminal.waitForIdle(timeout: idleTimeout) else { return }
    throw TapeStageError(
      TapeMessage(
        ru: "программа не успокоилась за \(idleTimeout) мс",
        en: "the program did not come to rest within \(idleTimeout) ms"))
  }

  private func write(_ bytes: [UInt8]) throws {
    if let status = try terminal.pollExit() {
      throw TapeStageError(
        TapeMessage(
          ru: "программа уже завершилась: \(status)", en: "the program has ended: \(status)"))
    }
    try terminal.write(bytes)
  }
}
