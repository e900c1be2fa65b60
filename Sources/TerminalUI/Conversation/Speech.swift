import Terminal

/// Texts as they are read aloud in one language.
struct Speech {
  let words: ConversationWords

  /// A text without what stands for the eye alone.
  ///
  /// Dots and arrows between parts become commas, a state in brackets at the beginning a word before a
  /// colon, and what is shortened after a number (`18 янв`, `2 р.д.`) is said in full.
  func spoken(_ text: String) -> String {
    var text = text
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      let state = text[text.index(after: text.startIndex)..<end]
      text = state + ":" + text[text.index(after: end)...]
    }
    for sign in [" · ", " › ", " / "] where text.contains(sign) {
      text = text.split(separator: sign).joined(separator: ", ")
    }
    return inFull(text)
  }

  private func inFull(_ text: String) -> String {
    var result = ""
    var number: Int?
    var word = ""
    func said() -> String {
      guard let number else { return word }
      if let full = words.inFull[word] { return full(number) }
      guard let sign = word.last, ",;:)".contains(sign),
        let full = words.inFull[String(word.dropLast())]
      else { return word }
      return full(number) + String(sign)
    }
    for character in text {
      if character == " " || character == "\u{A0}" {
        result += said()
        number = Int(word)
        word = ""
        result.append(character)
      } else {
        word.append(character)
      }
    }
    return result + said()
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
  public func farewell(width: Int) -> [String] { Speech.lines([farewell], width: width) }

  /// The line that is said after one has quit, as it is written.
  public func closed(width: Int) -> [String] { Speech.lines([closed], width: width) }

  typealias Counted = InterfaceWords.Counted

  /// Words that are shortened after a number, with their full forms.
  var inFull: [String: Counted] { isRussian ? Self.russianInFull : Self.englishInFull }

  private static let russianInFull: [String: Counted] = {
    var full = [
      "р.д.": Counted(
        one: "рабочий день", few: "рабочих дня", many: "рабочих дней", isRussian: true),
      "дн.": Counted(one: "день", few: "дня", many: "дней", isRussian: true),
    ]
    let months = [
      ("янв", "января"), ("фев", "февраля"), ("мар", "марта"), ("апр", "апреля"), ("июн", "июня"),
      ("июл", "июля"), ("авг", "августа"), ("сен", "сентября"), ("окт", "октября"),
      ("ноя", "ноября"), ("дек", "декабря"),
    ]
    for (short, long) in months {
      full[short] = Counted(one: long, few: long, many: long, isRussian: true)
    }
    return full
  }()

  private static let englishInFull: [String: Counted] = {
    var full = [
      "w.d.": Counted(one: "working day", few: "", many: "working days", isRussian: false)
    ]
    let months = [
      "January", "February", "March", "April", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    for month in months {
      full[String(month.prefix(3))] = Counted(one: month, few: month, many: month, isRussian: false)
    }
    return full
  }()
}
