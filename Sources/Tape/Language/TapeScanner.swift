/// Walks over the characters of a tape and knows where it stands.
struct TapeScanner {
  private let characters: [Character]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ text: String, file: String) {
    var characters = Array(text)
    if characters.first == "\u{FEFF}" { characters.removeFirst() }
    self.characters = characters
    self.file = file
  }

  var position: TapePosition { TapePosition(file: file, line: line, column: column) }

  var isAtEnd: Bool { index >= characters.count }

  var peek: Character? { isAtEnd ? nil : characters[index] }

  mutating func next() -> Character? {
    guard let character = peek else { return nil }
    index += 1
    if character.isNewline {
      line += 1
      column = 1
    } else {
      column += 1
    }
    return character
  }

  /// Skips white space, line breaks and comments.
  mutating func skipToStatement() {
    while let character = peek {
      if character == "#" {
        skipComment()
      } else if character.isWhitespace {
        _ = next()
      } else {
        return
      }
    }
  }

  /// Skips blanks of this line; tells whether an argument follows on it.
  mutating func skipToArgument() -> Bool {
    while let character = peek, character.isWhitespace, !character.isNewline { _ = next() }
    guard let character = peek else { return false }
    return !character.isNewline && character != "#"
  }

  /// The characters up to white space.
  mutating func word() -> String {
    var word = ""
    while let character = peek, !character.isWhitespace {
      word.append(character)
      _ = next()
    }
    return word
  }

  /// The word that stands here, for an error; nil at the end of the line or the text.
  func wordAhead() -> String? {
    var copy = self
    guard copy.skipToArgument() else { return nil }
    let word = copy.word()
    return word.count > 40 ? word.prefix(40) + "…" : word
  }

  private mutating func skipComment() {
    while let character = peek, !character.isNewline { _ = next() }
  }
}
