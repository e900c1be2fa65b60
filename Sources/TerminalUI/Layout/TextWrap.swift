/// Breaks paragraphs into lines by the habits of Russian typesetting.
///
/// One-letter words keep to the word after them, numbers to what they count, dashes and middle dots
/// to the word before; a word longer than a line is broken. No text is lost but the spaces at breaks.
enum TextWrap {
  /// The lines of a text in a width of at least one cell; one empty line for an empty text.
  static func lines(_ text: StyledText, width: Int) -> [StyledText] {
    let width = max(1, width)
    if text.fits(width) { return [text] }
    let plain = text.plain
    let units = plain.units
    let end = plain.utf8.count
    return ranges(units, width: width).map { range in
      let last = range.upperBound < units.count ? units[range.upperBound].start : end
      return range.isEmpty ? "" : text.slice(units[range.lowerBound].start..<last)
    }
  }

  /// The lines of a text as ranges of its units.
  private static func ranges(_ units: [TextUnit], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while true {
      let end = units[start...].firstIndex(where: \.isNewline) ?? units.count
      lines += paragraph(units, start..<end, width: width)
      if end == units.count { return lines }
      start = end + 1
    }
  }

  private static func paragraph(
    _ units: [TextUnit], _ range: Range<Int>, width: Int
  ) -> [Range<Int>] {
    let words = words(units, range)
    guard !words.isEmpty else { return [range.lowerBound..<range.lowerBound] }
    var lines: [Range<Int>] = []
    var line: (range: Range<Int>, width: Int)?
    var index = 0
    while index < words.count {
      var last = index
      var length = words[index].width
      while last + 1 < words.count, isGlued(words[last], words[last + 1], units) {
        let longer = length + words[last + 1].gap + words[last + 1].width
        if longer > width {
          // The word that is left over keeps the letter before it.
          if last > index {
            last -= 1
            length -= words[last + 1].gap + words[last + 1].width
          }
          break
        }
        length = longer
        last += 1
      }
      let chunk = words[index].range.lowerBound..<words[last].range.upperBound
      if let open = line {
        if open.width + words[index].gap + length <= width {
          line = (
            open.range.lowerBound..<chunk.upperBound, open.width + words[index].gap + length
          )
          index = last + 1
        } else {
          lines.append(open.range)
          line = nil
        }
      } else if length <= width {
        line = (chunk, length)
        index = last + 1
      } else {
        let (whole, rest) = broken(units, chunk, width: width)
        lines += whole
        line = rest
        index = last + 1
      }
    }
    if let line { lines.append(line.range) }
    return lines
  }

  /// Cuts a word longer than a line; the last piece stays open for what follows.
  private static func broken(
    _ units: [TextUnit], _ word: Range<Int>, width: Int
  ) -> (whole: [Range<Int>], rest: (range: Range<Int>, width: Int)) {
    var pieces: [Range<Int>] = []
    var start = word.lowerBound
    var used = 0
    for index in word {
      if used + units[index].width > width, index > start {
        pieces.append(start..<index)
        start = index
        used = 0
      }
      used += units[index].width
    }
    return (pieces, (start..<word.upperBound, used))
  }

  private struct Word {
    var range: Range<Int>
    var width: Int
    /// The cells of the spaces before it.
    var gap: Int
  }

  private static func words(_ units: [TextUnit], _ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var index = range.lowerBound
    while true {
      let spaces = index
      while index < range.upperBound, units[index].isSpace { index += 1 }
      if index == range.upperBound { return words }
      let start = index
      var width = 0
      while index < range.upperBound, !units[index].isSpace {
        width += units[index].width
        index += 1
      }
      words.append(Word(range: start..<index, width: width, gap: start - spaces))
    }
  }

  private static func isGlued(_ left: Word, _ right: Word, _ units: [TextUnit]) -> Bool {
    let first = units[right.range.lowerBound].scalar
    if right.range.count == 1, isDash(first) { return true }
    guard let end = left.range.last else { return false }
    let last = units[end].scalar
    if left.range.count == 1 { return isLone(last) || isDigit(last) }
    return isDigit(last) && isDigit(units[left.range.lowerBound].scalar)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func isDash(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "—", "–", "·", "-": true
    default: false
    }
  }

  /// The words of one letter, and signs that stand before a number.
  private static func isLone(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "в", "к", "с", "и", "о", "у", "а", "я", "В", "К", "С", "И", "О", "У", "А", "Я", "№", "§":
      true
    default: false
    }
  }
}
