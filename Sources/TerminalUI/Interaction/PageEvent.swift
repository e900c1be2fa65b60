/// What happened on a page; the top layer's `update` receives it.
public enum PageEvent: Hashable, Sendable {
  /// A button, a row or a line of a notice was pressed (Enter, Space, click).
  case activated(ViewID)
  /// A field holds this text now.
  case textChanged(ViewID, String)
  /// The focus left a field whose text had been changed since it was entered.
  case textCommitted(ViewID)
  /// Exactly these options of a choice are chosen now.
  case chosen(ViewID, Set<String>)
  /// A toggle was turned.
  case toggled(ViewID, Bool)
  /// The focus stands on this view now.
  case focusMoved(ViewID)
  /// A key of an action was pressed.
  case actionInvoked(ActionID)
  /// A section of the program was chosen.
  case sectionChosen(ViewID)
}
