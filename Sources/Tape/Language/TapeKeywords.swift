import Terminal

/// The words of the language.
enum TapeKeywords {
  /// Keys that have a name.
  static let keys = Key.named

  /// Statements that are not keys.
  static let commands = [
    "Type", "Sleep", "Wait", "Screenshot", "Set", "Env", "Source", "Hide", "Show", "Output",
    "Require", "Expect", "Refute", "Resize", "Click", "Paste", "Advance", "Restart", "Settle",
    "Ctrl", "Alt", "Shift",
  ]

  /// Settings of VHS that speak of fonts, films and shells; read and left alone.
  static let ignoredSettings: Set<String> = [
    "Shell", "FontSize", "FontFamily", "Width", "Height", "LetterSpacing", "LineHeight", "Theme",
    "Padding", "Margin", "MarginFill", "WindowBar", "WindowBarSize", "BorderRadius", "Framerate",
    "PlaybackSpeed", "LoopOffset", "CursorBlink",
  ]

  /// Settings that have an effect.
  static let settings = [
    "Columns", "Rows", "Now", "Lang", "TypingSpeed", "WaitTimeout", "WaitPattern",
  ]

  /// “A command”, with the word that was probably meant.
  static func expectation(near word: String) -> TapeMessage {
    let known = commands + keys.keys.sorted()
    guard let meant = nearest(to: word, in: known) else {
      return TapeMessage(ru: "команда или клавиша", en: "a command or a key")
    }
    return TapeMessage(
      ru: "команда или клавиша (может быть, \(meant)?)",
      en: "a command or a key (perhaps \(meant)?)")
  }

  /// “A setting”, with the word that was probably meant.
  static func settingExpectation(near word: String) -> TapeMessage {
    guard let meant = nearest(to: word, in: settings + ignoredSettings.sorted()) else {
      return TapeMessage(ru: "название настройки", en: "the name of a setting")
    }
    return TapeMessage(
      ru: "название настройки (может быть, \(meant)?)",
      en: "the name of a setting (perhaps \(meant)?)")
  }

  /// The known word at most two slips away, letter case apart.
  static func nearest(to word: String, in known: [String]) -> String? {
    let lowered = Array(word.lowercased())
    guard lowered.count <= 20 else { return nil }
    let ranked = known.map { (word: $0, slips: slips(lowered, Array($0.lowercased()))) }
    guard let best = ranked.min(by: { $0.slips < $1.slips }),
      best.slips <= 2, best.slips * 2 < max(2, best.word.count)
    else { return nil }
    return best.word
  }

  /// The Levenshtein distance.
  private static func slips(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substituted = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
