/// A word of a paragraph, with what its neighbours must know of it.
struct TextWord {
  /// The units of the word.
  var range: Range<Int>
  /// The cells it takes.
  var width = 0
  /// The cells of the spaces before it.
  var gap: Int
  /// What it is for its neighbours.
  var traits: Traits

  /// What a word is for its neighbours.
  struct Traits: OptionSet {
    var rawValue: UInt16

    /// A dash, or a sign that divides like one.
    static let dash = Traits(rawValue: 1)
    /// A preposition, a conjunction, a negation: it leans on the word after it.
    static let short = Traits(rawValue: 1 << 1)
    /// A particle: it leans on the word before it.
    static let particle = Traits(rawValue: 1 << 2)
    /// A number, which counts the word after it.
    static let number = Traits(rawValue: 1 << 3)
    /// A sign or a word of a unit, which never leaves its number.
    static let unit = Traits(rawValue: 1 << 4)
    /// A sign before a number: № and §.
    static let numero = Traits(rawValue: 1 << 5)
    /// An abbreviation before a name or a number, as `ул.` or `п.` are.
    static let abbreviation = Traits(rawValue: 1 << 6)
    /// One letter and a dot; a capital one is an initial.
    static let letter = Traits(rawValue: 1 << 7)
    /// It begins with a capital letter.
    static let capital = Traits(rawValue: 1 << 8)
    /// It begins with a digit.
    static let digit = Traits(rawValue: 1 << 9)
    /// It ends a sentence or a part of one.
    static let stop = Traits(rawValue: 1 << 10)
    /// The space before it must not be broken.
    static let tied = Traits(rawValue: 1 << 11)
  }

  /// The words of a paragraph; O(n).
  static func words(_ units: [TextUnit], _ range: Range<Int>) -> [TextWord] {
    var words: [TextWord] = []
    words.reserveCapacity(range.count / 6 + 1)
    var index = range.lowerBound
    while true {
      let spaces = index
      var isTied = false
      while index < range.upperBound, units[index].isAnySpace {
        if !units[index].isSpace { isTied = true }
        index += 1
      }
      if index == range.upperBound { return words }
      let start = index
      var width = 0
      while index < range.upperBound, !units[index].isAnySpace {
        width += units[index].width
        index += 1
      }
      var traits = Traits(units[start..<index])
      if isTied { traits.insert(.tied) }
      // «2021 г.» is a year, «г. Москва» a town.
      if traits.contains(.abbreviation), words.last?.traits.contains(.number) == true {
        traits.remove(.abbreviation)
      }
      words.append(
        TextWord(range: start..<index, width: width, gap: start - spaces, traits: traits))
    }
  }
}

/// How two neighbouring words hold to each other.
enum TextJoint {
  /// A line may end between them.
  case open
  /// A line should not end between them.
  case loose
  /// A line ends between them only where it could hold neither more.
  case firm

  /// The joint of a word and the one after it.
  init(_ left: TextWord, _ right: TextWord) {
    let (before, after) = (left.traits, right.traits)
    if after.contains(.tied) || after.contains(.unit) || before.contains(.numero)
      || Self.isName(before, after)
    {
      self = .firm
    } else if after.contains(.dash) || after.contains(.particle) {
      self = .loose
    } else if before.contains(.number) {
      self = .firm
    } else {
      self = before.contains(.short) ? .loose : .open
    }
  }

  /// An abbreviation with its name or number, initials with a surname, the letters of `и т. д.` and the like.
  private static func isName(_ before: TextWord.Traits, _ after: TextWord.Traits) -> Bool {
    if before.contains(.abbreviation), after.contains(.digit) || after.contains(.capital) {
      return true
    }
    if before.contains(.letter) {
      return after.contains(.letter) || (before.contains(.capital) && after.contains(.capital))
    }
    return after.contains(.letter) && after.contains(.capital) && before.contains(.capital)
      && !before.contains(.stop)
  }
}
