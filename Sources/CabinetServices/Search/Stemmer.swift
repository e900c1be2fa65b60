import CStemmer

/// Snowball's stemmers for Russian and English.
///
/// It owns C objects that are not safe to share, so whoever stems makes one; that costs microseconds.
final class Stemmer {
  private let russian: OpaquePointer?
  private let english: OpaquePointer?

  /// Makes the stemmers; a word is its own stem where the library knows no such language.
  init() {
    russian = sb_stemmer_new("russian", "KOI8_R")
    english = sb_stemmer_new("english", "ISO_8859_1")
  }

  deinit {
    sb_stemmer_delete(russian)
    sb_stemmer_delete(english)
  }

  /// The stem of a folded word; words with digits or of mixed letters stay as they are.
  ///
  /// Russian is stemmed until nothing changes: the algorithm takes «ветеран» for a participle and gives
  /// «ветера», but «ветеран» for «ветеранам»; the second step brings them together.
  func stem(_ word: FoldedWord) -> FoldedWord {
    var word = word
    while case let stem = snowball(word), stem.count < word.count {
      word = stem
      if word.first.map(FoldedText.isCyrillic) != true { break }
    }
    return word
  }

  /// The stem that Snowball gives.
  func snowball(_ word: FoldedWord) -> FoldedWord {
    let stemmer: OpaquePointer?
    if word.allSatisfy(FoldedText.isCyrillic) {
      stemmer = russian
    } else if word.allSatisfy({ !FoldedText.isCyrillic($0) && !FoldedText.isDigit($0) }) {
      stemmer = english
    } else {
      return word
    }
    guard let stemmer, let stem = sb_stemmer_stem(stemmer, word, CInt(word.count)) else {
      return word
    }
    // The library owns the bytes and keeps them only until the next call.
    return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
  }
}
