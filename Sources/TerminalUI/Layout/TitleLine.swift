import Terminal

/// The words of a title line: where one is, and a status where there is room for it.
struct TitleLine {
  /// One line, or two where the last name of the path is long.
  var path: [String]
  var status: String

  /// The most lines that a title takes.
  private static let mostLines = 2

  init(_ page: Page, width: Int) {
    let whole = page.path.joined(separator: " › ")
    let short = page.shortPath?.joined(separator: " › ")
    for (path, status) in Self.choices(whole, short, page.status) {
      let taken = status.isEmpty ? 0 : status.columns + 2
      if path.columns + taken <= width {
        self.init(path: [path], status: status)
        return
      }
    }
    if let short = page.shortPath, let name = short.first {
      let words = short.joined(separator: " › ")
      var lines = TextWrap.lines(StyledText(words), width: width).map(\.plain)
      if lines.count > Self.mostLines {
        let rest = "› " + short.dropFirst().joined(separator: " › ")
        lines = [name, rest].map { $0.shortened(to: width) }
      }
      self.init(path: lines, status: "")
      return
    }
    for dropped in 1..<max(page.path.count, 1) where dropped < page.path.count {
      let rest = "… › " + page.path[dropped...].joined(separator: " › ")
      if rest.columns <= width {
        self.init(path: [rest], status: "")
        return
      }
    }
    var lines = TextWrap.lines(StyledText(page.path.last ?? ""), width: width).map(\.plain)
    if lines.count > Self.mostLines {
      lines[Self.mostLines - 1] = (lines[Self.mostLines - 1] + "…").shortened(to: width)
      lines.removeSubrange(Self.mostLines...)
    }
    self.init(path: lines, status: "")
  }

  /// What may stand in one line, the best first: a short path gives room to the whole status, whose last part goes
  /// first then.
  private static func choices(_ whole: String, _ short: String?, _ status: String)
    -> [(path: String, status: String)]
  {
    let parts = status.split(separator: " · ")
    let statuses = parts.indices.reversed().map { parts[...$0].joined(separator: " · ") }
    return statuses.flatMap { status in [whole, short].compactMap { $0 }.map { ($0, status) } }
      + [(whole, "")]
  }

  private init(path: [String], status: String) {
    self.path = path
    self.status = status
  }
}
