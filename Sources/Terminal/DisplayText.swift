/// A text that a terminal can be given: whatever it says, it moves no cursor, starts no sequence, turns
/// no direction and hides nothing.
///
/// Names of files, texts of other people, journals and catalogues may hold anything. Everything that is
/// drawn, printed or told in an error passes here; what may not be shown is seen as U+FFFD.
public struct DisplayText: Hashable, Sendable, CustomStringConvertible {
  /// The text.
  public let description: String

  /// Makes a text showable, character by character; O(n).
  ///
  /// - Parameter keepingLines: true where line breaks may stay; in one line they would forge another.
  public init(_ text: String, keepingLines: Bool = false) {
    func isLineBreak(_ character: Character) -> Bool {
      keepingLines && (character == "\n" || character == "\r\n")
    }
    if text.unicodeScalars.allSatisfy({ $0.isSingleCell || (keepingLines && $0 == "\n") }) {
      description = text
    } else {
      description = String(text.map { isLineBreak($0) ? "\n" : $0.displayed })
    }
  }
}

extension Character {
  /// The sign for what may not be shown.
  static let replacement: Character = "\u{FFFD}"

  /// The most combining marks of a character that are shown; a cell of ncurses holds no more.
  static let mostMarks = 4

  /// The most scalars of a character besides its base and its marks, as in a family of emoji.
  private static let mostParts = 8

  /// The character as a terminal may show it: itself with at most four combining marks, or U+FFFD.
  public var displayed: Character {
    let scalars = unicodeScalars
    guard let base = scalars.first, base.isDisplayable, !base.isCombining else {
      return .replacement
    }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex { return self }
    var shown = String.UnicodeScalarView([base])
    var marks = 0
    var parts = 0
    for index in scalars.indices.dropFirst() {
      let scalar = scalars[index]
      if scalar.isDisplayable && scalar.isCombining || scalar.isPresentation(of: base) {
        if marks < Self.mostMarks { shown.append(scalar) }
        marks += 1
        continue
      }
      let next = scalars[index...].dropFirst().first
      guard scalar.isDisplayable || scalar.isJoint(of: base, and: next), parts < Self.mostParts
      else { return .replacement }
      shown.append(scalar)
      parts += 1
    }
    return Character(String(shown))
  }
}

extension Unicode.Scalar {
  /// True for scalars that show something by themselves or on the character before: no controls, no
  /// formats, nothing that Unicode lets programs ignore, nothing private or unassigned.
  var isDisplayable: Bool {
    if isSingleCell { return true }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return !properties.isDefaultIgnorableCodePoint
    }
  }

  /// True for scalars that show nothing without a character before them.
  var isCombining: Bool {
    if isSingleCell { return false }
    switch value {
    // Vowels and finals that join a Hangul lead; the vowels of Thai and Lao that join a consonant.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0xE33, 0xEB3: return true
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return properties.isGraphemeExtend || properties.isEmojiModifier
    }
  }

  /// True for the selector of an emoji's look behind an emoji.
  fileprivate func isPresentation(of base: Unicode.Scalar) -> Bool {
    (value == 0xFE0E || value == 0xFE0F) && base.properties.isEmoji
  }

  /// True for the joiner between two emoji.
  fileprivate func isJoint(of base: Unicode.Scalar, and next: Unicode.Scalar?) -> Bool {
    value == 0x200D && base.properties.isEmoji && !base.isASCII
      && next.map { $0.properties.isEmoji && !$0.isASCII } ?? false
  }
}
