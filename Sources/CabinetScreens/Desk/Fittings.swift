import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// What surrounds a cabinet and is no part of it: the terminal's abilities, the resident's keys and likings.
public struct Fittings {
  /// How many colours the terminal shows.
  public var colors = ColorDepth.indexed
  /// The theme where the resident chose none.
  public var usualTheme = ThemeName.dark
  /// False where nothing can be copied to the clipboard of the terminal.
  public var canCopy = true
  /// What the resident likes.
  public var preferences = Preferences()
  /// The resident's own keys.
  public var bindings = KeyBindings()
  /// What has to be told at the start: files that could not be read.
  public var notices: [Phrase] = []
  /// What is said at the start in a few words, until the first key.
  public var greeting: Phrase?
  /// True where the cabinet begins with the tour.
  public var beginsWithTour = false
  /// Keeps what the resident likes from now on.
  public var keep: (Preferences) throws(CabinetFailure) -> Void = { _ throws(CabinetFailure) in }

  /// Makes the fittings of a good terminal and of somebody who never changed anything; nothing is kept.
  public init() {}

  /// The theme of this session where the command line named one.
  public var sessionTheme: ThemeName?

  /// The theme named for this session, else the one chosen last, else the usual one.
  var theme: ThemeName {
    sessionTheme ?? preferences.theme.flatMap(ThemeName.init) ?? usualTheme
  }

  /// How meanings look on this terminal.
  var look: Theme { Theme(theme, colors) }

  /// True where the mouse belongs to the cabinet.
  var reportsMouse: Bool { preferences.mouse ?? false }
}

/// What a screen wants of the resident's desk.
enum DeskEffect {
  /// Shows the cabinet in this theme from now on.
  case theme(ThemeName)
  /// Takes the way between two appointments to need so many minutes.
  case way(Int)
  /// Takes the mouse, or leaves it to the terminal.
  case mouse(Bool)
  /// Never begins with the tour again.
  case tourSeen
  /// Puts a text into the clipboard of the terminal.
  case copy(String)
}
