/// What a stretch of text means.
///
/// A theme turns it into a look. No meaning is carried by tone alone.
public enum Tone: Int, Hashable, Sendable, CaseIterable {
  case plain, strong, dim, accent, good, warning, bad
  /// What answers a query; it shows without colour, and on a row that is strong as a whole.
  case found
}

/// Text in which stretches may carry a tone.
public struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A stretch of text of one tone.
  public struct Run: Hashable, Sendable {
    /// The text, free of control characters.
    public var text: String
    /// What it means.
    public var tone: Tone
  }

  /// The stretches in reading order.
  public var runs: [Run]

  /// Makes a text of one tone.
  public init(_ text: String, _ tone: Tone = .plain) {
    runs = text.isEmpty ? [] : [Run(text: text, tone: tone)]
  }

  /// Makes a plain text.
  public init(stringLiteral value: String) { self.init(value) }

  /// The text without its tones.
  public var plain: String { runs.map(\.text).joined() }

  /// True where there is nothing to read.
  public var isEmpty: Bool { runs.isEmpty }

  /// Joins two texts.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.runs += right.runs
    return sum
  }
}
