/// The words of an index in order, so that those with one beginning stand together.
struct Lexicon: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int32]
  /// The first eight bytes of each word, which settle most comparisons.
  private let heads: [UInt64]
  /// The letters each word holds, a bit for each letter of the two alphabets.
  private let letters: [UInt64]
  /// The words by length, and where each length begins.
  private let byLength: [Int32]
  private let lengthStarts: [Int]

  /// How many words there are.
  var count: Int { heads.count }

  /// Sorts the words of a table.
  ///
  /// - Returns: the lexicon, and for each number of the table the word's place in it.
  static func sorting(_ table: WordTable) -> (lexicon: Lexicon, places: [Int32]) {
    let heads = (0..<table.count).map { head(of: table.word($0)) }
    let order = (0..<table.count).sorted { left, right in
      if heads[left] != heads[right] { return heads[left] < heads[right] }
      return table.word(left).dropFirst(8).lexicographicallyPrecedes(table.word(right).dropFirst(8))
    }
    var places = [Int32](repeating: 0, count: table.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    return (Lexicon(sorted: order.map { table.word($0) }, heads: order.map { heads[$0] }), places)
  }

  private init(sorted words: [ArraySlice<UInt8>], heads: [UInt64]) {
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    var letters: [UInt64] = []
    var tallies = [Int](repeating: 0, count: FoldedText.longestWord + 2)
    for word in words {
      bytes += word
      starts.append(Int32(bytes.count))
      letters.append(Self.letters(of: word))
      tallies[word.count + 1] += 1
    }
    for length in 1..<tallies.count { tallies[length] += tallies[length - 1] }
    var free = tallies
    var byLength = [Int32](repeating: 0, count: words.count)
    for (place, word) in words.enumerated() {
      byLength[free[word.count]] = Int32(place)
      free[word.count] += 1
    }
    self.bytes = bytes
    self.starts = starts
    self.heads = heads
    self.letters = letters
    self.byLength = byLength
    lengthStarts = tallies
  }

  /// The word at a place.
  func word(_ place: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[place])..<Int(starts[place + 1])]
  }

  /// The length of the word at a place.
  func length(_ place: Int) -> Int { Int(starts[place + 1] - starts[place]) }

  /// The place of a word; logarithmic.
  func place(of word: FoldedWord) -> Int? {
    let place = firstPlace(notBefore: word)
    return place < count && self.word(place).elementsEqual(word) ? place : nil
  }

  /// The places of all words that begin with a text; logarithmic.
  func places(beginningWith prefix: FoldedWord) -> Range<Int> {
    let first = firstPlace(notBefore: prefix)
    // No word holds 0xFF, so this text stands after all that begin with the prefix.
    return first..<max(first, firstPlace(notBefore: prefix + [0xFF]))
  }

  /// Calls the body with each word within a number of edits.
  ///
  /// Only words of a fitting length are looked at, and only those compared whose letters allow it:
  /// an edit takes away and brings in at most one letter each.
  func forEachPlace(
    within bound: Int, of word: FoldedWord, asPrefix isPrefix: Bool,
    _ body: (_ place: Int, _ edits: Int) -> Void
  ) {
    guard bound > 0, word.count > bound, word.count <= FoldedText.longestWord else { return }
    var distance = EditDistance()
    let sought = Self.letters(of: word[...])
    let shortest = max(1, word.count - bound)
    let longest =
      isPrefix ? FoldedText.longestWord : min(FoldedText.longestWord, word.count + bound)
    bytes.withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        for place in byLength[lengthStarts[shortest]..<lengthStarts[longest + 1]] {
          let place = Int(place)
          guard (sought & ~letters[place]).nonzeroBitCount <= bound else { continue }
          guard isPrefix || (letters[place] & ~sought).nonzeroBitCount <= bound else { continue }
          let start = Int(starts[place])
          let other = UnsafeBufferPointer(rebasing: bytes[start..<Int(starts[place + 1])])
          if let edits = distance(word, other, bound: bound, isPrefix: isPrefix) {
            body(place, edits)
          }
        }
      }
    }
  }

  private func firstPlace(notBefore word: FoldedWord) -> Int {
    let head = Self.head(of: word[...])
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let isBefore =
        heads[middle] != head
        ? heads[middle] < head
        : self.word(middle).dropFirst(8).lexicographicallyPrecedes(word.dropFirst(8))
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func head(of word: ArraySlice<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    for byte in word.prefix(8) { head = head << 8 | UInt64(byte) }
    return head << UInt64(8 * (8 - min(8, word.count)))
  }

  /// Cyrillic letters take 32 bits and Latin ones 26; the ten digits share the six that are left.
  private static func letters(of word: ArraySlice<UInt8>) -> UInt64 {
    var letters: UInt64 = 0
    for byte in word {
      let bit =
        byte >= 0xC0 ? byte - 0xC0 : byte >= 0x61 ? 32 + byte - 0x61 : 58 + (byte & 0xF) % 6
      letters |= 1 << UInt64(bit)
    }
    return letters
  }
}
