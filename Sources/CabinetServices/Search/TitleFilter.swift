/// Narrows a short list by the beginnings of words, as one types, in either keyboard layout.
public struct TitleFilter {
  private let readings: [[FoldedWord]]

  /// Prepares a filter; one of nothing lets everything through.
  public init(_ query: String) {
    let typed = FoldedText.words(query.unicodeScalars)
    let swapped = FoldedText.words(KeyboardLayout.swapped(query).unicodeScalars)
    readings = typed == swapped ? [typed] : [typed, swapped].filter { !$0.isEmpty }
  }

  /// The parts of a title that answer the filter, in order; nil where it does not fit.
  ///
  /// - Complexity: linear in the title.
  public func marks(in title: String) -> [Range<String.Index>]? {
    if readings.isEmpty { return [] }
    let places = FoldedText.places(of: title)
    for words in readings {
      var ends: [Int: Int] = [:]
      let fits = words.allSatisfy { word in
        guard let place = places.firstIndex(where: { $0.word.starts(with: word) }) else {
          return false
        }
        ends[place] = max(ends[place] ?? 0, word.count)
        return true
      }
      guard fits else { continue }
      return ends.sorted { $0.key < $1.key }.map { place, length in
        let range = places[place].range
        let end = title.index(range.lowerBound, offsetBy: length, limitedBy: range.upperBound)
        return range.lowerBound..<(end ?? range.upperBound)
      }
    }
    return nil
  }
}
