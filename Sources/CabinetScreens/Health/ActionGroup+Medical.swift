import Terminal
import TerminalUI

extension ActionGroup {
  /// A medical card.
  static let medicalCard = ActionGroup(
    place: Section.health.title,
    entries: [
      ActionEntry(
        "medical.access", HealthWords.accessKey, HealthWords.accessSentence,
        keys: [.character("o")], hintOrder: 4)
    ])
}
