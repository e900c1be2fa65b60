/// One key press, decoded from the bytes of a terminal.
public enum Key: Hashable, Sendable {
  /// A character typed, as the layout of the keyboard gave it.
  case character(Character)
  /// Ctrl with a Latin letter or one of `[ \ ] ^ _ @`; letters are lower case.
  case control(Character)
  /// Alt (or a quick Escape) with a character.
  case alt(Character)
  /// A function key, 1…12.
  case function(Int)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
}

/// A turn or press of the mouse, in cells from the top left corner, which is 0, 0.
public struct MouseEvent: Hashable, Sendable {
  /// What the mouse did.
  public enum Kind: Hashable, Sendable { case pressed, released, wheelUp, wheelDown }
  /// What the mouse did.
  public var kind: Kind
  /// The column of the cell under the pointer.
  public var column: Int
  /// The row of the cell under the pointer.
  public var row: Int

  /// Makes an event at a cell.
  public init(kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }
}

/// What a terminal tells the program.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// Text pasted as one piece; it may hold newlines, which never act as Enter.
  case paste(String)
  case mouse(MouseEvent)
  /// The terminal has this size now; sent also after the program was resumed.
  case resized(Size)
  /// The program came back from a suspension and must be drawn again.
  case resumed
  /// Data is ready on a descriptor that the program asked to watch.
  case woken
  /// The terminal went away, or the program was asked to end: save and leave.
  case hungUp
}
