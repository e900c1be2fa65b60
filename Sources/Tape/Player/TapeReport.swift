/// What came out of playing a tape.
public struct TapeReport: Hashable, Sendable {
  /// A recorded session.
  public struct Recording: Hashable, Sendable {
    /// The file that the tape names.
    public let file: String
    /// The asciicast.
    public let text: String
  }

  /// How many statements were played.
  public internal(set) var played = 0
  /// Golden screens that were written because they were missing or to be updated.
  public internal(set) var recorded: [Screenshot] = []
  /// Pictures that the stage can't take, such as semantic snapshots of a foreign process.
  public internal(set) var skipped: [String] = []
  /// The sessions of `Output`.
  public internal(set) var recordings: [Recording] = []

  /// True where no golden screen was recorded: a recorded one fails the run once, so that someone looks at it.
  public var isClean: Bool { recorded.isEmpty }
}
