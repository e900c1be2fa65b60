/// Breaks paragraphs into lines by the habits of Russian typesetting.
///
/// What belongs together stays on one line: short words with the word after them, dashes and particles
/// with the word before, numbers with what they count, abbreviations and initials with their names
/// (``TextJoint``). Where a line cannot hold all that belongs together, the looser joints give way
/// before the firmer ones; a word longer than a line is broken. No text is lost but the spaces at
/// breaks.
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
      paragraph(units, start..<end, width: width, into: &lines)
      if end == units.count { return lines }
      start = end + 1
    }
  }

  private static func paragraph(
    _ units: [TextUnit], _ range: Range<Int>, width: Int, into lines: inout [Range<Int>]
  ) {
    let words = TextWord.words(units, range)
    guard !words.isEmpty else {
      lines.append(range.lowerBound..<range.lowerBound)
      return
    }
    var line: (range: Range<Int>, width: Int)?
    var index = 0
    while index < words.count {
      let (end, length) = chunk(words, from: index, width: width)
      let chunk = words[index].range.lowerBound..<words[end - 1].range.upperBound
      if let open = line {
        let longer = open.width + words[index].gap + length
        if longer <= width {
          line = (open.range.lowerBound..<chunk.upperBound, longer)
          index = end
        } else {
          lines.append(open.range)
          line = nil
        }
      } else if length <= width {
        line = (chunk, length)
        index = end
      } else {
        line = broken(units, chunk, width: width, into: &lines)
        index = end
      }
    }
    if let line { lines.append(line.range) }
  }

  /// The words from one on that stay together on a line of a width, and the cells they take.
  ///
  /// Words that belong together but do not fit are cut at their last loose joint, else at their last;
  /// of two short words that would be left at the end, one goes with the word after it.
  private static func chunk(
    _ words: [TextWord], from first: Int, width: Int
  ) -> (end: Int, width: Int) {
    var length = words[first].width
    var end = first + 1
    var loose: (end: Int, width: Int)?
    var looser: (end: Int, width: Int)?
    while end < words.count {
      let joint = TextJoint(words[end - 1], words[end])
      if joint == .open { break }
      if joint == .loose { (looser, loose) = (loose, (end, length)) }
      let longer = length + words[end].gap + words[end].width
      if longer > width {
        guard let loose else { return (end, length) }
        if let looser, words[loose.end - 1].traits.contains(.short),
          longer - looser.width - words[looser.end].gap <= width
        {
          return looser
        }
        return loose
      }
      length = longer
      end += 1
    }
    return (end, length)
  }

  /// Cuts a word longer than a line, after a hyphen or a slash where one is near; the last piece
  /// stays open for what follows.
  private static func broken(
    _ units: [TextUnit], _ word: Range<Int>, width: Int, into lines: inout [Range<Int>]
  ) -> (range: Range<Int>, width: Int) {
    var start = word.lowerBound
    var used = 0
    for index in word {
      if used + units[index].width > width, index > start {
        let near = units[(start + index + 1) / 2..<index].lastIndex(where: \.isSeam)
        let cut = near.map { $0 + 1 } ?? index
        lines.append(start..<cut)
        used = units[cut..<index].reduce(0) { $0 + $1.width }
        start = cut
      }
      used += units[index].width
    }
    return (start..<word.upperBound, used)
  }
}

extension TextUnit {
  /// True after which a long word may be cut.
  fileprivate var isSeam: Bool { scalar == 0x2D || scalar == 0x2F || scalar == 0x5F }
}
