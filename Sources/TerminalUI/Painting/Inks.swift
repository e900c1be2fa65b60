import Terminal

/// The colours of a theme at one depth, as indices of the terminal's palette.
///
/// 0…15 look as each terminal likes, so their contrast is checked against the palettes of xterm and of
/// the Linux console; 16…255 look alike everywhere. All text keeps a contrast of 4.5 : 1 (WCAG 2.1, 1.4.3).
struct Inks {
  var paper: UInt8
  var text: UInt8
  /// What matters less: labels, notes, rules.
  var quiet: UInt8
  /// What can be done: keys, marks, links.
  var accent: UInt8
  var good: UInt8
  var warning: UInt8
  var bad: UInt8
  /// The text and the paper of what has the focus.
  var focus: (text: UInt8, paper: UInt8)
  /// False where a terminal that shows bold as a brighter colour would make it unreadable.
  var allowsBold = true

  /// The inks of a theme at a depth; nil where it has no colours there.
  init?(_ name: ThemeName, _ depth: ColorDepth) {
    switch (name, depth) {
    case (.monochrome, _), (_, .none): return nil
    case (.dark, .indexed), (.dark, .direct):
      // What stands most is told in the shortest: black and white are half the bytes of other inks.
      self.init(
        paper: 0, text: 7, quiet: 248, accent: 80, good: 114, warning: 221, bad: 210,
        focus: (0, 116))
    case (.dark, _):
      self.init(
        paper: 0, text: 7, quiet: 7, accent: 6, good: 2, warning: 11, bad: 9, focus: (0, 6))
    case (.light, .indexed), (.light, .direct):
      self.init(
        paper: 255, text: 234, quiet: 240, accent: 24, good: 22, warning: 94, bad: 124,
        focus: (231, 24))
    case (.light, .sixteen):
      self.init(
        paper: 15, text: 0, quiet: 0, accent: 4, good: 4, warning: 5, bad: 1, focus: (15, 4),
        allowsBold: false)
    case (.light, .eight):
      self.init(
        paper: 7, text: 0, quiet: 0, accent: 4, good: 4, warning: 0, bad: 0, focus: (7, 4),
        allowsBold: false)
    case (.contrast, .indexed), (.contrast, .direct):
      self.init(
        paper: 16, text: 231, quiet: 231, accent: 51, good: 120, warning: 226, bad: 217,
        focus: (16, 226))
    case (.contrast, _):
      self.init(
        paper: 0, text: 15, quiet: 15, accent: 14, good: 10, warning: 11, bad: 11, focus: (0, 15))
    }
  }

  private init(
    paper: UInt8, text: UInt8, quiet: UInt8, accent: UInt8, good: UInt8, warning: UInt8,
    bad: UInt8, focus: (text: UInt8, paper: UInt8), allowsBold: Bool = true
  ) {
    self.paper = paper
    self.text = text
    self.quiet = quiet
    self.accent = accent
    self.good = good
    self.warning = warning
    self.bad = bad
    self.focus = focus
    self.allowsBold = allowsBold
  }
}
