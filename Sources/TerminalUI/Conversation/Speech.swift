import Terminal

/// Texts as they are read aloud in one language.
struct Speech {
  let words: ConversationWords

  /// A text without what stands for the eye alone.
  ///
  /// Dots and arrows between parts become commas, a state in brackets at the beginning a word before a
  /// colon, and what is shortened (`вт 18 янв`, `2 р.д.`, `ул.`, `14.01.2021`, `1 234,50 ₽`) is said in full.
  func spoken(_ text: String) -> String {
    var text = text
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      let state = text[text.index(after: text.startIndex)..<end]
      text = state + ":" + text[text.index(after: end)...]
    }
    if text.hasPrefix("+ ") { text = words.adding + text.dropFirst(2) }
    for sign in [" · ", " › ", " / "] where text.contains(sign) {
      text = text.split(separator: sign).joined(separator: ", ")
    }
    return SpokenWords(text, words).text
  }

  /// The path to a page as a sentence.
  func path(_ page: Page) -> String { spoken(page.path.joined(separator: ", ")) + "." }

  /// The lines as they are written: wrapped, and free of control characters.
  static func lines(_ texts: [String], width: Int) -> [String] {
    texts.flatMap { text in
      TextWrap.lines(
        StyledText(DisplayText(text, keepingLines: true).description), width: width
      ).map(\.plain)
    }
  }

  /// What two texts are compared by: small letters, one kind of space, no ё.
  static func key(_ text: String) -> String {
    var key = ""
    for character in text.lowercased() {
      if character.isWhitespace {
        if !key.isEmpty, key.last != " " { key.append(" ") }
      } else {
        key.append(character == "ё" ? "е" : character)
      }
    }
    if key.last == " " { key.removeLast() }
    return key
  }
}

extension Scene {
  var speech: Speech { Speech(words: phrases) }
}

extension ConversationWords {
  /// The line that is said where the input ends, as it is written.
  ///
  /// - Parameter isUnsaved: true where something that was typed is lost with it.
  public func farewell(width: Int, isUnsaved: Bool) -> [String] {
    Speech.lines([isUnsaved ? lost : farewell], width: width)
  }

  /// The line that is said after one has quit, as it is written.
  public func closed(width: Int) -> [String] { Speech.lines([closed], width: width) }
}
