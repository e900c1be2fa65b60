import Terminal

/// Turns what a text means into how it looks; words carry the meaning, looks only repeat it.
public struct Theme: Hashable, Sendable {
  /// What a text is on the screen.
  public enum Part: Int, Hashable, Sendable, CaseIterable {
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

  /// The looks by the place of their tones and parts: they are asked for several times a line.
  private let tones: [Style]
  private let parts: [Style]
  /// The colours of plain text and of the paper; the terminal's own where the theme has none.
  private let paper: Style

  /// Makes a theme; what is not named looks plain.
  public init(tones: [Tone: Style], parts: [Part: Style], paper: Style = .plain) {
    self.tones = Tone.allCases.map { tones[$0] ?? .plain }
    self.parts = Part.allCases.map { parts[$0] ?? .plain }
    self.paper = paper
  }

  /// Lays the paper under a painted screen.
  func ground(_ grid: inout CellGrid) {
    grid.ground(foreground: paper.foreground, background: paper.background)
  }

  /// A look with the colours of the paper where it names none.
  public func grounded(_ style: Style) -> Style { paper.overlaid(with: style) }

  /// The look of a tone.
  public func style(_ tone: Tone) -> Style { tones[tone.rawValue] }

  /// The look of a part.
  public func style(_ part: Part) -> Style { parts[part.rawValue] }

  /// The look of a text: the part's, and over it the tone's.
  public func style(_ tone: Tone, in part: Part) -> Style {
    let base = style(part)
    // On a paper of its own a second colour could not be read everywhere.
    guard tone != .plain, base.background == .standard else { return base }
    return base.overlaid(with: style(tone))
  }

  /// A look in the field that has the focus.
  func typed(_ style: Style) -> Style {
    let input = self.style(.input)
    return input.background == .standard ? style.overlaid(with: input) : input
  }
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
