import Terminal

/// The line of keys at the bottom: the most important first, whole hints dropped where room ends.
struct HintLine {
  /// A hint in its place.
  struct Hint {
    var action: ActionID
    var key: String
    /// Empty where there is only room for the key.
    var title: String
    var column: Int

    /// Makes the hint of an action; nil where no key of it works now.
    init?(_ action: Action, isTyping: Bool) {
      let key = action.keys.first { key in
        if isTyping, case .character = key { return false }
        return true
      }
      guard let key else { return nil }
      self.action = action.id
      self.key = key.label
      title = action.title
      column = 0
    }

    var width: Int { title.isEmpty ? key.columns : key.columns + 1 + title.columns }
  }

  private(set) var hints: [Hint] = []

  /// What stands in for the two hints that show the way out, the fullest first.
  private enum WayOut: CaseIterable {
    case inWords, helpAsKey, asKeys, helpAlone
  }

  /// Chooses the hints; the help and the way back are the last to be dropped, after their words.
  ///
  /// While one types, letters are text: an action shows its other key, or none.
  init(_ actions: [Action], width: Int, isTyping: Bool = false) {
    let shown = actions.enumerated()
      .filter { $0.element.hintOrder != nil }
      .sorted { ($0.element.hintOrder ?? 0, $0.offset) < ($1.element.hintOrder ?? 0, $1.offset) }
      .compactMap { Hint($0.element, isTyping: isTyping) }
    let helper =
      actions.first { $0.id == "help" }
      ?? actions.first { $0.keys.contains(.character("?")) || $0.keys.contains(.function(1)) }
    let help = helper.flatMap { Hint($0, isTyping: isTyping) ?? Hint($0, isTyping: false) }
    let back = shown.first { $0.action == "back" }
    let ways = [help?.action, back?.action]
    var chosen: [Hint] = []
    for wayOut in WayOut.allCases {
      chosen = Self.choose(shown, help: help, back: back, wayOut, width: width)
      // They give up their words before the first hint gives up its place.
      let isAlone = shown.allSatisfy { ways.contains($0.action) } && Self.width(chosen) < width
      if chosen.contains(where: { !ways.contains($0.action) }) || isAlone { break }
    }
    var column = 1
    for var hint in chosen {
      hint.column = column
      column += hint.width + 2
      hints.append(hint)
    }
  }

  /// The columns that hints take, with those around them.
  private static func width(_ hints: [Hint]) -> Int { hints.reduce(0) { $0 + $1.width + 2 } }

  private static func choose(
    _ all: [Hint], help: Hint?, back: Hint?, _ wayOut: WayOut, width: Int
  ) -> [Hint] {
    var help = help
    var back = back
    if wayOut != .inWords { help?.title = "" }
    if wayOut == .asKeys { back?.title = "" }
    if wayOut == .helpAlone { back = nil }
    var room = width - 2 - Self.width([help, back].compactMap { $0 })
    var chosen: [Hint] = []
    var isFull = false
    for hint in all {
      if hint.action == help?.action {
        if let help { chosen.append(help) }
      } else if hint.action == back?.action {
        if let back { chosen.append(back) }
      } else if !isFull, hint.width <= room {
        chosen.append(hint)
        room -= hint.width + 2
      } else {
        isFull = true
      }
    }
    if let help, !chosen.contains(where: { $0.action == help.action }) { chosen.append(help) }
    return chosen
  }
}
