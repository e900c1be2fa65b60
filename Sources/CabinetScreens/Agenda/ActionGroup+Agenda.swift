import Cabinet
import Terminal
import TerminalUI

extension ActionGroup {
  /// The calendar.
  static let agenda = ActionGroup(
    place: AgendaWords.agenda,
    entries: [
      ActionEntry(
        "agenda.shape", AgendaWords.shape, AgendaWords.shapeSentence, keys: [.character("v")],
        hintOrder: 3),
      ActionEntry(
        "agenda.next", AgendaWords.next, AgendaWords.nextSentence, keys: [.character("n")],
        hintOrder: 4),
      ActionEntry(
        "agenda.previous", AgendaWords.previous, AgendaWords.previousSentence,
        keys: [.character("p")], hintOrder: 4),
      ActionEntry(
        "agenda.member", AgendaWords.member, AgendaWords.memberSentence, keys: [.character("f")],
        hintOrder: 5),
      ActionEntry(
        "agenda.save", AgendaWords.save, AgendaWords.saveSentence, keys: [.character("s")],
        hintOrder: 5),
    ])
}
