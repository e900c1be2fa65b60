/// A word of a query and the words of the catalogue that it may mean.
struct SearchedWord {
  /// How a word was found, from the surest; a later way is tried where the earlier find nothing.
  enum Way: Int, Comparable {
    case exact, stem, prefix, typo
    static func < (left: Way, right: Way) -> Bool { left.rawValue < right.rawValue }
  }

  /// A word of the catalogue that may be meant.
  struct Candidate {
    var term: Int32
    /// How sure it is, 0…1.
    var quality: Float
    /// How many letters of it are marked: those typed of a prefix, else all (255).
    var marked: UInt8 = 255
  }

  /// What it may mean, in no order; a term may come more than once.
  var candidates: [Candidate] = []
  /// The surest way in which a candidate was found; nil where there is none.
  var way: Way?
  /// True where it says little about what is sought.
  var isStopWord = false

  /// True where the catalogue has the very word.
  var isKnown: Bool { way.map { $0 <= .stem } ?? false }

  mutating func add(_ candidate: Candidate, _ way: Way) {
    candidates.append(candidate)
    self.way = min(self.way ?? way, way)
  }

  /// Takes in what another reading of the word found, a little less sure.
  mutating func merge(_ other: SearchedWord) {
    for candidate in other.candidates {
      candidates.append(
        Candidate(
          term: candidate.term, quality: candidate.quality * Quality.otherReading,
          marked: candidate.marked))
    }
    if let way = other.way { self.way = min(self.way ?? way, way) }
    isStopWord = isStopWord || other.isStopWord
  }
}

/// How sure the ways of finding a word are.
enum Quality {
  static let exact: Float = 1
  static let stem: Float = 0.98
  /// A form of another word, where the word is still being typed and begins longer ones.
  static let rivalStem: Float = 0.6
  /// A prefix gains up to this much as it grows to the whole word.
  static let prefix: Float = 0.62
  static let prefixGain: Float = 0.28
  /// One that is not being typed any more was rather meant as it stands.
  static let finishedPrefix: Float = 0.75
  static let typo: Float = 0.6
  static let furtherTypo: Float = 0.72
  static let otherFirstLetter: Float = 0.8
  static let otherReading: Float = 0.92
}
