/// The words of a text, with what is shortened said in full.
struct SpokenWords {
  private struct Word {
    var text: String
    /// The space after it; nothing after the last one.
    var space: String
  }

  private var words: [Word] = []
  private let phrases: ConversationWords

  init(_ text: String, _ phrases: ConversationWords) {
    self.phrases = phrases
    var word = ""
    for character in text {
      if character == " " || character == "\u{A0}" {
        words.append(Word(text: word, space: String(character)))
        word = ""
      } else {
        word.append(character)
      }
    }
    words.append(Word(text: word, space: ""))
    // What is said for the sign stays with its number, too.
    for index in words.indices where words[index].text == "№" { words[index].space = "\u{A0}" }
  }

  /// The whole text.
  var text: String {
    var result = ""
    var index = 0
    while index < words.count {
      if let amount = amount(at: index) {
        result += amount.text
        index = amount.end
      } else {
        result += said(index)
        index += 1
      }
      result += words[index - 1].space
    }
    return result
  }

  private func said(_ index: Int) -> String {
    let word = words[index].text
    let before = index > 0 ? words[index - 1].text : ""
    let next = index + 1 < words.count ? words[index + 1].text : ""
    // The full word first: the dot may belong to what is shortened.
    for tail in ["", word.last.map(String.init) ?? ""] where tail.isEmpty || ",;:).".contains(tail)
    {
      let core = String(word.dropLast(tail.count))
      if let full = full(core, after: before, before: next) { return full + tail }
    }
    return word
  }

  private func full(_ word: String, after before: String, before next: String) -> String? {
    if let number = Int(before), let counted = phrases.inFull[word] { return counted(number) }
    if before.first?.isNumber == true, let unit = phrases.units[word] { return unit }
    if next.first?.isNumber == true, let day = phrases.weekdays[word] { return day }
    return phrases.shortened[word] ?? date(word)
  }

  /// `14.01.2021` as `14 января 2021`.
  private func date(_ word: String) -> String? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [2, 2, 4], let day = Int(parts[0]), let month = Int(parts[1]),
      Int(parts[2]) != nil, (1...31).contains(day), (1...12).contains(month)
    else { return nil }
    return "\(day) \(phrases.months[month - 1]) \(parts[2])"
  }

  /// An amount of money that begins at a word, and the word after it: `1 234,50 ₽` as `1234 рубля 50 копеек`.
  private func amount(at index: Int) -> (text: String, end: Int)? {
    var digits = ""
    var end = index
    while end < words.count, !words[end].text.isEmpty,
      words[end].text.allSatisfy({ $0.isNumber || $0 == "," || $0 == "." })
    {
      digits += words[end].text
      end += 1
    }
    guard end > index, end < words.count, words[end].text.hasPrefix("₽") else { return nil }
    let tail = words[end].text.dropFirst()
    let parts = digits.filter { $0.isNumber || $0 == phrases.decimalPoint }
      .split(separator: phrases.decimalPoint)
    guard let whole = parts.first.flatMap({ Int($0) }) else { return nil }
    let rest = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let kopecks = rest > 0 ? " \(rest) \(phrases.kopecks(rest))" : ""
    return ("\(whole) \(phrases.roubles(whole))\(kopecks)\(tail)", end + 1)
  }
}
