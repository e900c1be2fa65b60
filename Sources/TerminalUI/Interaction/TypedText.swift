import Terminal

/// What was typed or pasted and did not get into a field; nothing is left out untold.
public struct RefusedText: Hashable, Sendable {
  /// Characters that a terminal may not show: controls, invisible signs, the fifth mark of a letter.
  public var unshowable = 0
  /// Characters for which the field has no room.
  public var surplus = 0

  /// True where everything was taken.
  public var isEmpty: Bool { self == RefusedText() }
}

/// What of a typed or pasted text may stand in a field: characters that are shown as they are.
struct TypedText {
  var text = ""
  /// The number of characters that may not.
  private(set) var refused = 0

  /// Takes a text that is to stand at the cursor of another.
  ///
  /// Tabs become spaces, and so do line breaks where the field has one line.
  init(_ typed: String, at place: TextBuffer, isMultiline: Bool) {
    let before = place.cursor > 0 ? place.characters[place.cursor - 1] : nil
    for character in typed {
      if character.isNewline {
        text.append(isMultiline ? "\n" : " ")
      } else if character == "\t" {
        text.append(" ")
      } else if character.isShownAsItIs || Self.joins(character, text.last ?? before) {
        text.append(character)
      } else {
        refused += 1
      }
    }
  }

  /// True for marks, which show nothing alone, behind a character that may carry them.
  private static func joins(_ character: Character, _ before: Character?) -> Bool {
    guard let before else { return false }
    let joined = String(before) + String(character)
    return joined.count == 1 && Character(joined).isShownAsItIs
  }
}

extension Character {
  fileprivate var isShownAsItIs: Bool { displayed == self }
}
