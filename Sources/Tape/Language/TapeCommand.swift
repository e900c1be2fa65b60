import Terminal

/// What one statement of a tape asks for.
public enum TapeCommand: Hashable, Sendable {
  /// Types a text character by character; `pace` is milliseconds per character.
  case type(String, pace: Int?)
  /// Presses a key `count` times; `pace` is milliseconds between presses.
  case press(Key, count: Int, pace: Int?)
  /// Pastes a text as one piece.
  case paste(String)
  /// Presses and releases the mouse over a cell.
  case click(Position)
  /// Gives the terminal another size.
  case resize(Size)
  /// Moves the cabinet's clock forward by seconds.
  case advance(seconds: Int)
  /// Kills the program and starts it again on the same store.
  case restart
  /// Waits until the program is idle, which every input does anyway.
  case settle
  /// Lets time pass, in milliseconds.
  case sleep(milliseconds: Int)
  /// Waits until a regular expression matches; without one, the `Set WaitPattern` or idleness.
  case wait(TapeWaitScope, pattern: String?, timeout: Int?)
  /// Fails unless the screen shows the pattern.
  case expect(TapePattern)
  /// Fails if the screen shows the pattern.
  case refute(TapePattern)
  /// Fails unless the focused thing's label holds the text.
  case expectFocus(String)
  /// Keeps a picture of the screen.
  case screenshot(file: String, ScreenshotFormat)
  /// Changes a setting.
  case set(TapeSetting)
  /// Puts a variable into the program's environment.
  case environment(name: String, value: String)
  /// Plays another tape in this place; the path is as written.
  case source(String)
  /// Leaves what follows out of the recording.
  case hide
  /// Takes what follows into the recording again.
  case show
  /// Records the session as asciicast into a file.
  case output(String)
  /// Names a program that VHS would look for; has no effect.
  case require(String)
}

/// Which part of the screen `Wait` looks at.
public enum TapeWaitScope: Hashable, Sendable {
  /// The whole screen, lines divided by newlines.
  case screen
  /// The line of the cursor; without a cursor, the last line that is not blank.
  case line
}

/// What `Expect` and `Refute` look for.
public enum TapePattern: Hashable, Sendable {
  /// A text, matched with every run of white space and line breaks equal to one space.
  case text(String)
  /// A regular expression, matched on the lines as they stand.
  case regex(String)
}

/// The forms a picture of the screen can take.
public enum ScreenshotFormat: String, Hashable, Sendable, CaseIterable {
  /// Plain rows and the cursor's place.
  case text = "txt"
  /// Rows with SGR sequences.
  case ansi = "ans"
  /// A drawing.
  case svg = "svg"
  /// The semantic snapshot.
  case semantic = "json"
}

/// A setting of a tape.
public enum TapeSetting: Hashable, Sendable {
  /// The width of the terminal, 1…500 cells.
  case columns(Int)
  /// The height of the terminal, 1…200 cells.
  case rows(Int)
  /// The fixed moment, an ISO 8601 text.
  case now(String)
  /// The language, `ru` or `en`.
  case language(String)
  /// Milliseconds per typed character.
  case typingSpeed(Int)
  /// Milliseconds that `Wait` waits.
  case waitTimeout(Int)
  /// The regular expression of a `Wait` without one.
  case waitPattern(String)
  /// A setting of VHS that means nothing here, by its name.
  case ignored(String)
}

/// One statement with its place.
public struct TapeStatement: Hashable, Sendable {
  /// Where the statement begins.
  public let position: TapePosition
  /// What it asks for.
  public let command: TapeCommand

  /// Makes a statement.
  public init(position: TapePosition, command: TapeCommand) {
    self.position = position
    self.command = command
  }
}
