import Terminal

/// The themes to choose from.
public enum ThemeName: String, Hashable, Sendable, CaseIterable {
  /// Light text on a dark paper.
  case dark
  /// Dark text on a light paper.
  case light
  /// White and yellow on black, nothing quiet.
  case contrast
  /// No colour at all: the terminal's own, with bold and underline.
  case monochrome

  /// The theme after this one, from the last to the first.
  public var next: ThemeName {
    let all = ThemeName.allCases
    let place = all.firstIndex(of: self).map { ($0 + 1) % all.count } ?? 0
    return all[place]
  }

  /// The theme that fits a terminal which tells its paper as `text;paper` in `COLORFGBG`; dark where it
  /// tells nothing.
  public static func fitting(_ colors: String?) -> ThemeName {
    let paper = colors?.split(separator: ";").last.map(String.init)
    return paper == "7" || paper == "15" ? .light : .dark
  }
}

extension Theme {
  /// The theme of a name for a terminal of a depth; without colours every theme is the monochrome one.
  public init(_ name: ThemeName, _ depth: ColorDepth) {
    guard let inks = Inks(name, depth) else {
      self = .monochrome
      return
    }
    let bold: Style.Attributes = inks.allowsBold ? .bold : []
    func ink(_ color: UInt8, _ attributes: Style.Attributes = []) -> Style {
      Style(attributes, foreground: .palette(color))
    }
    let quiet = ink(inks.quiet)
    let heading = inks.allowsBold ? Style(.bold) : ink(inks.accent)
    let focus = Style(
      foreground: .palette(inks.focus.text), background: .palette(inks.focus.paper))
    self.init(
      tones: [
        .strong: Style(bold), .dim: quiet, .accent: ink(inks.accent), .good: ink(inks.good),
        .warning: ink(inks.warning, bold), .bad: ink(inks.bad, bold),
        .found: Style(bold.union(.underline)),
      ],
      parts: [
        .title: heading, .heading: heading, .label: quiet, .note: quiet, .help: quiet,
        .status: quiet, .rule: quiet, .placeholder: quiet, .disabled: quiet,
        .problem: ink(inks.bad), .mark: ink(inks.accent), .focus: focus,
        // The Linux console shows no underline where it shows colours.
        .input: depth == .eight ? focus : Style(.underline),
        .selection: heading, .currentSection: Style(bold), .hintKey: ink(inks.accent, bold),
        .message: ink(inks.good), .covered: quiet,
      ],
      paper: Style(foreground: .palette(inks.text), background: .palette(inks.paper)))
  }

  /// What a terminal of 256 colours shows where nobody chose.
  public static let standard = Theme(.dark, .indexed)

  /// No colour at all, for terminals without it and for those who want none.
  ///
  /// Nothing is faint, because no terminal tells how faint that is.
  public static let monochrome = Theme(
    tones: [
      .strong: Style(.bold), .accent: Style(.underline), .warning: Style(.bold),
      .bad: Style(.bold), .found: Style([.bold, .underline]),
    ],
    parts: [
      .title: Style(.bold), .heading: Style(.bold), .problem: Style(.bold),
      .input: Style(.underline), .mark: Style(.bold), .focus: Style(.reverse),
      .selection: Style(.bold), .currentSection: Style(.bold), .hintKey: Style(.bold),
      .message: Style(.bold),
    ])
}
