import Terminal

/// A stretch of text that is never broken: a scalar of a simple script, or a whole character.
struct TextUnit {
  /// The first scalar's value.
  var scalar: UInt32
  /// The cells it takes.
  var width: Int
  /// Where it begins, in UTF-8 bytes from the start of the text.
  var start: Int

  var isSpace: Bool { scalar == 0x20 || scalar == 0x09 }
  var isNewline: Bool { scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x2029 }
}

extension StringProtocol {
  /// The cells that the text takes on one line; O(n).
  var columns: Int {
    singleCellCount ?? reduce(0) { $0 + $1.cellWidth }
  }

  /// The text as units that are never broken; O(n).
  var units: [TextUnit] {
    var units: [TextUnit] = []
    units.reserveCapacity(utf8.count)
    var start = 0
    // One pass over the scalars; characters are only formed where a script needs them.
    for scalar in unicodeScalars {
      guard scalar.isSingleCell || scalar == "\n" else { return characterUnits }
      units.append(TextUnit(scalar: scalar.value, width: 1, start: start))
      start += UTF8.width(scalar)
    }
    return units
  }

  private var characterUnits: [TextUnit] {
    var units: [TextUnit] = []
    var start = 0
    for character in self {
      let scalar = character.unicodeScalars.first?.value ?? 0x20
      units.append(TextUnit(scalar: scalar, width: character.cellWidth, start: start))
      start += character.utf8.count
    }
    return units
  }
}

extension String {
  /// The part of the text between two UTF-8 offsets that lie on boundaries of units.
  func slice(_ bytes: Range<Int>) -> Substring {
    self[
      utf8.index(
        startIndex, offsetBy: bytes.lowerBound)..<utf8.index(
          startIndex, offsetBy: bytes.upperBound)]
  }

  /// The text cut to a width, with an ellipsis in the last cell where something was cut off.
  func shortened(to width: Int) -> String {
    if columns <= width { return self }
    var text = ""
    var used = 0
    for character in self {
      if used + character.columns > width - 1 { break }
      text.append(character)
      used += character.columns
    }
    while text.last == " " { text.removeLast() }
    return width > 0 ? text + "…" : ""
  }
}

extension StyledText {
  /// The cells that the text takes on one line.
  var columns: Int { runs.reduce(0) { $0 + $1.text.columns } }

  /// True where the text is one line within a width; O(width).
  func fits(_ width: Int) -> Bool {
    var room = width
    for run in runs {
      for scalar in run.text.unicodeScalars {
        guard scalar.isSingleCell else {
          return columns <= width && !plain.contains(where: \.isNewline)
        }
        room -= 1
        if room < 0 { return false }
      }
    }
    return true
  }

  /// The text cut to a width, with an ellipsis where something was cut off.
  func shortened(to width: Int) -> StyledText {
    if columns <= width { return self }
    var result = StyledText("")
    var room = width
    for run in runs {
      let used = run.text.columns
      if used < room || (used == room && run == runs.last) {
        result.runs.append(run)
        room -= used
      } else {
        result.runs.append(Run(text: run.text.shortened(to: min(room, used - 1)), tone: run.tone))
        break
      }
    }
    return result
  }

  /// The part between two UTF-8 offsets of the plain text.
  func slice(_ bytes: Range<Int>) -> StyledText {
    var result = StyledText("")
    var start = 0
    for run in runs {
      let count = run.text.utf8.count
      let part = bytes.clamped(to: start..<start + count)
      if !part.isEmpty {
        let text = String(run.text.slice(part.lowerBound - start..<part.upperBound - start))
        result.runs.append(Run(text: text, tone: run.tone))
      }
      start += count
    }
    return result
  }

  /// Joins texts with a separator between those that are not empty.
  static func joined(_ texts: [StyledText], separator: String) -> StyledText {
    var sum = StyledText("")
    for text in texts where !text.isEmpty {
      if !sum.isEmpty { sum.runs.append(Run(text: separator, tone: .plain)) }
      sum.runs += text.runs
    }
    return sum
  }
}

extension Character {
  /// The cells of a terminal that the character takes.
  var columns: Int { cellWidth }
}
