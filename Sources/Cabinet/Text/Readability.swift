/// How long the sentences of a text are.
public struct Readability: Sendable, Equatable {
  /// The most words that a sentence may have on average.
  public static let limit = 20

  /// The words of each sentence.
  public let sentences: [Int]

  /// Counts a text.
  ///
  /// A sentence ends at a stop, a question or an exclamation mark before white space and a letter that is
  /// not small, or at the end: `ст. 12` and `0,5 % г. Москвы` end none. A word holds a letter or a digit.
  public init(_ text: String) {
    var counts: [Int] = []
    var words = 0
    let tokens = text.split(whereSeparator: \.isWhitespace)
    for (index, token) in tokens.enumerated() {
      if token.contains(where: { $0.isLetter || $0.isNumber }) { words += 1 }
      let isLast = index + 1 == tokens.count
      let bare = token.reversed().drop { "»\")”".contains($0) }
      let stops = bare.first.map { ".!?…".contains($0) } ?? false
      let goesOn = isLast ? false : tokens[index + 1].first?.isLowercase ?? false
      if isLast || stops && !goesOn && !Self.isShort(bare.dropFirst().reversed()) {
        if words > 0 { counts.append(words) }
        words = 0
      }
    }
    sentences = counts
  }

  /// True for an abbreviation before a number or a name: one that ends no sentence.
  private static func isShort(_ word: [Character]) -> Bool {
    ["г", "ст", "п", "ч", "ул", "им", "руб", "т", "д", "No", "art", "e.g", "i.e"]
      .contains(String(word))
  }

  /// The words of all sentences.
  public var words: Int { sentences.reduce(0, +) }

  /// The words of a sentence on average, in tenths; 0 without sentences.
  public var averageTenths: Int {
    sentences.isEmpty ? 0 : (words * 10 + sentences.count / 2) / sentences.count
  }

  /// True where the average is above the limit.
  public var isHard: Bool { words > sentences.count * Self.limit }
}
