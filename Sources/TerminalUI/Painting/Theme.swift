import Terminal

/// Turns what a text means into how it looks; words carry the meaning, looks only repeat it.
public struct Theme: Hashable, Sendable {
  /// What a text is on the screen.
  public enum Part: Hashable, Sendable, CaseIterable {
    case body, title, status, rule, heading, label, note, help, problem, placeholder, disabled
    /// The text of a field that has the focus.
    case input
    /// The sign beside the focus.
    case mark
    /// Laid over what has the focus.
    case focus
    /// The selected row of a list that another view drives.
    case selection
    case section, currentSection, hintKey, hintTitle, message
    /// A page behind a dialog.
    case covered
  }

  private var tones: [Tone: Style]
  private var parts: [Part: Style]

  /// Makes a theme; what is not named looks plain.
  public init(tones: [Tone: Style], parts: [Part: Style]) {
    self.tones = tones
    self.parts = parts
  }

  /// The look of a tone.
  public func style(_ tone: Tone) -> Style { tones[tone] ?? .plain }

  /// The look of a part.
  public func style(_ part: Part) -> Style { parts[part] ?? .plain }

  /// The look of a text: the part's, and over it the tone's.
  public func style(_ tone: Tone, in part: Part) -> Style {
    guard tone != .plain else { return style(part) }
    return style(part).overlaid(with: style(tone))
  }

  /// Sixteen colours that can be read on dark and on light backgrounds.
  public static let standard = Theme(
    tones: [
      .strong: Style(.bold), .dim: Style(.dim), .accent: Style(foreground: .palette(6)),
      .good: Style(foreground: .palette(2)), .warning: Style(.bold, foreground: .palette(3)),
      .bad: Style(.bold, foreground: .palette(1)), .found: found,
    ],
    parts: common.merging([
      .problem: Style(foreground: .palette(1)), .mark: Style(.bold, foreground: .palette(6)),
      .hintKey: Style(.bold, foreground: .palette(6)), .message: Style(foreground: .palette(2)),
      .rule: Style(.dim),
    ]) { $1 })

  /// No colour at all, for terminals without it and for `NO_COLOR`.
  public static let monochrome = Theme(
    tones: [
      .strong: Style(.bold), .dim: Style(.dim), .accent: Style(.underline), .warning: Style(.bold),
      .bad: Style(.bold), .found: found,
    ],
    parts: common)

  private static let found = Style([.bold, .underline])

  private static let common: [Part: Style] = [
    .title: Style(.bold), .heading: Style(.bold), .label: Style(.dim), .note: Style(.dim),
    .help: Style(.dim), .problem: Style(.bold), .placeholder: Style(.dim), .disabled: Style(.dim),
    .input: Style(.underline), .mark: Style(.bold), .focus: Style(.reverse),
    .selection: Style(.bold), .currentSection: Style(.bold), .hintKey: Style(.bold),
    .message: Style(.bold), .covered: Style(.dim),
  ]
}

extension Style {
  /// This look with another laid over it: attributes add up, colours that are set win.
  func overlaid(with other: Style) -> Style {
    Style(
      attributes.union(other.attributes),
      foreground: other.foreground == .standard ? foreground : other.foreground,
      background: other.background == .standard ? background : other.background)
  }
}
