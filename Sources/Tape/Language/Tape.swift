/// A script of keystrokes and expectations, in the spelling of VHS with the additions of this project.
public struct Tape: Hashable, Sendable {
  /// The name the tape was opened by.
  public let name: String
  /// The statements in order.
  public let statements: [TapeStatement]

  /// Makes a tape from statements.
  public init(name: String, statements: [TapeStatement]) {
    self.name = name
    self.statements = statements
  }

  /// Reads the text of a tape; `Source` statements stay as they are.
  ///
  /// Statements may share a line, but the arguments of one stand on its line (a backtick string may span lines).
  /// - Throws: the first ``TapeSyntaxError``, with its place.
  public static func parse(_ text: String, name: String) throws(TapeSyntaxError) -> Tape {
    var parser = TapeParser(text, file: name)
    return Tape(name: name, statements: try parser.statements())
  }

  /// Opens a tape and every tape it sources, whose statements take the place of the `Source` statement.
  ///
  /// The `Output` of a sourced tape has no effect, so that a shared tape may also be recorded alone.
  /// - Parameters:
  ///   - name: The path of the tape.
  ///   - reading: Gives the text of a path; paths of sourced tapes are relative to the tape that names them.
  /// - Throws: a ``TapeSyntaxError``, also for files that can't be read and for tapes that source themselves.
  public static func load(
    _ name: String, reading: (String) throws -> String
  ) throws(TapeSyntaxError) -> Tape {
    var loader = TapeLoader()
    let start = TapePosition(file: name, line: 1, column: 1)
    return Tape(
      name: name, statements: try loader.statements(of: name, from: start, reading: reading))
  }
}
