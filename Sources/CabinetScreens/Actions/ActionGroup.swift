import Cabinet
import Terminal
import TerminalUI

/// An action in both languages.
struct ActionEntry: Sendable {
  /// The action's name; the key file calls it so.
  var id: ActionID
  /// A word or two for the hint bar.
  var title: Phrase
  /// One sentence for the help.
  var sentence: Phrase
  /// The keys it comes with.
  var keys: [Key]
  /// The smaller, the longer its hint stays; nil for one that only the help shows.
  var hintOrder: Int?

  /// Makes an entry.
  init(
    _ id: ActionID, _ title: Phrase, _ sentence: Phrase, keys: [Key], hintOrder: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.keys = keys
    self.hintOrder = hintOrder
  }

  /// The action in one language.
  func action(_ language: Language) -> Action {
    Action(
      id, title: title[language], sentence: sentence[language], keys: keys, hintOrder: hintOrder)
  }
}

/// The actions of one place of the cabinet; there they act beside those that act everywhere.
struct ActionGroup: Sendable {
  /// Where they act.
  var place: Phrase
  /// The actions, in the order in which the help lists them.
  var entries: [ActionEntry]

  /// The actions in the language of the interface, without those that are not offered now.
  func actions(
    _ context: ScreenContext, where isOffered: (ActionID) -> Bool = { _ in true }
  ) -> [Action] {
    entries.filter { isOffered($0.id) }.map { $0.action(context.language) }
  }

  /// Every group of the cabinet, first that of the actions which act everywhere.
  ///
  /// A screen with actions of its own has its group here: the key file, `kabinet keys` and the manual
  /// know of no others.
  static let all: [ActionGroup] = [
    .everywhere, .services, .form, .applications, .application, .medicalCard,
    .appointments, .appointment, .slots, .agenda,
  ]
}
