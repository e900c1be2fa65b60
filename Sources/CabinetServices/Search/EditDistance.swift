/// The number of letters to insert, remove, change or swap with a neighbour, no letter edited twice.
///
/// This is the optimal string alignment distance; it is worked out within a bound, in the
/// band of cells that can hold it: at most five a row.
struct EditDistance {
  private static let width = FoldedText.longestWord + 2
  private var rows = [UInt8](repeating: 0, count: 3 * EditDistance.width)

  /// How many typos a word of a length may hold: one from 4 letters, two from 8.
  static func bound(forLength length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }

  /// The distance between two words, or nil where it is above the bound.
  ///
  /// - Parameters:
  ///   - word: what was typed, at most ``FoldedText/longestWord`` letters.
  ///   - other: what it may have meant.
  ///   - bound: the greatest distance of interest.
  ///   - isPrefix: true to take the nearest beginning of the other word instead of all of it.
  mutating func callAsFunction(
    _ word: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, bound: Int,
    isPrefix: Bool
  ) -> Int? {
    let length = word.count
    let span = isPrefix ? min(other.count, length + bound) : other.count
    guard length - span <= bound, isPrefix || span - length <= bound else { return nil }
    guard length < Self.width, span < Self.width else { return nil }
    let beyond = UInt8(bound + 1)
    let width = Self.width
    return rows.withUnsafeMutableBufferPointer { rows in
      for column in 0...span { rows[column] = UInt8(column) }
      for row in stride(from: 1, through: length, by: 1) {
        let current = row % 3 * width
        let above = (row + 2) % 3 * width
        let twoAbove = (row + 1) % 3 * width
        rows[current] = UInt8(row)
        // Only the band can hold a distance within the bound; its borders count as beyond it.
        let first = max(1, row - bound)
        let last = min(span, row + bound)
        if first > last { continue }
        if first > 1 { rows[current + first - 1] = beyond }
        for column in first...last {
          let isEqual = word[row - 1] == other[column - 1]
          var value = rows[above + column - 1] + (isEqual ? 0 : 1)
          if column < row + bound { value = min(value, rows[above + column] + 1) }
          value = min(value, rows[current + column - 1] + 1)
          if !isEqual, row > 1, column > 1, word[row - 1] == other[column - 2],
            word[row - 2] == other[column - 1]
          {
            value = min(value, rows[twoAbove + column - 2] + 1)
          }
          rows[current + column] = value
        }
      }
      let final = length % 3 * width
      if isPrefix {
        let first = max(0, length - bound)
        guard first <= span else { return nil }
        var best = beyond
        for column in first...span { best = min(best, rows[final + column]) }
        return best <= UInt8(bound) ? Int(best) : nil
      }
      let value = rows[final + span]
      return value <= UInt8(bound) ? Int(value) : nil
    }
  }
}
