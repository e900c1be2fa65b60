import ArgumentParser
import Cabinet
import CabinetScreens
import CabinetServices
import Glibc
import Terminal
import TerminalUI

/// What the commands take that open a screen.
struct DisplayOptions: ParsableArguments {
  @Flag(help: "No colours; NO_COLOR in the environment does the same.")
  var noColor = false
  @Option(
    help: "The theme: dark, light, contrast or monochrome; what was chosen last where not given.")
  var theme: String?
  @Option(
    help: "The signs the terminal shows: utf-8 or ascii; what the locale says where not given.")
  var charset: String?
  @Flag(help: "Begin with the tour, as at the first time.")
  var tour = false

  func validate() throws {
    if let theme, ThemeName(rawValue: theme) == nil {
      let names = ThemeName.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        Phrase(
          "--theme: можно \(names), а не «\(theme)».", "--theme takes \(names), not “\(theme)”."))
    }
    if let charset, Charset(rawValue: charset) == nil {
      throw ValidationError(
        Phrase(
          "--charset: можно utf-8 или ascii, а не «\(charset)».",
          "--charset takes utf-8 or ascii, not “\(charset)”."))
    }
  }

  /// The settings of the terminal: a word on the command line wins over the environment.
  var terminal: CursesTerminal.Settings {
    var settings = CursesTerminal.Settings.environment
    if theme != nil { settings.allowsColor = true }
    if noColor { settings.allowsColor = false }
    if let charset = charset.flatMap(Charset.init(rawValue:)) {
      settings.charset = charset
      if charset == .utf8 { settings.letters = nil }
    }
    return settings
  }

  /// What surrounds the cabinet on an open terminal.
  func fittings(_ terminal: CursesTerminal, _ options: Options) -> Fittings {
    let folder = SettingsFolder(options.settingsFolder)
    let (preferences, problem) = folder.preferences()
    let keys = Self.keys(folder)
    var fittings = Fittings()
    fittings.colors = terminal.colors
    fittings.canCopy = terminal.canCopy
    fittings.usualTheme = .fitting(environment("COLORFGBG"))
    fittings.preferences = preferences
    fittings.sessionTheme = theme.flatMap(ThemeName.init)
    fittings.bindings = keys.bindings
    fittings.notices = [problem, keys.message].compactMap { $0 }
    if terminal.settings.charset == .ascii { fittings.greeting = Self.asciiNotice }
    fittings.keep = { preferences throws(CabinetFailure) in try folder.keep(preferences) }
    // Who names a store or a clock has been here before, or is a script.
    let isFirst =
      preferences.tourSeen != true && options.store == nil && options.now == nil
      && environment("KABINET_STORE") == nil
    fittings.beginsWithTour = tour || isFirst
    return fittings
  }

  /// The resident's keys, and what to tell where their file was not taken.
  static func keys(_ folder: SettingsFolder) -> (bindings: KeyBindings, message: Phrase?) {
    do {
      guard let bytes = try folder.read("keys.json") else { return (KeyBindings(), nil) }
      let file = KeyFile(bytes)
      return (file.bindings, file.message(path: folder.path(of: "keys.json")))
    } catch {
      return (KeyBindings(), error.phrase)
    }
  }

  private static let asciiNotice = Phrase(
    "Локаль не UTF-8: русские буквы показаны латинскими. Терминал знает UTF-8? Тогда --charset utf-8. "
      + "F4 — English.",
    "The locale is not UTF-8: Russian letters are shown by Latin ones. If the terminal knows UTF-8: "
      + "--charset utf-8.")

  /// The same options as words of a command line.
  var words: [String] {
    var words = noColor ? ["--no-color"] : []
    if let theme { words += ["--theme", theme] }
    if let charset { words += ["--charset", charset] }
    return tour ? words + ["--tour"] : words
  }
}
