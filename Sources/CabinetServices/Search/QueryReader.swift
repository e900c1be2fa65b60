/// Reads a query: finds for each of its words what it may mean, in whatever way it was typed.
struct QueryReader {
  /// The part of a query that is read, in scalars, and the most words of it.
  static let longestQuery = 256
  static let mostWords = 12

  private let index: SearchIndex
  private let stemmer = Stemmer()
  /// How many more typos than usual are forgiven.
  private let leniency: Int

  init(_ index: SearchIndex, leniency: Int = 0) {
    self.index = index
    self.leniency = leniency
  }

  /// The words of a query, in order; bounded in time whatever the query.
  func words(of query: String) -> [SearchedWord] {
    let head = query.unicodeScalars.prefix(Self.longestQuery)
    let chunks = joined(
      head.split { $0.properties.isWhitespace || $0.value < 0x20 }.map { String(Substring($0)) })
    let isTyping = head.last.map { !$0.properties.isWhitespace } ?? false
    var words: [SearchedWord] = []
    for (place, chunk) in chunks.enumerated() where words.count < Self.mostWords {
      let isLast = place == chunks.count - 1
      words += read(chunk, isTyped: isLast && isTyping, isAlone: chunks.count == 1)
    }
    return Array(words.prefix(Self.mostWords))
  }

  /// Puts together what was parted by a space too many, such as «гос услуги».
  private func joined(_ chunks: [String]) -> [String] {
    var joined: [String] = []
    for chunk in chunks.prefix(4 * Self.mostWords) {
      if let last = joined.last, isKnown(last + chunk), !isKnown(last) {
        joined[joined.count - 1] = last + chunk
      } else {
        joined.append(chunk)
      }
    }
    return joined
  }

  /// True of one word that the catalogue has as it stands.
  private func isKnown(_ text: String) -> Bool {
    let words = FoldedText.words(text.unicodeScalars)
    return words.count == 1 && index.terms.place(of: words[0]) != nil
  }

  /// The two words that were written as one, the longest first of which is known; nil where there are
  /// none.
  private func parted(_ word: FoldedWord) -> [FoldedWord]? {
    guard word.count >= 2 * Self.shortestPart + 1 else { return nil }
    for cut in (Self.shortestPart...word.count - Self.shortestPart).reversed() {
      let parts = [Array(word[..<cut]), Array(word[cut...])]
      if parts.allSatisfy({ index.terms.place(of: $0) != nil }) { return parts }
    }
    return nil
  }

  private static let shortestPart = 3

  /// The words of a query between two spaces: as typed, in the other layout, out of Latin letters.
  private func read(_ chunk: String, isTyped: Bool, isAlone: Bool) -> [SearchedWord] {
    let typed = Array(FoldedText.words(chunk.unicodeScalars).prefix(Self.mostWords))
    if typed.isEmpty && !isAlone { return [] }
    func isLast(_ place: Int, _ words: [FoldedWord]) -> Bool { isTyped && place == words.count - 1 }
    var found = typed.enumerated().map { look(up: $1, isTyped: isLast($0, typed)) }
    if !found.isEmpty, found.allSatisfy(\.isKnown) { return found }

    let swapped = Array(
      FoldedText.words(KeyboardLayout.swapped(chunk).unicodeScalars).prefix(Self.mostWords))
    let other = swapped.enumerated().map { look(up: $1, isTyped: isLast($0, swapped)) }
    if swapped.count == typed.count {
      for place in found.indices where !found[place].isKnown { found[place].merge(other[place]) }
    } else if !other.isEmpty, other.allSatisfy({ $0.way != nil }) {
      // A letter of one layout may be a sign of the other, so the words are parted differently.
      return other
    }
    for place in found.indices where !found[place].isKnown && Self.isLatin(typed[place]) {
      found[place].merge(transliterated(typed[place], isTyped: isLast(place, typed)))
    }
    if found.count == 1, found[0].way == nil, let parts = parted(typed[0]) {
      return parts.enumerated().map { look(up: $1, isTyped: isTyped && $0 == 1) }
    }
    for place in found.indices where found[place].way == nil {
      found[place] = mistyped(typed[place], isTyped: isLast(place, typed))
      if swapped.count == typed.count {
        found[place].merge(mistyped(swapped[place], isTyped: isLast(place, typed)))
      }
      if found[place].way == nil, Self.isLatin(typed[place]) {
        found[place].merge(mistypedTransliteration(typed[place]))
      }
    }
    return found
  }

  private static func isLatin(_ word: FoldedWord) -> Bool {
    word.allSatisfy { !FoldedText.isCyrillic($0) && !FoldedText.isDigit($0) }
  }

  /// The word itself, its other forms, and the words that begin with it.
  private func look(up word: FoldedWord, isTyped: Bool) -> SearchedWord {
    var found = SearchedWord()
    if let term = index.terms.place(of: word) {
      found.add(.init(term: Int32(term), quality: Quality.exact), .exact)
      found.isStopWord = index.isStopWord[term]
    }
    let isExact = found.way == .exact
    let longer = index.terms.places(beginningWith: word)
    if let stem = index.stems.place(of: stemmer.stem(word)) {
      // «водит» is rather the beginning of a longer word than a form of «вода».
      let isBeginning = isTyped && !isExact && !longer.isEmpty
      addForms(of: stem, isBeginning ? Quality.rivalStem : Quality.stem, .stem, to: &found)
      if !isExact { found.isStopWord = isStopStem(stem) }
    }
    guard isTyped || word.count >= 3 else { return found }
    for term in longer {
      let share = Float(word.count) / Float(index.terms.length(term))
      let quality =
        (Quality.prefix + Quality.prefixGain * share) * (isTyped ? 1 : Quality.finishedPrefix)
      found.add(
        .init(term: Int32(term), quality: quality, marked: UInt8(clamping: word.count)), .prefix)
    }
    return found
  }

  private func isStopStem(_ stem: Int) -> Bool {
    index.termsOfStem[stem].contains { index.isStopWord[Int($0)] }
  }

  private func addForms(
    of stem: Int, _ quality: Float, _ way: SearchedWord.Way, to found: inout SearchedWord
  ) {
    for term in index.termsOfStem[stem] {
      found.add(.init(term: term, quality: quality), way)
    }
  }

  /// The Russian words that a word in Latin letters may spell.
  private func transliterated(_ word: FoldedWord, isTyped: Bool) -> SearchedWord {
    var found = SearchedWord()
    let skeleton = Transliteration.skeleton(ofLatin: word)
    let spellings = Transliteration.spellings(skeleton)
    let stems = spellings.map { Transliteration.skeleton(ofCyrillic: stemmer.stem($0)) }
    for form in [skeleton] + stems {
      guard let place = index.skeletons.place(of: form) else { continue }
      for stem in index.stemsOfSkeleton[place] {
        addForms(of: Int(stem), Quality.stem, .stem, to: &found)
        found.isStopWord = found.isStopWord || isStopStem(Int(stem))
      }
    }
    guard isTyped, found.way == nil else { return found }
    for place in index.skeletons.places(beginningWith: skeleton) {
      let share = Float(skeleton.count) / Float(index.skeletons.length(place))
      for stem in index.stemsOfSkeleton[place] {
        addForms(
          of: Int(stem), Quality.prefix + Quality.prefixGain * share, .prefix, to: &found)
      }
    }
    return found
  }

  private func bound(_ word: FoldedWord) -> Int {
    guard !word.contains(where: FoldedText.isDigit) else { return 0 }
    let bound = EditDistance.bound(forLength: word.count)
    return bound + (word.count >= 5 ? leniency : 0)
  }

  private func quality(_ edits: Int, sameStart: Bool) -> Float {
    var quality = Quality.typo
    for _ in 1..<max(1, edits) { quality *= Quality.furtherTypo }
    return sameStart ? quality : quality * Quality.otherFirstLetter
  }

  /// The words that a mistyped one may be, by their stems and, while it is typed, by their beginnings.
  private func mistyped(_ word: FoldedWord, isTyped: Bool) -> SearchedWord {
    var found = SearchedWord()
    let bound = bound(word)
    let stem = stemmer.stem(word)
    index.stems.forEachPlace(within: bound, of: stem, asPrefix: false) { place, edits in
      let sameStart = index.stems.word(place).first == word.first
      addForms(of: place, quality(edits, sameStart: sameStart), .typo, to: &found)
    }
    index.terms.forEachPlace(within: bound, of: word, asPrefix: isTyped) { place, edits in
      let sameStart = index.terms.word(place).first == word.first
      let share = Float(word.count) / Float(max(word.count, index.terms.length(place)))
      let quality = quality(edits, sameStart: sameStart) * (isTyped ? 0.8 + 0.2 * share : 1)
      found.add(.init(term: Int32(place), quality: quality), .typo)
    }
    return found
  }

  private func mistypedTransliteration(_ word: FoldedWord) -> SearchedWord {
    var found = SearchedWord()
    let cyrillic = Transliteration.cyrillic(Transliteration.skeleton(ofLatin: word))
    let skeleton = Transliteration.skeleton(ofCyrillic: stemmer.stem(cyrillic))
    index.skeletons.forEachPlace(within: bound(word), of: skeleton, asPrefix: false) {
      place, edits in
      for stem in index.stemsOfSkeleton[place] {
        addForms(of: Int(stem), quality(edits, sameStart: true), .typo, to: &found)
      }
    }
    return found
  }
}
