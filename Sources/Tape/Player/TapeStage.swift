import Terminal

/// A program on a screen that a tape can be played on: in this process, or on a pty.
public protocol TapeStage: AnyObject {
  /// What the screen shows now.
  var screen: CellGrid { get }
  /// The label of the focused thing; nil where the stage can't tell.
  var focusLabel: String? { get }
  /// The semantic snapshot as JSON text; nil where the stage has none.
  var semanticSnapshot: String? { get }

  /// Presses a key.
  func send(_ key: Key) throws
  /// Pastes a text as one piece.
  func paste(_ text: String) throws
  /// Presses and releases the mouse over a cell, counted from 0, 0.
  func click(_ position: Position) throws
  /// Gives the terminal another size.
  func resize(to size: Size) throws
  /// Moves the cabinet's clock forward.
  func advance(seconds: Int) throws
  /// Ends the program without a word to it, and starts it again on the same store.
  func restart() throws
  /// Returns when the program is idle: no pending input and no running effect.
  func settle() throws
}

/// Why a stage could not do what a tape asked: the program ended, or never came to rest.
public struct TapeStageError: Error, Hashable, Sendable {
  /// What happened.
  public let message: TapeMessage
  /// Makes an error.
  public init(_ message: TapeMessage) { self.message = message }
}

/// The time that `Sleep` and `Wait` live in.
public protocol TapeClock: AnyObject {
  /// Milliseconds since some fixed moment; never goes back.
  var milliseconds: Int { get }
  /// Lets time pass.
  func pass(milliseconds: Int)
}

/// A clock on which waiting costs nothing, for programs that are idle when they settle.
public final class VirtualTapeClock: TapeClock {
  /// Milliseconds since the clock was made.
  public private(set) var milliseconds = 0
  /// Makes a clock at zero.
  public init() {}
  /// Moves the clock on at once.
  public func pass(milliseconds: Int) { self.milliseconds += max(0, milliseconds) }
}
