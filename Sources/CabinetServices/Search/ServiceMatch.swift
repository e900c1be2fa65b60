import Cabinet

/// A service found, with how well it fits.
public struct ServiceMatch: Sendable, Equatable {
  let ordinal: Int32
  let answer: SearchAnswer

  /// How well it fits: the greater, the better; 0 where nothing was asked.
  public let score: Int

  /// The service.
  public var service: ServiceBrief { answer.index.services[Int(ordinal)] }

  /// The parts of a text that answer the query, in order: of the service's title as it is shown.
  ///
  /// - Complexity: linear in the text.
  public func highlights(in text: String) -> [Range<String.Index>] { answer.highlights(in: text) }

  /// True of the same service with the same score.
  public static func == (left: ServiceMatch, right: ServiceMatch) -> Bool {
    left.score == right.score && left.service.id == right.service.id
  }
}

/// What a query meant, shared by all its matches.
final class SearchAnswer: Sendable {
  let index: SearchIndex
  /// For each term the number of letters to mark; empty where nothing was asked.
  private let marks: [UInt8]

  init(_ index: SearchIndex, _ words: [SearchedWord]) {
    self.index = index
    var marks = [UInt8](repeating: 0, count: words.isEmpty ? 0 : index.terms.count)
    let areAllStopWords = words.allSatisfy(\.isStopWord)
    for word in words where areAllStopWords || !word.isStopWord {
      for candidate in word.candidates {
        let term = Int(candidate.term)
        marks[term] = max(marks[term], candidate.marked)
      }
    }
    self.marks = marks
  }

  func highlights(in text: String) -> [Range<String.Index>] {
    guard !marks.isEmpty else { return [] }
    return FoldedText.places(of: text).compactMap { word, range in
      guard let term = index.terms.place(of: word), marks[term] > 0 else { return nil }
      let end = text.index(
        range.lowerBound, offsetBy: Int(marks[term]), limitedBy: range.upperBound)
      return range.lowerBound..<(end ?? range.upperBound)
    }
  }
}
