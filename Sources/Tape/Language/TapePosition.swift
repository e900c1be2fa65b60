/// A place in the text of a tape.
public struct TapePosition: Hashable, Sendable, CustomStringConvertible {
  /// The name of the tape, as it was opened.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int

  /// Makes a place.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The form compilers print and editors follow, `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }

  func advanced(by columns: Int) -> TapePosition {
    TapePosition(file: file, line: line, column: column + columns)
  }
}
