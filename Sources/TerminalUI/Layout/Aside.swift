import Terminal

/// The right half of a very wide screen: what stands beside the page, for reading only.
struct Aside {
  /// The column of the line between the page and it.
  let rule: Int
  /// The lines shown.
  let lines: [Line]

  /// The cells between the page and its text: a blank, the line, a blank.
  static let gap = 3

  /// The width of each half of a room.
  static func half(of room: Int) -> Int { (room - gap) / 2 }

  /// Lays out views beside a page whose text ends before a column.
  init(_ views: [View], after end: Int, width: Int, height: Int, words: InterfaceWords) {
    rule = end + 1
    let builder = FlowBuilder(
      words: words, memory: LayerMemory(), focusables: Focusables([]), height: height)
    var lines = builder.flow(views, width: width).lines
    if lines.count > height {
      lines = Array(lines.prefix(max(0, height - 1))) + [Line("…", part: .note)]
    }
    self.lines = lines
  }
}
