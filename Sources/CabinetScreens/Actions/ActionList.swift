import Cabinet
import TerminalUI

/// Every action of the cabinet, for the manual and the command line.
public enum ActionList {
  /// The actions with the resident's keys, place by place.
  public static func entries(
    _ language: Language, _ bindings: KeyBindings = KeyBindings()
  ) -> [(place: String, action: Action)] {
    ActionGroup.all.flatMap { group in
      bindings.applied(to: group.entries.map { $0.action(language) })
        .map { (group.place[language], $0) }
    }
  }
}
