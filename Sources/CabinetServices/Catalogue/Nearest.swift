/// Names that are near one that was mistyped.
public enum Nearest {
  /// The nearest names, at most three, nearest first: those that hold it, then those a few letters away.
  public static func names(to name: String, among names: [String]) -> [String] {
    let target = Array(name.lowercased().utf8.prefix(64))
    guard !target.isEmpty else { return [] }
    let ranked = names.compactMap { candidate -> (Int, String)? in
      let letters = Array(candidate.lowercased().utf8)
      if letters.contains(target) || target.contains(letters) { return (0, candidate) }
      let distance = distance(target, letters)
      return distance <= max(2, target.count / 2) ? (distance, candidate) : nil
    }
    return ranked.sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.prefix(3).map(\.1)
  }

  /// The number of letters to insert, remove or change (Levenshtein).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
