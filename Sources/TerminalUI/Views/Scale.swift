/// A value between limits, as a line of signs.
public struct Scale: Hashable, Sendable {
  /// The value.
  public var value: Int
  /// The lower limit; nil where it is open downwards.
  public var low: Int?
  /// The upper limit; nil where it is open upwards.
  public var high: Int?
  /// What the whole line stands for; values beyond it stand at its ends.
  public var span: ClosedRange<Int>

  /// Makes a scale.
  public init(value: Int, low: Int?, high: Int?, span: ClosedRange<Int>) {
    self.value = value
    self.low = low
    self.high = high
    self.span = span
  }

  /// The cells of a line.
  static let width = 21

  /// The line: `[` and `]` the limits, `*` the value, which hides a limit that it stands on.
  var bar: String {
    var cells = Array(repeating: Character("·"), count: Self.width)
    if let low { cells[place(of: low)] = "[" }
    if let high { cells[place(of: high)] = "]" }
    cells[place(of: value)] = "*"
    // A value outside must not look as if it stood on the limit.
    if let low, value < low, place(of: low) == place(of: value), place(of: value) + 1 < Self.width {
      cells[place(of: value) + 1] = "["
    }
    if let high, value > high, place(of: high) == place(of: value), place(of: value) > 0 {
      cells[place(of: value) - 1] = "]"
    }
    return String(cells)
  }

  private func place(of number: Int) -> Int {
    let length = span.upperBound - span.lowerBound
    guard length > 0 else { return Self.width / 2 }
    let inside = min(max(number, span.lowerBound), span.upperBound) - span.lowerBound
    return (inside * (Self.width - 1) * 2 + length) / (length * 2)
  }
}
